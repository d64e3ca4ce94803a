"""Convert schemas between the XML syntax and the compact syntax."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from os.path import relpath
from pathlib import Path
from typing import Final, Literal
from urllib.parse import quote, urljoin

from octavo import files
from octavo.errors import UsageError
from octavo.relaxng import includes, limits, shape
from octavo.relaxng.catalog import local_path
from octavo.relaxng.syntax import Node, Place, schema_error
from octavo.relaxng.writers import compact, xml

Syntax = Literal["rng", "rnc"]

_REFERENCES: Final = frozenset({"include", "externalRef"})


def to_xml(node: Node) -> str:
    """Write a schema in the XML syntax, with its annotations and documentation."""
    with limits.deep_recursion():
        return xml.write(node)


def to_compact(node: Node) -> str:
    """Write a schema in the compact syntax, with its annotations and documentation."""
    with limits.deep_recursion():
        return compact.write(node)


def convert_file(path: Path, to: Syntax, out: Path) -> list[Path]:
    """Convert a schema and the files it is made of; give the files written.

    Nothing is written unless all files could be converted.
    """
    texts = converted(path, to, out)
    for target, text in texts.items():
        files.write(target, text.encode())
    return list(texts)


def converted(path: Path, to: Syntax, out: Path) -> dict[Path, str]:
    """Convert a schema and the files it is made of, without writing them.

    Local files that it refers to go beside `out`, in the folders that they are in
    now if these are below that of the schema; references are changed to match.
    """
    if to not in _WRITERS:
        raise UsageError(
            f'there is no schema syntax "{to}"', hint="use rng for XML, rnc for compact"
        )
    targets = _Targets(path.resolve(), out, to)
    texts: dict[Path, str] = {}
    for file, place in targets:
        root = _read(file, place)
        for node in _nodes(root):
            if node.name in _REFERENCES:
                _redirect(node, file, targets)
        texts[targets.of(file, root.place)] = _WRITERS[to](root)
    return texts


class _Targets:
    """Where each file of a schema goes; walks through files as they are found."""

    def __init__(self, root: Path, out: Path, to: Syntax) -> None:
        self._root = root
        self._out = out
        self._suffix = f".{to}"
        self._known: dict[Path, Path] = {root: out}
        self._todo = [(root, Place(str(root)))]

    def __iter__(self) -> Iterator[tuple[Path, Place]]:
        while self._todo:
            yield self._todo.pop(0)

    def of(self, file: Path, place: Place) -> Path:
        """Give the target of a file; one that is new is converted too."""
        if file not in self._known:
            if len(self._known) >= limits.SCHEMA_FILES:
                reason = f"more than {limits.SCHEMA_FILES:,} files"
                raise schema_error(place, "limit", reason=reason)
            self._known[file] = self._free(file)
            self._todo.append((file, place))
        return self._known[file]

    def _free(self, file: Path) -> Path:
        folder, stem = self._out.parent, file.stem
        if file.is_relative_to(self._root.parent):
            folder /= file.parent.relative_to(self._root.parent)
        chosen, number = folder / f"{stem}{self._suffix}", 1
        while chosen in self._known.values():
            number += 1
            chosen = folder / f"{stem}-{number}{self._suffix}"
        return chosen


def _read(file: Path, place: Place) -> Node:
    try:
        data = file.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise schema_error(
            place, "unreadable", file=str(file), reason=reason
        ) from error
    root = includes.parse(data, str(file), base=file.as_uri(), annotations=True)
    shape.check(root)
    return root


def _nodes(root: Node) -> Iterator[Node]:
    todo = [root]
    while todo:
        node = todo.pop()
        yield node
        todo.extend(reversed(node.children))


def _redirect(node: Node, file: Path, targets: _Targets) -> None:
    """Make a reference lead to the converted file; addresses elsewhere stay."""
    found = local_path(urljoin(node.base, node.attributes["href"].strip()))
    base = local_path(urljoin(node.base, "."))
    if found is None or base is None:
        return
    target = targets.of(found.resolve(), node.place)
    folder = targets.of(file, node.place).parent / relpath(base, file.parent)
    node.attributes["href"] = quote(Path(relpath(target, folder)).as_posix())


_WRITERS: Final[dict[str, Callable[[Node], str]]] = {"rng": to_xml, "rnc": to_compact}
