"""Wrap plain text: paragraphs filled to a measure, verse and tables left alone.

The stylesheet for plain text writes one line a paragraph, with a mark in front
that says how the block stands; nothing but white space changes here.
"""

import textwrap
from typing import Final

WIDTH: Final = 72
# Marks in front of a line: a block with this indent, or a line to keep as it is.
INDENT: Final = "\t"
KEEP: Final = "\ufdd0"


def wrap(text: str, width: int = WIDTH) -> str:
    """Fill each line to the width, in characters; 0 leaves one line a paragraph.

    Tabs in front of a line indent it, the mark `KEEP` keeps it as it is.
    """
    lines = [filled for line in text.splitlines() for filled in _fill(line, width)]
    return "\n".join(_single_gaps(lines)) + "\n"


def _fill(line: str, width: int) -> list[str]:
    content = line.lstrip(INDENT)
    indent = "    " * (len(line) - len(content))
    if content.startswith(KEEP) or not width:
        return [(indent + content.removeprefix(KEEP)).rstrip()]
    return textwrap.wrap(
        content,
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]


def _single_gaps(lines: list[str]) -> list[str]:
    """Leave at most two empty lines in a row, none at the ends."""
    kept: list[str] = []
    for line in lines:
        if line or kept[-2:] != ["", ""]:
            kept.append(line)
    return "\n".join(kept).strip("\n").split("\n")
