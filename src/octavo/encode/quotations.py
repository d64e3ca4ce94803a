"""Block quotations: full lines set in, short ones beside them, words announced."""

import re
from typing import Final

from octavo.encode.blocks import Block
from octavo.encode.front import is_imprint_line
from octavo.encode.measure import Measured
from octavo.encode.traits import (
    is_capitalised,
    is_caps,
    is_closed,
    is_inset,
    is_speech,
)

_REACH: Final = 12  # blocks of one letter or speech that are looked at
_LEAST: Final = 120  # characters of a quotation that only the words before it show
_NAME: Final = 60
_SAYS: Final = re.compile(
    r"\b(?:writes?|wrote|written|recalls?|recalled|schr(?:eibt|ieb)|écri(?:t|vit|vait))"
    r"(?: [\w’']+){0,3}[,:]$"
)


def quotation(blocks: list[Block], at: int, measured: Measured) -> float:
    """Score a block as a quotation."""
    block = blocks[at]
    if not measured.wrapped:
        return _loose(blocks, at, measured)
    if is_inset(block, measured):
        if _is_couplet(block, measured) or is_capitalised(block):
            return 0.5
        return 3.5 if block.length > measured.width else 1.5
    if block.indent <= max(2, measured.indent) or block.count > 1:
        return -2.0
    if measured.spaced != measured.indent_parts and _is_beside(blocks, at, measured):
        return 3.0
    return 0.2 if is_closed(block.text) else -2.0


def epigraphs(blocks: list[Block], measured: Measured) -> None:
    """Leave of the kinds before the first heading only epigraphs, with their sources.

    A title page has lines of many looks, but full lines set in are no title.
    """
    goes_on = False
    for block in blocks:
        full = block.kind == "quote" and is_inset(block, measured)
        source = goes_on and _is_source(block)
        block.kind = "quote" if full or source else "p"
        if source:
            block.learn(source="yes")
        goes_on = full


def _is_source(block: Block) -> bool:
    """Tell whether a line names whom the quotation above is from."""
    text = block.text
    one = block.count == 1 and block.indent > 0 and len(text) < _NAME
    return one and is_closed(text) and not is_imprint_line(text)


def is_signature(block: Block) -> bool:
    """Tell whether a line is the name below a letter: its surname is in capitals."""
    words = block.text.rstrip(".").split()
    if block.count > 1 or not 1 < len(words) < 5:
        return False
    return is_caps(words[-1]) and len(words[-1]) > 2 and not is_caps(block.text)


def _is_couplet(block: Block, measured: Measured) -> bool:
    """Tell whether two lines look like verse: a pause or room, then a capital."""
    if block.count != 2:
        return False
    first, second = block.lines
    pause = first.content.endswith((",", ";", ":", "—", "–", "--"))
    room = not block.is_filled(measured.width, measured.slack + 1)
    return second.content.lstrip("\"“‘'")[:1].isupper() and (pause or room)


def _loose(blocks: list[Block], at: int, measured: Measured) -> float:
    """Score a paragraph of one line: set in, or announced by the one before it."""
    block = blocks[at]
    if block.indent > measured.indent + 1:
        return 3.0
    before = blocks[at - 1] if at else None
    if before is None or before.kind != "p" or block.length < _LEAST:
        return -5.0
    if is_speech(block.text) or not block.text[0].isupper():
        return -5.0
    return 5.0 if block.gap < 2 and _SAYS.search(before.text[-60:]) else -5.0


def _is_beside(blocks: list[Block], at: int, measured: Measured) -> bool:
    """Tell whether a line belongs to the quotation that is set in just as far.

    A letter or a speech has short lines too: its date, its address, its signature.
    """
    gap = int(not measured.indent_parts)
    near = _same(blocks, at, -1, gap) + _same(blocks, at, 1, gap)
    full = sum(is_inset(b, measured) and not _is_couplet(b, measured) for b in near)
    verse = sum(b.count > 1 for b in near) - full
    return full > 0 and not verse


def _same(blocks: list[Block], at: int, step: int, gap: int) -> list[Block]:
    """Give the blocks next to one that begin where it does, parted by such a gap."""
    indent = blocks[at].indent
    found: list[Block] = []
    while 0 <= at + step < len(blocks) and len(found) < _REACH:
        later = blocks[max(at, at + step)]
        at += step
        if blocks[at].indent != indent or later.gap != gap:
            break
        found.append(blocks[at])
    return found
