"""Marks in the text that may be references to notes: in brackets, raised, or bare."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

_BRACKETED: Final = re.compile(r"\[(?P<n>\d{1,4}|[A-Za-z]|[*†‡§¶]{1,4})\]")
_SUPERSCRIPT: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED: Final = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
_NUMBER: Final = re.compile(r"(?<!\d)\d++(?<!\d{5})(?![\w'’°%]|[.,:/-]\d)")
_AFTER_MARKS: Final = frozenset(".,;:!?)]’”\"'»—…")
_SYMBOL: Final = re.compile(r"(?P<n>[*†‡§¶](?<=\S.)[*†‡§¶]{0,3})(?!\w)")
_DATED: Final = re.compile(
    r"[12](?<!\d.)(?:(?<=1)[4-9]|(?<=2)0)\d\d(?P<n>[1-9]\d{0,2})(?!\d)"
)
_DECIMAL: Final = re.compile(r"(?<!\d)\d{1,3}[.,:]$")  # what may go on with digits
_SENTENCE: Final = re.compile(r"\s+[\"“‘'(]?[^\W\d_a-z]")
_LETTER: Final = re.compile(r"(?<!\w)[A-Za-z]$")  # P5 is a name, not a call in P


@dataclass(frozen=True, slots=True)
class Mark:
    """A possible reference: where it stands, its label, what speaks against it."""

    start: int
    end: int
    n: str
    cost: float


def bracket_marks(data: str) -> Iterator[Mark]:
    """Find references in brackets and raised ones, which are hardly in doubt."""
    for m in _BRACKETED.finditer(data):
        yield Mark(m.start(), m.end(), m["n"], 0.0)
    for m in _RAISED.finditer(data):
        yield Mark(m.start(), m.end(), m[0].translate(_SUPERSCRIPT), 0.1)


def label(words: str) -> str:
    """Give the label of a reference, without brackets and raised digits."""
    return words.strip("[]() ").translate(_SUPERSCRIPT)


def glued_marks(data: str) -> Iterator[Mark]:
    """Find bare numbers that may be references: glued to a word or after one space."""
    for m in _NUMBER.finditer(data):
        start = m.start()
        gap = data[start - 1 : start] == " " or _goes_on(m, data)
        before = data[start - 1 - gap : start - gap]
        if before in _AFTER_MARKS:
            cost = 0.5 * _goes_on_as_number(data, start, m.end())
        elif before.isalpha():
            cost = 0.5 if _LETTER.search(data[max(0, start - 3) : start]) else 0.1
        else:
            continue
        if gap:
            cost += 0.75 if data[m.end() : m.end() + 1] in (".", ")") else 0.45
        yield Mark(start, m.end(), m[0], cost)
    for m in _SYMBOL.finditer(data):
        yield Mark(m.start(), m.end(), m["n"], 0.2)
    for m in _DATED.finditer(data):
        yield Mark(*m.span("n"), m["n"], 0.4)


def _goes_on(match: re.Match[str], data: str) -> bool:
    """Tell whether a number that begins a line has been cut from the word before."""
    start, end = match.span()
    after = data[end : end + 2]
    return data[start - 1 : start] == "\n" and after[:1] == " " and after[1:].islower()


def _goes_on_as_number(data: str, start: int, end: int) -> bool:
    """Tell whether digits belong to those before them, as in "version 2.1 of"."""
    if _DECIMAL.search(data[max(0, start - 5) : start]) is None:
        return False
    return _SENTENCE.match(data, end) is None


def orphan_chain(marks: Iterable[Mark]) -> list[Mark]:
    """Find references whose notes are not in the text: glued numbers 1, 2, 3, ...

    They are believed only as a chain without a gap, of three at least.
    """
    chain: list[Mark] = []
    for mark in marks:
        if mark.cost < 0.2 and mark.n == str(len(chain) + 1):
            chain.append(mark)
    return chain if len(chain) > 2 else []
