"""Captions without a mark: lines below pictures that the text does not show."""

import re
from collections import Counter
from itertools import pairwise
from typing import Final

from octavo.encode.blocks import Block
from octavo.encode.figures import plain
from octavo.encode.measure import Measured
from octavo.encode.traits import is_caps, is_numbered, named_part

_CAPTION: Final = re.compile(
    r"(?:fig(?:ure|\.)|abb(?:ildung|\.)|plate|tafel|planche)\s*\d{1,3}\s*[.:—–-]", re.I
)
_SHORT: Final = 160
_ENOUGH: Final = 3  # headings of another look, before one in capitals is a caption


def find_captions(blocks: list[Block], measured: Measured) -> None:
    """Make captions of headings that are entries of the list of illustrations.

    In a text with pages, a heading in capitals in the middle of a page is one too if
    the headings there are else set in small letters.
    """
    listed = {
        plain(_words(b)) for b in blocks if b.traits.get("list") == "illustrations"
    }
    for block in blocks:
        if _is_caption(block):
            block.kind = "figure"
    inside = [
        block
        for before, block in pairwise(blocks)
        if block.kind == "head" and before.kind != "head" and _is_plain(block)
    ]
    looks = Counter(is_caps(b.text) for b in inside)
    odd = measured.indent_parts and looks[False] >= max(_ENOUGH, looks[True])
    for block in inside:
        if plain(block.text) in listed or (odd and is_caps(block.text)):
            block.kind, block.other = "figure", "head"


def _is_caption(block: Block) -> bool:
    """Tell whether a short block begins as captions do: "Fig. 3.—"."""
    if block.kind not in ("head", "p", "l") or "decided" in block.traits:
        return False
    return block.length < _SHORT and _CAPTION.match(block.text) is not None


def _words(block: Block) -> str:
    return block.text.lstrip("0123456789. ")


def _is_plain(block: Block) -> bool:
    """Tell whether a heading stands inside a page and has no name or number."""
    if not block.traits.keys().isdisjoint(("fresh", "preliminary", "decided")):
        return False
    return not (is_numbered(block.text) or named_part(block.text))
