"""References of a word-processor file: places with names, fields that use them."""

import re
from typing import Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_LONGEST: Final = 40


class Bookmarks:
    """Names the places of a document; each has a number of its own."""

    def __init__(self) -> None:
        self._made = 0

    def mark(self, paragraph: Paragraph, ident: str, first: int | None = None) -> None:
        """Name what a paragraph holds from an index on; without one, its end."""
        self._made += 1
        start, end = (OxmlElement(f"w:bookmark{kind}") for kind in ("Start", "End"))
        for element in (start, end):
            element.set(qn("w:id"), str(self._made))
        start.set(qn("w:name"), bookmark(ident))
        paragraph._p.insert(len(paragraph._p) if first is None else first, start)
        paragraph._p.append(end)


def bookmark(ident: str) -> str:
    """Make an id fit for a bookmark: letters, digits, at most forty."""
    return ("b_" + re.sub(r"\W", "_", ident))[:_LONGEST]


def field(paragraph: Paragraph, code: str, shown: str = "", style: str = "") -> None:
    """Write a field with what it shows until the program works it out again."""
    for kind in ("begin", "code", "separate", "shown", "end"):
        run = paragraph.add_run()
        if kind == "shown":
            run.text = shown
            run._r.style = style or None
        elif kind == "code":
            piece = OxmlElement("w:instrText")
            piece.set(qn("xml:space"), "preserve")
            piece.text = f" {code} "
            run._r.append(piece)
        else:
            piece = OxmlElement("w:fldChar")
            piece.set(qn("w:fldCharType"), kind)
            run._r.append(piece)
