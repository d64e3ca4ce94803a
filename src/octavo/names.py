"""Namespaces and other names that several modules share."""

from __future__ import annotations

from octavo.hints import Final

TEI: Final = "http://www.tei-c.org/ns/1.0"
XML: Final = "http://www.w3.org/XML/1998/namespace"
XHTML: Final = "http://www.w3.org/1999/xhtml"
SVG: Final = "http://www.w3.org/2000/svg"
DIAGNOSTICS: Final = "urn:x-octavo:diagnostics"
EDITION: Final = "urn:x-octavo:edition"

XML_ID: Final = f"{{{XML}}}id"
XML_LANG: Final = f"{{{XML}}}lang"
XML_BASE: Final = f"{{{XML}}}base"


def tei(local: str) -> str:
    """Give the name of a TEI element as lxml writes it."""
    return f"{{{TEI}}}{local}"
