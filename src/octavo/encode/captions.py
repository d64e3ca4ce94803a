"""Captions without a mark: lines below pictures that the text does not show."""

from collections import Counter

from octavo.encode.blocks import Block
from octavo.encode.figures import plain
from octavo.encode.measure import Measured
from octavo.encode.traits import is_caps, is_numbered, named_part

_ENOUGH = 3  # headings of another look, before one in capitals is a caption


def find_captions(blocks: list[Block], measured: Measured) -> None:
    """Make captions of headings that are entries of the list of illustrations.

    In a text with pages, a heading in capitals in the middle of a page is one too if
    the headings there are else set in small letters.
    """
    listed = {
        plain(_words(b)) for b in blocks if b.traits.get("list") == "illustrations"
    }
    inside = [b for b in blocks if b.kind == "head" and _is_plain(b)]
    looks = Counter(is_caps(b.text) for b in inside)
    odd = measured.indent_parts and looks[False] >= max(_ENOUGH, looks[True])
    for block in inside:
        if plain(block.text) in listed or (odd and is_caps(block.text)):
            block.kind, block.other = "figure", "head"


def _words(block: Block) -> str:
    return block.text.lstrip("0123456789. ")


def _is_plain(block: Block) -> bool:
    """Tell whether a heading stands inside a page and has no name or number."""
    if not block.traits.keys().isdisjoint(("fresh", "preliminary", "decided")):
        return False
    return not (is_numbered(block.text) or named_part(block.text))
