"""Numbered lists of a word-processor file, each beginning with one again."""

from typing import Any, Final

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

INDENT: Final = Mm(8)


def restarted(document: Document, style: str) -> int:
    """Make a numbering like that of a style, which begins anew; give its number."""
    numbering = document.part.numbering_part.element
    properties = document.styles[style].element.pPr
    known = numbering.num_having_numId(properties.numPr.numId.val)
    made = numbering.add_num(known.abstractNumId.val)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.get(qn("w:numId")))


def use(paragraph: Paragraph, number: int) -> None:
    """Give a paragraph its place in a numbering."""
    properties: Any = paragraph._p.get_or_add_pPr()
    place = properties.get_or_add_numPr()
    place.get_or_add_ilvl().val = 0
    place.get_or_add_numId().val = number
