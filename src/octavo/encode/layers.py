"""Markup inside paragraphs, kept in columns until the paragraph is written.

A long text may have more names and dates than blocks; only those of the piece that is
being written are elements.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, pairwise
from typing import Any, Final, Generic, TypeVar

from octavo.encode.certainty import cert
from octavo.encode.mentions import Mention
from octavo.encode.spans import Element

_SORTED: Final = 1 << 40  # more than any offset
Value = TypeVar("Value")
Tag = tuple[str, ...]
Name = tuple[str, str, float]


class Columns(Generic[Value]):
    """Stretches of the source, each with a value that tells the rest."""

    def __init__(self) -> None:
        self.starts, self.ends = array("I"), array("I")
        self.values: list[Value] = []

    def __len__(self) -> int:
        """Count the stretches."""
        return len(self.starts)

    def add(self, start: int, end: int, value: Value) -> None:
        """Take in a stretch."""
        self.starts.append(start)
        self.ends.append(end)
        self.values.append(value)

    def __iter__(self) -> Iterator[tuple[int, int, Value]]:
        """Give start, end and value of each stretch."""
        return zip(self.starts, self.ends, self.values, strict=True)

    def sort(self) -> None:
        """Put the stretches in the order of their places."""
        starts = self.starts
        if all(a <= b for a, b in pairwise(starts)):
            return
        order = sorted(range(len(starts)), key=starts.__getitem__)
        self.starts = array("I", (starts[at] for at in order))
        self.ends = array("I", (self.ends[at] for at in order))
        self.values = [self.values[at] for at in order]


class Layer(Columns[Value]):
    """One sort of markup, and how an element is made of each stretch."""

    def __init__(self, make: Callable[[int, int, Value], Element]) -> None:
        super().__init__()
        self._make = make

    def between(self, start: int, end: int) -> Iterator[Element]:
        """Give the elements that begin in a stretch."""
        for at in range(bisect_left(self.starts, start), len(self.starts)):
            if self.starts[at] >= end:
                break
            yield self._make(self.starts[at], self.ends[at], self.values[at])


class Tags(Layer[Tag]):
    """Plain elements: the value is the name, then keys and values of attributes."""

    def __init__(self) -> None:
        super().__init__(_element)
        self._known: dict[Tag, Tag] = {}

    def tag(
        self, start: int, end: int, name: str, attributes: Mapping[str, str]
    ) -> None:
        """Take in an element; equal tags are kept once."""
        tag = (name, *chain.from_iterable(attributes.items()))
        self.add(start, end, self._known.setdefault(tag, tag))

    def sort(self) -> None:
        """Put the elements in the order of their places, when all are there."""
        super().sort()
        self._known.clear()

    def cover(self, offset: int) -> bool:
        """Tell whether an offset lies in one of the stretches."""
        at = bisect_right(self.starts, offset) - 1
        return at >= 0 and offset < self.ends[at]


def _element(start: int, end: int, tag: Tag) -> Element:
    attributes = dict(zip(tag[1::2], tag[2::2], strict=True))
    return Element(tag[0], start, end, attributes, mixed=True)


class Mentions:
    """Names in the order of the text."""

    def __init__(self, mentions: Iterable[Mention] = ()) -> None:
        self.layer = Layer[Name](_named)
        known: dict[Name, Name] = {}
        for start, end, kind, ref, score in mentions:
            value = kind, ref, score
            self.layer.add(start, end, known.setdefault(value, value))
        self.layer.sort()

    def __iter__(self) -> Iterator[Mention]:
        """Give the names one by one."""
        return (Mention(start, end, *value) for start, end, value in self.layer)


def _named(start: int, end: int, name: Name) -> Element:
    kind, ref, score = name
    attributes = {"ref": ref} if ref else {}
    return Element(kind, start, end, attributes | cert("name", score), mixed=True)


class Layers:
    """All markup inside paragraphs."""

    def __init__(self, layers: "Iterable[Layer[Any]]" = ()) -> None:
        self._layers = [layer for layer in layers if len(layer)]
        for layer in self._layers:
            layer.sort()

    def between(self, start: int, end: int) -> list[Element]:
        """Give the elements that begin in a stretch, the outer before the inner."""
        found = [e for layer in self._layers for e in layer.between(start, end)]
        return sorted(found, key=lambda e: e.start * _SORTED - e.end)
