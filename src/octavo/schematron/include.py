"""Stage 1: the schema with everything it includes, each element with its place."""

from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlparse

from lxml import etree

from octavo import source
from octavo.errors import SourceError
from octavo.names import XML_ID
from octavo.schematron.failures import SchemaError, unusable
from octavo.schematron.names import BASE, LINE, sch

_MAX_DEPTH: Final = 20


def read(path: Path) -> "etree._Element":
    """Read a schema from disk, inclusions not yet resolved."""
    try:
        root = source.read(path).root
    except SourceError as error:
        raise SchemaError(
            error.message, hint=error.hint, diagnostics=error.diagnostics
        ) from error
    for element in root.iter("{*}*"):
        element.set(BASE, str(path))
        element.set(LINE, str(element.sourceline or 0))
    return root


def resolve(root: "etree._Element", depth: int = 0) -> None:
    """Put in the place of each inclusion what it includes."""
    for element in list(root.iter(sch("include"))):
        parent = element.getparent()
        if parent is not None:
            parent.replace(element, _included(element, depth))
    for element in list(root.iter(sch("extends"))):
        if "href" in element.attrib:
            _splice(element, _included(element, depth))


def _included(element: "etree._Element", depth: int) -> "etree._Element":
    href = element.get("href", "")
    if depth > _MAX_DEPTH:
        raise unusable("SCH004", f"'{href}' includes itself", _CUT, element)
    address, _, name = href.partition("#")
    root = read(_target(element, address))
    resolve(root, depth + 1)
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
    path = Path(element.get(BASE, "")).parent / unquote(parts.path)
    if not path.is_file():
        message = f"there is no file '{address}'"
        raise unusable("SCH004", message, "addresses are relative to it", element)
    return path


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
