"""What lies in a pattern, down to the elements and attributes directly in it."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from octavo.relaxng.nameclass import Name, NameClass, overlap, split
from octavo.relaxng.pattern import (
    Attribute,
    Choice,
    Data,
    Element,
    List,
    OneOrMore,
    Pair,
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


class Names:
    """Names listed one by one, and name classes that need a closer look."""

    __slots__ = ("classes", "listed")

    def __init__(
        self,
        listed: frozenset[str] = frozenset(),
        classes: tuple[NameClass, ...] = (),
    ) -> None:
        self.listed = listed
        self.classes = classes

    def shared(self, other: Names) -> str:
        """Name something that is in both, or give an empty text."""
        if self is _NONE or other is _NONE:
            return ""
        if not self.listed.isdisjoint(other.listed):
            return f'"{split(min(self.listed & other.listed))[1]}"'
        for one, two in ((self, other), (other, self)):
            for name_class in one.classes:
                for name in sorted(two.listed):
                    if name_class.contains(name):
                        return f'"{split(name)[1]}"'
        pairs = ((a, b) for a in self.classes for b in other.classes)
        return "of a name class" if any(overlap(a, b) for a, b in pairs) else ""


_NONE: Final = Names()


class Summary:
    """What lies in a pattern."""

    __slots__ = ("attributes", "content", "elements", "text")

    def __init__(
        self,
        content: Content,
        attributes: Names = _NONE,
        elements: Names = _NONE,
        text: bool = False,
    ) -> None:
        self.content = content
        self.attributes = attributes
        self.elements = elements
        self.text = text


_EMPTY: Final = Summary(Content.EMPTY)
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
            return Summary(Content.EMPTY, attributes=_names(pattern.names))
        if isinstance(pattern, Pair):
            one, other = self.of(pattern.first), self.of(pattern.second)
            return _joined([one, other], _grouped(one.content, other.content))
        if isinstance(pattern, Choice):
            return self._choice(pattern)
        if isinstance(pattern, OneOrMore):
            body = self.of(pattern.body)
            return _joined([body], _grouped(body.content, body.content))
        if isinstance(pattern, Data | Value | List):
            return _SIMPLE
        return _TEXT if isinstance(pattern, Text) else _EMPTY

    def _choice(self, choice: Choice) -> Summary:
        listed: set[str] = set()
        parts: list[Summary] = []
        for member in choice.members:
            if type(member) is Element and type(member.names) is Name:
                listed.add(member.names.key)
            else:
                parts.append(self.of(member))
        if listed:
            names = Names(frozenset(listed))
            parts.append(Summary(Content.COMPLEX, elements=names))
        return _joined(parts, max([part.content for part in parts]))


def _names(name_class: NameClass) -> Names:
    if isinstance(name_class, Name):
        return Names(frozenset((name_class.key,)))
    return Names(classes=(name_class,))


def _grouped(one: Content, other: Content) -> Content:
    highest = max(one, other)
    if highest is Content.SIMPLE and min(one, other) is not Content.EMPTY:
        return Content.MIX
    return highest


def _joined(parts: list[Summary], content: Content) -> Summary:
    return Summary(
        content,
        _union([part.attributes for part in parts]),
        _union([part.elements for part in parts]),
        any([part.text for part in parts]),  # noqa: C419 - a list is quicker
    )


def _union(parts: list[Names]) -> Names:
    parts = [part for part in parts if part is not _NONE]
    if len(parts) < 2:
        return parts[0] if parts else _NONE
    listed = frozenset().union(*[part.listed for part in parts])
    classes = [c for part in parts for c in part.classes]
    return Names(listed, tuple(dict.fromkeys(classes)))
