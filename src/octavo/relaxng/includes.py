"""Find and read the files a schema is made of: catalog and local files only."""

from __future__ import annotations

import os
from collections.abc import Iterator

from octavo.hints import TYPE_CHECKING, Final
from octavo.relaxng import limits, quickreader, shape
from octavo.relaxng.syntax import Node, Place, schema_error

if TYPE_CHECKING:
    from pathlib import Path

    from octavo.relaxng.catalog import Catalog

_COMPACT: Final = (".rnc",)
_PLAIN: Final = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/"
)
"""Characters of a path that stand for themselves in an address."""


class Library:
    """The files of one schema, each read once.

    They are read quickly if nobody needs to know where each of their parts stands.
    """

    def __init__(
        self, catalog: Catalog | None = None, *, is_quick: bool = False
    ) -> None:
        self._catalog = catalog
        self._is_quick = is_quick
        self._read: dict[str, Node] = {}
        self._paths: list[str] = []
        self._bytes: dict[str, bytes] = {}
        self._documentation: dict[str, dict[Place, str]] = {}

    def root(self, path: str | os.PathLike[str]) -> Node:
        """Read the file a schema starts with."""
        file, found = os.fspath(path), os.path.realpath(path)
        return self._load(_address(found), found, file, Place(file))

    def referred(self, node: Node) -> Node:
        """Read the file that an include or externalRef refers to."""
        from urllib.parse import urljoin  # many schemas are one file

        from octavo.relaxng import catalog

        href = node.attributes["href"].strip()
        if "#" in href:
            raise schema_error(node.place, "bad_href", value=href)
        known = self._catalog or catalog.Catalog()
        address = known.resolve(urljoin(node.base, href))
        path = catalog.local_path(address)
        if path is None:
            reason = "it is not a local file"
            raise schema_error(node.place, "unreadable", file=address, reason=reason)
        return self._load(address, str(path), _shown(path), node.place)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Give all files that were read: where they are, and their bytes."""
        for path, root in zip(self._paths, self._read.values(), strict=True):
            yield path, self._bytes[root.place.file]

    def documentation(self, place: Place) -> str:
        """Give the documentation of the schema element at a place."""
        if place.file not in self._documentation:
            root = parse(self._bytes[place.file], place.file, annotations=True)
            self._documentation[place.file] = _documentation(root)
        return self._documentation[place.file].get(place, "")

    def _load(self, address: str, path: str, file: str, place: Place) -> Node:
        if address not in self._read:
            if len(self._read) >= limits.SCHEMA_FILES:
                reason = f"more than {limits.SCHEMA_FILES:,} files"
                raise schema_error(place, "limit", reason=reason)
            try:
                with open(path, "rb") as opened:  # noqa: PTH123 - pathlib is slow
                    data = opened.read()
            except OSError as error:
                reason = error.strerror or str(error)
                raise schema_error(
                    place, "unreadable", file=file, reason=reason.lower()
                ) from error
            self._paths.append(path)
            self._bytes[file] = data
            root = self._parse(data, file, address)
            shape.check(root)
            self._read[address] = root
        return self._read[address]

    def _parse(self, data: bytes, file: str, address: str) -> Node:
        if self._is_quick and not is_compact(data, file):
            root = quickreader.read(data, file, address)
            if root is not None:
                return root
        return parse(data, file, base=address)


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
        from octavo.relaxng import xmlreader  # most schemas can be read quickly

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


def _address(path: str) -> str:
    """Give the address of a file."""
    if path.startswith("/") and _PLAIN.issuperset(path):
        return f"file://{path}"
    from pathlib import Path

    return Path(path).as_uri()


def _shown(path: Path) -> str:
    """Name a file the short way if it lies below the current folder."""
    try:
        return str(path.relative_to(path.cwd()))
    except ValueError:
        return str(path)
