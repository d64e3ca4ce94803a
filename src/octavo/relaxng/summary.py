"""What lies in a pattern, down to the elements and attributes directly in it."""

from __future__ import annotations

from enum import IntEnum

from octavo.hints import Final
from octavo.relaxng.nameclass import Name, NameClass, overlap, split
from octavo.relaxng.pattern import (
    Attribute,
    Choice,
    Element,
    OneOrMore,
    Pair,
    Pattern,
    Text,
    parts,
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


class Summaries:
    """Sums up patterns, each once, and only as far as it is asked for."""

    def __init__(self) -> None:
        self._contents: dict[Pattern, Content] = {}
        self._attributes: dict[Pattern, Names] = {}
        self._elements: dict[Pattern, Names] = {}
        self._texts: dict[Pattern, bool] = {}

    def mixes(self, pattern: Pattern) -> bool:
        """Tell whether typed text stands beside other content (RELAX NG 7.2)."""
        return pattern.typed and self._content(pattern) is Content.MIX

    def _content(self, pattern: Pattern) -> Content:
        found = self._contents.get(pattern)
        if found is None:
            found = self._contents[pattern] = self._content_of(pattern)
        return found

    def _content_of(self, pattern: Pattern) -> Content:
        if isinstance(pattern, Pair):
            return _grouped(self._content(pattern.first), self._content(pattern.second))
        if isinstance(pattern, Choice):
            return max([self._content(member) for member in pattern.members])
        if isinstance(pattern, OneOrMore):
            body = self._content(pattern.body)
            return _grouped(body, body)
        if isinstance(pattern, Element | Text):
            return Content.COMPLEX
        return Content.SIMPLE if pattern.typed else Content.EMPTY

    def attributes(self, pattern: Pattern) -> Names:
        """Give the names of the attributes of a pattern."""
        if not pattern.attributed:
            return _NONE
        found = self._attributes.get(pattern)
        if found is None:
            if isinstance(pattern, Attribute):
                found = _names(pattern.names)
            else:
                found = _union([self.attributes(part) for part in parts(pattern)])
            self._attributes[pattern] = found
        return found

    def elements(self, pattern: Pattern) -> Names:
        """Give the names of the elements of a pattern."""
        found = self._elements.get(pattern)
        if found is None:
            if isinstance(pattern, Element):
                found = _names(pattern.names)
            else:
                found = _union([self.elements(part) for part in parts(pattern)])
            self._elements[pattern] = found
        return found

    def has_text(self, pattern: Pattern) -> bool:
        """Tell whether a pattern has text that no datatype looks at."""
        found = self._texts.get(pattern)
        if found is None:
            found = isinstance(pattern, Text) or any(map(self.has_text, parts(pattern)))
            self._texts[pattern] = found
        return found


def _names(name_class: NameClass) -> Names:
    if isinstance(name_class, Name):
        return Names(frozenset((name_class.key,)))
    return Names(classes=(name_class,))


def _grouped(one: Content, other: Content) -> Content:
    highest = max(one, other)
    if highest is Content.SIMPLE and min(one, other) is not Content.EMPTY:
        return Content.MIX
    return highest


def _union(inner: list[Names]) -> Names:
    inner = [part for part in inner if part is not _NONE]
    if len(inner) < 2:
        return inner[0] if inner else _NONE
    listed = frozenset().union(*[part.listed for part in inner])
    classes = [c for part in inner for c in part.classes]
    return Names(listed, tuple(dict.fromkeys(classes)))
