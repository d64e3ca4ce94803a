"""What the attributes of a start tag do to the patterns of its element.

Mostly a name alone tells which attribute of the schema it is. Then a plan per set of
attribute names says which values to look at; it is made once. All others are walked
through, attribute by attribute, and each step is remembered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from octavo.relaxng import limits
from octavo.relaxng.arcs import ArcList, Arcs, Mode
from octavo.relaxng.derivative import Derivatives
from octavo.relaxng.nameclass import Name
from octavo.relaxng.pattern import (
    Attribute,
    Choice,
    Data,
    Empty,
    Group,
    Pair,
    Pattern,
    Text,
)
from octavo.relaxng.values import ValueCheck, Values

Alternatives = tuple[Pattern, ...]
Context = Mapping[str, str]


Checks = tuple[tuple[int, ValueCheck], ...]
"""Values to check, each by its place in expat's list of names and values."""


class Table:
    """The values of attributes that an element takes by name, and what is left."""

    __slots__ = ("named", "required", "rest")

    def __init__(
        self, named: dict[str, Pattern], required: tuple[str, ...], rest: Pattern
    ) -> None:
        self.named = named
        self.required = required
        self.rest = rest


class Attributes:
    """Attribute matching for the patterns of one schema."""

    def __init__(self, derivatives: Derivatives, arcs: Arcs, values: Values) -> None:
        self._derivatives = derivatives
        self._patterns = derivatives.patterns
        self._arcs = arcs
        self._check = values.check
        self._tables: dict[Pattern, Table] = {}
        self._steps: dict[tuple[Alternatives, str], tuple[ArcList, ...]] = {}

    def forget(self) -> None:
        """Empty the memory; results do not change."""
        self._steps.clear()

    def closed(self, contents: Alternatives, lenient: bool = False) -> Alternatives:
        """Give what is left of contents when there are no more attributes."""
        return tuple(self._close(content, lenient) for content in contents)

    def _close(self, content: Pattern, lenient: bool) -> Pattern:
        if not content.attributed:
            return content
        table = self.table(content)
        if table.required and not lenient:
            return self._patterns.not_allowed
        return self._derivatives.close(table.rest, lenient)

    def plan(
        self, contents: Alternatives, names: tuple[str, ...]
    ) -> tuple[Checks, Pattern] | None:
        """Give the checks and the rest for attributes of certain names.

        None if an attribute is missing, or its value must tell which it is.
        """
        if len(contents) != 1:
            return None
        table = self.table(contents[0])
        named, rest = table.named, table.rest
        values = []
        for name in names:
            if name in named:
                values.append(named[name])
                continue
            arcs = self._arcs.find(rest, name, Mode.ATTRIBUTE)
            if len(arcs) != 1:
                return None
            value, rest = arcs[0]
            values.append(value)
        rest = self._derivatives.close(rest)
        missing = any(name not in names for name in table.required)
        if missing or rest is self._patterns.not_allowed:
            return None
        return self._checks(values), rest

    def _checks(self, values: list[Pattern]) -> Checks:
        """Give the checks of values in a list of names and values by turns."""
        return tuple(
            (2 * i + 1, self._check(value))
            for i, value in enumerate(values)
            if not accepts_all(value)
        )

    def walk(
        self, contents: Alternatives, attributes: Sequence[str], context: Context
    ) -> Alternatives | None:
        """Take all attributes, one by one; None if they do not match."""
        for name, value in zip(attributes[::2], attributes[1::2], strict=True):
            contents = self.take(contents, name, value, context)
        closed = tuple(self._derivatives.close(content) for content in contents)
        dead = self._patterns.not_allowed
        return None if all(pattern is dead for pattern in closed) else closed

    def take(
        self, contents: Alternatives, name: str, value: str, context: Context
    ) -> Alternatives:
        """Take one attribute; where its value does not match, nothing is left."""
        return tuple(
            self._patterns.choice(
                [
                    rest
                    for target, rest in arcs
                    if self._check(target).allows(value, context)
                ]
            )
            for arcs in self.step(contents, name)
        )

    def step(self, contents: Alternatives, name: str) -> tuple[ArcList, ...]:
        """Find the attributes of a name in each alternative."""
        key = (contents, name)
        step = self._steps.get(key)
        if step is None:
            if len(self._steps) > limits.STATES:
                self._steps.clear()
            find = self._arcs.find
            step = tuple(find(content, name, Mode.ATTRIBUTE) for content in contents)
            self._steps[key] = step
        return step

    def table(self, content: Pattern) -> Table:
        """Sort the content of an element into named attributes and the rest."""
        table = self._tables.get(content)
        if table is None:
            table = self._tables[content] = self._table(content)
        return table

    def _table(self, pattern: Pattern) -> Table:
        if not pattern.attributed:
            return Table({}, (), pattern)
        if isinstance(pattern, Pair):
            first, second = self.table(pattern.first), self.table(pattern.second)
            is_group = isinstance(pattern, Group)
            make = self._patterns.group if is_group else self._patterns.interleave
            named = {**first.named, **second.named}
            required = first.required + second.required
            return Table(named, required, make(first.rest, second.rest))
        attribute, is_required = _single(pattern)
        if attribute is None or not isinstance(attribute.names, Name):
            return Table({}, (), pattern)
        name = attribute.names.key
        named = {name: attribute.value}
        return Table(named, (name,) if is_required else (), self._patterns.empty)


def _single(pattern: Pattern) -> tuple[Attribute | None, bool]:
    """Give the attribute that a part is, and whether it is required."""
    if isinstance(pattern, Attribute):
        return pattern, True
    if isinstance(pattern, Choice) and pattern.attributed and len(pattern.members) == 2:
        one, other = pattern.members
        if isinstance(one, Empty) and isinstance(other, Attribute):
            return other, False
    return None, False


def accepts_all(pattern: Pattern) -> bool:
    """Tell whether every text matches, so that there is nothing to check."""
    if isinstance(pattern, Data):
        trivial = pattern.datatype.is_trivial and not pattern.datatype.id_type
        return trivial and pattern.exclusion is None
    if isinstance(pattern, Choice):
        return any(accepts_all(member) for member in pattern.members)
    return isinstance(pattern, Text)
