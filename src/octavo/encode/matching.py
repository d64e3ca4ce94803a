"""Marks and the bodies of notes, matched in one order over the whole book.

All marks and all bodies of a book are matched at once: pairs have the same label, and
neither marks nor bodies change their order. Among such matches the one with the
least doubtful marks and the most pairs is taken. A book may have very many marks, so
they are kept in columns.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from octavo.encode.notebodies import Note
from octavo.encode.notemarks import Mark

_FAR: Final = 60_000  # a mark so far before its note, if that stands near its call
_MANY: Final = 10  # marks with the number of a note that are looked at each way


class Marks:
    """Possible references, in the order in which they were found."""

    def __init__(self) -> None:
        self.starts = array("Q")
        self.ends = array("Q")
        self.costs = array("d")
        self._labels = array("I")
        self._known: dict[str, int] = {}

    def add(self, marks: Iterable[Mark]) -> None:
        """Take in more marks."""
        for mark in marks:
            self.starts.append(mark.start)
            self.ends.append(mark.end)
            self.costs.append(mark.cost)
            self._labels.append(self._known.setdefault(mark.n, len(self._known)))

    def __iter__(self) -> Iterator[Mark]:
        """Give the marks one by one."""
        names = list(self._known)
        columns = (self.starts, self.ends, self._labels, self.costs)
        for start, end, label, cost in zip(*columns, strict=True):
            yield Mark(start, end, names[label], cost)

    def labelled(self, notes: list[Note]) -> "dict[str, array[int]]":
        """Give the marks of each label in the order of the text, by their numbers.

        The marks that open the notes themselves are left out.
        """
        wanted = {self._known.get(note.n, -1): array("I") for note in notes}
        openings = array("Q", sorted(note.start for note in notes))
        bodies = array("Q", sorted(note.start + len(note.n) for note in notes))
        for number, label in enumerate(self._labels):
            start = self.starts[number]
            if label in wanted and not (
                _has(bodies, start) or _has(openings, start, start - 1)
            ):
                wanted[label].append(number)
        names = list(self._known)
        return {
            names[label]: array("I", sorted(found, key=self.starts.__getitem__))
            for label, found in wanted.items()
            if label >= 0
        }


def _has(places: "array[int]", last: int, first: int | None = None) -> bool:
    """Tell whether one of two neighbouring places is in a rising column."""
    at = bisect_left(places, last if first is None else first)
    return at < len(places) and places[at] <= last


def match_marks(notes: list[Note], marks: Marks) -> None:
    """Give each note its reference, by the best match that keeps both orders."""
    by_label = marks.labelled(notes)
    pairs = _only(notes, marks, by_label)
    if pairs is None:
        pairs = _best(_Pairs(notes, marks, by_label), marks)
    for note in notes:
        note.call = note.behind = -1
    for index, mark in pairs:
        note = notes[index]
        note.call, note.behind = marks.starts[mark], marks.ends[mark]
        note.cost = marks.costs[mark]


def _only(
    notes: list[Note], marks: Marks, by_label: "dict[str, array[int]]"
) -> list[tuple[int, int]] | None:
    """Give the match of all notes with all marks, if there is just one and it fits.

    Where each label has as many marks as notes, no other match has so many pairs.
    """
    counts = Counter(note.n for note in notes)
    if any(len(by_label.get(n, ())) != count for n, count in counts.items()):
        return None
    seen: Counter[str] = Counter()
    pairs: list[tuple[int, int]] = []
    last = -1
    for index, note in enumerate(notes):
        mark = by_label[note.n][seen[note.n]]
        seen[note.n] += 1
        start = marks.starts[mark]
        if start <= last or marks.costs[mark] >= 1 or not _may_call(marks, mark, note):
            return None
        last = start
        pairs.append((index, mark))
    return pairs


def _may_call(marks: Marks, mark: int, note: Note) -> bool:
    start, end = _reach(note)
    return marks.starts[mark] >= start and end < marks.ends[mark] <= note.start


def _reach(note: Note) -> tuple[int, int]:
    """Give the least start of a mark that may call a note, and what its end exceeds."""
    if note.place == "foot":
        return note.page, -1
    return 0, -1 if note.place == "end" else note.start - _FAR


class _Pairs:
    """Notes and the marks that may call them, in columns.

    They come sorted by note, within a note by falling place of the mark.
    """

    def __init__(
        self, notes: list[Note], marks: Marks, by_label: "dict[str, array[int]]"
    ) -> None:
        self.notes, self.marks = array("I"), array("I")
        seen: Counter[str] = Counter()
        for index, note in enumerate(notes):
            near = _near(by_label.get(note.n, array("I")), marks, note, seen[note.n])
            seen[note.n] += 1
            start, end = _reach(note)
            for mark in reversed(near):
                if marks.starts[mark] >= start and marks.ends[mark] > end:
                    self.notes.append(index)
                    self.marks.append(mark)


def _near(
    same: "array[int]", marks: Marks, note: Note, order: int
) -> "list[int] | array[int]":
    """Give the marks before a note, of very many those nearest in place and order.

    `order` is how many notes of the same number came before.
    """
    last = bisect_right(same, note.start, key=marks.ends.__getitem__)
    if last <= 2 * _MANY:
        return same[:last]
    chosen = {*range(last - _MANY, last), *range(order - _MANY, order + _MANY)}
    return [same[at] for at in sorted(chosen) if 0 <= at < last]


def _best(pairs: _Pairs, marks: Marks) -> list[tuple[int, int]]:
    """Choose pairs that rise on both sides with the greatest weight.

    A Fenwick tree over the places holds the best sum up to each place.
    """
    places = sorted({marks.starts[mark] for mark in pairs.marks})
    ranks = {place: rank for rank, place in enumerate(places)}
    sums, origins = array("d", bytes(8)) * (len(places) + 1), array("q", [-1])
    origins *= len(places) + 1
    total, before = array("d"), array("q")
    for number, mark in enumerate(pairs.marks):
        rank = node = ranks[marks.starts[mark]]
        best, origin = 0.0, -1
        while node:
            if sums[node] > best:
                best, origin = sums[node], origins[node]
            node -= node & -node
        total.append(best + 1.0 - marks.costs[mark])
        before.append(origin)
        node = rank + 1
        while node <= len(places):
            if sums[node] >= total[-1]:
                break  # and so are all above it
            sums[node], origins[node] = total[-1], number
            node += node & -node
    return _path(pairs, total, before)


def _path(
    pairs: _Pairs, total: "array[float]", before: "array[int]"
) -> list[tuple[int, int]]:
    """Follow the best sum back to its first pair."""
    chosen = []
    at = total.index(max(total)) if total else -1
    while at >= 0:
        chosen.append((pairs.notes[at], pairs.marks[at]))
        at = before[at]
    return chosen[::-1]
