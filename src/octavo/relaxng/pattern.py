"""Simplified patterns: what may stand somewhere, by kind.

They are made by `patterns` only, each once, so that equal patterns are the same object.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

from octavo.hints import TYPE_CHECKING
from octavo.relaxng import traits

if TYPE_CHECKING:
    from octavo.relaxng.datatypes import Datatype
    from octavo.relaxng.nameclass import NameClass
    from octavo.relaxng.syntax import Node


class Pattern:
    """What may stand somewhere.

    ``number`` orders patterns as they were made. ``nullable``: nothing at all matches.
    ``traits`` say what lies in the pattern, down to the elements in it.
    """

    __slots__ = ("nullable", "number", "traits")
    number: int

    def __init__(self, nullable: bool, traits: int) -> None:
        self.nullable = nullable
        self.traits = traits

    @property
    def attributed(self) -> bool:
        """Whether an attribute may match here."""
        return self.traits & traits.ATTRIBUTE != 0

    @property
    def typed(self) -> bool:
        """Whether a datatype, value or list may match, which sees the text whole."""
        return self.traits & traits.TYPED != 0

    @property
    def contextual(self) -> bool:
        """Whether what matches may depend on the namespaces that are declared."""
        return self.traits & traits.CONTEXTUAL != 0


class Empty(Pattern):
    """Nothing."""

    __slots__ = ()

    def __init__(self) -> None:
        self.nullable = True
        self.traits = traits.EMPTY


class NotAllowed(Pattern):
    """No content whatever; what is left when something else was required."""

    __slots__ = ()

    def __init__(self) -> None:
        self.nullable = False
        self.traits = 0


class Text(Pattern):
    """Any text."""

    __slots__ = ()

    def __init__(self) -> None:
        self.nullable = True
        self.traits = traits.TEXT


class Choice(Pattern):
    """One of several."""

    __slots__ = ("members",)

    def __init__(self, members: tuple[Pattern, ...]) -> None:
        self.members = members
        nullable, joined = False, 0
        for member in members:
            nullable = nullable or member.nullable
            joined |= member.traits
        self.nullable = nullable
        self.traits = joined


class Pair(Pattern):
    """Two patterns that both must match."""

    __slots__ = ("first", "second")

    def __init__(self, first: Pattern, second: Pattern, joined: int) -> None:
        self.first = first
        self.second = second
        self.nullable = first.nullable and second.nullable
        self.traits = joined


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
        self.nullable = body.nullable
        self.traits = traits.repeated(body.traits)


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
        self.nullable = False
        self.traits = traits.ELEMENT

    @property
    def content(self) -> Pattern:
        """The pattern of attributes and children."""
        if self._content is None:
            self._content = self._build()
        return self._content


class Attribute(Pattern):
    """An attribute."""

    __slots__ = ("names", "node", "value")

    def __init__(
        self, names: NameClass, node: Node, value: Pattern, flags: int
    ) -> None:
        self.names = names
        self.node = node
        self.value = value
        self.nullable = False
        self.traits = traits.attribute(flags, value.traits)


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
        without = 0 if exclusion is None else exclusion.traits
        self.nullable = False
        self.traits = traits.data(without, datatype.needs_context)


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
        self.nullable = False
        self.traits = traits.data(0, datatype.needs_context)


class List(Pattern):
    """Text that is a list of words."""

    __slots__ = ("body",)

    def __init__(self, body: Pattern) -> None:
        self.body = body
        self.nullable = False
        self.traits = traits.words(body.traits)


def parts(pattern: Pattern) -> tuple[Pattern, ...]:
    """Give the patterns directly in a pattern, elements and attributes closed."""
    if isinstance(pattern, Pair):
        return (pattern.first, pattern.second)
    if isinstance(pattern, Choice):
        return pattern.members
    return (pattern.body,) if isinstance(pattern, OneOrMore) else ()
