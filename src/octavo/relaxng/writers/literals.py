"""Texts in quotation marks, as the compact syntax writes them."""

from __future__ import annotations

import re
from typing import Final

from octavo.relaxng.compact.tokens import KEYWORDS
from octavo.relaxng.writers.layout import LINE, Group, Indent, Layout, joined, row

LONGEST: Final = 80
_SPECIAL: Final = re.compile(r"\\(?=x+\{)|[\n\r]")
_PIECE: Final = re.compile(rf"[^\n]{{1,{LONGEST}}}(?:[ \n]+|$)|[^ \n]+[ \n]*|[ \n]+")


def plain(text: str) -> str:
    """Write characters so that none of them is taken for an escape."""
    return re.sub(r"\\(?=x+\{)", r"\\x{5C}", text)


def literal(text: str) -> str:
    """Write a text in quotation marks, in one line."""
    text = _SPECIAL.sub(lambda found: f"\\x{{{ord(found[0]):X}}}", text)
    for mark in '"', "'":
        if mark not in text:
            return f"{mark}{text}{mark}"
    parts = re.split('("+)', text)
    return " ~ ".join(
        f"'{part}'" if part.startswith('"') else f'"{part}"' for part in parts if part
    )


def long_literal(text: str) -> Layout:
    """Write a text in quotation marks, in several lines if it is long."""
    pieces = _PIECE.findall(text) if len(text) > LONGEST or "\n" in text else [text]
    if len(pieces) <= 1:
        return literal(text)
    return Group(Indent(joined(row(" ~", LINE), map(literal, pieces))))


def identifier(name: str) -> str:
    """Write the name of a definition."""
    return f"\\{name}" if name in KEYWORDS else name
