"""The search index: the passages of the site, each with its address and its names.

The index is a script that sets one variable, since a page opened from a folder may
load scripts but read no other files. It holds the text itself: a browser looks
through a few megabytes faster than one can type, and needs no second copy of each
word.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any, Final, NamedTuple, cast

from lxml import etree

from octavo.names import EDITION, XHTML

NAME: Final = "assets/search-index.js"
_HTML: Final = {"h": XHTML}
_TITLE: Final = " · "
# Only the main part of a page is searched, which is well-formed by itself.
_FRAME: Final = b'<html xmlns="%s">%%s</main></html>' % XHTML.encode()
# Elements whose text is one passage, if they have an id or stand in one that has.
_BLOCKS: Final = frozenset(
    f"{{{XHTML}}}{name}"
    for name in (
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "dt", "dd"),
        *("figcaption", "caption", "blockquote", "div"),
    )
)
# What is not the text's: what the edition added, comments, instructions.
_ADDED: Final = etree.XPath(
    "//*[contains(@class, 'gen')] | //comment() | //processing-instruction()"
)
_HOLDER: Final = f"{{{EDITION}}}searched"
Element = etree._Element


class Passage(NamedTuple):
    """Words that are searched together, their address, the entries they name."""

    id: str
    words: str
    entries: tuple[str, ...]


def enclose(root: Element, pages: Mapping[str, bytes]) -> None:
    """Put what is searched of some pages into the extract of their document."""
    found = [
        [name, title, passages] for name, title, passages in _read(pages) if passages
    ]
    etree.SubElement(root, _HOLDER).text = json.dumps(found, ensure_ascii=False)


def take_out(extract: Element) -> list[list[Any]]:
    """Take what is searched out of an extract: pages with name, title, passages."""
    holder = extract.find(_HOLDER)
    if holder is None:
        return []
    extract.remove(holder)
    found: list[list[Any]] = json.loads(holder.text or "[]")
    return found


def index(pages: Sequence[Sequence[Any]], entries: Mapping[str, str]) -> bytes:
    """Make the index of some pages; `entries` maps ids of registers to headings."""
    named = {entry for _, _, passages in pages for p in passages for entry in p[2]}
    known = [entry for entry in entries if entry in named]
    numbers = {entry: number for number, entry in enumerate(known)}
    data = {
        "entries": [[entry, entries[entry]] for entry in known],
        "pages": [
            [name, title, [_packed(p, numbers) for p in passages]]
            for name, title, passages in pages
        ],
    }
    packed = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"const octavoIndex={packed};\n".encode()


def _packed(passage: Sequence[Any], numbers: Mapping[str, int]) -> list[object]:
    ident, words, entries = passage
    named = sorted({numbers[entry] for entry in entries if entry in numbers})
    return [ident, words, *([named] if named else [])]


def _read(
    pages: Mapping[str, bytes],
) -> Iterator[tuple[str, str, list[Passage]]]:
    for name, data in pages.items():
        head, _, rest = data.partition(b"</title>")
        title = unescape(head.rpartition(b"<title>")[2].decode())
        main = rest[rest.index(b"<main") : rest.rindex(b"</main>")]
        tree = etree.fromstring(_FRAME % main)
        holders = [
            *tree.iterfind(".//h:article", _HTML),
            *tree.iterfind(".//h:section[@role='doc-endnotes']", _HTML),
        ]
        page = _Page.of(tree)
        for holder in holders:
            page.add_passages(holder, "")
        yield name, title.rpartition(_TITLE)[0] or title, page.found


@dataclass(frozen=True, slots=True)
class _Page:
    """A page: elements that hold blocks, or what the edition added; its passages."""

    outer: set[Element]
    mixed: set[Element]
    found: list[Passage]

    @classmethod
    def of(cls, tree: Element) -> "_Page":
        added = cast("list[Element]", _ADDED(tree))
        return cls(_around(tree.iter(*_BLOCKS)), _around(added), [])

    def add_passages(self, element: Element, around: str) -> None:
        """Add the passages in an element: its innermost blocks, what is between."""
        ident = element.get("id", around)
        if element in self.outer:
            for child in element:
                if _is_shown(child):
                    self.add_passages(child, ident)
            return
        is_mixed = element in self.mixed
        words = _words(element) if is_mixed else map(str, element.itertext())
        text = " ".join("".join(words).split())
        if text:
            entries = tuple(_entries(element)) if len(element) else ()
            self.found.append(Passage(ident, text, entries))


def _around(elements: Iterable[Element]) -> set[Element]:
    """Give all elements around some."""
    found: set[Element] = set()
    for element in elements:
        around = element.getparent()
        while around is not None and around not in found:
            found.add(around)
            around = around.getparent()
    return found


def _is_shown(element: Element) -> bool:
    classes = element.get("class")
    if classes and "gen" in classes.split():
        return False
    return isinstance(element.tag, str)


def _words(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if _is_shown(child):
            yield from _words(child)
        yield child.tail or ""


def _entries(element: Element) -> Iterator[str]:
    for link in element.iter(f"{{{XHTML}}}a"):
        page, _, entry = link.get("href", "").partition("#")
        if page and entry:
            yield entry
