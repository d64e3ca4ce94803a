"""Headings to divisions: which blocks a division holds, and how deep it lies."""

from dataclasses import dataclass, field
from typing import Final

from octavo.encode.blocks import Block
from octavo.encode.measure import Measured
from octavo.encode.traits import is_bare_number, is_caps, is_centred, named_part
from octavo.encode.vocabulary import NUMBERED, RANKS, TYPES

_NAMED: Final = 1.5
_BARE: Final = 8.0


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
    for index, block in enumerate(blocks):
        before = blocks[index - 1] if index else None
        current = stack[-1]
        if block.kind == "head":
            if before and before.kind == "head" and _joins(current, block, measured):
                current.heads.append(block)
            else:
                _open(stack, _division(block, measured))
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
    stack[-1].parts.append(division)
    stack.append(division)


def _closes(open_one: Division, division: Division) -> bool:
    """Tell whether a new division ends an open one, not lies in it."""
    if open_one.order > division.order:
        return True
    if open_one.order < division.order:
        return False
    return open_one.holds() or not open_one.heads


def _division(block: Block, measured: Measured) -> Division:
    order, kind = _order(block, measured)
    return Division([block], order, kind, score=block.score)


def _order(block: Block, measured: Measured) -> tuple[float, str]:
    text = block.text
    if "order" in block.traits:
        return float(block.traits["order"]), block.traits["type"]
    if match := NUMBERED.match(text):
        word = (match["word"] or match["noun"]).lower()
        rank = RANKS[word]
        return float(rank), TYPES[rank]
    if is_bare_number(text):
        return _BARE, ""
    if name := named_part(text):
        return _NAMED, name
    return 3.0 + 2.0 * (1 - _prominence(block, measured)), ""


def _prominence(block: Block, measured: Measured) -> float:
    """Say how much a heading stands out, from 0 to 1."""
    if measured.wrapped and measured.indent:
        big = block.top
    elif measured.wrapped:
        big = block.gap >= 4 or block.after >= 2
    else:
        big = False
    return 0.5 * big + 0.5 * is_caps(block.text)


def _joins(current: Division, block: Block, measured: Measured) -> bool:
    """Tell whether a heading goes on with the one right before it."""
    last = current.heads[-1]
    if measured.wrapped and not measured.indent and block.gap >= 3:
        return False
    if not measured.wrapped and block.gap >= 3:
        return False
    alone = _is_number_only(last.text)
    order, kind = _order(block, measured)
    if order <= 3.0 or kind:
        return not alone and order > current.order and not kind
    if alone:
        return order != _BARE
    if order == _BARE:
        return False
    if measured.wrapped and is_caps(last.text) and not is_caps(block.text):
        return is_centred(block, measured) is False
    return True


def _is_number_only(text: str) -> bool:
    match = NUMBERED.match(text)
    rest = text[match.end() :] if match else text
    return is_bare_number(text) or (match is not None and len(rest.strip(" .:")) < 2)


def _opens_silently(before: Block, block: Block, measured: Measured) -> bool:
    """Tell whether a large gap alone opens a division."""
    if measured.indent and measured.wrapped:
        return False
    if ("list" in before.traits and "list" in block.traits) or (
        "preliminary" in block.traits
    ):
        return False
    least = 3 if before.kind != "l" and block.kind != "l" else 4
    return block.gap >= least and before.kind not in ("break", "figure")


def _silent_order(stack: list[Division], block: Block) -> float:
    if block.gap >= 5 or len(stack) < 2:
        return _NAMED
    current = stack[-1]
    return current.order + (0.5 if current.heads and not current.holds() else 0.0)
