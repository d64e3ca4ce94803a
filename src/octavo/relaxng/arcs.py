"""The elements and attributes of one name that may come next in a pattern."""

from __future__ import annotations

from collections.abc import Callable

from octavo.hints import Final
from octavo.relaxng import limits
from octavo.relaxng.nameclass import Name
from octavo.relaxng.pattern import (
    Attribute,
    Choice,
    Element,
    Group,
    Interleave,
    OneOrMore,
    Pattern,
)
from octavo.relaxng.patterns import Patterns

Arc = tuple[Pattern, Pattern]
"""What matches a name, and what remains beside it."""

ArcList = tuple[Arc, ...]
NO_ARCS: Final[ArcList] = ()


class Mode:
    """What a name is looked for as; plain numbers, for they are part of a key."""

    ELEMENT = 0
    SKIPPING = 1
    """An element; what must stand before it in a group may be missing."""
    ATTRIBUTE = 2


class Arcs:
    """Finds arcs in the patterns of one schema and remembers them."""

    def __init__(self, patterns: Patterns) -> None:
        self._patterns = patterns
        self._memory: dict[tuple[Pattern, str, int], ArcList] = {}
        self._indexes: dict[Choice, _Index] = {}

    def forget(self) -> None:
        """Empty the memory; results do not change."""
        self._memory.clear()

    def find(self, pattern: Pattern, name: str, mode: int = Mode.ELEMENT) -> ArcList:
        """Find what a name may be, in a fixed order, without repetition."""
        key = (pattern, name, mode)
        arcs = self._memory.get(key)
        if arcs is None:
            if len(self._memory) > limits.STATES:
                self.forget()
            case = _CASES.get(type(pattern))
            arcs = case(self, pattern, name, mode) if case else NO_ARCS
            arcs = self._memory[key] = tuple(dict.fromkeys(arcs))
        return arcs

    def _element(self, pattern: Element, name: str, mode: int) -> ArcList:
        if mode == Mode.ATTRIBUTE or not pattern.names.contains(name):
            return NO_ARCS
        return ((pattern, self._patterns.empty),)

    def _attribute(self, pattern: Attribute, name: str, mode: int) -> ArcList:
        if mode != Mode.ATTRIBUTE or not pattern.names.contains(name):
            return NO_ARCS
        return ((pattern.value, self._patterns.empty),)

    def _choice(self, pattern: Choice, name: str, mode: int) -> ArcList:
        if mode == Mode.ATTRIBUTE:
            arcs, members = NO_ARCS, list(pattern.members)
        else:
            index = self._indexes.get(pattern)
            if index is None:
                index = self._indexes[pattern] = _Index(pattern, self._patterns.empty)
            arcs, members = index.named.get(name, NO_ARCS), index.others
        for member in members:
            arcs += self.find(member, name, mode)
        return arcs

    def _group(self, pattern: Group, name: str, mode: int) -> ArcList:
        if mode == Mode.ATTRIBUTE:
            return self._mixture(pattern, self._patterns.group, name, mode)
        group, second = self._patterns.group, pattern.second
        arcs = tuple(
            (target, group(rest, second))
            for target, rest in self.find(pattern.first, name, mode)
        )
        if pattern.first.nullable or mode == Mode.SKIPPING:
            arcs += self.find(second, name, mode)
        return arcs

    def _interleave(self, pattern: Interleave, name: str, mode: int) -> ArcList:
        return self._mixture(pattern, self._patterns.interleave, name, mode)

    def _mixture(
        self,
        pattern: Group | Interleave,
        make: Callable[[Pattern, Pattern], Pattern],
        name: str,
        mode: int,
    ) -> ArcList:
        first, second = pattern.first, pattern.second
        return tuple(
            (target, make(rest, second))
            for target, rest in self.find(first, name, mode)
        ) + tuple(
            (target, make(first, rest))
            for target, rest in self.find(second, name, mode)
        )

    def _repeated(self, pattern: OneOrMore, name: str, mode: int) -> ArcList:
        again = self._patterns.optional(pattern)
        group = self._patterns.group
        return tuple(
            (target, group(rest, again))
            for target, rest in self.find(pattern.body, name, mode)
        )


class _Index:
    """The elements of a large choice by name, and the members that need a look."""

    def __init__(self, choice: Choice, empty: Pattern) -> None:
        self.named: dict[str, ArcList] = {}
        self.others: list[Pattern] = []
        for member in choice.members:
            names = member.names if type(member) is Element else None
            if type(names) is Name:
                found = self.named.get(names.key, NO_ARCS)
                self.named[names.key] = (*found, (member, empty))
            elif type(member) in _CASES and not isinstance(member, Attribute):
                self.others.append(member)


_CASES: Final[dict[type[Pattern], Callable[..., ArcList]]] = {
    Element: Arcs._element,
    Attribute: Arcs._attribute,
    Choice: Arcs._choice,
    Group: Arcs._group,
    Interleave: Arcs._interleave,
    OneOrMore: Arcs._repeated,
}
