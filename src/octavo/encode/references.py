"""References to notes: which of the possible marks call the notes of a book.

A book writes its marks in one way, mostly as it writes the numbers of the notes.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from octavo.encode.matching import Marks, match_marks
from octavo.encode.notebodies import Note
from octavo.encode.notemarks import Mark, bracket_marks, glued_marks, signed_marks
from octavo.encode.removals import Removals

_STRANGE: Final = 0.4  # cost of marks that are written in another way than most
_SIGNS: Final = frozenset(["()", ")"])
_NEAR: Final = 30_000  # characters that are searched for a mark once more
_HIDDEN: Final = 0.6  # cost of a mark that follows other digits
_LONG: Final = 5  # digits that no year has, nor most numbers
_DIGITS: Final = re.compile(r"\d+(?![\w'’°%]|[.,:/-]\d)")
_YEAR: Final = re.compile(r"1\d\d\d|20\d\d")


def find_references(
    notes: list[Note],
    data: str,
    gone: Removals,
    style: str,
    decided: Iterable[Mark] = (),
) -> Marks:
    """Give the notes their references; give all the marks that were looked at.

    `style` is what the profile says; `decided` are marks that the editor named.
    """
    marks, decided = Marks(), list(decided)
    marks.add(decided)
    marks.add(_outside(_plain_marks(notes, data), gone))
    match_marks(notes, marks)
    missing = sum(note.call < 0 for note in notes)
    is_open = style == "numbers" or missing or not notes
    if not is_open or style == "brackets":
        return marks
    if 0 < len(notes) - missing < missing:
        marks = Marks()
        marks.add(decided)
        marks.add(_strange(_outside(_plain_marks(notes, data), gone)))
    marks.add(_outside(glued_marks(data), gone))
    match_marks(notes, marks)
    _uncover(notes, data, gone)
    return marks


def _plain_marks(notes: list[Note], data: str) -> Iterator[Mark]:
    """Find the marks in brackets, and those that are written as the notes' own."""
    yield from bracket_marks(data)
    looks = Counter(_look(note, data) for note in notes)
    for look in _SIGNS:
        if 2 * looks[look] > len(notes):
            yield from signed_marks(data, look)


def _look(note: Note, data: str) -> str:
    """Give the signs around the number of a note: none, ")", or both brackets."""
    start = note.start + (data[note.start] == "(")
    end = start + len(note.n)
    return data[note.start : start] + data[end : end + 1].strip(" .:]")


def _outside(marks: Iterable[Mark], gone: Removals) -> Iterator[Mark]:
    """Leave out the marks in what was removed, such as page numbers."""
    return (m for m in marks if not gone.touch(m.start, m.end))


def _strange(marks: Iterable[Mark]) -> Iterator[Mark]:
    return (mark._replace(cost=mark.cost + _STRANGE) for mark in marks)


def _uncover(notes: list[Note], data: str, gone: Removals) -> None:
    """Find marks right behind other digits, as 25 in "RFC 4725", by their places.

    A mark is taken if no other digits between the marks beside it may be it.
    """
    last = 0
    for note, after in pairwise([*notes, None]):
        if note is None or note.call >= 0:
            last = note.behind if note else last
            continue
        end = note.start
        if after and (note.place != "foot" or after.page == note.page):
            end = min(end, after.call)  # less than nothing, if that has none either
        start = max(last, note.page if note.place == "foot" else 0)
        found = list(_hidden(note.n, data, start, end))
        if len(found) == 1 and not gone.touch(*found[0]):
            (note.call, note.behind), note.cost = found[0], _HIDDEN
            last = note.behind


def _hidden(n: str, data: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the places where a number may have been set behind other digits."""
    if not n.isdecimal() or end - start > _NEAR:
        return
    for match in _DIGITS.finditer(data, start, max(start, end)):
        other = match[0].removesuffix(n)
        is_long = len(match[0]) >= _LONG or len(n) > 1 or not other.strip("0")
        if "" != other != match[0] and is_long and not _YEAR.fullmatch(match[0]):
            yield match.end() - len(n), match.end()
