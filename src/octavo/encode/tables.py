"""Plain tables: lines cut into the same number of cells by tabs, bars or wide gaps."""

import re
from typing import Final

from octavo.encode.blocks import Block
from octavo.encode.spans import Element, Removal, leaf
from octavo.encode.text import Line

_GAP: Final = re.compile(r"\s*\t\s*|[ \xa0]{3,}|[ \xa0]*\|[ \xa0]*")
_SPACES: Final = re.compile(r"[ \xa0]{3,}")
_LEAST: Final = 3  # rows of a table


def find_tables(blocks: list[Block]) -> None:
    """Make rows of the blocks that hold a table."""
    run: list[Block] = []
    columns = 0
    for block in [*blocks, None]:
        count = _columns(block) if block and block.kind == "p" else 0
        close = block is not None and (not run or block.gap <= 1)
        if count > 1 and close and columns in (0, count):
            run.append(block)  # type: ignore[arg-type]  # it has columns
            columns = count
            continue
        _settle(run)
        run, columns = ([block], count) if block and count > 1 else ([], 0)


def _settle(run: list[Block]) -> None:
    if sum(block.count for block in run) >= _LEAST:
        for block in run:
            block.kind = "row"


def _columns(block: Block) -> int:
    first = block.opening
    if "\t" not in first and "|" not in first and "   " not in first:
        return 0
    counts = {sum(map(bool, _gap(x).split(x))) for x in block.contents}
    return counts.pop() if len(counts) == 1 else 0


def _gap(line: str) -> re.Pattern[str]:
    """Give what parts the cells of a line, the quickest to look for."""
    return _GAP if "\t" in line or "|" in line else _SPACES


def _cells(line: Line) -> list[tuple[int, int]]:
    """Give the stretches of the cells of a line."""
    found, at = [], 0
    for gap in _gap(line.content).finditer(line.content):
        found.append((line.start + at, line.start + gap.start()))
        at = gap.end()
    found.append((line.start + at, line.end))
    return [(start, end) for start, end in found if start < end]


def table(blocks: list[Block]) -> Element:
    """Make a table; its first row holds labels if it has no number."""
    lines = [line for block in blocks for line in block.lines]
    rows = [_row(line) for line in lines]
    if [bool(re.search(r"\d", x.content)) for x in lines[:2]] == [False, True]:
        rows[0].attributes["role"] = "label"
    return Element("table", lines[0].start, lines[-1].end, children=rows)


def _row(line: Line) -> Element:
    cells = [leaf("cell", start, end) for start, end in _cells(line)]
    return Element("row", line.start, line.end, children=cells)


def bars(blocks: list[Block], data: str) -> list[Removal]:
    """Find the bars between the cells, which the table itself replaces."""
    return [
        Removal(m.start(), m.end(), "table-bar")
        for block in blocks
        if block.kind == "row"
        for m in re.compile(r"\|").finditer(data, block.start, block.end)
    ]
