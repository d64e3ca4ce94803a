"""Make patterns, each once, so that equal patterns are the same object.

Here are the simplifications of RELAX NG 4.20 and 4.21, and some that keep the number of
different patterns small.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from operator import attrgetter

from octavo.hints import TYPE_CHECKING, Final
from octavo.relaxng import limits, traits
from octavo.relaxng.nameclass import Name, wildcards
from octavo.relaxng.nameclass import names as listed
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
    Pattern,
    Text,
    Value,
)

if TYPE_CHECKING:
    from typing import TypeVar

    from octavo.relaxng.datatypes import Datatype
    from octavo.relaxng.nameclass import NameClass
    from octavo.relaxng.syntax import Node

    P = TypeVar("P", bound=Pattern)

_NUMBER: Final = attrgetter("number")


class Patterns:
    """Makes patterns, every one of them once."""

    def __init__(self) -> None:
        self._interned: dict[Hashable, Pattern] = {}
        self._groups: dict[tuple[Pattern, Pattern], Pattern] = {}
        self._count = 0
        self._name_flags: dict[str, int] = {}
        self.attributes: list[Attribute] = []
        self.not_allowed = self._new(NotAllowed())
        self.empty = self._new(Empty())
        self.text = self._new(Text())

    def _new(self, pattern: P) -> P:
        count = self._count
        if count >= limits.PATTERNS:
            raise limits.LimitExceededError("patterns", limits.PATTERNS)
        pattern.number = count
        self._count = count + 1
        return pattern

    def _intern(self, key: Hashable, make: Callable[[], P]) -> Pattern:
        pattern = self._interned.get(key)
        if pattern is None:
            pattern = self._interned[key] = self._new(make())
        return pattern

    @property
    def contextual(self) -> bool:
        """Whether what matches may depend on the namespaces that are declared."""
        return any(pattern.contextual for pattern in self._interned.values())

    def choice(self, members: Iterable[Pattern]) -> Pattern:
        """Make a choice; order and repetition of the members do not matter."""
        flat: set[Pattern] = set()
        for member in members:
            if type(member) is Choice:
                flat.update(member.members)
            else:
                flat.add(member)
        flat.discard(self.not_allowed)
        if self.empty in flat and sum([member.nullable for member in flat]) > 1:
            flat.discard(self.empty)
        if len(flat) < 2:
            return flat.pop() if flat else self.not_allowed
        ordered = tuple(sorted(flat, key=_NUMBER))
        return self._intern(ordered, lambda: Choice(ordered))

    def group(self, first: Pattern, second: Pattern) -> Pattern:
        """Make a group; groups without attributes lean to the right."""
        if first is self.not_allowed or second is self.not_allowed:
            return self.not_allowed
        if first is self.empty:
            return second
        if second is self.empty:
            return first
        if first is self.text and self._takes_text(second):
            return second
        if type(first) is Group and not first.traits & traits.ATTRIBUTE:
            return self.group(first.first, self.group(first.second, second))
        key = (first, second)
        pattern = self._groups.get(key)
        if pattern is None:
            joined = traits.group(first.traits, second.traits)
            pattern = self._groups[key] = self._new(Group(first, second, joined))
        return pattern

    def _takes_text(self, pattern: Pattern) -> bool:
        """Tell whether text before a repetition is no more than text in it."""
        if not isinstance(pattern, OneOrMore):
            return False
        body = pattern.body
        return isinstance(body, Choice) and self.text in body.members

    def interleave(self, first: Pattern, second: Pattern) -> Pattern:
        """Make an interleave; the order of the two does not matter."""
        if first is self.not_allowed or second is self.not_allowed:
            return self.not_allowed
        if first is self.empty:
            return second
        if second is self.empty:
            return first
        if second.number < first.number:
            first, second = second, first
        joined = traits.interleave(first.traits, second.traits)
        key = (Interleave, first, second)
        return self._intern(key, lambda: Interleave(first, second, joined))

    def one_or_more(self, body: Pattern) -> Pattern:
        """Make a repetition."""
        if body in (self.not_allowed, self.empty, self.text):
            return body
        if isinstance(body, OneOrMore):
            return body
        return self._intern((OneOrMore, body), lambda: OneOrMore(body))

    def optional(self, body: Pattern) -> Pattern:
        """Make a choice with nothing."""
        if body.nullable:
            return body
        if isinstance(body, Choice) or body is self.not_allowed:
            return self.choice((body, self.empty))
        members = (self.empty, body)
        return self._intern(members, lambda: Choice(members))

    def element(
        self, names: NameClass, node: Node, build: Callable[[], Pattern]
    ) -> Element:
        """Make an element; no two are the same."""
        return self._new(Element(names, node, build))

    def attribute(self, names: NameClass, node: Node, value: Pattern) -> Pattern:
        """Make an attribute; no two are the same."""
        if value is self.not_allowed:
            return value
        made = self._new(Attribute(names, node, value, self._flags(names)))
        self.attributes.append(made)
        return made

    def _flags(self, name_class: NameClass) -> int:
        """Give the flags of the attribute names in a class, each name its own."""
        if type(name_class) is Name:
            return self.name_flag(name_class.key)
        flags = 0
        for name in listed(name_class):
            flags |= self.name_flag(name)
        return flags | traits.ANY_NAME if any(wildcards(name_class)) else flags

    def name_flag(self, name: str) -> int:
        """Give the flag of an attribute name."""
        flags = self._name_flags
        return flags.get(name) or flags.setdefault(
            name, traits.FIRST_NAME << len(flags)
        )

    def data(
        self, key: Hashable, datatype: Datatype, name: str, exclusion: Pattern | None
    ) -> Pattern:
        """Make a datatype pattern; the key tells datatypes apart."""
        if exclusion is self.not_allowed:
            exclusion = None
        whole = (Data, key, exclusion)
        return self._intern(whole, lambda: Data(key, datatype, name, exclusion))

    def value(
        self,
        key: Hashable,
        datatype: Datatype,
        text: str,
        value: Hashable,
        context: Mapping[str, str],
    ) -> Pattern:
        """Make a value pattern; the key tells datatypes apart."""
        whole = (Value, key, text, value)
        return self._intern(whole, lambda: Value(key, datatype, text, value, context))

    def list(self, body: Pattern) -> Pattern:
        """Make a list of words."""
        if body is self.not_allowed:
            return body
        return self._intern((List, body), lambda: List(body))
