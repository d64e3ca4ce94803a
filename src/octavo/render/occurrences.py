"""The words around every name that leads to an entry of a register.

The stylesheet lists the names of a text in order, with their addresses; what stands
before and after each in its paragraph, line or note is read here from the source.
"""

from collections.abc import Container, Iterator
from typing import Final, cast

from lxml import etree

from octavo.names import EDITION, tei
from octavo.source import Source

# How many letters of context stand on each side, at most.
CONTEXT: Final = 60
_BLOCKS: Final = frozenset(
    tei(name)
    for name in (
        *("p", "l", "note", "head", "item", "cell", "ab", "titlePart", "salute"),
        *("dateline", "signed", "byline", "stage", "speaker", "trailer", "opener"),
        *("closer", "figure", "div", "docImprint"),
    )
)
_UNREAD: Final = tei("figDesc")
_POINTING: Final = etree.XPath("descendant::*[@ref]")
Element = etree._Element


def complete(extract: Element, source: Source, entries: Container[str]) -> None:
    """Give the names in an extract what stands before and after them."""
    listed = extract.iter(f"{{{EDITION}}}name")
    spans: dict[Element, dict[Element, tuple[int, int]]] = {}
    words: dict[Element, str] = {}
    for name, element in zip(listed, _names(source, entries), strict=True):
        block = _block(element)
        if block not in spans:
            spans[block], words[block] = _measured(block)
        start, end = spans[block].get(element, (0, 0))
        name.set("before", before(words[block], start))
        name.set("after", after(words[block], end))


def before(text: str, end: int) -> str:
    """Give the last words before a place, beginning with a whole one."""
    start = max(0, end - 2 * CONTEXT)
    near = _one_line(text[start:end])
    spare = len(near) - CONTEXT
    if start == 0 and spare <= 0:
        return near
    return "… " + near[max(0, spare - 1) :].partition(" ")[2]


def after(text: str, start: int) -> str:
    """Give the first words after a place, ending with a whole one."""
    near = _one_line(text[start : start + 2 * CONTEXT])
    if len(near) <= CONTEXT:
        return near
    return near[:CONTEXT] + near[CONTEXT:].partition(" ")[0] + " …"


def _names(source: Source, entries: Container[str]) -> Iterator[Element]:
    for text in source.root.iter(tei("text")):
        if next(text.iterancestors(tei("text")), None) is None:
            for element in cast("list[Element]", _POINTING(text)):
                pointers = element.get("ref", "").split()
                if any(p.partition("#")[2] in entries for p in pointers):
                    yield element


def _block(name: Element) -> Element:
    """Give the paragraph, line, note or heading around a name."""
    block, around = name, name.getparent()
    while around is not None:
        block = around
        if block.tag in _BLOCKS:
            break
        around = block.getparent()
    return block


def _measured(block: Element) -> tuple[dict[Element, tuple[int, int]], str]:
    """Join the words of a block; tell where in them each element begins and ends."""
    spans: dict[Element, tuple[int, int]] = {}
    pieces: list[str] = []
    _measure(block, 0, spans, pieces)
    return spans, "".join(pieces)


def _measure(
    element: Element, at: int, spans: dict[Element, tuple[int, int]], pieces: list[str]
) -> int:
    """Add the words of an element, which begin at a place; tell where they end."""
    words = "" if element.tag == _UNREAD else element.text or ""
    pieces.append(words)
    at += len(words)
    for child in element:
        if isinstance(child.tag, str):
            start, at = at, _measure(child, at, spans, pieces)
            spans[child] = (start, at)
        tail = child.tail or ""
        pieces.append(tail)
        at += len(tail)
    return at


def _one_line(text: str) -> str:
    """Make white space one space, kept at both ends."""
    if text.isascii() and not ("\n" in text or "  " in text or "\t" in text):
        return text
    return " ".join(f"|{text}|".split())[1:-1]
