"""Simplified patterns, each made once, so that equal patterns are the same object.

The constructors of `Patterns` apply the simplifications of RELAX NG 4.20 and 4.21 and
some that keep the number of different patterns small; no other module makes patterns.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TYPE_CHECKING, Final, TypeVar

from octavo.relaxng import limits

if TYPE_CHECKING:
    from octavo.relaxng.datatypes import Datatype
    from octavo.relaxng.nameclass import NameClass
    from octavo.relaxng.syntax import Node


class Pattern:
    """What may stand somewhere.

    ``number`` orders patterns as they were made. ``nullable``: nothing at all matches.
    ``attributed``: an attribute may match here. ``typed``: a datatype, value or list
    may match here, so the text of the element has to be seen as a whole.
    ``contextual``: whether it matches may depend on the namespaces that are declared.
    """

    __slots__ = ("attributed", "contextual", "nullable", "number", "typed")
    number: int
    nullable: bool
    attributed: bool
    typed: bool
    contextual: bool

    def __init__(
        self,
        nullable: bool = False,
        attributed: bool = False,
        typed: bool = False,
        contextual: bool = False,
    ) -> None:
        self.nullable = nullable
        self.attributed = attributed
        self.typed = typed
        self.contextual = contextual


class Empty(Pattern):
    """Nothing."""

    __slots__ = ()


class NotAllowed(Pattern):
    """No content whatever; what is left when something else was required."""

    __slots__ = ()


class Text(Pattern):
    """Any text."""

    __slots__ = ()


class Choice(Pattern):
    """One of several."""

    __slots__ = ("members",)

    def __init__(self, members: tuple[Pattern, ...]) -> None:
        self.members = members
        super().__init__(
            any(m.nullable for m in members),
            any(m.attributed for m in members),
            any(m.typed for m in members),
            any(m.contextual for m in members),
        )


class Pair(Pattern):
    """Two patterns that both must match."""

    __slots__ = ("first", "second")

    def __init__(self, first: Pattern, second: Pattern) -> None:
        self.first = first
        self.second = second
        super().__init__(
            first.nullable and second.nullable,
            first.attributed or second.attributed,
            first.typed or second.typed,
            first.contextual or second.contextual,
        )


class Group(Pair):
    """The first, then the second."""

    __slots__ = ()


class Interleave(Pair):
    """Both, their children in any mixture."""

    __slots__ = ()


class OneOrMore(Pattern):
    """Something once or several times."""

    __slots__ = ("body",)

    def __init__(self, body: Pattern) -> None:
        self.body = body
        super().__init__(body.nullable, body.attributed, body.typed, body.contextual)


class Element(Pattern):
    """An element; its content is simplified when it is first asked for."""

    __slots__ = ("_build", "_content", "names", "node")

    def __init__(
        self, names: NameClass, node: Node, build: Callable[[], Pattern]
    ) -> None:
        self.names = names
        self.node = node
        self._build = build
        self._content: Pattern | None = None
        super().__init__()

    @property
    def content(self) -> Pattern:
        """The pattern of attributes and children."""
        if self._content is None:
            self._content = self._build()
        return self._content


class Attribute(Pattern):
    """An attribute."""

    __slots__ = ("names", "node", "value")

    def __init__(self, names: NameClass, node: Node, value: Pattern) -> None:
        self.names = names
        self.node = node
        self.value = value
        super().__init__(attributed=True)


class Data(Pattern):
    """Text of a datatype, without what the exclusion matches."""

    __slots__ = ("datatype", "exclusion", "key", "type_name")

    def __init__(
        self,
        key: Hashable,
        datatype: Datatype,
        type_name: str,
        exclusion: Pattern | None,
    ) -> None:
        self.key = key
        self.datatype = datatype
        self.type_name = type_name
        self.exclusion = exclusion
        contextual = exclusion is not None and exclusion.contextual
        super().__init__(typed=True, contextual=contextual or datatype.needs_context)


class Value(Pattern):
    """One value of a datatype; ``text`` is how the schema writes it."""

    __slots__ = ("context", "datatype", "key", "text", "value")

    def __init__(
        self,
        key: Hashable,
        datatype: Datatype,
        text: str,
        value: Hashable,
        context: Mapping[str, str],
    ) -> None:
        self.key = key
        self.datatype = datatype
        self.text = text
        self.value = value
        self.context = context
        super().__init__(typed=True, contextual=datatype.needs_context)


class List(Pattern):
    """Text that is a list of words."""

    __slots__ = ("body",)

    def __init__(self, body: Pattern) -> None:
        self.body = body
        super().__init__(typed=True, contextual=body.contextual)


P = TypeVar("P", bound=Pattern)

NO_PATTERNS: Final[tuple[Pattern, ...]] = ()


class Patterns:
    """Makes patterns, every one of them once."""

    def __init__(self) -> None:
        self._interned: dict[Hashable, Pattern] = {}
        self._count = 0
        self.contextual = False
        self.not_allowed = self._new(NotAllowed())
        self.empty = self._new(Empty(nullable=True))
        self.text = self._new(Text(nullable=True))

    def _new(self, pattern: P) -> P:
        if self._count >= limits.PATTERNS:
            raise limits.LimitExceededError("patterns", limits.PATTERNS)
        pattern.number = self._count
        self.contextual = self.contextual or pattern.contextual
        self._count += 1
        return pattern

    def _intern(self, key: Hashable, make: Callable[[], P]) -> Pattern:
        pattern = self._interned.get(key)
        if pattern is None:
            pattern = self._interned[key] = self._new(make())
        return pattern

    def choice(self, members: Iterable[Pattern]) -> Pattern:
        """Make a choice; order and repetition of the members do not matter."""
        flat: set[Pattern] = set()
        for member in members:
            if isinstance(member, Choice):
                flat.update(member.members)
            else:
                flat.add(member)
        flat.discard(self.not_allowed)
        if self.empty in flat and sum(member.nullable for member in flat) > 1:
            flat.discard(self.empty)
        if len(flat) < 2:
            return flat.pop() if flat else self.not_allowed
        ordered = tuple(sorted(flat, key=lambda member: member.number))
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
        if isinstance(first, Group) and not first.attributed:
            return self.group(first.first, self.group(first.second, second))
        return self._intern((Group, first, second), lambda: Group(first, second))

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
        key = (Interleave, first, second)
        return self._intern(key, lambda: Interleave(first, second))

    def one_or_more(self, body: Pattern) -> Pattern:
        """Make a repetition."""
        if body in (self.not_allowed, self.empty, self.text):
            return body
        if isinstance(body, OneOrMore):
            return body
        return self._intern((OneOrMore, body), lambda: OneOrMore(body))

    def optional(self, body: Pattern) -> Pattern:
        """Make a choice with nothing."""
        return body if body.nullable else self.choice((body, self.empty))

    def element(
        self, names: NameClass, node: Node, build: Callable[[], Pattern]
    ) -> Element:
        """Make an element; no two are the same."""
        return self._new(Element(names, node, build))

    def attribute(self, names: NameClass, node: Node, value: Pattern) -> Pattern:
        """Make an attribute; no two are the same."""
        if value is self.not_allowed:
            return value
        return self._new(Attribute(names, node, value))

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
