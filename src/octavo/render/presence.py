"""Which words of a text an output that marks nothing has lost.

Long pieces that occur once are found first, in order; each short one must then
stand between its neighbours. So what an output adds, or repeats, does no harm, and a
short word is not taken for met because it occurs elsewhere.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

# So many letters in a row are found by chance nowhere.
_SURE: Final = 24


def letters(text: str) -> str:
    """Keep letters and digits, as every output writes them."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text)))


def absent(pieces: Sequence[str], shown: str) -> list[int]:
    """Give the numbers of the pieces that are not among the letters of an output."""
    kept = [letters(piece) for piece in pieces]
    places = _places(kept, shown)
    lost = [
        number
        for number, text in enumerate(kept)
        if len(text) >= _SURE and text not in shown
    ]
    anchors = [(-1, 0, 0), *_rising(places, kept), (len(kept), len(shown), 0)]
    for before, after in pairwise(anchors):
        span = shown[before[2] : after[1]]
        lost += _not_between(kept, range(before[0] + 1, after[0]), span)
    return sorted(lost)


def _places(pieces: Sequence[str], shown: str) -> dict[int, int]:
    """Find each long piece that occurs but once."""
    places: dict[int, int] = {}
    for number, text in enumerate(pieces):
        at = shown.find(text) if len(text) >= _SURE else -1
        if at >= 0 and shown.find(text, at + 1) < 0:
            places[number] = at
    return places


def _rising(
    places: dict[int, int], pieces: Sequence[str]
) -> Iterator[tuple[int, int, int]]:
    """Keep the most places that stand in order: number, beginning, end of a piece."""
    ends: list[int] = []
    last: list[int] = []
    before: dict[int, int] = {}
    for number, at in places.items():
        length = bisect_left(ends, at)
        before[number] = last[length - 1] if length else -1
        ends[length : length + 1] = [at]
        last[length : length + 1] = [number]
    chosen: list[int] = []
    number = last[-1] if last else -1
    while number >= 0:
        chosen.append(number)
        number = before[number]
    for number in reversed(chosen):
        yield number, places[number], places[number] + len(pieces[number])


def _not_between(pieces: Sequence[str], numbers: range, span: str) -> Iterator[int]:
    """Look for short pieces in the span between two long ones."""
    position = 0
    for number in numbers:
        text = pieces[number]
        if not text or len(text) >= _SURE:
            continue
        at = span.find(text, position)
        if at >= 0:
            position = at + len(text)
        elif text not in span:
            yield number
