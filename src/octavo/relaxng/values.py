"""Whether a text, an attribute value or the text of an element, matches a pattern.

Most such patterns are one datatype or a choice of values; they are answered at once.
Only the inside of lists can be a sequence and needs derivatives.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from octavo.relaxng.derivative import BLANK, Derivatives, words
from octavo.relaxng.pattern import (
    Choice,
    Data,
    Empty,
    List,
    OneOrMore,
    Pattern,
    Text,
    Value,
)

Context = Mapping[str, str]


class Values:
    """Matches texts with the patterns of one schema."""

    def __init__(self, derivatives: Derivatives) -> None:
        self._derivatives = derivatives
        self._patterns = derivatives.patterns
        self._enumerations: dict[Choice, _Enumeration] = {}

    def matches(self, pattern: Pattern, text: str, context: Context) -> bool:
        """Tell whether a whole text matches; a blank one matches what may be empty."""
        if pattern.nullable and not text.strip(BLANK):
            return True
        return self._allows(pattern, text, context)

    def _allows(self, pattern: Pattern, text: str, context: Context) -> bool:
        if isinstance(pattern, Data):
            allowed = pattern.datatype.allows(text, context)
            exclusion = pattern.exclusion
            if not allowed or exclusion is None:
                return allowed
            return not self.matches(exclusion, text, context)
        if isinstance(pattern, Choice):
            return self._one_of(pattern, text, context)
        if isinstance(pattern, Value):
            value = pattern.datatype.value(text, context)
            return value is not None and value == pattern.value
        if isinstance(pattern, List):
            return self._list(pattern.body, words(text), context)
        return isinstance(pattern, Text)

    def _one_of(self, pattern: Choice, text: str, context: Context) -> bool:
        enumeration = self._enumerations.get(pattern)
        if enumeration is None:
            enumeration = self._enumerations[pattern] = _Enumeration(pattern)
        if enumeration.contains(text, context):
            return True
        return any(self._allows(m, text, context) for m in enumeration.others)

    def _list(self, body: Pattern, found: list[str], context: Context) -> bool:
        if not found:
            return body.nullable
        if isinstance(body, Choice) and body.nullable and len(body.members) == 2:
            one, other = body.members
            body = other if isinstance(one, Empty) else body
        if isinstance(body, OneOrMore) and _is_single(body.body):
            return all(self._allows(body.body, word, context) for word in found)
        return self._sequence(body, found, context)

    def _sequence(self, body: Pattern, found: list[str], context: Context) -> bool:
        def leaf(pattern: Pattern) -> Pattern:
            allowed = self._allows(pattern, word, context)
            return self._patterns.empty if allowed else self._patterns.not_allowed

        for word in found:  # noqa: B007
            body = self._derivatives.consume(body, leaf)
        return body.nullable


class _Enumeration:
    """The fixed values of a choice, sorted by datatype, and its other members."""

    def __init__(self, choice: Choice) -> None:
        self.others: list[Pattern] = []
        self._values: dict[int, tuple[Value, set[Hashable]]] = {}
        for member in choice.members:
            if isinstance(member, Value):
                key = id(member.datatype)
                values = self._values.setdefault(key, (member, set()))[1]
                values.add(member.value)
            else:
                self.others.append(member)

    def contains(self, text: str, context: Context) -> bool:
        """Tell whether a text is one of the values."""
        return any(
            member.datatype.value(text, context) in values
            for member, values in self._values.values()
        )


def _is_single(pattern: Pattern) -> bool:
    """Tell whether a pattern in a list takes exactly one word."""
    if isinstance(pattern, Choice):
        return all(_is_single(member) for member in pattern.members)
    return isinstance(pattern, Data | Value)
