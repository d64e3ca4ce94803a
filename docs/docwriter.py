"""Pieces of TEI for the reference part of the manual."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from lxml import etree
from lxml.builder import ElementMaker

from octavo.names import TEI, XML_ID

E: Final = ElementMaker(namespace=TEI, nsmap={None: TEI})
_CODE: Final = re.compile(r"`([^`]+)`")


class Entry(NamedTuple):
    """One thing explained: its id, its name, and paragraphs about it."""

    ident: str
    name: etree._Element | str
    about: list[str]


def lined(name: str, *children: etree._Element, **attributes: str) -> etree._Element:
    """Make an element whose children stand on lines of their own."""
    made: etree._Element = E(name, "\n", *children, **attributes)
    for child in made:
        child.tail = "\n"
    return made


def division(
    kind: str, ident: str, title: str, *parts: etree._Element
) -> etree._Element:
    """Make a chapter or a section."""
    return lined("div", E.head(title), *parts, type=kind, **{XML_ID: ident})


def gloss(entries: Iterable[Entry]) -> list[etree._Element]:
    """Make a list of names and what is to be said about them; none of no entries."""
    made: list[etree._Element] = []
    for entry in entries:
        name = E.code(entry.name) if isinstance(entry.name, str) else entry.name
        about = [*inline(" ".join(entry.about))]
        made += [E.label(name, **{XML_ID: entry.ident}), E.item(*about)]
    return [lined("list", *made, type="gloss")] if made else []


def paragraph(words: str) -> etree._Element:
    """Make a paragraph."""
    made: etree._Element = E.p(*inline(words))
    return made


def inline(words: str) -> Iterator[etree._Element | str]:
    """Mark as code what stands between backticks."""
    for number, piece in enumerate(_CODE.split(words)):
        yield E.code(piece) if number % 2 else piece
