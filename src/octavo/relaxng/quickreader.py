"""Read the XML syntax of RELAX NG quickly, as long as there is nothing to say about it.

Annotations are left out, and places are worked out when they are asked for. References
to the same name are one node, which knows the place of the first. Wherever something
may be wrong this reader gives up, and `xmlreader` goes through the file again, event
by event.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.parsers import expat

from octavo import names
from octavo.hints import Final, NoReturn
from octavo.relaxng import limits, shape
from octavo.relaxng.annotations import rebased, take_foreign
from octavo.relaxng.lines import Lines
from octavo.relaxng.syntax import (
    NOWHERE,
    RELAXNG,
    Annotation,
    Node,
    Place,
    QName,
    SchemaError,
)

_TAG: Final = RELAXNG + " "
_WITH_TEXT: Final = frozenset({"name", "param", "value"})
_PLAIN: Final = frozenset({"name", "type", "ns", "datatypeLibrary", "combine", "href"})
_NO_ATTRIBUTES: Final[dict[str, str]] = {}
_NO_FOREIGN: Final[dict[QName, str]] = {}
_NO_ANNOTATIONS: Final[list[Annotation]] = []
_ENCODINGS: Final = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_DEPTH: Final = limits.SCHEMA_DEPTH + 1
_SPACE: Final = " \t\r\n"


_KNOWN: Final = {_TAG + name: name for name in shape.NAMES - _WITH_TEXT}
"""The elements that can be handled alike, by the names that expat gives them."""

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]


class DoubtError(Exception):
    """Something that needs a closer look."""


def read(data: bytes, file: str, base: str) -> Node | None:
    """Read a schema without annotations; None if something may be wrong with it."""
    if not data.startswith(b"<"):
        return None
    try:
        return _Reader(Lines(data, file), base).read(data)
    except (expat.ExpatError, SchemaError, DoubtError):
        return None


class _NoChildren(list[Node]):
    """The children of an element that must not have any."""

    def append(self, _child: Node) -> NoReturn:
        """Give up."""
        raise DoubtError


_NO_CHILDREN: Final = _NoChildren()


class Scope:
    """What elements have in common that stand beside one another."""

    __slots__ = ("base", "lines", "namespaces")

    def __init__(self, lines: Lines, namespaces: Mapping[str, str], base: str) -> None:
        self.lines = lines
        self.namespaces = namespaces
        self.base = base


class QuickNode(Node):
    """A node that knows the index of its first byte; its place can wait."""

    __slots__ = ("index", "scope")
    index: int
    scope: Scope
    text = ""
    foreign = _NO_FOREIGN
    annotations = _NO_ANNOTATIONS

    @property
    def place(self) -> Place:  # type: ignore[override]
        """Where the node stands."""
        return self.scope.lines.place(self.index)

    @property
    def namespaces(self) -> Mapping[str, str]:  # type: ignore[override]
        """The prefixes in scope."""
        return self.scope.namespaces

    @property
    def base(self) -> str:  # type: ignore[override]
        """What references are relative to."""
        return self.scope.base


class _OtherNode(QuickNode):
    """A node that has text, or more attributes than most."""

    __slots__ = ("foreign", "text")

    def __init__(
        self, name: str, attributes: dict[str, str], index: int, scope: Scope
    ) -> None:
        self.name = name
        self.attributes = attributes
        self.children = []
        self.text = ""
        self.foreign = _NO_FOREIGN
        self.index = index
        self.scope = scope


class _Reader:
    """Builds the tree from the events of expat; text is looked at in the end.

    Most elements are alike and have handlers that ask nothing; the others, and what is
    not RELAX NG, have handlers of their own, put in while they are open. What expat can
    give to a function in C does not pass through here at all.
    """

    def __init__(self, lines: Lines, base: str) -> None:
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.XmlDeclHandler = _check_encoding
        self._texts: set[str] = set()
        self._text: list[str] = []
        self._declared: dict[str | None, str | None] = {}
        parser.StartNamespaceDeclHandler = self._declared.__setitem__
        self._foreign_depth = 0
        self._refs: dict[str, QuickNode] = {}
        scope = Scope(lines, {"xml": names.XML}, base)
        self._open: list[QuickNode] = [_OtherNode("", {}, 0, scope)]
        self._start, self._end = self._starter(), self._ender()
        self._handle_all()

    def read(self, data: bytes) -> Node:
        """Read all."""
        top = self._open[0]
        self._parser.Parse(data, True)
        if "".join(self._texts).strip(_SPACE):
            raise DoubtError
        return top.children[0]

    def _starter(self) -> Start:
        """Make the handler of start tags; it is called for nearly every element."""
        parser, declared, opened = self._parser, self._declared, self._open
        push, other, ref, refs = opened.append, self._other, self._ref, self._refs.get
        known, plain, new = _KNOWN.get, _PLAIN.issuperset, object.__new__

        def start(name: str, attributes: dict[str, str]) -> None:
            local = known(name)
            if local is None or declared or (attributes and not plain(attributes)):
                other(name, attributes)
                return
            parent = opened[-1]
            if local == "ref" and "name" in attributes and len(attributes) == 1:
                node = refs(attributes["name"]) or ref(attributes, parent.scope)
            else:
                node = new(QuickNode)  # a constructor would take longer than all this
                node.name = local
                node.attributes = attributes or _NO_ATTRIBUTES
                node.children = []
                node.index = parser.CurrentByteIndex
                node.scope = parent.scope
            parent.children.append(node)
            push(node)

        return start

    def _ender(self) -> End:
        """Make the handler of end tags."""
        opened, pop = self._open, self._open.pop

        def end(_name: str) -> None:
            pop()
            if len(opened) > _DEPTH:
                raise DoubtError

        return end

    def _ref(self, attributes: dict[str, str], scope: Scope) -> QuickNode:
        """Make the node that stands for all references to one name."""
        index = self._parser.CurrentByteIndex
        node = _OtherNode("ref", attributes, index, scope)
        node.children = _NO_CHILDREN
        self._refs[attributes["name"]] = node
        return node

    def _handle_all(self) -> None:
        parser = self._parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._texts.add

    def _other(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element that has text, or that carries more than most."""
        if not name.startswith(_TAG):
            self._start_foreign(name, attributes)
            return
        local = name[len(_TAG) :]
        parent = self._open[-1]
        index = self._parser.CurrentByteIndex
        node = _OtherNode(local, attributes, index, parent.scope)
        if self._declared or not _PLAIN.issuperset(attributes):
            node.foreign = take_foreign(NOWHERE, local, attributes)
            node.scope = self._scope(parent.scope, node.foreign)
        parent.children.append(node)
        self._open.append(node)
        if local in _WITH_TEXT:
            self._handle_text()

    def _scope(self, outer: Scope, foreign: Mapping[QName, str]) -> Scope:
        declared = {key or "": uri or "" for key, uri in self._declared.items()}
        self._declared.clear()
        namespaces = {**outer.namespaces, **declared}
        return Scope(outer.lines, namespaces, rebased(outer.base, foreign))

    def _handle_text(self) -> None:
        parser = self._parser
        self._text = []
        parser.StartElementHandler = _doubt
        parser.EndElementHandler = self._end_text
        parser.CharacterDataHandler = self._text.append

    def _end_text(self, name: str) -> None:
        self._open[-1].text = "".join(self._text)
        self._handle_all()
        self._end(name)

    def _start_foreign(self, _name: str, _attributes: dict[str, str]) -> None:
        if len(self._open) < 2:
            raise DoubtError
        if not self._foreign_depth:
            parser = self._parser
            parser.StartElementHandler = self._start_foreign
            parser.EndElementHandler = self._end_foreign
            parser.CharacterDataHandler = None
        self._foreign_depth += 1

    def _end_foreign(self, _name: str) -> None:
        self._foreign_depth -= 1
        if not self._foreign_depth:
            self._declared.clear()
            self._handle_all()


def _check_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding and encoding.lower() not in _ENCODINGS:
        raise DoubtError


def _doubt(_name: str, _attributes: dict[str, str]) -> NoReturn:
    raise DoubtError
