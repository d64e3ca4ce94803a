"""Marks in the text that may be references to notes: in brackets, raised, or bare."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

_BRACKETED: Final = re.compile(r"\[(?P<n>\d{1,4}|[A-Za-z]|[*†‡§¶]{1,4})\]")
_RAISED_DIGITS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SUPERSCRIPT: Final = str.maketrans(_RAISED_DIGITS, "0123456789")
_RAISED: Final = re.compile(f"[{_RAISED_DIGITS}]{{1,3}}")
# Patterns that begin with a set of characters are looked for fastest.
_NUMBER: Final = re.compile(r"\d(?<!\d.)\d*+(?<!\d{5})(?![\w'’°%]|[.,:/-]\d)")
_AFTER_MARKS: Final = frozenset(".,;:!?)]’”\"'»—…*†‡")
_ROUND: Final = re.compile(r"\((?P<n>\d{1,4}|[A-Za-z]|[*†‡§¶]{1,4})\)")
_HALF: Final = re.compile(
    r"(?P<n>[\d*†‡§¶](?:(?<=[^\s(].)|(?<=[^\s(] .))"
    r"(?:(?<=\d)(?<!\d.)\d{0,2}|(?<=\D)[*†‡§¶]{0,3}))\)"
)
_SYMBOL: Final = re.compile(r"(?P<n>[*†‡§¶](?<=\S.)[*†‡§¶]{0,3})(?!\w)")
_DATED: Final = re.compile(
    r"[12](?<!\d.)(?:(?<=1)[4-9]|(?<=2)0)\d\d(?P<n>[1-9]\d{0,2})(?!\d)"
)
_DECIMAL: Final = re.compile(r"(?<!\d)\d{1,3}[.,:]$")  # what may go on with digits
_SENTENCE: Final = re.compile(r"\s+[\"“‘'(]?[^\W\d_a-z]")
_NAME: Final = re.compile(r"[A-Z](?<!\w.)[^\W\d_]{0,2}\d{1,3}(?!\w)")  # as H2 or Ra1
_QUOTES: Final = "\"'”’»"
_REACH: Final = 80  # characters in which a bracket around a number may open
_LETTER: Final = re.compile(r"(?<!\w)[a-z]\Z")


class Mark(NamedTuple):
    """A possible reference: where it stands, its label, what speaks against it."""

    start: int
    end: int
    n: str
    cost: float


def bracket_marks(data: str) -> Iterator[Mark]:
    """Find references in brackets and raised ones, which are hardly in doubt."""
    for m in _BRACKETED.finditer(data):
        yield Mark(m.start(), m.end(), m["n"], 0.0)
    is_raised = any(digit in data for digit in _RAISED_DIGITS)
    for m in _RAISED.finditer(data) if is_raised else ():
        yield Mark(m.start(), m.end(), m[0].translate(_SUPERSCRIPT), 0.1)


def label(words: str) -> str:
    """Give the label of a reference, without brackets and raised digits."""
    return words.strip("[]() ").translate(_SUPERSCRIPT)


def signed_marks(data: str, look: str) -> Iterator[Mark]:
    """Find references such as "(1)", "1)" or "*)"; `look` is "()" or ")"."""
    for m in (_ROUND if look == "()" else _HALF).finditer(data):
        opened = data.rfind("(", max(0, m.start() - _REACH), m.start())
        closed = data.rfind(")", max(0, m.start() - _REACH), m.start())
        if look == "()" or opened <= closed:
            yield Mark(m.start(), m.end(), m["n"], 0.1)


def glued_marks(data: str) -> Iterator[Mark]:
    """Find bare numbers that may be references: glued to a word or after one space."""
    names: Counter[str] = Counter()
    for m in _NUMBER.finditer(data):
        start = m.start()
        gap = data[start - 1 : start] == " " or _goes_on(m, data)
        before = data[start - 1 - gap : start - gap]
        if before in _AFTER_MARKS:
            cost = 0.5 * _goes_on_as_number(data, start, m.end())
            cost += 0.5 * (before in _QUOTES and _is_quoted(data, start, m.end()))
        elif before.isalpha():
            name = _NAME.search(data, max(0, start - 4), m.end())
            if name and not names:
                names.update(m[0] for m in _NAME.finditer(data))
            cost = _named(name[0], names[name[0]]) if name else 0.1
            cost += 0.4 * bool(_LETTER.search(data, max(0, start - 2), start))
        else:
            continue
        if gap:
            cost += _apart(data[m.end() : m.end() + 2], after=before)
        yield Mark(start, m.end(), m[0], cost)
    for m in _SYMBOL.finditer(data):
        yield Mark(m.start(), m.end(), m["n"], 0.2)
    for m in _DATED.finditer(data):
        yield Mark(*m.span("n"), m["n"], 0.4)


def _apart(following: str, *, after: str) -> float:
    """Give the cost of the space before a number, by what stands around both.

    Words go on behind a number that counts them; "1." and "1)" may open an entry.
    """
    if following[:1] in (".", ")"):
        return 0.45 if following[1:] == "\n" else 0.75
    if following[:1] in _AFTER_MARKS:
        return 0.35
    goes_on = following[1:].islower()
    return 0.45 + 0.05 * goes_on + 0.15 * (goes_on and after in ".,;:")


def _goes_on(match: re.Match[str], data: str) -> bool:
    """Tell whether a number that begins a line has been cut from the word before."""
    start, end = match.span()
    after = data[end : end + 2]
    return data[start - 1 : start] == "\n" and after[:1] == " " and after[1:].islower()


def _named(name: str, count: int) -> float:
    """Give the cost of the digits behind a short word with a capital.

    P5 and NP1 are names; so is Ra1, if it stands there more than once.
    """
    letters = name.rstrip("0123456789")
    doubt = 0.5 if len(letters) == 1 else 0.3 if letters.isupper() else 0.1
    return doubt + 0.5 * (count > 1)


def _is_quoted(data: str, start: int, end: int) -> bool:
    """Tell whether a number stands by itself between quotation marks."""
    return data[end : end + 1] == data[start - 1] and not data[start - 2].isalnum()


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
