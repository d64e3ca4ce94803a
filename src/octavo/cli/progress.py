"""A bar that shows on a terminal how far a command is."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, TextIO

_WIDTH: Final = 30
_PAUSE: Final = 0.1
"""Seconds between two drawings."""
_ERASE: Final = "\r\x1b[K"


class Bar:
    """A bar on one line, drawn over itself; nothing at all without a terminal."""

    def __init__(self, words: str, terminal: TextIO | None) -> None:
        self._words = words
        self._terminal = terminal
        self._drawn = 0.0
        self._is_there = False

    def show(self, done: int, of: int) -> None:
        """Draw the bar, unless that was done a moment ago."""
        now = time.monotonic()
        if self._terminal is None or now - self._drawn < _PAUSE:
            return
        self._drawn = now
        self._is_there = True
        full = _WIDTH * done // max(of, 1)
        drawn = "━" * full + "╌" * (_WIDTH - full)
        self._put(f"{_ERASE}{self._words} {drawn} {100 * done // max(of, 1)} %")

    def clear(self) -> None:
        """Take the bar away, so that something else can be written."""
        if self._is_there:
            self._put(_ERASE)
            self._is_there = False

    def _put(self, words: str) -> None:
        if self._terminal is not None:
            self._terminal.write(words)
            self._terminal.flush()


@contextmanager
def bar(words: str) -> Iterator[Bar]:
    """Give a bar, on the standard error, and take it away at the end."""
    made = Bar(words, sys.stderr if sys.stderr.isatty() else None)
    try:
        yield made
    finally:
        made.clear()
