"""Notes at the foot of pages: found before paragraphs are joined over the page."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from octavo.encode.text import Line, Rows, Text

_BODY: Final = re.compile(
    r"(?P<open>[\[(]?)(?P<n>\d{1,3}|[*†‡§¶]{1,4})(?:[\]).:])?\s*(?=\S)"
)

_SYMBOLS: Final = "*†‡§¶"
_DEEP: Final = 6  # a line so far to the right is no note


@dataclass(frozen=True, slots=True)
class FootNote:
    """A note at the foot of a page: its mark, its lines, where the page begins."""

    n: str
    lines: tuple[Line, ...]
    page: int


def foot_notes(rows: Rows) -> list[FootNote]:
    """Find the notes at the foot of each page."""
    found: list[FootNote] = []
    last = 0
    for page, group in groupby(rows.order, key=rows.text.leaves.__getitem__):
        notes = _page_notes(_page_lines(rows.text, page, group), last)
        found += notes
        numbers = [int(note.n) for note in notes if note.n.isdecimal()]
        last = numbers[-1] if numbers else last
    return found


def _page_lines(text: Text, page: int, rows: Iterable[int]) -> list[Line | None]:
    """Give the lines of a page from the top, None for a blank one."""
    lines: list[Line | None] = []
    before, below = bisect_left(text.leaves, page) - 1, text.tops[page] - 1
    for row in rows:
        above = text.above(row)
        lines += [None] * (above - below - (row - before))
        lines.append(text.line(row))
        before, below = row, above
    return lines


def _page_notes(page: list[Line | None], last: int) -> list[FootNote]:
    for index, line in _openings(page):
        if match := _BODY.match(line.content):
            expected = {"1", str(last + 1)} if match["n"].isdecimal() else {match["n"]}
            above = [x.content if x else "" for x in page[:index]]
            if match["n"] in expected and _has_mark(above, match["n"]):
                top = next(x.start for x in page if x)
                return [FootNote(n, foot, top) for n, foot in _split(page[index:])]
    return []


def _openings(page: list[Line | None]) -> Iterator[tuple[int, Line]]:
    """Give the lines that may open the foot: after a blank line, with text above."""
    for index, line in enumerate(page):
        if index > 1 and line and line.indent < _DEEP and page[index - 1] is None:
            yield index, line


def _has_mark(above: list[str], n: str) -> bool:
    if not n.isdecimal():
        return any(n in content for content in above)
    after_word = rf"(?<=[^\W\d_]|[.,;:!?)\]’”\"'»*†‡])(?: ?[\[(]?|\n(?=\d+ [a-z])){n}"
    after_year = rf"(?<=\b1[4-9]\d\d){n}|(?<=\b20\d\d){n}"
    mark = re.compile(rf"(?:{after_word}|{after_year})(?!\d|\w|[.,]\d)")
    return mark.search("\n".join(above)) is not None


def _split(foot: list[Line | None]) -> Iterator[tuple[str, tuple[Line, ...]]]:
    current: list[Line] = []
    n, expected = "", frozenset[str]()
    for line in foot:
        if line is None:
            continue
        match = _BODY.match(line.content)
        if match and (not n or match["n"] in expected) and line.indent < _DEEP:
            if current:
                yield n, tuple(current)
            n, current = match["n"], []
            expected = _next_labels(n)
        current.append(line)
    if current:
        yield n, tuple(current)


def _next_labels(n: str) -> frozenset[str]:
    """Give the labels that the note below may have: after * stands ** or †."""
    if n.isdecimal():
        return frozenset([str(int(n) + 1)])
    following = _SYMBOLS[_SYMBOLS.find(n[0]) + 1 :][:1]
    return frozenset([n + n[0], following * len(n)])
