"""Lists of terms that nothing marks but the order of the alphabet."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from octavo.encode.blocks import Block

_TERM: Final = re.compile(r"\w[^.,:;!?]{1,60}?(?:[,:;=]| [—–-] )")
_BRIEF: Final = 40  # an entry this short explains nothing: it may be one of an index
_LEAST: Final = 6  # in the order of the alphabet by chance: one run in 720


def find_glossaries(blocks: list[Block]) -> None:
    """Mark paragraphs that begin with a term each, in the order of the alphabet.

    One term in eight may be out of order.
    """
    for run in _runs(blocks):
        terms = [_term(block) for block in run]
        falls = sum(a > b for a, b in pairwise(terms))
        if len(run) >= _LEAST and len(set(terms)) == len(run) and falls * 8 <= len(run):
            for block in run:
                block.learn(entry="yes")


def _runs(blocks: list[Block]) -> Iterator[list[Block]]:
    run: list[Block] = []
    for block in blocks:
        term = _term(block)
        if run and term and block.gap < 3:
            run.append(block)
            continue
        yield from _cut(run)
        run = [block] if term else []
    yield from _cut(run)


def _cut(run: list[Block]) -> Iterator[list[Block]]:
    """Cut a run of entries where the alphabet begins anew."""
    part: list[Block] = []
    for block in run:
        if part and _term(block)[0] < _term(part[-1])[0]:
            yield part
            part = []
        part.append(block)
    if part:
        yield part


def _term(block: Block) -> str:
    text = block.text
    explained = block.length > _BRIEF and not text[-1].isdigit()
    match = _TERM.match(text) if explained else None
    return match[0][:-1].strip().casefold() if match else ""
