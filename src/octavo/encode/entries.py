"""Entries of lists at the margin of a text whose paragraphs begin with an indent.

An entry that fills its last line looks as if it went on in the next one; what stands
around it tells that it does not.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from octavo.encode.blocks import Block
from octavo.encode.measure import Measured

_BRIEF = 3  # lines below a colon that may be the first entries


def hangs(block: Block) -> bool:
    """Tell whether all lines but the first are set in."""
    if block.count == 1:
        return False
    first, *rest = block.indents
    return min(rest) > first


def is_outside(block: Block, measured: Measured) -> bool:
    """Tell whether a block begins left of where paragraphs begin."""
    return measured.indent_parts and block.indent < measured.indent


def part_entries(blocks: list[Block], measured: Measured) -> list[Block]:
    """Cut the blocks in which several entries, or a paragraph and an entry, are one."""
    found: list[Block] = []
    run: list[Block] = []
    for block in blocks:
        if run and not (is_outside(block, measured) and block.gap == 0):
            found += _announced(run, measured)
            run = []
        run.append(block)
    return [*found, *_announced(run, measured)]


def _announced(run: list[Block], measured: Measured) -> Iterator[Block]:
    """Give a block and the entries below it, cut where that is plain.

    In a list with hanging indents each line at the margin opens an entry.
    """
    entries = run[not is_outside(run[0], measured) :] if run else []
    hanging = any(map(hangs, entries))
    if len(entries) < len(run):
        yield from _cut(run[0], _below_colon(run[0], measured) if entries else [])
    for block in entries:
        level = hanging and len(set(block.indents)) == 1
        yield from _cut(block, range(1, block.stop - block.first) if level else [])


def _below_colon(block: Block, measured: Measured) -> list[int]:
    """Give the line below a colon, if little text follows it and that at the margin."""
    lines = block.lines
    for at in range(len(lines) - 1, max(0, len(lines) - 1 - _BRIEF), -1):
        if lines[at].indent >= measured.indent:
            break
        if lines[at - 1].content.endswith(":"):
            return [at]
    return []


def _cut(block: Block, places: Sequence[int]) -> Iterator[Block]:
    """Give a block in parts that begin at some of its lines."""
    if not places:
        yield block
        return
    edges = [block.first, *(block.first + place for place in places), block.stop]
    for first, stop in pairwise(edges):
        is_top = first == block.first
        part = Block(block.shelf, first, stop, block.gap if is_top else 0)
        part.top = block.top and is_top
        part.after = block.after if stop == block.stop else 0
        yield part
