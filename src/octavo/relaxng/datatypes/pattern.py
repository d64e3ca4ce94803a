"""Patterns made to work: tested by Python, put in words, shown by an example."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from octavo.hints import Final
from octavo.relaxng.datatypes import charset
from octavo.relaxng.datatypes.charset import ASCII, LAST
from octavo.relaxng.datatypes.regex import (
    Chars,
    Choice,
    Named,
    Regex,
    Repeat,
    Sequence,
    parse,
)

# An engine that goes back can take the length of a text to the power of the degree:
# never long, or not long for short texts.
_HARMLESS: Final = 2
_BEARABLE: Final = 6
_SHORT: Final = 20
_FAVOURITES: Final = "a1A-./:, "
_NO_SPACES: Final = (
    Chars((Named("s", negated=True),)),
    Chars((Named("s"),), negated=True),
    Chars((Named("C"), Named("Z")), negated=True),
    Chars((Named("Z"), Named("C")), negated=True),
)
_NOUNS: Final = {
    "L": "letters",
    "Lu": "capital letters",
    "Ll": "small letters",
    "N": "digits",
    "Nd": "digits",
    "d": "digits",
    "P": "punctuation",
    "S": "symbols",
    "c": "letters, digits, and the signs . - _ :",
    "w": "letters, digits and symbols",
    "Z": "spaces",
    "s": "spaces",
}


def check(pattern: str) -> None:
    """Raise `PatternError` if a text is not a pattern."""
    parse(pattern)


@cache
def matcher(pattern: str) -> Callable[[str], object]:
    """Give the test of a pattern, compiled when it is used first."""
    from octavo.relaxng.datatypes import linear  # a schema may use no type

    tree = simplify(parse(pattern))
    by_python = _python_matcher(tree)
    degree = linear.degree(tree)
    if degree <= _HARMLESS:
        return by_python
    in_linear_time = linear.matcher(tree)

    def match(text: str) -> object:
        if degree <= _BEARABLE and len(text) <= _SHORT:
            return by_python(text)
        return in_linear_time(text) or None

    return match


def _python_matcher(tree: Regex) -> Callable[[str], object]:
    """Give a test by the engine of Python.

    Most values are ASCII, and much smaller classes of characters do for them.
    """
    ascii_test: Callable[[str], object] | None = None
    full_test: Callable[[str], object] | None = None

    def match(text: str) -> object:
        nonlocal ascii_test, full_test
        if text.isascii():
            if ascii_test is None:
                ascii_test = re.compile(to_python(tree, ASCII)).fullmatch
            return ascii_test(text)
        if full_test is None:
            full_test = re.compile(to_python(tree, LAST)).fullmatch
        return full_test(text)

    return match


def simplify(tree: Regex) -> Regex:
    """Rewrite a tree so that it means the same and is matched without detours.

    Alternatives of one character become one class, and a repetition repeated becomes
    one repetition: both are slow in an engine that goes back.
    """
    match tree:
        case Sequence(items):
            return Sequence(tuple(simplify(item) for item in items))
        case Choice(items):
            return _join(tuple(simplify(item) for item in items))
        case Repeat(item, low, high):
            return _repeat(simplify(item), low, high)
    return tree


def _join(items: tuple[Regex, ...]) -> Regex:
    plain = [
        item
        for item in items
        if isinstance(item, Chars) and not item.negated and not item.minus
    ]
    if len(plain) < len(items):
        return Choice(items)
    return Chars(tuple(part for item in plain for part in item.parts))


def _repeat(item: Regex, low: int, high: int | None) -> Regex:
    endless = high is None and low <= 1
    if endless and isinstance(item, Repeat) and item.high is None and item.low <= 1:
        return Repeat(item.item, min(low, item.low), None)
    return Repeat(item, low, high)


def to_python(tree: Regex, last: int = LAST) -> str:
    """Write a tree as a Python expression that `fullmatch` tests texts with."""
    match tree:
        case Chars():
            return charset.python_class(tree.ranges(last), last)
        case Sequence(items):
            return "".join(_operand(item, last) for item in items)
        case Choice(items):
            return "|".join(to_python(item, last) for item in items)
        case Repeat(item, low, high):
            most = "" if high is None else high
            return f"{_operand(item, last)}{{{low},{most}}}"


def _operand(tree: Regex, last: int) -> str:
    text = to_python(tree, last)
    return text if isinstance(tree, Chars) else f"(?:{text})"


def example(tree: Regex) -> str:
    """Give a short text that matches."""
    match tree:
        case Chars():
            return _char(tree.ranges())
        case Sequence(items):
            return "".join(example(item) for item in items)
        case Choice(items):
            return next((found for i in items if (found := example(i))), "")
        case Repeat(item, low, _):
            return example(item) * low


def _char(ranges: charset.Ranges) -> str:
    for char in _FAVOURITES:
        if charset.contains(ranges, char):
            return char
    visible = (low for low, _ in ranges if low > 32)
    return chr(next(visible, ranges[0][0] if ranges else 0))


def describe(pattern: str) -> str:
    """Put a pattern in words, or show it with an example."""
    tree = simplify(parse(pattern))
    if words := _words(tree):
        return words
    shown = example(tree)
    return f"the form {pattern}" + (f", for example {shown}" if shown else "")


def _words(tree: Regex) -> str:
    if isinstance(tree, Choice):
        return _alternatives(tree)
    if not isinstance(tree, Repeat) or not isinstance(tree.item, Chars):
        return ""
    if (tree.low, tree.high) not in ((1, None), (0, None)):
        return ""
    if tree.item in _NO_SPACES:
        return "no spaces"
    return _only(tree.item)


def _only(chars: Chars) -> str:
    if chars.negated or chars.minus:
        return ""
    named = [part for part in chars.parts if isinstance(part, Named)]
    if any(part.negated or part.name not in _NOUNS for part in named):
        return ""
    spans = [_span(*part) for part in chars.parts if not isinstance(part, Named)]
    kinds = list(dict.fromkeys(_NOUNS[part.name] for part in named))
    kinds += ["the characters " + " ".join(spans)] if spans else []
    return "only " + " and ".join(filter(None, (", ".join(kinds[:-1]), kinds[-1])))


def _span(low: int, high: int) -> str:
    first, last = (chr(point) if point > 32 else "space" for point in (low, high))
    return first if low == high else f"{first}-{last}"


def _alternatives(tree: Choice) -> str:
    words = [_literal(item) for item in tree.items]
    return "one of " + ", ".join(words) if all(words) else ""


def _literal(tree: Regex) -> str:
    if isinstance(tree, Sequence):
        letters = [_literal(item) for item in tree.items]
        return "".join(letters) if all(letters) else ""
    if not isinstance(tree, Chars) or tree.negated or len(tree.parts) != 1:
        return ""
    part = tree.parts[0]
    return chr(part[0]) if isinstance(part, tuple) and part[0] == part[1] else ""
