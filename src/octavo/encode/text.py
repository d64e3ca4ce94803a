"""The source text: its lines, its pages, and where an offset lies.

Characters that XML cannot hold are read as spaces; `original` still has them.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

# What no XML document may hold, and byte-order marks, which no text needs.
FORBIDDEN: Final = re.compile(
    "[^\t\n\r\v\f\x20-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


# What str.splitlines cuts at, of all that is left.
_BREAKS: Final = "\n\r\v\x85\u2028\u2029"


class Line(NamedTuple):
    """One line of the source, without the white space around its ink."""

    number: int
    start: int
    end: int
    indent: int
    page: int
    content: str

    @property
    def is_blank(self) -> bool:
        """Tell whether the line has no ink."""
        return self.start == self.end


class Change(NamedTuple):
    """Characters of the source, where they stand, and what is read instead."""

    start: int
    old: str
    new: str
    line: int
    column: int


class Text:
    """A source text with its lines; `changes` were made before, and are on record."""

    __slots__ = ("_starts", "changes", "data", "lines", "original", "pages")

    def __init__(self, original: str, changes: Sequence[Change] = ()) -> None:
        self.original = original
        self.changes = changes
        self.data = original
        if FORBIDDEN.search(original):
            self.data = FORBIDDEN.sub(" ", original)
        self.lines: list[Line] = []
        self._starts: list[int] = []
        self.pages = self._split()

    def _split(self) -> int:
        offset, number, page = 0, 1, 0
        for raw in self.data.splitlines(keepends=True):
            content = raw.strip()
            indent = len(raw) - len(raw.lstrip()) if content else 0
            start = offset + indent
            self._starts.append(offset)
            self.lines.append(
                Line(number, start, start + len(content), indent, page, content)
            )
            offset += len(raw)
            last = raw[-1]
            if last == "\f":
                page += 1
            elif last in _BREAKS:
                number += 1
        return page + 1

    def line_at(self, offset: int) -> Line:
        """Give the line that holds an offset."""
        return self.lines[max(0, bisect_right(self._starts, offset) - 1)]

    def place(self, offset: int) -> tuple[int, int]:
        """Give line and column of an offset, both counted from one."""
        index = max(0, bisect_right(self._starts, offset) - 1)
        if not self.lines:
            return 1, 1
        return self.lines[index].number, offset - self._starts[index] + 1

    def blanks_before(self, index: int) -> int:
        """Count the blank lines right before a line."""
        count = 0
        while index - count > 0 and self.lines[index - count - 1].is_blank:
            count += 1
        return count
