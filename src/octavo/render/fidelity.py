"""Fidelity: the words of an output against the words of the TEI, in order.

Every word of the text must be in the output, unless the stylesheets declare that
the view hides it; what a page adds is marked with the class `gen`. Notes are
compared one by one, since they stand elsewhere than in the source. White space
does not count; in outputs that mark nothing, only letters and digits do.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from octavo.diagnostics import Diagnostic, Severity
from octavo.names import TEI, XHTML, XML_ID, tei
from octavo.render import presence
from octavo.source import Source

_HTML: Final = {"h": XHTML}
_NOTE: Final = re.compile(r"note(\d+)_*")
# How far ahead to look for words that are on the page, but later; a few letters
# are found anywhere, so they count as found only nearby.
_WINDOW: Final = 40
_SIGN: Final = 4
_SHOWN: Final = 60
Element = etree._Element


@dataclass(frozen=True, slots=True)
class _Words:
    """Some words of the source without white space, and the element they are in."""

    text: str
    element: Element


def check(
    source: Source, page: bytes, hidden: Iterable[Element]
) -> tuple[Diagnostic, ...]:
    """Compare a page that shows a whole text, and marks what it adds, with its source.

    `hidden` are the elements that the view leaves out on purpose. Gives one
    finding for each passage that is lost and each that was never there.
    """
    html = etree.fromstring(page)
    left_out = set(hidden)
    notes = _shown_notes(source, html)
    found: list[Diagnostic] = []
    article = "".join(_page_words(html.iterfind(".//h:article", _HTML)))
    found += _compare(
        source,
        [
            piece
            for text in _outer_texts(source)
            for piece in _words(text, left_out | set(notes))
        ],
        article,
    )
    for note, shown in notes.items():
        words = _words(note, (left_out | set(notes)) - {note})
        found += _compare(source, list(words), "".join(_page_words([shown])))
    return tuple(found)


def missing(
    source: Source, shown: str, hidden: Iterable[Element], apart: Iterable[Element] = ()
) -> tuple[Diagnostic, ...]:
    """List what an output that does not mark what it adds has lost of a text.

    Notes may stand anywhere in it, and so may what is `apart`.
    """
    calls = {ref for ref in source.root.iter(tei("ref")) if _is_sign(source, ref)}
    left_out = {*hidden, *calls}
    notes = {n for text in _outer_texts(source) for n in text.iter(tei("note"))}
    notes.update(apart)
    letters = presence.letters(shown)
    texts = [list(_words(t, left_out | notes)) for t in _outer_texts(source)]
    inner = [
        list(_words(note, (left_out | notes) - {note}))
        for note in notes
        if left_out.isdisjoint((note, *note.iterancestors()))
    ]
    lost = [
        run[number]
        for run in texts + inner
        for number in presence.absent([piece.text for piece in run], letters)
    ]
    return tuple(sorted((_lost(source, p) for p in lost), key=_place))


def _place(found: Diagnostic) -> tuple[int, int, str]:
    return found.line, found.column, found.message


def _is_sign(source: Source, ref: Element) -> bool:
    """Tell whether a pointer is the sign of a note, which outputs set themselves."""
    target = ref.get("target", "")
    return (
        target.startswith("#")
        and len(presence.letters("".join(map(str, ref.itertext())))) <= _SIGN
        and any(n.get(XML_ID) == target[1:] for n in source.root.iter(tei("note")))
    )


def _outer_texts(source: Source) -> list[Element]:
    return [
        text
        for text in source.root.iter(tei("text"))
        if next(text.iterancestors(tei("text")), None) is None
    ]


def _shown_notes(source: Source, html: Element) -> dict[Element, Element]:
    """Map each note of the source that stands at the end of the page to its item."""
    by_id = {e.get(XML_ID): e for e in source.root.iter("{*}*") if e.get(XML_ID)}
    notes = list(source.root.iter(tei("note")))
    shown: dict[Element, Element] = {}
    for item in _notes_at_end(html):
        ident = item.get("id", "")
        counted = _NOTE.fullmatch(ident)
        if ident in by_id:
            shown[by_id[ident]] = item
        elif counted:
            shown[notes[int(counted.group(1)) - 1]] = item
    return shown


def _notes_at_end(html: Element) -> list[Element]:
    """List the notes of a page, of a site or of a book."""
    return [
        *html.iterfind(".//h:section[@role='doc-endnotes']//h:li[@id]", _HTML),
        *html.iterfind(".//h:div[@role='doc-footnote'][@id]", _HTML),
    ]


def _words(element: Element, left_out: set[Element]) -> Iterator[_Words]:
    """Give the words in an element, in order, but for what is left out."""
    if element.text:
        yield _Words(_dense(element.text), element)
    for child in element:
        if isinstance(child.tag, str) and child not in left_out:
            yield from _words(child, left_out)
        if child.tail:
            yield _Words(_dense(child.tail), element)


def _page_words(elements: Iterable[Element]) -> Iterator[str]:
    for element in elements:
        yield _dense(element.text or "")
        for child in element:
            if (
                isinstance(child.tag, str)
                and "gen" not in child.get("class", "").split()
            ):
                yield from _page_words([child])
            yield _dense(child.tail or "")


def _dense(text: str) -> str:
    return "".join(text.split())


def _compare(source: Source, words: list[_Words], page: str) -> Iterator[Diagnostic]:
    """Walk through the words of the source and find each on the page."""
    position = 0
    for piece in words:
        if page.startswith(piece.text, position):
            position += len(piece.text)
            continue
        at = page.find(piece.text, position, position + _WINDOW * len(piece.text))
        if at < 0:
            yield _lost(source, piece)
            continue
        yield _added(source, piece, page[position:at])
        position = at + len(piece.text)
    if position < len(page) and words:
        yield _added(source, words[-1], page[position:])


def _lost(source: Source, piece: _Words) -> Diagnostic:
    name = etree.QName(piece.element)
    shown = piece.element.tag if name.namespace != TEI else f"<{name.localname}>"
    return _finding(source, piece, f"words in {shown} are lost: ", piece.text)


def _added(source: Source, piece: _Words, text: str) -> Diagnostic:
    return _finding(source, piece, "the page has words the text has not: ", text)


def _finding(source: Source, piece: _Words, message: str, text: str) -> Diagnostic:
    line, column = source.position(piece.element)
    quoted = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return Diagnostic(
        code="HTM003",
        severity=Severity.ERROR,
        message=f"{message}'{quoted}'",
        file=str(source.path),
        line=line,
        column=column,
        hint="this is a fault of the stylesheet; please report it with the document",
        source="fidelity",
    )
