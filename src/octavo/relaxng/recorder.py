"""Write the patterns of a schema as plain tuples, from which they can be made again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from octavo.relaxng.nameclass import AnyName, Name, NameChoice, NameClass
from octavo.relaxng.pattern import (
    Attribute,
    Choice,
    Data,
    Element,
    Empty,
    Group,
    Interleave,
    List,
    NotAllowed,
    OneOrMore,
    Pair,
    Pattern,
    Text,
    Value,
)

Record = tuple[Any, ...]

_KINDS: Final[dict[type[Pattern], str]] = {
    Empty: "empty",
    NotAllowed: "not_allowed",
    Text: "text",
    Choice: "choice",
    Group: "group",
    Interleave: "interleave",
    OneOrMore: "repeated",
    List: "list",
    Element: "element",
    Attribute: "attribute",
    Data: "data",
    Value: "value",
}


class Recorder:
    """Numbers the patterns of one schema and writes a record for each."""

    def __init__(self, elements: Sequence[Element]) -> None:
        self._numbers: dict[Pattern, int] = {}
        self._records: list[Record] = []
        self._elements = {element: n for n, element in enumerate(elements)}

    def record(self, start: Pattern, kinds: dict[tuple[str, str], str]) -> Record:
        """Give the records of all patterns, the elements, the start and the ids."""
        elements = tuple(
            (_names(e.names), self._number(e.content)) for e in self._elements
        )
        first = self._number(start)
        ids = tuple((*key, kind) for key, kind in sorted(kinds.items()))
        return tuple(self._records), elements, first, ids

    def _number(self, pattern: Pattern) -> int:
        number = self._numbers.get(pattern)
        if number is None:
            record = (_KINDS[type(pattern)], *self._details(pattern))
            number = self._numbers[pattern] = len(self._records)
            self._records.append(record)
        return number

    def _details(self, pattern: Pattern) -> Record:
        if isinstance(pattern, Choice):
            return tuple(self._number(member) for member in pattern.members)
        if isinstance(pattern, Pair):
            return self._number(pattern.first), self._number(pattern.second)
        if isinstance(pattern, OneOrMore | List):
            return (self._number(pattern.body),)
        if isinstance(pattern, Element):
            return (self._elements[pattern],)
        if isinstance(pattern, Attribute):
            return _names(pattern.names), self._number(pattern.value)
        return self._typed(pattern)

    def _typed(self, pattern: Pattern) -> Record:
        if isinstance(pattern, Data):
            without = pattern.exclusion
            return pattern.key, -1 if without is None else self._number(without)
        if isinstance(pattern, Value):
            value = pattern.value if isinstance(pattern.value, str) else None
            return pattern.key, pattern.text, value
        return ()


def _names(name_class: NameClass) -> Record:
    if isinstance(name_class, Name):
        return "name", name_class.key, None
    if isinstance(name_class, NameChoice):
        return "choice", tuple(_names(m) for m in name_class.members), None
    without = name_class.exclusion and _names(name_class.exclusion)
    if isinstance(name_class, AnyName):
        return "any", None, without
    return "ns", name_class.namespace, without
