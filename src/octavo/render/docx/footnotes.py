"""Footnotes: the part of a word-processor file that the library does not know.

The library opens every other door needed: parts, relationships, paragraphs. A note
holds paragraphs like those of the text; the first begins with its sign.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, cast

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

if TYPE_CHECKING:
    from docx.oxml.text.paragraph import CT_P

_TYPE: Final = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
)
# The lines between text and notes come first, as notes of their own kind.
_REFERENCE: Final = "FootnoteReference"
_LINES: Final = ("separator", "continuationSeparator")


class Footnotes:
    """The notes of one document, numbered by the program that shows them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
        for number, kind in enumerate(_LINES):
            note = self._note(number)
            note.set(qn("w:type"), kind)
            paragraph, run = OxmlElement("w:p"), OxmlElement("w:r")
            run.append(OxmlElement(f"w:{kind}"))
            paragraph.append(run)
            note.append(paragraph)

    def call(self, paragraph: Paragraph) -> int:
        """Put a call at the end of a paragraph; give the number of its note."""
        number = len(self._root)
        run = paragraph.add_run()
        run._r.style = _REFERENCE
        mark = OxmlElement("w:footnoteReference")
        mark.set(qn("w:id"), str(number))
        run._r.append(mark)
        self._note(number)
        return number

    def paragraphs(self, number: int) -> Iterator[Paragraph]:
        """Give new paragraphs of a note, one after another, as they are asked for."""
        note = self._root[number]
        while True:
            paragraph = Paragraph(cast("CT_P", OxmlElement("w:p")), self._document)
            note.append(paragraph._p)
            paragraph._p.style = "FootnoteText"
            if len(note) == 1:
                _sign(paragraph.add_run())
                paragraph.add_run(" ")
            yield paragraph

    def attach(self) -> None:
        """Add the notes to the file; not before the last is written."""
        data = etree.tostring(
            self._root, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        package = self._document.part.package
        part = Part(PackURI("/word/footnotes.xml"), _TYPE, data, package)
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def _note(self, number: int) -> etree._Element:
        note: etree._Element = OxmlElement("w:footnote")
        note.set(qn("w:id"), str(number))
        self._root.append(note)
        return note


def _sign(run: Run) -> None:
    run._r.style = _REFERENCE
    run._r.append(OxmlElement("w:footnoteRef"))
