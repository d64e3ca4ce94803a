"""Parameters that narrow a built-in type, each made into a test."""

from __future__ import annotations

from collections.abc import Callable

from octavo.hints import Final
from octavo.relaxng.datatypes import numbers, pattern
from octavo.relaxng.datatypes.base import Context, DatatypeError
from octavo.relaxng.datatypes.kinds import Kind
from octavo.relaxng.datatypes.regex import PatternError
from octavo.relaxng.datatypes.whitespace import collapse
from octavo.relaxng.fields import Fields

Test = Callable[[str, Context], object]

_LENGTHS: Final[dict[str, tuple[str, Callable[[int, int], bool]]]] = {
    "length": ("exactly", int.__eq__),
    "minLength": ("at least", int.__ge__),
    "maxLength": ("at most", int.__le__),
}
_LIMITS: Final = {
    "minInclusive": "not less than",
    "minExclusive": "more than",
    "maxInclusive": "not more than",
    "maxExclusive": "less than",
}
_DIGITS: Final = {
    "totalDigits": "digits",
    "fractionDigits": "digits after the point",
}
_REMEDIES: Final = {
    "enumeration": "list the values as value patterns instead",
    "whiteSpace": "choose string, normalizedString or token instead",
}


class Facet(Fields):
    """A test of a normalised text that has the form of its type, and its words."""

    test: Test
    words: Callable[[], str]


def make(kind: Kind, name: str, argument: str, context: Context) -> Facet:
    """Make the test of one parameter; raise `DatatypeError` if it cannot be."""
    if name in _REMEDIES:
        raise DatatypeError(
            f'"{name}" is not a parameter in RELAX NG; {_REMEDIES[name]}'
        )
    if name == "pattern":
        return _pattern(argument)
    if name in _LENGTHS:
        return _length(kind, name, argument)
    if name in _LIMITS:
        return _limit(kind, name, collapse(argument), context)
    if name in _DIGITS:
        return _digits(kind, name, argument)
    known = ", ".join(["pattern", *_LENGTHS, *_LIMITS, *_DIGITS])
    raise DatatypeError(f'there is no parameter "{name}"; there are {known}')


def _pattern(argument: str) -> Facet:
    try:
        pattern.check(argument)
    except PatternError as error:
        raise DatatypeError(f'the pattern "{argument}" is wrong: {error}') from error
    return Facet(
        lambda text, _: pattern.matcher(argument)(text),
        lambda: pattern.describe(argument),
    )


def _number(name: str, argument: str, least: int) -> int:
    digits = collapse(argument).removeprefix("+")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 19):
        raise DatatypeError(f'"{name}" must be a whole number, not "{argument}"')
    if int(digits) < least:
        raise DatatypeError(f'"{name}" must be {least} or more')
    return int(digits)


def _length(kind: Kind, name: str, argument: str) -> Facet:
    number = _number(name, argument, 0)
    measure = kind.measure
    if measure is None:
        raise DatatypeError(f'"{name}" cannot be used here: the type has no length')
    words, compare = _LENGTHS[name]
    units = kind.units if number != 1 else kind.units.removesuffix("s")
    return Facet(
        lambda text, _: compare(measure(text), number),
        lambda: f"{words} {number} {units}",
    )


def _limit(kind: Kind, name: str, argument: str, context: Context) -> Facet:
    if kind.less is None:
        raise DatatypeError(
            f'"{name}" cannot be used here: the values of the type have no order'
        )
    less, value, limit = kind.less, kind.value, kind.value(argument, context)

    def inclusive(text: str, context: Context) -> bool:
        found = value(text, context)
        return found == limit or in_order(found)

    def exclusive(text: str, context: Context) -> bool:
        return in_order(value(text, context))

    def in_order(found: object) -> bool:
        return less(limit, found) if name.startswith("min") else less(found, limit)

    test = inclusive if name.endswith("Inclusive") else exclusive
    return Facet(test, lambda: f"{_LIMITS[name]} {argument}")


def _digits(kind: Kind, name: str, argument: str) -> Facet:
    if kind.value is not numbers.decimal:
        raise DatatypeError(f'"{name}" can be used with decimal and whole numbers only')
    is_total = name == "totalDigits"
    number = _number(name, argument, 1 if is_total else 0)

    def test(text: str, _: Context) -> bool:
        total, fraction = numbers.digits(numbers.decimal(text, {}))
        return (total if is_total else fraction) <= number

    noun = _DIGITS[name] if number != 1 else _DIGITS[name].replace("digits", "digit")
    return Facet(test, lambda: f"at most {number} {noun}")
