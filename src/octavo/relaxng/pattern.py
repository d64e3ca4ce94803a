"""Simplified patterns: what may stand somewhere, by kind.

They are made by `patterns` only, each once, so that equal patterns are the same object.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import TYPE_CHECKING

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
        nullable = attributed = typed = contextual = False
        for member in members:
            nullable = nullable or member.nullable
            attributed = attributed or member.attributed
            typed = typed or member.typed
            contextual = contextual or member.contextual
        super().__init__(nullable, attributed, typed, contextual)


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
