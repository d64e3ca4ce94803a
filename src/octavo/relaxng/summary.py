"""What lies in a pattern, down to the elements and attributes directly in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import reduce
from typing import Final

from octavo.relaxng.nameclass import Name, NameClass, overlap, split
from octavo.relaxng.pattern import (
    Attribute,
    Choice,
    Data,
    Element,
    Group,
    Interleave,
    List,
    OneOrMore,
    Pattern,
    Text,
    Value,
)


class Content(IntEnum):
    """The content types of RELAX NG 7.2; MIX is what must not be."""

    EMPTY = 0
    COMPLEX = 1
    SIMPLE = 2
    MIX = 3


@dataclass(frozen=True, slots=True)
class Names:
    """Names listed one by one, and name classes that need a closer look."""

    listed: frozenset[str] = frozenset()
    classes: tuple[NameClass, ...] = ()

    def __or__(self, other: Names) -> Names:
        """Give the names of both."""
        if not other.listed and not other.classes:
            return self
        if not self.listed and not self.classes:
            return other
        classes = tuple(dict.fromkeys(self.classes + other.classes))
        return Names(self.listed | other.listed, classes)

    def shared(self, other: Names) -> str:
        """Name something that is in both, or give an empty text."""
        if not self.listed.isdisjoint(other.listed):
            return f'"{split(min(self.listed & other.listed))[1]}"'
        for one, two in ((self, other), (other, self)):
            for name_class in one.classes:
                for name in sorted(two.listed):
                    if name_class.contains(name):
                        return f'"{split(name)[1]}"'
        pairs = ((a, b) for a in self.classes for b in other.classes)
        return "of a name class" if any(overlap(a, b) for a, b in pairs) else ""


@dataclass(frozen=True, slots=True)
class Summary:
    """What lies in a pattern."""

    content: Content = Content.EMPTY
    attributes: Names = Names()
    elements: Names = Names()
    text: bool = False


_EMPTY: Final = Summary()
_TEXT: Final = Summary(Content.COMPLEX, text=True)
_SIMPLE: Final = Summary(Content.SIMPLE)


class Summaries:
    """Sums up patterns, each once."""

    def __init__(self) -> None:
        self._known: dict[Pattern, Summary] = {}

    def of(self, pattern: Pattern) -> Summary:
        """Sum up a pattern."""
        summary = self._known.get(pattern)
        if summary is None:
            summary = self._known[pattern] = self._sum(pattern)
        return summary

    def _sum(self, pattern: Pattern) -> Summary:
        if isinstance(pattern, Element):
            return Summary(Content.COMPLEX, elements=_names(pattern.names))
        if isinstance(pattern, Attribute):
            return Summary(attributes=_names(pattern.names))
        if isinstance(pattern, Group | Interleave):
            one, other = self.of(pattern.first), self.of(pattern.second)
            return _both(one, other, _grouped(one.content, other.content))
        if isinstance(pattern, Choice):
            different = {id(s): s for s in map(self.of, pattern.members)}
            return reduce(_either, different.values())
        if isinstance(pattern, OneOrMore):
            body = self.of(pattern.body)
            return _both(body, body, _grouped(body.content, body.content))
        if isinstance(pattern, Data | Value | List):
            return _SIMPLE
        return _TEXT if isinstance(pattern, Text) else _EMPTY


def _names(name_class: NameClass) -> Names:
    if isinstance(name_class, Name):
        return Names(frozenset({name_class.key}))
    return Names(classes=(name_class,))


def _grouped(one: Content, other: Content) -> Content:
    highest = max(one, other)
    if highest is Content.SIMPLE and min(one, other) is not Content.EMPTY:
        return Content.MIX
    return highest


def _both(one: Summary, other: Summary, content: Content) -> Summary:
    return Summary(
        content,
        one.attributes | other.attributes,
        one.elements | other.elements,
        one.text or other.text,
    )


def _either(one: Summary, other: Summary) -> Summary:
    if one is _EMPTY:
        return other
    if other is _EMPTY:
        return one
    return _both(one, other, max(one.content, other.content))
