"""The places where the entries of registers are named, written as the engine would.

A register of a large text lists tens of thousands of them. The engine takes longer for
these lists than for the text, so it leaves a mark in the place of each.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import quote

from lxml import etree

from octavo.names import EDITION

_NAME: Final = f"{{{EDITION}}}name"
_PART: Final = f"{{{EDITION}}}part"
_MARK: Final = re.compile(rb"<\?octavo-places (\d+)\s*\?>")
_ITEM: Final = (
    '<li><a href="%s">%s</a> <span class="words">%s<mark>%s</mark>%s</span></li>'
)
# What the engine writes as a reference to a character.
_SPECIAL: Final = re.compile("[&<>\r\x7f-\x9f\u2028]")
_REFERENCES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;"}
_PLAIN: Final = re.compile(r"[\w#./:-]*", re.ASCII)
_ASCII: Final = "".join(map(chr, range(0x20, 0x7F)))
Element = etree._Element


def take_out(extracts: Sequence[Element]) -> dict[str, list[str]]:
    """Take the names out of the extracts of documents: items of a list by entry."""
    found: dict[str, list[str]] = {}
    for extract in extracts:
        titles: dict[str, str] = {}
        for part in extract.iter(_PART):
            titles.setdefault(part.get("id", ""), part.get("title", ""))
        pages = {ident: _written(title) for ident, title in titles.items()}
        whole = _written(extract.get("title", ""))
        for name in extract.iterchildren(_NAME):
            item = _item(name, pages.get(name.get("page", ""), whole))
            for key in name.get("keys", "").split():
                found.setdefault(key, []).append(item)
        etree.strip_elements(extract, _NAME, with_tail=False)
    return found


def counts(found: Mapping[str, Sequence[str]]) -> list[Element]:
    """Tell the stylesheet how often each entry is named, and the number of its mark."""
    return [
        etree.Element(_NAME, keys=key, number=str(number), count=str(len(items)))
        for number, (key, items) in enumerate(found.items())
    ]


def filled(page: bytes, found: Mapping[str, Sequence[str]]) -> bytes:
    """Put the items of lists in the places of their marks."""
    lists = list(found.values())
    return _MARK.sub(lambda mark: "".join(lists[int(mark[1])]).encode(), page)


def _item(name: Element, page: str) -> str:
    """Write one place: its address, the title of its page, the words around it."""
    words = [_written(name.get(around, "")) for around in ("before", "words", "after")]
    return _ITEM % (_address(name.get("href", "")), page, *words)


def _written(text: str) -> str:
    """Write text as the engine does."""
    return _SPECIAL.sub(_reference, text)


def _reference(found: re.Match[str]) -> str:
    return _REFERENCES.get(found[0]) or f"&#x{ord(found[0]):x};"


def _address(href: str) -> str:
    """Write the address of a link as the engine does."""
    if _PLAIN.fullmatch(href):
        return href
    address = quote(unicodedata.normalize("NFC", href), safe=_ASCII)
    return _written(address).replace('"', "&#34;")
