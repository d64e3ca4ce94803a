"""The source text: its lines, its pages, and where an offset lies.

White space that ends a line or a page is `NEWLINE`; the text itself is never changed.
"""

from bisect import bisect_right
from typing import Final, NamedTuple

# str.splitlines also cuts at these three, which XML cannot hold.
_NOT_A_BREAK: Final = "\x1c\x1d\x1e"


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


class Text:
    """A source text with its lines."""

    __slots__ = ("_starts", "data", "lines", "pages")

    def __init__(self, data: str) -> None:
        self.data = data
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
            elif last not in _NOT_A_BREAK:
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
