"""Entries of lists: by number or bullet, by indent, by the words before them."""

import re
from typing import Final

from octavo.encode.blocks import Block
from octavo.encode.measure import Measured
from octavo.encode.traits import BULLET, ENTRY, LEADER, is_speech
from octavo.encode.verse import in_run

_RECORD: Final = re.compile(r"\d[.)]?$|\d{4}|\)$")


def entry(blocks: list[Block], at: int, measured: Measured) -> float:
    """Score a block as the entry of a list."""
    block = blocks[at]
    text, score = block.text, -2.5
    match = ENTRY.match(text)
    if match and match["n"].isdecimal():
        score += 1.5 + 2.0 * _has_neighbour(blocks, at, int(match["n"]))
    elif BULLET.match(text) and not is_speech(text):
        score += 3.0
    if LEADER.search(text):
        score += 3.0
    if block.gap >= 3:
        score -= 3.0
    if not measured.wrapped:
        score += _enumerated(blocks, at)
    if measured.wrapped and _hangs(block):
        score += 3.5
    elif measured.wrapped and block.indent:
        score += _listed(block, measured)
    return score


def _enumerated(blocks: list[Block], at: int) -> float:
    """Score a paragraph as one of several that a sentence or a list is cut into."""
    text = blocks[at].text
    if in_run(blocks, at):
        return 2.0 + 2.5 * bool(_RECORD.search(text))
    before = blocks[at - 1].text if at else ""
    goes_on = before.endswith((":", ";", ",", " and", " or"))
    if not goes_on or blocks[at].gap > 1 or is_speech(text):
        return 0.0
    return (
        3.0 * text[0].islower() + 1.5 * (text[-1] == ";") + 1.5 * (before[-1:] == ";")
    )


def _listed(block: Block, measured: Measured) -> float:
    """Score lines that stand below each other as the entries of a list do."""
    if block.indent == 2 and len(block.lines) == 1:
        return 2.3
    if len(block.lines) == 1 or block.is_filled(measured.width):
        return 0.0
    starts = [line.content for line in block.lines]
    numbered = sum(bool(ENTRY.match(s)) for s in starts) / len(starts)
    small = sum(s[0].islower() for s in starts) / len(starts)
    paged = sum(s[-1].isdigit() for s in starts) / len(starts)
    bare = sum(s[-1].isalpha() for s in starts) / len(starts)
    near = 2.5 + 2.0 * bare if block.indent == 2 else 0.0
    return 5.0 * max(numbered, small, paged) + near


def _hangs(block: Block) -> bool:
    first, *rest = block.lines
    return bool(rest) and all(line.indent > first.indent for line in rest)


def _has_neighbour(blocks: list[Block], at: int, n: int) -> bool:
    """Tell whether an entry near by has the next or the last number."""
    for other, step in ((at - 1, -1), (at - 2, -1), (at + 1, 1), (at + 2, 1)):
        if 0 <= other < len(blocks):
            match = ENTRY.match(blocks[other].text)
            if match and match["n"].isdecimal() and int(match["n"]) == n + step:
                return True
    return False
