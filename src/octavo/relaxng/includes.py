"""Find and read the files a schema is made of: catalog and local files only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urljoin

from octavo.relaxng import limits, shape, xmlreader
from octavo.relaxng.catalog import Catalog, local_path
from octavo.relaxng.codes import schema_error
from octavo.relaxng.syntax import Node, Place

_COMPACT: Final = (".rnc",)


class Library:
    """The files of one schema, each read once."""

    def __init__(self, catalog: Catalog | None = None) -> None:
        self.catalog = catalog or Catalog()
        self._read: dict[str, Node] = {}
        self._bytes: dict[str, bytes] = {}
        self._documentation: dict[str, dict[Place, str]] = {}

    def root(self, path: Path) -> Node:
        """Read the file a schema starts with."""
        return self._load(path.resolve().as_uri(), str(path), Place(str(path)))

    def referred(self, node: Node) -> Node:
        """Read the file that an include or externalRef refers to."""
        href = node.attributes["href"].strip()
        if "#" in href:
            raise schema_error(node.place, "bad_href", value=href)
        address = self.catalog.resolve(urljoin(node.base, href))
        path = local_path(address)
        if path is None:
            reason = "it is not a local file"
            raise schema_error(node.place, "unreadable", file=address, reason=reason)
        return self._load(address, _shown(path), node.place)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Give all files that were read: where they are, and their bytes."""
        for address, root in self._read.items():
            yield str(local_path(address)), self._bytes[root.place.file]

    def documentation(self, place: Place) -> str:
        """Give the documentation of the schema element at a place."""
        if place.file not in self._documentation:
            root = parse(self._bytes[place.file], place.file, annotations=True)
            self._documentation[place.file] = _documentation(root)
        return self._documentation[place.file].get(place, "")

    def _load(self, address: str, file: str, place: Place) -> Node:
        if address not in self._read:
            if len(self._read) >= limits.SCHEMA_FILES:
                reason = f"more than {limits.SCHEMA_FILES:,} files"
                raise schema_error(place, "limit", reason=reason)
            path = local_path(address) or Path(file)
            try:
                data = path.read_bytes()
            except OSError as error:
                reason = error.strerror or str(error)
                raise schema_error(
                    place, "unreadable", file=file, reason=reason.lower()
                ) from error
            self._bytes[file] = data
            root = parse(data, file, base=address)
            shape.check(root)
            self._read[address] = root
        return self._read[address]


def _documentation(root: Node) -> dict[Place, str]:
    """Find what is said of each element; of a definition, where it is only one."""
    found: dict[Place, str] = {}
    todo = [root]
    while todo:
        node = todo.pop()
        if text := node.documentation():
            found[node.place] = text
            if node.name == "define" and len(node.children) == 1:
                found[node.children[0].place] = text
        todo.extend(node.children)
    return found


def parse(data: bytes, file: str, *, base: str = "", annotations: bool = False) -> Node:
    """Read a schema in the syntax that its name or its first character tells."""
    if not is_compact(data, file):
        return xmlreader.parse(data, file, base=base, annotations=annotations)
    from octavo.relaxng import compact

    root = compact.parse(data, file)
    _rebase(root, base or file)
    return root


def is_compact(data: bytes, file: str) -> bool:
    """Tell whether a schema is written in the compact syntax."""
    if file.endswith(_COMPACT):
        return True
    start = data[:200].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
    return not file.endswith(".rng") and not start.startswith(b"<")


def _rebase(root: Node, base: str) -> None:
    """Make the references of a schema relative to where it was read from."""
    todo = [root]
    while todo:
        node = todo.pop()
        node.base = base
        todo.extend(node.children)


def _shown(path: Path) -> str:
    """Name a file the short way if it lies below the current folder."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
