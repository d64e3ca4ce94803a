"""Lists in a text of one line a paragraph, which nothing sets off from paragraphs.

Numbers that count up, page numbers at the end, small letters at the beginning, or the
want of a full stop tell several entries in a row; one by itself is never a list.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from octavo.encode.blocks import Block
from octavo.encode.measure import Measured
from octavo.encode.traits import ENTRY, is_closed, is_speech

_GAP: Final = 2  # blank lines between two entries at most
_FEW: Final = 2  # entries, where something besides tells that they are a list
_LEAST: Final = 3
_LINE: Final = 75  # characters on average that verse seldom has
_SHORT: Final = 20  # characters on average that some verse has no more than
_BRIEF: Final = 250
_MOST: Final = 0.4  # of all blocks; if more are numbered, they are paragraphs
_PAGED: Final = re.compile(r"(?:, |\s)(?:\d{1,4}(?:[-–]\d{1,4})?|[ivxl]+)$")


def find_enumerations(blocks: list[Block], measured: Measured) -> None:
    """Mark the paragraphs that are entries of a list."""
    if measured.verse:
        return
    for wanted, least, is_list in _SIGNS:
        for first, run in _runs(blocks, wanted):
            before = blocks[first - 1] if first else None
            if len(run) >= least and is_list(before, run):
                _mark(run)
    for run in _alike(blocks):
        if len(run) >= _FEW and _average(run) > _LINE:
            _mark(run)
    _mark_counted(blocks)


def _mark_counted(blocks: list[Block]) -> None:
    """Mark the paragraphs whose numbers count up, unless most of the text does so."""
    counted = list(_counted(blocks))
    if sum(map(len, counted)) < max(_MOST * len(blocks), 2 * _LEAST):
        for run in counted:
            _mark(run)


def _mark(run: list[Block]) -> None:
    for block in run:
        block.learn(entry="yes")


def _runs(
    blocks: list[Block], wanted: Callable[[Block], bool]
) -> Iterator[tuple[int, list[Block]]]:
    """Give the blocks in a row that are wanted, with the place of the first."""
    run: list[Block] = []
    for at, block in enumerate(blocks):
        fits = block.kind == "p" and wanted(block)
        if run and not (fits and block.gap <= _GAP):
            yield at - len(run), run
            run = []
        if fits:
            run.append(block)
    if run:
        yield len(blocks) - len(run), run


def _is_paged(block: Block) -> bool:
    return _PAGED.search(block.text[-20:]) is not None


def _is_small(block: Block) -> bool:
    return block.text[0].islower()


def _is_open(block: Block) -> bool:
    """Tell whether a paragraph has not the end of one, nor that of a line of verse."""
    text = block.text
    return block.length < _BRIEF and not is_closed(text) and not is_speech(text)


def _is_any_list(_before: Block | None, run: list[Block]) -> bool:
    return _average(run) < _BRIEF


def _is_small_list(before: Block | None, run: list[Block]) -> bool:
    """Tell whether paragraphs that begin small are a list: long ones, or announced.

    Others may be verse.
    """
    if _average(run) > _LINE:
        return len(run) >= _LEAST or (before is not None and _announces(before))
    return before is not None and before.text.endswith(":")


def _announces(block: Block) -> bool:
    return block.text.endswith((":", ";", ","))


def _is_open_list(before: Block | None, run: list[Block]) -> bool:
    """Tell whether open lines are a list: they have no pauses at their ends either.

    Verse has; lines longer than those of verse may have them.
    """
    if run[0].gap >= _GAP:
        return False
    announced = before is not None and before.text.endswith(":")
    average = _average(run)
    if average > _LINE:
        return announced
    plain = all(block.text[-1].isalnum() for block in run)
    return plain and (announced or (average > _SHORT and len(run) >= _LEAST))


def _average(run: list[Block]) -> float:
    return sum(block.length for block in run) / len(run)


def _alike(blocks: list[Block]) -> Iterator[list[Block]]:
    """Give the blocks in a row below a colon that all begin with the same word."""
    run: list[Block] = []
    for before, block in pairwise(blocks):
        word = block.text.split(None, 1)[0]
        near = block.kind == "p" and block.gap <= _GAP and word[0].isalpha()
        if run and near and run[0].text.startswith(f"{word} "):
            run.append(block)
            continue
        yield run
        run = [block] if near and before.text.endswith(":") else []
    yield run


def _counted(blocks: list[Block]) -> Iterator[list[Block]]:
    """Give the blocks in a row whose numbers count up from one."""
    run: list[Block] = []
    for block in blocks:
        match = ENTRY.match(block.text)
        number = int(match["n"]) if match and match["n"].isdecimal() else 0
        closed = match is not None and match["close"] != ""
        if run and not (closed and number == len(run) + 1 and block.gap <= _GAP):
            if len(run) >= _FEW:
                yield run
            run = []
        if closed and number == len(run) + 1 and block.kind == "p":
            run.append(block)
    if len(run) >= _FEW:
        yield run


_SIGNS: Final = (
    (_is_paged, _LEAST, _is_any_list),
    (_is_small, _FEW, _is_small_list),
    (_is_open, _FEW, _is_open_list),
)
