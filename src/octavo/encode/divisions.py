"""Headings to divisions: which blocks a division holds, and how deep it lies."""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from octavo.encode.blocks import Block
from octavo.encode.measure import Measured
from octavo.encode.traits import (
    is_bare_number,
    is_caps,
    is_centred,
    is_number_only,
    named_part,
    plain,
)
from octavo.encode.vocabulary import NAMED_TYPES, RANKS, TYPES, numbered

_NAMED: Final = 1.5
_WIDE: Final = 5  # blank lines above the parts of a book
_TITLE: Final = 120  # characters of the title of a book, as it may come again
_BARE: Final = 8.0
_DEEPEST: Final = 30  # divisions in each other; no book has so many
_DEEP: Final = frozenset({"introduction", "epilogue", "notes"})
_NUMBERED: Final = frozenset(TYPES.values()) - {"section", "scene"}


@dataclass
class Division:
    """A division: its headings, its blocks, the divisions inside."""

    heads: list[Block]
    order: float
    type: str = ""
    blocks: list[Block] = field(default_factory=list)
    parts: list["Division"] = field(default_factory=list)
    score: float = 1.0

    @property
    def title(self) -> str:
        """Give the words of the headings in one line."""
        return " ".join(block.text for block in self.heads)

    def holds(self) -> bool:
        """Tell whether the division has anything but headings."""
        return bool(self.blocks or self.parts)


def divide(blocks: list[Block], measured: Measured) -> Division:
    """Build the tree of divisions; the root holds what stands before the first."""
    root = Division([], -1.0)
    stack = [root]
    _alphabet(blocks)
    _prominence(blocks, measured)
    _half_titles(blocks)
    for index, block in enumerate(blocks):
        before = blocks[index - 1] if index else None
        current = stack[-1]
        if block.kind == "head":
            if before and before.kind == "head" and _joins(current, block, measured):
                current.heads.append(block)
            else:
                _open(stack, _division(block))
        elif "opens" in block.traits:
            _open(stack, Division([], _NAMED, block.traits["opens"], [block]))
        elif before and _opens_silently(before, block, measured):
            _open(stack, Division([], _silent_order(stack, block), "", [block]))
        else:
            current.blocks.append(block)
    return root


def _open(stack: list[Division], division: Division) -> None:
    while len(stack) > 1 and _closes(stack[-1], division):
        stack.pop()
    del stack[_DEEPEST:]
    stack[-1].parts.append(division)
    stack.append(division)


def _closes(open_one: Division, division: Division) -> bool:
    """Tell whether a new division ends an open one, not lies in it."""
    if open_one.heads and not open_one.holds():
        if division.type in _NUMBERED:
            open_one.order = min(open_one.order, division.order - 0.25)
        return False
    if open_one.type in NAMED_TYPES and (
        division.type in _NUMBERED or _outshines(division, open_one)
    ):
        return True
    if open_one.order >= division.order or _stands_apart(open_one, division):
        return True
    return _shines(division) > 1 and _outshines_parts(division, open_one)


def _stands_apart(open_one: Division, division: Division) -> bool:
    """Tell whether gaps as large lie above a headless division and a heading."""
    if open_one.heads or open_one.type or not (open_one.blocks and division.heads):
        return False
    return min(open_one.blocks[0].gap, division.heads[0].gap) >= _WIDE


def _outshines_parts(division: Division, open_one: Division) -> bool:
    """Tell whether a heading is of the rank of a part, not of the chapters in it."""
    chapters = [part for part in open_one.parts if part.type in _NUMBERED]
    if not chapters or division.type in _NUMBERED or _shines(open_one) < 2:
        return False
    return all(_shines(chapter) < 2 for chapter in chapters)


def _shines(division: Division) -> int:
    heads = division.heads
    return int(heads[0].traits.get("prominence", "0")) if heads else 0


def _outshines(division: Division, named: Division) -> bool:
    """Tell whether a heading stands out as much as that of a named part."""
    if not division.heads or not named.heads:
        return False
    return _shines(division) >= max(_shines(named), 1)


