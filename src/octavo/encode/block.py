"""Blocks: lines that belong together, and what is known of them so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from octavo.encode.text import Line, Rows

_NO_TRAITS: Final[Mapping[str, str]] = MappingProxyType({})
_NEAR: Final = 64  # blocks whose lines are kept at hand


class Shelf:
    """The lines that blocks are made of; those asked for last are kept at hand."""

    def __init__(self, rows: Rows) -> None:
        self.text = rows.text
        self.order = rows.order
        self.lines = lru_cache(maxsize=_NEAR)(self._lines)
        self.contents = lru_cache(maxsize=_NEAR)(self._contents)
        self.is_filled = lru_cache(maxsize=_NEAR)(self._is_filled)

    def _lines(self, first: int, stop: int) -> tuple[Line, ...]:
        return tuple(map(self.text.line, self.order[first:stop]))

    def _contents(self, first: int, stop: int) -> list[str]:
        data, starts, ends = self.text.data, self.text.starts, self.text.ends
        return [data[starts[row] : ends[row]] for row in self.order[first:stop]]

    def _is_filled(self, first: int, stop: int, least: int) -> bool:
        contents = self.contents(first, stop)
        indents, order = self.text.indents, self.order
        for at in range(stop - first - 1):
            word = contents[at + 1].split(" ", 1)[0]
            ink = indents[order[first + at]] + len(contents[at])
            if ink + len(word) < least:
                return False
        return True


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
    traits: Mapping[str, str] = field(default_factory=lambda: _NO_TRAITS)
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
    def count(self) -> int:
        """Count the lines."""
        return self.stop - self.first

    @property
    def last_indent(self) -> int:
        """Give the indent of the last line."""
        return self.shelf.text.indents[self.shelf.order[self.stop - 1]]

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
    def contents(self) -> list[str]:
        """Give what stands in the lines."""
        return self.shelf.contents(self.first, self.stop)

    @property
    def opening(self) -> str:
        """Give what stands in the first line."""
        text, row = self.shelf.text, self.shelf.order[self.first]
        return text.data[text.starts[row] : text.ends[row]]

    @property
    def text(self) -> str:
        """Give the words in one line."""
        if self._text is None:
            self._text = " ".join(self._pieces())
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

    def _pieces(self) -> list[str]:
        start, end = self.start, self.end
        if self.length == end - start:  # no indents, no furniture inside
            return self.shelf.text.data[start:end].splitlines()
        return self.contents

    def learn(self, **traits: str) -> None:
        """Note down traits; blocks of the same traits share the record of them."""
        self.traits = _shared(tuple(sorted({**self.traits, **traits}.items())))

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
        return self.shelf.is_filled(self.first, self.stop, width - slack)


@lru_cache(maxsize=512)
def _shared(traits: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    return MappingProxyType(dict(traits))
