"""The source text: its lines, its pages, and where an offset lies.

Characters that XML cannot hold are read as spaces; `original` still has them.
A text may have very many lines, so only those with ink are noted down, in columns; a
`Line` is made of them when it is asked for.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, overload

# What no XML document may hold, and byte-order marks, which no text needs.
FORBIDDEN: Final = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufeff\ufffe\uffff]")


# What str.splitlines cuts at, of all that is left.
_BREAKS: Final = "\n\r\v\x85\u2028\u2029"
_CHUNK: Final = 65_536


class Line(NamedTuple):
    """One line of the source, without the white space around its ink."""

    number: int
    start: int
    end: int
    indent: int
    page: int
    content: str
    row: int


class Change(NamedTuple):
    """Characters of the source, where they stand, and what is read instead."""

    start: int
    old: str
    new: str
    line: int
    column: int


class Text:
    """A source text with its lines; `changes` were made before, and are on record.

    Of each line with ink, a row, there are number, start and end of the ink, indent
    and page; `blanks` counts the blank lines above it on the page of the row before.
    """

    __slots__ = (
        "_seen", "blanks", "changes", "data", "ends", "height", "indents", "leaves",
        "numbers", "original", "pages", "starts", "tops",
    )  # fmt: skip

    def __init__(self, original: str, changes: Sequence[Change] = ()) -> None:
        self.original = original
        self.changes = changes
        self.data = original
        if FORBIDDEN.search(original):
            self.data = FORBIDDEN.sub(" ", original)
        self.starts, self.ends = array("I"), array("I")
        self.numbers, self.indents = array("I"), array("I")
        self.leaves, self.blanks = array("I"), array("I")
        self.tops = array("I", [0])  # the lines before each page
        self.height = 0  # all lines, blank ones too
        self._seen = (0, 1, 0)
        self._split()
        self.pages = len(self.tops)

    def _split(self) -> None:
        offset, number, page, blanks, last = 0, 1, 0, 0, 0
        for raw in _raw_lines(self.data):
            if content := raw.strip():
                indent = len(raw) - len(raw.lstrip())
                self.starts.append(offset + indent)
                self.ends.append(offset + indent + len(content))
                self.numbers.append(number)
                self.indents.append(indent)
                self.leaves.append(page)
                self.blanks.append(blanks)
                blanks, last = 0, page
            else:
                blanks += page == last
            offset += len(raw)
            self.height += 1
            if raw[-1] == "\f":
                page += 1
                self.tops.append(number - 1 + page)
            elif raw[-1] in _BREAKS:
                number += 1

    @property
    def lines(self) -> "Rows":
        """Give the lines with ink."""
        return Rows(self, range(len(self.starts)))

    def above(self, row: int) -> int:
        """Count all lines above a row, blank ones too."""
        return self.numbers[row] - 1 + self.leaves[row]

    def number_below(self, above: int) -> int:
        """Give the number of the line that has so many above it."""
        return above + 2 - bisect_right(self.tops, above)

    def line(self, row: int) -> Line:
        """Give the line of a row."""
        start, end = self.starts[row], self.ends[row]
        return Line(
            self.numbers[row],
            start,
            end,
            self.indents[row],
            self.leaves[row],
            self.data[start:end],
            row,
        )

    def place(self, offset: int) -> tuple[int, int]:
        """Give line and column of an offset, both counted from one."""
        known = (0, 1, 0)
        following = bisect_right(self.starts, offset)
        for row in (following - 1, following):
            if 0 <= row < len(self.starts):
                begin = self.starts[row] - self.indents[row]
                if begin <= offset <= self.ends[row]:
                    return self.numbers[row], offset - begin + 1
                if row < following:
                    known = (self.ends[row], self.numbers[row], begin)
        if known[0] <= self._seen[0] <= offset:
            known = self._seen
        return self._count(known, offset)

    def _count(self, known: tuple[int, int, int], offset: int) -> tuple[int, int]:
        """Count lines from a known place to one behind it, where there is no ink.

        A place is its offset, the number of its line, and where that begins.
        """
        at, number, begin = known
        pieces = self.data[at : offset + 1].splitlines(keepends=True)
        for piece in pieces[:-1]:
            at += len(piece)
            number += piece[-1] != "\f"
            begin = at
        self._seen = (at, number, begin)
        return number, offset - begin + 1


def _raw_lines(data: str) -> Iterator[str]:
    """Give the lines as they are, of a long text not all at once."""
    at = 0
    while at < len(data):
        end = data.find("\n", at + _CHUNK) + 1 or len(data)
        yield from data[at:end].splitlines(keepends=True)
        at = end


class Rows(Sequence[Line]):
    """Some of the lines of a text with ink, by their rows."""

    __slots__ = ("order", "text")

    def __init__(self, text: Text, order: "range | array[int]") -> None:
        self.text = text
        self.order = order

    def __len__(self) -> int:
        """Count the lines."""
        return len(self.order)

    def __iter__(self) -> Iterator[Line]:
        """Give the lines one by one."""
        return map(self.text.line, self.order)

    @overload
    def __getitem__(self, at: int) -> Line: ...

    @overload
    def __getitem__(self, at: slice) -> "Rows": ...

    def __getitem__(self, at: int | slice) -> "Line | Rows":
        """Give a line, or some."""
        if isinstance(at, int):
            return self.text.line(self.order[at])
        return Rows(self.text, self.order[at])

    def contents(self) -> Iterator[str]:
        """Give what stands in the lines."""
        data, starts, ends = self.text.data, self.text.starts, self.text.ends
        return (data[starts[row] : ends[row]] for row in self.order)
