"""References to notes: marks in the text, matched with the bodies in one order.

All marks and all bodies of a book are matched at once: pairs have the same label, and
neither marks nor bodies change their order. Among such matches the one with the
least doubtful marks and the most pairs is taken.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from octavo.encode.notebodies import Note

_BRACKETED: Final = re.compile(r"\[(?P<n>\d{1,4}|[A-Za-z]|[*†‡§¶]{1,4})\]")
_SUPERSCRIPT: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED: Final = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
_NUMBER: Final = re.compile(r"\d++(?<!\d{5})(?![\w'’°%]|[.,:/-]\d)")
_AFTER_MARKS: Final = frozenset(".,;:!?)]’”\"'»—…")
_SYMBOL: Final = re.compile(r"(?<=\S)(?P<n>[*†‡§¶]{1,4})(?!\w)")
_DATED: Final = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?P<n>[1-9]\d{0,2})(?!\d)")
_DECIMAL: Final = re.compile(r"(?<!\d)\d{1,3}[.,:]$")  # what may go on with digits
_SENTENCE: Final = re.compile(r"\s+[\"“‘'(]?[^\W\d_a-z]")
_LETTER: Final = re.compile(r"(?<!\w)[A-Za-z]$")  # P5 is a name, not a call in P
_FAR: Final = 60_000  # a mark so far before its note, if that stands near its call
_MANY: Final = 10  # marks with the number of a note that are looked at each way


@dataclass(frozen=True, slots=True)
class Mark:
    """A possible reference: where it stands, its label, what speaks against it."""

    start: int
    end: int
    n: str
    cost: float


def bracket_marks(data: str) -> list[Mark]:
    """Find references in brackets and raised ones, which are hardly in doubt."""
    found = [Mark(m.start(), m.end(), m["n"], 0.0) for m in _BRACKETED.finditer(data)]
    raised = _RAISED.finditer(data)
    return found + [
        Mark(m.start(), m.end(), m[0].translate(_SUPERSCRIPT), 0.1) for m in raised
    ]


def glued_marks(data: str) -> list[Mark]:
    """Find bare numbers that may be references: glued to a word or after one space."""
    found = []
    for m in _NUMBER.finditer(data):
        start = m.start()
        gap = data[start - 1 : start] == " " or _goes_on(m, data)
        before = data[start - 1 - gap : start - gap]
        if before in _AFTER_MARKS:
            cost = 0.5 * _goes_on_as_number(data, start, m.end())
        elif before.isalpha():
            cost = 0.5 if _LETTER.search(data[max(0, start - 3) : start]) else 0.1
        else:
            continue
        if gap:
            cost += 0.75 if data[m.end() : m.end() + 1] in (".", ")") else 0.45
        found.append(Mark(start, m.end(), m[0], cost))
    found += [Mark(m.start(), m.end(), m["n"], 0.2) for m in _SYMBOL.finditer(data)]
    found += [Mark(*m.span("n"), m["n"], 0.4) for m in _DATED.finditer(data)]
    return sorted(found, key=lambda mark: mark.start)


def _goes_on(match: re.Match[str], data: str) -> bool:
    """Tell whether a number that begins a line has been cut from the word before."""
    start, end = match.span()
    after = data[end : end + 2]
    return data[start - 1 : start] == "\n" and after[:1] == " " and after[1:].islower()


def _goes_on_as_number(data: str, start: int, end: int) -> bool:
    """Tell whether digits belong to those before them, as in "version 2.1 of"."""
    if _DECIMAL.search(data[max(0, start - 5) : start]) is None:
        return False
    return _SENTENCE.match(data, end) is None


def match_marks(notes: list[Note], marks: Iterable[Mark]) -> None:
    """Give each note its reference, by the best match that keeps both orders."""
    bodies = {note.start + len(note.n) for note in notes}
    openings = {note.start: note for note in notes}
    by_label: dict[str, list[Mark]] = {}
    for mark in marks:
        inside = openings.get(mark.start) or openings.get(mark.start - 1)
        if inside is None and mark.start not in bodies:
            by_label.setdefault(mark.n, []).append(mark)
    for same in by_label.values():
        same.sort(key=lambda mark: mark.start)
    pairs: list[tuple[int, Mark]] = []
    seen: Counter[str] = Counter()
    for index, note in enumerate(notes):
        near = _near(by_label.get(note.n, []), note, seen[note.n])
        seen[note.n] += 1
        pairs += [(index, m) for m in reversed(near) if _may_call(m, note)]
    for note in notes:
        note.ref = None
    for index, mark in _best(pairs):
        notes[index].ref = (mark.start, mark.end)
        notes[index].cost = mark.cost


def _near(marks: list[Mark], note: Note, order: int) -> list[Mark]:
    """Give the marks before a note, of very many those nearest in place and order.

    `order` is how many notes of the same number came before.
    """
    last = bisect_right(marks, note.start, key=lambda mark: mark.end)
    if last <= 2 * _MANY:
        return marks[:last]
    chosen = {*range(last - _MANY, last), *range(order - _MANY, order + _MANY)}
    return [marks[at] for at in sorted(chosen) if 0 <= at < last]


def _may_call(mark: Mark, note: Note) -> bool:
    distance = note.start - mark.end
    if note.place == "foot":
        return distance >= 0 and mark.start >= note.page
    return distance >= 0 and (note.place == "end" or distance < _FAR)


def _best(pairs: list[tuple[int, Mark]]) -> list[tuple[int, Mark]]:
    """Choose pairs that rise on both sides with the greatest weight.

    `pairs` come sorted by note, within a note by falling place of the mark. A Fenwick
    tree over the places holds the best sum up to each place.
    """
    places = sorted({mark.start for _, mark in pairs})
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(places) + 1)
    total: list[float] = []
    before: list[int] = []
    for number, (_, mark) in enumerate(pairs):
        rank = bisect_left(places, mark.start)
        best, origin = 0.0, -1
        node = rank
        while node:
            if tree[node][0] > best:
                best, origin = tree[node]
            node -= node & -node
        total.append(best + 1.0 - mark.cost)
        before.append(origin)
        node = rank + 1
        while node <= len(places):
            if tree[node][0] < total[-1]:
                tree[node] = (total[-1], number)
            node += node & -node
    return _path(pairs, total, before)


def _path(
    pairs: list[tuple[int, Mark]], total: list[float], before: list[int]
) -> list[tuple[int, Mark]]:
    """Follow the best sum back to its first pair."""
    chosen = []
    at = max(range(len(pairs)), key=lambda k: total[k]) if pairs else -1
    while at >= 0:
        chosen.append(pairs[at])
        at = before[at]
    return chosen[::-1]


def orphan_chain(marks: Iterable[Mark]) -> list[Mark]:
    """Find references whose notes are not in the text: glued numbers 1, 2, 3, ...

    They are believed only as a chain without a gap, of three at least.
    """
    chain: list[Mark] = []
    for mark in marks:
        if mark.cost < 0.2 and mark.n == str(len(chain) + 1):
            chain.append(mark)
    return chain if len(chain) > 2 else []
