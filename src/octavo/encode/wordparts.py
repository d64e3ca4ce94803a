"""How many words of a book begin, or end, with some letters."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from typing import Final

_LONGER: Final = 2  # letters that a word has besides
_MANY: Final = 60
_ENOUGH: Final = 1000
_LAST: Final = "\U0010ffff"  # sorts behind all letters


class WordParts:
    """The words of a book, sorted from both ends when they are first asked for."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = words

    @cached_property
    def _forwards(self) -> list[str]:
        return sorted({word.lower() for word in self._words if word.isalpha()})

    @cached_property
    def _backwards(self) -> list[str]:
        return sorted(word[::-1] for word in self._forwards)

    def tell(self) -> bool:
        """Tell whether there are so many words that the want of some means anything."""
        return len(self._forwards) >= _ENOUGH

    def begun(self, part: str) -> int:
        """Count the words that begin with some letters and go on."""
        return _count(self._forwards, part.lower())

    def ended(self, part: str) -> int:
        """Count the words that end with some letters and have others before them."""
        return _count(self._backwards, part.lower()[::-1])


def _count(words: list[str], part: str) -> int:
    first, last = bisect_left(words, part), bisect_left(words, part + _LAST)
    if last - first > _MANY:
        return _MANY  # so that no text can make the counting long
    least = len(part) + _LONGER
    return sum(len(words[at]) >= least for at in range(first, last))
