"""Entries of lists: by number or bullet, by indent, by the words before them."""

import re
from itertools import groupby
from operator import attrgetter
from typing import Final

from octavo.encode.blocks import Block
from octavo.encode.entries import hangs, is_outside
from octavo.encode.measure import Measured
from octavo.encode.traits import BULLET, ENTRY, has_leader, is_centred, is_speech
from octavo.encode.verse import UNSCORED, in_run

_SURE: Final = 0.95  # on average, of the entries of a list
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
    if has_leader(text):
        score += 3.0
    if block.gap >= 3:
        score -= 3.0
    if not measured.wrapped:
        return score + _enumerated(blocks, at)
    return score + _at_margin(blocks, at, measured) + _placed(block, measured)


def _placed(block: Block, measured: Measured) -> float:
    """Score the lines of a block by where they begin."""
    if hangs(block):
        return 3.5 * (not is_centred(block, measured))
    if measured.indent_parts and block.last_indent < block.indent:
        return 0.0  # the shape of a paragraph
    return _listed(block, measured) if block.indent else 0.0


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
    if block.indent == 2 and block.count == 1:
        return 2.3
    if block.count == 1 or block.is_filled(measured.width):
        return 0.0
    starts = block.contents
    numbered = sum(map(bool, map(ENTRY.match, starts))) / len(starts)
    small = sum(s[0].islower() for s in starts) / len(starts)
    paged = sum(s[-1].isdigit() for s in starts) / len(starts)
    bare = sum(s[-1].isalpha() for s in starts) / len(starts)
    near = 2.5 + 2.0 * bare if block.indent == 2 else 0.0
    return 5.0 * max(numbered, small, paged) + near


def _at_margin(blocks: list[Block], at: int, measured: Measured) -> float:
    """Score one of several lines that begin where no paragraph begins.

    The rest of a paragraph below verse may begin there too, but not two of them.
    """
    if not _is_entry(blocks[at], measured):
        return 0.0
    first = last = at
    while first and _is_entry(blocks[first - 1], measured):
        first -= 1
    while last + 1 < len(blocks) and _is_entry(blocks[last + 1], measured):
        last += 1
    announced = first > 0 and blocks[first - 1].text.endswith(":")
    return min(4.5, 1.5 * (last - first) + 1.5 * announced)


def _is_entry(block: Block, measured: Measured) -> bool:
    if not is_outside(block, measured) or block.kind in UNSCORED:
        return False
    return block.count == 1 or hangs(block)


def _has_neighbour(blocks: list[Block], at: int, n: int) -> bool:
    """Tell whether an entry near by has the next or the last number."""
    for other, step in ((at - 1, -1), (at - 2, -1), (at + 1, 1), (at + 2, 1)):
        if 0 <= other < len(blocks):
            match = ENTRY.match(blocks[other].text)
            if match and match["n"].isdecimal() and int(match["n"]) == n + step:
                return True
    return False


def settle_entries(blocks: list[Block], measured: Measured) -> None:
    """Take doubtful lists back: of numbered paragraphs, or of a line alone.

    Where nothing but numbers or a comma above tells of a list, they are paragraphs.
    """
    for kind, group in groupby(blocks, key=attrgetter("kind")):
        run = list(group)
        if kind != "item" or sum(b.score for b in run) >= _SURE * len(run):
            continue
        match = ENTRY.match(run[0].text)
        numbered = match is not None and match["n"].isdecimal() and match["close"]
        alone = len(run) == 1 and not measured.wrapped
        if numbered or (alone and not BULLET.match(run[0].text)):
            for block in run:
                block.kind, block.other = "p", "item"
