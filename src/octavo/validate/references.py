"""The files that a schema refers to, as it writes their addresses."""

import re
from typing import Final
from urllib.parse import unquote

from lxml import etree

_RELAXNG: Final = "http://relaxng.org/ns/structure/1.0"
_SCHEMATRON: Final = "http://purl.oclc.org/dsdl/schematron"
LANGUAGES: Final = frozenset({_RELAXNG, _SCHEMATRON, "http://www.tei-c.org/ns/1.0"})
"""Namespaces of what can be a schema in XML."""
_XSLT: Final = "{http://www.w3.org/1999/XSL/Transform}"
_REFERRING: Final = (
    *(f"{{{_RELAXNG}}}{name}" for name in ("include", "externalRef")),
    *(f"{{{_SCHEMATRON}}}{name}" for name in ("include", "extends")),
    *(f"{_XSLT}{name}" for name in ("include", "import")),
)
_COMPACT: Final = re.compile(
    r"""#[^\n]*|\b(?:include|external)\s+("[^"\n]*"|'[^'\n]*')|"[^"\n]*"|'[^'\n]*'"""
)


def of(data: bytes) -> set[str]:
    """Give the relative addresses in a schema, in either syntax."""
    tree = _parsed(data)
    if tree is None:
        found = _COMPACT.finditer(data.decode("utf-8", "replace"))
        hrefs = [match[1][1:-1] for match in found if match[1]]
    else:
        hrefs = [element.get("href", "") for element in tree.iter(*_REFERRING)]
    bare = (href.partition("#")[0] for href in hrefs)
    return {unquote(href) for href in bare if href and ":" not in href}


def root(data: bytes) -> "etree.QName | None":
    """Give the name of the outermost element, if this is XML."""
    tree = _parsed(data)
    return None if tree is None else etree.QName(tree)


def _parsed(data: bytes) -> "etree._Element | None":
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
