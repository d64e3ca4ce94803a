"""Running text of a word-processor file: looks, links, calls, marks for the index."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from octavo.render.docx.references import Bookmarks, bookmark, field
from octavo.render.whole import (
    Element,
    Run,
    called,
    classes,
    entry,
    is_added,
    is_block,
    name,
)

_SPACE: Final = re.compile(r"[ \t\r\n]+")
# What a word processor's file cannot hold.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_RUN, _LINK, _TEXT = qn("w:r"), qn("w:hyperlink"), qn("w:t")
_BY_NAME: Final = {
    "b": "bold",
    "cite": "italic",
    "del": "strike",
    "em": "italic",
    "i": "italic",
    "strong": "bold",
    "sub": "sub",
    "sup": "super",
    "th": "bold",
}
_BY_CLASS: Final = {
    "italic": "italic",
    "bold": "bold",
    "smallcaps": "smallcaps",
    "underline": "underline",
    "strike": "strike",
    "super": "super",
    "sub": "sub",
}


_FONT: Final = {
    "bold": "bold",
    "italic": "italic",
    "strike": "strike",
    "sub": "subscript",
    "super": "superscript",
    "underline": "underline",
}
# Styles by their ids: to look one up by its name takes the library long.
_STYLE: Final = {"code": "CodeText", "smallcaps": "SmallCaps"}


@dataclass(frozen=True, slots=True)
class Looks:
    """How letters look, and in which language they are."""

    marks: frozenset[str] = frozenset()
    language: str = ""

    def within(self, element: Element) -> "Looks":
        """Give the looks of what is in an element."""
        found = {_BY_NAME.get(name(element), "")}
        found |= {_BY_CLASS[c] for c in classes(element) if c in _BY_CLASS}
        if name(element) in ("code", "pre"):
            found.add("code")
        marks = self.marks | (found - {""})
        return Looks(marks, element.get("lang", self.language))

    def wear(self, run: WordRun) -> None:
        """Give a run these looks."""
        for mark in sorted(self.marks & _FONT.keys()):
            setattr(run.font, _FONT[mark], True)
        for mark in sorted(self.marks & _STYLE.keys()):
            run._r.style = _STYLE[mark]
        if self.language:
            language = OxmlElement("w:lang")
            language.set(qn("w:val"), self.language)
            run._r.get_or_add_rPr().append(language)


class Phrases:
    """Writes running text; `call` is told the id of each note that is called."""

    def __init__(
        self,
        targets: frozenset[str],
        headings: Mapping[str, str],
        bookmarks: Bookmarks,
        call: Callable[[Paragraph, str], None],
    ) -> None:
        self._targets = targets
        self._headings = headings
        self._call = call
        self._bookmarks = bookmarks

    def run(self, paragraph: Paragraph, run: Run, looks: Looks = Looks()) -> None:
        """Write phrases that stand side by side."""
        self._parts(paragraph, run.parts, looks)
        _close(paragraph)

    def inside(
        self, paragraph: Paragraph, element: Element, looks: Looks = Looks()
    ) -> None:
        """Write what is in an element."""
        self._parts(paragraph, _parts(element), looks.within(element))
        _close(paragraph)

    def _parts(
        self, paragraph: Paragraph, parts: Iterable[str | Element], looks: Looks
    ) -> None:
        for part in parts:
            if isinstance(part, str):
                _words(paragraph, part, looks)
            elif isinstance(part.tag, str):
                self._element(paragraph, part, looks)

    def _element(self, paragraph: Paragraph, element: Element, looks: Looks) -> None:
        self.bookmark(paragraph, element)
        if called(element):
            self._call(paragraph, called(element))
        elif name(element) == "br":
            paragraph.add_run().add_break()
        elif name(element) == "img":
            _words(paragraph, f"[{element.get('alt', '')}]", looks)
        elif not is_added(element):
            self._content(paragraph, element, looks.within(element))

    def _content(self, paragraph: Paragraph, element: Element, looks: Looks) -> None:
        first = len(paragraph._p)
        if is_block(element):
            _words(paragraph, " ", looks)
        quoted = name(element) == "q" and "bare" not in classes(element)
        _words(paragraph, "“" if quoted else "", looks)
        self._parts(paragraph, _parts(element), replace(looks))
        _words(paragraph, "”" if quoted else "", looks)
        self._mark(paragraph, element)
        _link(paragraph, element, first)

    def bookmark(self, paragraph: Paragraph, element: Element) -> None:
        """Name a place that the text points to."""
        if element.get("id", "") in self._targets:
            self._bookmarks.mark(paragraph, element.get("id", ""))

    def _mark(self, paragraph: Paragraph, element: Element) -> None:
        """Leave the mark from which the program makes an index."""
        heading = self._headings.get(entry(element))
        if heading is not None:
            heading = heading.replace('"', "'").replace(":", "\\:")
            field(paragraph, f'XE "{heading}"')


def _parts(element: Element) -> Iterable[str | Element]:
    yield element.text or ""
    for child in element:
        yield child
        yield child.tail or ""


def _words(paragraph: Paragraph, text: str, looks: Looks) -> None:
    """Add words; white space is one space, none at the beginning."""
    words = _CONTROL.sub("", _SPACE.sub(" ", text))
    if not words:
        return
    if words[0] == " " and _ends_open(paragraph):
        words = words[1:]
    if words:
        looks.wear(paragraph.add_run(words))


def _ends_open(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph ends in white space or is empty."""
    for piece in paragraph._p.iterchildren(_RUN, _LINK, reversed=True):
        texts = list(piece.iter(_TEXT))
        if texts:
            return (texts[-1].text or " ")[-1] == " "
    return True


def _close(paragraph: Paragraph) -> None:
    """Take back white space at the end."""
    for piece in paragraph._p.iterchildren(_RUN, _LINK, reversed=True):
        texts = list(piece.iter(_TEXT))
        if texts:
            texts[-1].text = (texts[-1].text or "").rstrip(" ")
            return


def _link(paragraph: Paragraph, element: Element, first: int) -> None:
    """Make what was written since a link."""
    address = element.get("href", "")
    if name(element) != "a":
        return
    link = OxmlElement("w:hyperlink")
    if address.startswith("#"):
        link.set(qn("w:anchor"), bookmark(address[1:]))
    elif address.startswith(("http:", "https:", "mailto:")):
        kind = RELATIONSHIP_TYPE.HYPERLINK
        ident = paragraph.part.relate_to(address, kind, is_external=True)
        link.set(qn("r:id"), ident)
    else:
        return
    for piece in list(paragraph._p)[first:]:
        link.append(piece)
    paragraph._p.append(link)
