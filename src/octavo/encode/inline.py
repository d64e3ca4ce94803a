"""Markup inside paragraphs that the text itself shows: emphasis, references."""

import re
from typing import Final

from octavo.encode.blocks import Block
from octavo.encode.spans import Element, Removal, leaf

_EMPHASIS: Final = re.compile(r"_(?<!\w_)(?=[^\s_])([^_]{1,400}?)(?<=\S)_(?!\w)")
_STRONG: Final = re.compile(r"=(?<![\w=]=)(?=[^\s=])([^=\n]{1,200}?)(?<=\S)=(?![\w=])")


def has_emphasis(data: str) -> bool:
    """Tell whether low lines around words are marks of emphasis in this text."""
    found = len(_EMPHASIS.findall(data[:2_000_000]))
    return found > 1 and data.count("_") < 2.6 * found


def emphasis(block: Block, data: str) -> tuple[list[Element], list[Removal]]:
    """Find the emphasised words of a block, and the marks to remove."""
    spans: list[Element] = []
    marks: list[Removal] = []
    for pattern, rend in ((_EMPHASIS, "italic"), (_STRONG, "bold")):
        matches = (
            m for a, b in block.stretches() for m in pattern.finditer(data, a, b)
        )
        for m in matches:
            spans.append(leaf("hi", m.start() + 1, m.end() - 1, rend=rend))
            marks += [
                Removal(m.start(), m.start() + 1, "emphasis-mark"),
                Removal(m.end() - 1, m.end(), "emphasis-mark"),
            ]
    return spans, marks
