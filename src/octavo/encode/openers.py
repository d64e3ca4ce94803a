"""Numbered lines after a wide gap: entries of a diary or headings, but all alike."""

from typing import Final

from octavo.encode.blocks import Block
from octavo.encode.traits import ENTRY, is_closed

_WIDE: Final = 3  # blank lines
_LEAST: Final = 6


def settle_openers(blocks: list[Block]) -> None:
    """Take numbered headings back if most lines of their look are no headings.

    "4. At home." may be a heading, but not where "5. To town, with my uncle." opens
    the text of the next entry.
    """
    openers = [block for block in blocks if _is_opener(block)]
    headings = [block for block in openers if block.kind == "head"]
    texts = [block for block in openers if block.kind == "p"]
    if len(texts) < _LEAST or len(texts) <= len(headings):
        return
    for block in headings:
        block.kind, block.other = "p", "head"


def _is_opener(block: Block) -> bool:
    if block.gap < _WIDE or "decided" in block.traits:
        return False
    match = ENTRY.match(block.text)
    return (
        match is not None and match["n"].isdecimal() and _reads_on(block, match.end())
    )


def _reads_on(block: Block, start: int) -> bool:
    """Tell whether the words behind the number end as a sentence does."""
    return is_closed(block.text[start:].rstrip("―—–- "))
