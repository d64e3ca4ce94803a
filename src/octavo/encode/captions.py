"""Captions without a mark: lines below pictures that the text does not show."""

import re
from collections import Counter
from itertools import pairwise
from typing import Final

from octavo.encode.blocks import Block
from octavo.encode.figures import plain
from octavo.encode.measure import Measured
from octavo.encode.traits import (
    is_caps,
    is_closed,
    is_numbered,
    is_speech,
    named_part,
)

_CAPTION: Final = re.compile(
    r"(?:fig(?:ure|\.)|abb(?:ildung|\.)|plate|tafel|planche)\s*\d{1,3}\s*[.:—–-]", re.I
)
_NAME: Final = re.compile(r"[A-ZÀ-ÞŒ][^\W\d_]{2,}")
_TITLES: Final = frozenset(("the", "image", "map", "portrait", "view", "photograph"))
_KNOWN: Final = frozenset(("preliminary", "decided", "list", "entry"))
_INITIALS: Final = re.compile(r"\b(?:[A-Z]\.){2,}$")
_SENTENCE: Final = 40
_PROSE: Final = 120
_MOST: Final = 0.6
_UNSURE: Final = 0.7
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
    if not measured.wrapped:
        _find_loose(blocks)
    inside = [
        block
        for before, block in pairwise(blocks)
        if block.kind == "head" and before.kind != "head" and _is_plain(block)
    ]
    looks = Counter(is_caps(b.text) for b in inside)
    odd = measured.indent_parts and looks[False] >= max(_ENOUGH, looks[True])
    for block in inside:
        is_meant = plain(block.text) in listed or (odd and is_caps(block.text))
        if is_meant and "decided" not in block.traits:
            block.kind, block.other = "figure", "head"


def _find_loose(blocks: list[Block]) -> None:
    """Find captions among paragraphs of one line, where pictures were left out.

    Between paragraphs they stand alone, seldom end in a full stop, and most of them
    name what the text around them speaks of; headings seldom do.
    """
    places = [
        (block, _is_spoken_of(block.text, f"{before.text} {following.text}"))
        for before, block, following in zip(
            blocks, blocks[1:], blocks[2:], strict=False
        )
        if _stands_alone(before, block, following)
    ]
    alone = [said for block, said in places if _is_open(block.text)]
    if sum(alone) < max(_ENOUGH, _MOST * len(alone)):
        return
    for block, said in places:
        if _is_open(block.text) or (said and block.length < _SENTENCE):
            block.kind, block.other, block.score = "figure", block.kind, _UNSURE


def _is_open(text: str) -> bool:
    """Tell whether a line ends in no full stop but that of an abbreviation."""
    return not is_closed(text) or _INITIALS.search(text) is not None


def _stands_alone(before: Block, block: Block, following: Block) -> bool:
    """Tell whether a short line stands between text, one blank line from each."""
    text = block.text
    if block.kind not in ("p", "head") or not block.traits.keys().isdisjoint(_KNOWN):
        return False
    ends = following.kind == "head" and before.kind == "p"
    goes_on = following.gap == 1 and following.length > _PROSE
    if block.gap != 1 or not (ends or (following.kind == "p" and goes_on)):
        return False
    if (before.kind != "head" and before.length <= _PROSE) or block.length > _SHORT:
        return False
    if is_speech(text) or text[-1] in ",;:—–-":
        return False
    return text[0].isupper() and not (is_numbered(text) or named_part(text))


def _is_spoken_of(caption: str, around: str) -> bool:
    """Tell whether half the names of a caption come back in the text around it."""
    names = {w for w in _NAME.findall(caption) if w.casefold() not in _TITLES}
    said = set(_NAME.findall(around))
    return len(names) > 0 and 2 * len(names & said) >= len(names)


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
