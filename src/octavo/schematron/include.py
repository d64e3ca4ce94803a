"""Stage 1: the schema with everything it includes, each element with its place."""

from collections.abc import Callable
from pathlib import Path
from typing import Final
from urllib.parse import ParseResult, unquote, urlparse

from lxml import etree

from octavo import source
from octavo.errors import SourceError
from octavo.names import XML_ID
from octavo.schematron.failures import SchemaError, unusable
from octavo.schematron.names import BASE, LINE, RELAXNG, sch
from octavo.source import Source

Translate = Callable[[Path, bytes], bytes]
COMPACT: Final = ".rnc"
"""Ending of files in the compact syntax of RELAX NG."""
_PARTS: Final = (f"{{{RELAXNG}}}include", f"{{{RELAXNG}}}externalRef")

_MAX_DEPTH: Final = 20


class Library:
    """The files of one schema; `files` tells what each of them held.

    `translate` gives a file in a syntax that is not XML as XML.
    """

    def __init__(self, translate: Translate) -> None:
        self.files: dict[Path, bytes] = {}
        self._translate = translate

    def read(self, path: Path) -> "etree._Element":
        """Read a schema from disk, inclusions not yet resolved."""
        try:
            found = source.read(path) if path.suffix != COMPACT else self._made(path)
        except SourceError as error:
            raise SchemaError(
                error.message, hint=error.hint, diagnostics=error.diagnostics
            ) from error
        self.files.setdefault(path, found.data)
        for element in found.root.iter("{*}*"):
            element.set(BASE, str(path))
            if LINE not in element.attrib:
                element.set(LINE, str(element.sourceline or 0))
        return found.root

    def resolve(self, root: "etree._Element", depth: int = 0) -> None:
        """Put in the place of each inclusion what it includes."""
        for element in list(root.iter(sch("include"))):
            parent = element.getparent()
            if parent is not None:
                parent.replace(element, self._included(element, depth))
        for element in list(root.iter(sch("extends"))):
            if "href" in element.attrib:
                _splice(element, self._included(element, depth))

    def add_parts(self, root: "etree._Element") -> None:
        """Add to a grammar the grammars that it is made of, where they are local."""
        todo = [root]
        while todo:
            for reference in todo.pop().iter(*_PARTS):
                path = _beside(reference, urlparse(reference.get("href", "")))
                if path.resolve() not in {p.resolve() for p in self.files}:
                    part = self.read(path) if path.is_file() else None
                    if part is not None:
                        root.append(part)
                        todo.append(part)

    def _made(self, path: Path) -> Source:
        try:
            data = path.read_bytes()
        except OSError as error:
            words = (error.strerror or str(error)).lower()
            raise SourceError(f"{path}: {words}") from error
        self.files[path] = data
        return source.parse(self._translate(path, data), path)

    def _included(self, element: "etree._Element", depth: int) -> "etree._Element":
        href = element.get("href", "")
        if depth > _MAX_DEPTH:
            raise unusable("SCH004", f"'{href}' includes itself", _CUT, element)
        address, _, name = href.partition("#")
        root = self.read(_target(element, address))
        self.resolve(root, depth + 1)
        found = _named(root, name) if name else root
        if found is None:
            message = f"there is no '{name}' in {address}"
            raise unusable("SCH004", message, "correct the address", element)
        return found


def _target(element: "etree._Element", address: str) -> Path:
    parts = urlparse(address)
    if parts.scheme not in ("", "file"):
        message = f"'{address}' lies outside; nothing is fetched from the network"
        raise unusable("SCH004", message, "keep a copy beside the schema", element)
    path = _beside(element, parts)
    if not path.is_file():
        message = f"there is no file '{address}'"
        raise unusable("SCH004", message, "addresses are relative to it", element)
    return path


def _beside(element: "etree._Element", address: ParseResult) -> Path:
    """Give the file at an address, which is relative to that of an element."""
    if address.scheme not in ("", "file"):
        return Path()
    return Path(element.get(BASE, "")).parent / unquote(address.path)


def _named(root: "etree._Element", name: str) -> "etree._Element | None":
    named = (e for e in root.iter("{*}*") if name in (e.get("id"), e.get(XML_ID)))
    return next(named, None)


def _splice(element: "etree._Element", other: "etree._Element") -> None:
    """Put the children of another rule in the place of `extends`."""
    for child in list(other):
        element.addprevious(child)
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


_CUT: Final = "take out the inclusion that leads back"
