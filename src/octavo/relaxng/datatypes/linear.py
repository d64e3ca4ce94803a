"""Match a pattern in time that grows with the text only, whatever the pattern.

Python's engine tries one way after the other, which takes for ever with patterns such
as `(a|aa)+b`. Here a state is what is left to match, as a tree (the derivative of the
pattern by the characters read), and each step from state to state is made once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import count

from octavo.hints import Final
from octavo.relaxng.datatypes import charset
from octavo.relaxng.datatypes.regex import Chars, Choice, Regex, Repeat, Sequence

EMPTY: Final = Sequence(())
NOTHING: Final = Choice(())
STATES: Final = 2_000
"""States kept before they are forgotten and made anew."""

STEPS: Final = 1_000
"""Characters remembered for one state."""


def degree(tree: Regex) -> float:
    """Give the power of the length of a text that trying all ways can take."""
    match tree:
        case Sequence(items):
            return sum(map(degree, items))
        case Choice(items):
            return max(map(degree, items), default=0)
        case Repeat(item, low, high) if high != low and high != 1:
            return float("inf") if _varies(item) else 1
        case Repeat(item, _, high):
            return degree(item) + (high or 0 if _varies(item) else 0)
    return 0


def _varies(tree: Regex) -> bool:
    """Tell whether there is more than one way to match the beginning of a text."""
    match tree:
        case Sequence(items):
            return any(map(_varies, items))
        case Choice():
            return True
        case Repeat(item, low, high):
            return low != high or _varies(item)
    return False


class _State:
    """What is left to match, and where each character leads."""

    def __init__(self, tree: Regex) -> None:
        self.tree = tree
        self.is_end = _is_optional(tree)
        self.steps: dict[str, _State] = {}


def matcher(tree: Regex) -> Callable[[str], bool]:
    """Give the test of a pattern."""
    states: dict[Regex, _State] = {}

    def state(found: Regex) -> _State:
        if len(states) > STATES:
            states.clear()
        return states.setdefault(found, _State(found))

    start = state(tree)

    def match(text: str) -> bool:
        current = start
        for char in text:
            following = current.steps.get(char)
            if following is None:
                following = state(_derivative(current.tree, char))
                if len(current.steps) < STEPS:
                    current.steps[char] = following
            current = following
        return current.is_end

    return match


def _is_optional(tree: Regex) -> bool:
    match tree:
        case Sequence(items):
            return all(map(_is_optional, items))
        case Choice(items):
            return any(map(_is_optional, items))
        case Repeat(item, low, _):
            return low == 0 or _is_optional(item)
    return False


def _derivative(tree: Regex, char: str) -> Regex:
    """Give what is left to match after a character."""
    match tree:
        case Chars():
            return EMPTY if charset.contains(tree.ranges(), char) else NOTHING
        case Choice(items):
            return _choice(_derivative(item, char) for item in items)
        case Sequence(items):
            return _of_sequence(items, char)
        case Repeat(item, low, high):
            if high == 0:
                return NOTHING
            fewer = None if high is None else high - 1
            rest = Repeat(item, max(low - 1, 0), fewer)
            return _sequence(_derivative(item, char), rest)


def _of_sequence(items: tuple[Regex, ...], char: str) -> Regex:
    found: list[Regex] = []
    for number, item in zip(count(1), items, strict=False):
        found.append(_sequence(_derivative(item, char), *items[number:]))
        if not _is_optional(item):
            break
    return _choice(found)


def _sequence(*items: Regex) -> Regex:
    flat: list[Regex] = []
    for item in items:
        if item is NOTHING:
            return NOTHING
        flat += item.items if isinstance(item, Sequence) else (item,)
    return flat[0] if len(flat) == 1 else Sequence(tuple(flat)) if flat else EMPTY


def _choice(items: Iterable[Regex]) -> Regex:
    flat: dict[Regex, None] = {}
    for item in items:
        for part in item.items if isinstance(item, Choice) else (item,):
            flat[part] = None
    unique = tuple(flat)
    return unique[0] if len(unique) == 1 else Choice(unique) if unique else NOTHING
