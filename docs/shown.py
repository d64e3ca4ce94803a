"""How each element of the TEI is shown in the web edition, for the reference part.

The table beside this file is kept true by a test that renders every element.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Final

from docwriter import E, division, inline, lined, paragraph
from lxml import etree

TABLE: Final = Path(__file__).with_name("shown.tsv")
SAID: Final = (
    "What becomes of each element of the TEI on a page: the element of HTML around its"
    " words, with its classes, on which a style sheet can build. A sign stands where an"
    " element has no words of the text: a mark, an image, a link to the apparatus.",
    "Hidden is what says something about the text and is not part of it, or what only"
    " the diplomatic view shows. Elements of a header are shown so on the page about"
    " the edition. An element of another namespace, or one that is not of the TEI, is"
    " shown with its words, marked, and reported as HTM001.",
)
_FATES: Final = {
    "hidden": "hidden",
    "frame": "holds texts, headers or surfaces",
    "words": "its words alone",
}


def shown() -> etree._Element:
    """Give the chapter, a table for each module."""
    lines = [
        line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()
    ]
    return division(
        "chapter",
        "shown",
        "How elements are shown",
        *map(paragraph, SAID),
        *(
            _module(module, [(name, fate) for _, name, fate in found])
            for module, found in groupby(lines, key=itemgetter(0))
        ),
    )


def _module(module: str, found: list[tuple[str, str]]) -> etree._Element:
    rows = [
        E.row(E.cell(E.gi(name)), E.cell(*inline(_said(fate)))) for name, fate in found
    ]
    heads = E.row(E.cell("Element"), E.cell("Shown as"), role="label")
    return division("section", f"shown-{module}", module, lined("table", heads, *rows))


def _said(fate: str) -> str:
    """Put names of HTML into backticks: 'a sign `img.graphic`'."""
    return "; ".join(_part(part) for part in fate.split("; "))


def _part(part: str) -> str:
    view, _, made = part.rpartition(": ")
    lead = f"in the {view} view " if view else ""
    sign, _, name = made.rpartition("sign ")
    if made in _FATES:
        return lead + _FATES[made]
    return f"{lead}{'a sign ' if made != name else sign}`{name}`"
