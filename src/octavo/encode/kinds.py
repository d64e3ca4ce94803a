"""What kind of block each one is: scores from its traits, then the best path.

The scores are weights of evidence, found by looking at many books; a path is chosen
under a small grammar of what may follow what. `Block.score` says how sure that is.
"""

import re
from itertools import pairwise
from math import exp
from typing import Final

from octavo.encode.blocks import Block
from octavo.encode.entries import hangs
from octavo.encode.enumerations import find_enumerations
from octavo.encode.glossaries import find_glossaries
from octavo.encode.listing import entry, settle_entries
from octavo.encode.measure import Measured
from octavo.encode.openers import settle_openers
from octavo.encode.path import Path
from octavo.encode.quotations import quotation
from octavo.encode.tables import find_tables
from octavo.encode.traits import (
    FIGURE,
    SEPARATOR,
    is_bare_number,
    is_caps,
    is_centred,
    is_closed,
    is_number_only,
    is_numbered,
    is_speech,
    named_part,
    plain,
)
from octavo.encode.verse import UNSCORED, is_aligned, settle_verse, verse

KINDS: Final = ("p", "head", "l", "quote", "item")
FIXED: Final = UNSCORED
_DASH: Final = re.compile(r"\s[—–-]+\s|—|--")
_WORD: Final = re.compile("[A-Za-z]{5,}(?<![IVXLCivxlc]{5})")
_PARTS: Final = 3  # of a title at most; the summary of a chapter has more
# What may follow what: added to the score of the second.
_FOLLOWS: Final[dict[tuple[str, str], float]] = {
    ("l", "l"): 1.2,
    ("item", "item"): 1.2,
    ("quote", "quote"): 0.8,
    ("head", "head"): -0.8,
    ("l", "head"): -0.3,
    ("head", "item"): -0.5,
    ("item", "head"): -0.5,
}


def find_kinds(blocks: list[Block], measured: Measured) -> None:
    """Give each block its kind."""
    for block in blocks:
        _fixed(block)
    if not measured.wrapped:
        find_glossaries(blocks)
        find_enumerations(blocks, measured)
    find_tables(blocks)
    _walk(blocks, measured)
    settle_openers(blocks)
    settle_entries(blocks, measured)
    if not measured.wrapped:
        settle_verse(blocks)


def _fixed(block: Block) -> None:
    text = block.text
    if block.kind in FIXED:
        return
    if text[0] == "[" and len(text) < 2000 and FIGURE.fullmatch(text):
        block.kind = "figure"
    elif len(text) < 60 and SEPARATOR.fullmatch(text):
        block.kind = "break"


def _scores(blocks: list[Block], at: int, measured: Measured) -> dict[str, float]:
    block = blocks[at]
    if block.kind in FIXED:
        return {block.kind: 0.0}
    plain_indent = 0 if measured.wrapped else measured.indent + 1
    if "entry" in block.traits:
        return {"item": 3.0, "p": 0.0}
    if block.length > 400 and block.indent <= plain_indent and not hangs(block):
        return {"p": 3.0}
    return {
        "p": _paragraph(block, measured),
        "head": _heading(blocks, at, measured),
        "l": verse(blocks, at, measured),
        "quote": quotation(blocks, at, measured),
        "item": entry(blocks, at, measured),
    }


def _paragraph(block: Block, measured: Measured) -> float:
    score = 1.5 if block.length > 200 else 0.0
    if is_speech(block.text):
        score += 1.0
    if measured.wrapped and block.count > 1 and block.last_indent == 0:
        score += 2.0 if block.is_filled(measured.width) else 0.0
    return score


def _heading(blocks: list[Block], at: int, measured: Measured) -> float:
    block = blocks[at]
    before = blocks[at - 1] if at else None
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    text = block.text
    score = _heading_words(text, block.length) + _heading_place(blocks, at, measured)
    if following is None:
        return score - 3.0
    if not measured.wrapped and block.after == 0:
        score += 3.5 if _leads_on(blocks, at) else -1.0
    echo = measured.wrapped and is_caps(text) and _echoes(blocks, at)
    if echo:
        score += 3.5
    elif following.gap >= 3 and block.gap < (3 if measured.wrapped else 2):
        score -= 0.0 if _is_known(before, text) else 3.0
    if block.gap >= 3 and following.gap >= 3 and not is_caps(text):
        score -= 4.0 if is_closed(text.rstrip("―—– ")) else 0.0
    if (_waits_for_title(before) or _repeats(before, block)) and block.gap < 3:
        bare = block.gap == 0 or is_caps(text) or not is_closed(text)
        score += 0.0 if is_speech(text) else 3.5 + 1.5 * bare
    return score - 5.0 * _is_summary(text)


