"""Names and small helpers that the stages of the compiler share."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

SCHEMATRON: Final = "http://purl.oclc.org/dsdl/schematron"
RELAXNG: Final = "http://relaxng.org/ns/structure/1.0"
XSLT: Final = "http://www.w3.org/1999/XSL/Transform"
OWN: Final = "urn:x-octavo:schematron"
"""Namespace of everything the compiler itself puts into a stylesheet."""

BASE: Final = f"{{{OWN}}}base"
LINE: Final = f"{{{OWN}}}line"
"""Attributes that keep where an element of the schema was written."""


def sch(local: str) -> str:
    """Give the name of a Schematron element as lxml writes it."""
    return f"{{{SCHEMATRON}}}{local}"


def xsl(local: str) -> str:
    """Give the name of an XSLT element as lxml writes it."""
    return f"{{{XSLT}}}{local}"


def elements(parent: "etree._Element", *names: str) -> "Iterator[etree._Element]":
    """Give the child elements of Schematron with one of these names."""
    yield from parent.iterchildren(*(sch(name) for name in names))


def place(element: "etree._Element") -> tuple[str, int]:
    """Give the file and line where an element of the schema was written."""
    return element.get(BASE, ""), int(element.get(LINE, 0))
