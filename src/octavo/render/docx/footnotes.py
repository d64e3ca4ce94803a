"""Footnotes: the part of a word-processor file that the library does not know.

The library opens every other door needed: parts, relationships, paragraphs. A note
holds paragraphs like those of the text; the first begins with its sign. The part has
relationships of its own, for the addresses and images of its paragraphs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.parts.story import StoryPart
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

from octavo.render.docx.references import Bookmarks, bookmark, field

if TYPE_CHECKING:
    from docx.oxml.text.paragraph import CT_P

_TYPE: Final = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
)
# The lines between text and notes come first, as notes of their own kind.
_REFERENCE: Final = "FootnoteReference"
# The bookmark of a call has a name that no place of the text has.
_CALL: Final = "call."
_LINES: Final = ("separator", "continuationSeparator")


@dataclass(frozen=True, slots=True)
class _Story:
    """What paragraphs ask for the part that they stand in."""

    part: StoryPart


class Footnotes:
    """The notes of one document, numbered by the program that shows them."""

    def __init__(self, document: Document, bookmarks: Bookmarks) -> None:
        self._bookmarks = bookmarks
        self._called: dict[str, int] = {}
        self._root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
        place, package = PackURI("/word/footnotes.xml"), document.part.package
        part = StoryPart(place, _TYPE, self._root, package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        self._story = _Story(part)
        for number, kind in enumerate(_LINES):
            note = self._note(number)
            note.set(qn("w:type"), kind)
            paragraph, run = OxmlElement("w:p"), OxmlElement("w:r")
            run.append(OxmlElement(f"w:{kind}"))
            paragraph.append(run)
            note.append(paragraph)

    def call(self, paragraph: Paragraph, ident: str) -> int:
        """Put the call of a new note at the end of a paragraph; give its number."""
        number = len(self._root)
        self._called[ident] = number - len(_LINES) + 1
        first = len(paragraph._p)
        run = paragraph.add_run()
        run._r.style = _REFERENCE
        mark = OxmlElement("w:footnoteReference")
        mark.set(qn("w:id"), str(number))
        run._r.append(mark)
        self._bookmarks.mark(paragraph, _CALL + ident, first)
        self._note(number)
        return number

    def again(self, paragraph: Paragraph, ident: str) -> bool:
        """Repeat the number of a note; tell whether it was called before."""
        if ident not in self._called:
            return False
        code = f"NOTEREF {bookmark(_CALL + ident)} \\h"
        field(paragraph, code, str(self._called[ident]), _REFERENCE)
        return True

    def paragraphs(self, number: int) -> Iterator[Paragraph]:
        """Give new paragraphs of a note, one after another, as they are asked for."""
        note = self._root[number]
        while True:
            paragraph = Paragraph(cast("CT_P", OxmlElement("w:p")), self._story)
            note.append(paragraph._p)
            paragraph._p.style = "FootnoteText"
            if len(note) == 1:
                _sign(paragraph.add_run())
                paragraph.add_run(" ")
            yield paragraph

    def _note(self, number: int) -> etree._Element:
        note: etree._Element = OxmlElement("w:footnote")
        note.set(qn("w:id"), str(number))
        self._root.append(note)
        return note


def _sign(run: Run) -> None:
    run._r.style = _REFERENCE
    run._r.append(OxmlElement("w:footnoteRef"))