def _is_summary(text: str) -> bool:
    """Tell whether dashes part what a chapter tells, as in the summary below a head."""
    if is_numbered(text) or is_caps(text) or not is_closed(text):
        return False
    dashes = text.count("-") + text.count("—") + text.count("–")
    return dashes > _PARTS and len(_DASH.findall(text)) > _PARTS


def _repeats(before: Block | None, block: Block) -> bool:
    """Tell whether a line has the words of the heading above it once more."""
    if before is None or not 10 < block.length < 200 or before.length > 220:
        return False
    word = _WORD.search(block.text)
    if word and word[0].lower() not in before.text.casefold():
        return False  # this settles most of them without much work
    return plain(block.text) in plain(before.text)


def _echoes(blocks: list[Block], at: int) -> bool:
    """Tell whether a line has the words of a title two or three lines above it."""
    words = plain(blocks[at].text)
    for index in range(at - 2, max(-1, at - 6), -1):
        if blocks[index + 1].length > 220 or blocks[index + 1].gap > 3:
            return False
        if len(words) > 10 and words in plain(blocks[index].text):
            return blocks[index].length < 220
    return False


def _is_known(before: Block | None, text: str) -> bool:
    """Tell whether the words alone make a heading likely."""
    named = is_numbered(text) or named_part(text) or is_bare_number(text)
    return bool(named) or _waits_for_title(before)


def _leads_on(blocks: list[Block], at: int) -> bool:
    """Tell whether lines right below each other end in one without an indent."""
    for block, following in pairwise(blocks[at : at + 5]):
        if block.after or block.length > 250:
            return False
        if not block.indent or following.indent < block.indent:
            return True
    return False


def _waits_for_title(block: Block | None) -> bool:
    """Tell whether a heading is a number only, so that a title may follow."""
    if block is None or block.length > 30:
        return False
    return is_number_only(block.text) and not is_bare_number(block.text)


def _heading_words(text: str, length: int) -> float:
    score = 0.0
    if is_numbered(text) and length < 250:
        score += 3.0 + 2.0 * (length > 90) + 2.0 * (length > 150)
    elif is_bare_number(text) or named_part(text):
        score += 2.0
    if is_caps(text):
        score += 1.5
    if not is_closed(text):
        score += 0.5
    if text[-1] in ",;—-" or (text[-1] == ":" and length > 30):
        score -= 3.0
    if text[0].islower():
        score -= 3.0
    if is_speech(text):
        score -= 1.5
    return score - 1.5 * (length > 90) - 2.5 * (length > 150) - 4.0 * (length > 220)


def _heading_place(blocks: list[Block], at: int, measured: Measured) -> float:
    block = blocks[at]
    if measured.centres:
        if is_centred(block, measured) and (block.gap or block.top):
            return 2.5 if not is_aligned(blocks, at) else -3.0
        return -3.5
    score = -2.0 if at else 0.0
    if block.gap >= 3:
        score += 4.0
    elif block.gap == 2:
        score += 1.8
    score += _above_poem(block, measured)
    if measured.wrapped:
        score += 1.5 * (block.after >= 2) - 4.0 * _opens_text(blocks, at)
        if block.indent and not is_centred(block, measured):
            score -= 2.0
    return score


def _above_poem(block: Block, measured: Measured) -> float:
    """Score the gap of a line in a book of poems, which have no larger ones inside."""
    if block.gap < 2 or block.length > 90:
        return 0.0
    return 6.0 * measured.verse + 3.0 * (measured.set_in and not block.indent)


def _opens_text(blocks: list[Block], at: int) -> bool:
    """Tell whether a short sentence has the gap of the heading above it, not its own.

    A second heading has the gap of the first one below it too.
    """
    block = blocks[at]
    if not at or block.gap != 2 or block.after != 1 or is_caps(block.text):
        return False
    return blocks[at - 1].gap > 2 and is_closed(block.text)


def _walk(blocks: list[Block], measured: Measured) -> None:
    """Choose the path of kinds with the highest sum."""
    path = Path(_FOLLOWS)
    for index in range(len(blocks)):
        path.add(_scores(blocks, index, measured))
    for block, (kind, scores) in zip(reversed(blocks), path.backwards(), strict=True):
        block.kind = kind
        _judge(block, scores)


def _judge(block: Block, scores: dict[str, float]) -> None:
    score = scores.pop(block.kind)
    if scores:
        block.other = max(scores, key=scores.__getitem__)
        margin = score - scores[block.other]
        block.score = 1 / (1 + exp(-max(-20.0, min(20.0, margin))))
