"""Blocks: lines that belong together, and what is known of them so far."""

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from octavo.encode.text import Line, Rows


class Shelf:
    """The lines that blocks are made of; those asked for last are kept at hand."""

    def __init__(self, rows: Rows) -> None:
        self.text = rows.text
        self.order = rows.order
        self.lines = lru_cache(maxsize=64)(self._lines)

    def _lines(self, first: int, stop: int) -> tuple[Line, ...]:
        return tuple(map(self.text.line, self.order[first:stop]))


@dataclass(slots=True)
class Block:
    """Lines that belong together; `gap` counts the blank lines before them.

    `first` and `stop` are their places on the shelf; `after` counts the blank lines
    behind, `top` says that a page begins here.
    """

    shelf: Shelf
    first: int
    stop: int
    gap: int = 0
    top: bool = False
    after: int = 0
    kind: str = "p"
    score: float = 1.0
    other: str = ""
    traits: dict[str, str] = field(default_factory=dict)
    _text: str | None = None
    _length: int = 0

    @property
    def start(self) -> int:
        """Give the offset of the first character."""
        return self.shelf.text.starts[self.shelf.order[self.first]]

    @property
    def end(self) -> int:
        """Give the offset behind the last character."""
        return self.shelf.text.ends[self.shelf.order[self.stop - 1]]

    @property
    def indent(self) -> int:
        """Give the indent of the first line."""
        return self.shelf.text.indents[self.shelf.order[self.first]]

    @property
    def indents(self) -> list[int]:
        """Give the indents of the lines."""
        indents = self.shelf.text.indents
        return [indents[row] for row in self.shelf.order[self.first : self.stop]]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Give the lines."""
        return self.shelf.lines(self.first, self.stop)

    @property
    def text(self) -> str:
        """Give the words in one line."""
        if self._text is None:
            self._text = " ".join(self._contents())
        return self._text

    @property
    def length(self) -> int:
        """Count the characters."""
        if not self._length:
            text, order = self.shelf.text, self.shelf.order
            rows = order[self.first : self.stop]
            ink = sum(text.ends[row] - text.starts[row] for row in rows)
            self._length = ink + len(rows) - 1
        return self._length

    def _contents(self) -> list[str]:
        start, end = self.start, self.end
        if self.length == end - start:  # no indents, no furniture inside
            return self.shelf.text.data[start:end].splitlines()
        return [line.content for line in self.lines]

    def forget(self) -> None:
        """Let go of the words, which can be had again."""
        self._text = None

    def stretches(self) -> list[tuple[int, int]]:
        """Give the stretches of the source without the pages' heads and feet."""
        text, order = self.shelf.text, self.shelf.order
        rows = order[self.first : self.stop]
        if text.numbers[rows[-1]] - text.numbers[rows[0]] == len(rows) - 1:
            return [(self.start, self.end)]
        found = [(self.start, text.ends[rows[0]])]
        for row, following in pairwise(rows):
            if text.numbers[following] == text.numbers[row] + 1:
                found[-1] = (found[-1][0], text.ends[following])
            else:
                found.append((text.starts[following], text.ends[following]))
        return found

    def is_filled(self, width: int, slack: int = 8) -> bool:
        """Tell whether all lines but the last are as full as wrapping makes them."""
        for line, following in pairwise(self.lines):
            word = len(following.content.split(" ", 1)[0])
            if line.indent + len(line.content) + word < width - slack:
                return False
        return True
