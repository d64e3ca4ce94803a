"""Verse: lines that are set in, or that stand together without filling the line."""

import re
from functools import lru_cache
from typing import Final

from octavo.encode.blocks import Block
from octavo.encode.measure import Measured
from octavo.encode.traits import (
    is_balanced,
    is_capitalised,
    is_centred,
    is_closed,
    is_number_only,
    is_numbered,
    is_speech,
    verse_lines,
)

_REACH: Final = 16  # lines of a quotation that are looked at
_LINE: Final = 90
_WIDE: Final = 110
_LONG: Final = 450  # paragraphs of a book that is not mostly speech
UNSCORED: Final = frozenset({"note", "figure", "break", "notes-head", "row"})


def verse(blocks: list[Block], at: int, measured: Measured) -> float:
    """Score a block as verse."""
    block = blocks[at]
    if not measured.wrapped:
        return _loose_verse(blocks, at, measured)
    if measured.indent and min(block.indents) <= measured.indent:
        return -2.0
    if is_centred(block, measured) and len(set(block.indents)) > 1:
        return -2.0
    if block.count == 1:
        centred = is_centred(block, measured) and not is_aligned(blocks, at)
        single = block.indent > 2 and not centred
        return 0.8 if single and block.length < measured.width else -2.0
    filled = block.is_filled(measured.width) and block.length > measured.width
    poem = measured.set_in and block.indent > 2
    if filled and not (poem or is_capitalised(block)):
        return -3.0
    like = verse_lines(block, measured)
    score = 3.0 * like if block.indent > 2 else 2.5 * like - 1.6
    return score + (0.5 if block.indent > 2 else 0.0)


def is_aligned(blocks: list[Block], at: int) -> bool:
    """Tell whether a line begins where those beside it do, as in verse."""
    block = blocks[at]
    near = [b for b in blocks[max(0, at - 2) : at + 3] if b is not block]
    first = len(block.opening)
    return any(
        b.indent == block.indent and abs(len(b.opening) - first) > 4 for b in near
    )


def _loose_verse(blocks: list[Block], at: int, measured: Measured) -> float:
    """Score verse in a text that gives each line a paragraph of its own."""
    block = blocks[at]
    if block.length > 160 or _is_titular(blocks, at):
        return -4.0
    near = [b for b in blocks[max(0, at - 4) : at + 5] if b.kind not in UNSCORED]
    open_lines = sum(_is_open(b) for b in near) / len(near)
    score = 4.0 * open_lines - 2.4
    if is_speech(block.text) and is_closed(block.text):
        score -= 0.5
    if in_run(blocks, at):
        score += 2.5
    if measured.verse:
        score += 1.5
    if _in_quotation(blocks, at):
        score += 4.0
    if measured.width > _LONG and _has_short_neighbour(blocks, at):
        score += 1.5
    return score + (0.6 if _is_open(block) else -0.4)


def _is_titular(blocks: list[Block], at: int) -> bool:
    """Tell whether a line is a numbered title, or the title below a number."""
    block = blocks[at]
    if is_numbered(block.text) or not at or block.gap:
        return is_numbered(block.text)
    above = blocks[at - 1].text
    return is_number_only(above) or above.endswith(block.text)


def _in_quotation(blocks: list[Block], at: int) -> bool:
    """Tell whether short lines from an opened quotation mark to its close are here.

    A speech of several paragraphs opens each of them with the mark.
    """
    first = at
    while first and at - first < _REACH and not is_speech(blocks[first].text):
        first -= 1
    if not is_speech(blocks[first].text) or is_balanced(blocks[first].text):
        return False
    run = blocks[first : first + _REACH]
    end = next((i for i, b in enumerate(run) if i and not is_balanced(b.text)), 0)
    lines = run[: end + 1]
    if not (end and first + end >= at):
        return False
    plain = all(_is_line(b) and not is_speech(b.text) for b in lines[1:])
    return plain and _is_line(lines[0])


def _is_line(block: Block) -> bool:
    return block.kind not in UNSCORED and block.length < _LINE and block.gap < 3


def _has_short_neighbour(blocks: list[Block], at: int) -> bool:
    """Tell whether two short lines follow each other among long paragraphs."""
    pair = [b for b in blocks[max(0, at - 1) : at + 2] if b is not blocks[at]]
    return _is_short(blocks[at]) and any(
        _is_short(b) and b.kind not in UNSCORED and min(b.gap, blocks[at].gap) < 2
        for b in pair
    )


def _is_short(block: Block) -> bool:
    text = block.text
    capital = text.lstrip("“‘\"'([ —")[:1].isupper()
    return block.length < 75 and capital and not re.search(r"\d|\]$", text)


def in_run(blocks: list[Block], at: int) -> bool:
    """Tell whether lines stand close together where others are parted by gaps."""
    block = blocks[at]
    if not block.indent or (block.gap and block.after) or _is_titular(blocks, at):
        return False
    same = [
        b
        for b in blocks[max(0, at - 1) : at + 2]
        if b.indent == block.indent and b.length < _WIDE
    ]
    return len(same) > 1


def _is_open(block: Block) -> bool:
    return block.length < _WIDE and _ends_open(block.text)


@lru_cache(maxsize=512)
def _ends_open(text: str) -> bool:
    capital = text.lstrip("“‘\"'«—–-([ ")[:1].isupper()
    return capital and text[-1] not in '.!?…"”»:'


def settle_verse(blocks: list[Block]) -> None:
    """Take single lines back that stand alone: verse has at least two."""
    kinds = ["", *(block.kind for block in blocks), ""]
    for index, block in enumerate(blocks):
        if block.kind == "l" and "l" not in (kinds[index], kinds[index + 2]):
            block.kind, block.other = "p", "l"