def _division(block: Block) -> Division:
    order, kind = _order(block)
    return Division([block], order, kind, score=block.score)


def _order(block: Block) -> tuple[float, str]:
    text = block.text
    if "order" in block.traits:
        return float(block.traits["order"]), block.traits["type"]
    if match := numbered(text):
        rank = RANKS[_rank_word(match)]
        return float(rank), TYPES[rank]
    if is_bare_number(text):
        return _BARE, ""
    look = 5.0 - float(block.traits.get("prominence", "0"))
    if name := named_part(text):
        return (look if look > 4.0 and _may_lie_deep(block, name) else _NAMED), name
    return look, ""


def _may_lie_deep(block: Block, name: str) -> bool:
    """Tell whether a named part may be a section: its look, or its name, allows it."""
    return "placed" in block.traits or name in _DEEP


def _prominence(blocks: list[Block], measured: Measured) -> None:
    """Note down how much each heading stands out by its place and its capitals."""
    for index, block in enumerate(blocks):
        if block.kind == "head":
            after_head = index > 0 and blocks[index - 1].kind == "head"
            big = _is_big(block, measured, after_head=after_head)
            caps = is_caps(block.text) or not any(map(str.isalpha, block.text))
            block.learn(prominence=str(big + caps))
            if measured.wrapped:
                block.learn(placed="yes")


def _is_big(block: Block, measured: Measured, *, after_head: bool) -> bool:
    if not measured.wrapped:
        return False
    if measured.centres:
        return "fresh" in block.traits
    return block.gap - after_head >= 4 or block.after == 2


def _alphabet(blocks: list[Block]) -> None:
    """Give the letters over an index their own level: they are no Roman numbers."""
    letters = [b for b in blocks if b.kind == "head" and len(b.text.strip(".")) == 1]
    if len({b.text[0] for b in letters} - set("IVXLCDM123456789")) > 2:
        for block in letters:
            block.learn(order="6.0", type="")


def _half_titles(blocks: list[Block]) -> None:
    """Let the title of the book, where it comes again, head the first chapter."""
    early = [b for b in blocks[:80] if "preliminary" in b.traits]
    titles = {plain(block.text) for block in early if block.length < _TITLE}
    for block, below in pairwise(blocks[len(early) : 2 * len(early) + 80]):
        known = block.kind == "head" == below.kind and plain(block.text) in titles
        if known and below.gap < _WIDE and numbered(below.text):
            order, kind = _order(below)
            block.learn(order=str(order), type=kind, title="yes")
            return


def _joins(current: Division, block: Block, measured: Measured) -> bool:
    """Tell whether a heading goes on with the one right before it."""
    last = current.heads[-1]
    if "title" in last.traits:
        return True
    is_loose = measured.centres
    if block.gap >= 3 and not is_loose:
        return False
    alone = is_number_only(last.text)
    if block.gap == 2 and not (measured.wrapped or alone):
        return False  # a part, and in it a chapter
    match = numbered(block.text)
    if match or named_part(block.text):
        return match is not None and not alone and RANKS[_rank_word(match)] == 0
    if is_bare_number(block.text):
        return False
    sub = is_caps(last.text) and not is_caps(block.text)
    return alone or not (is_loose and sub and is_centred(block, measured))


def _rank_word(match: re.Match[str]) -> str:
    return str(match["word"] or match["noun"]).lower()


def _opens_silently(before: Block, block: Block, measured: Measured) -> bool:
    """Tell whether a large gap alone opens a division."""
    if measured.centres or "continued" in block.traits:
        return False
    if ("list" in before.traits and "list" in block.traits) or (
        "preliminary" in block.traits
    ):
        return False
    least = 3 if before.kind != "l" and block.kind != "l" else 4
    return block.gap >= least and before.kind not in ("break", "figure")


def _silent_order(stack: list[Division], block: Block) -> float:
    if block.gap >= _WIDE or len(stack) < 2:
        return _NAMED
    current = stack[-1]
    return current.order + (0.5 if current.heads and not current.holds() else 0.0)
