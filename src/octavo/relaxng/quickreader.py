"""Read the XML syntax of RELAX NG quickly, as long as there is nothing to say about it.

Annotations are left out, and places are worked out when they are asked for. Wherever
something may be wrong this reader gives up, and `xmlreader` goes through the file
again, event by event.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NoReturn
from urllib.parse import urljoin
from xml.parsers import expat

from octavo import names
from octavo.relaxng import limits
from octavo.relaxng.annotations import XML_BASE, take_foreign
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
_NO_FOREIGN: Final[dict[QName, str]] = {}
_NO_ANNOTATIONS: Final[list[Annotation]] = []
_DEPTH: Final = limits.SCHEMA_DEPTH + 1
_SPACE: Final = " \t\r\n"


class DoubtError(Exception):
    """Something that needs a closer look."""


def read(data: bytes, file: str, base: str) -> Node | None:
    """Read a schema without annotations; None if something may be wrong with it."""
    lines = Lines(data, file)
    if not lines.are_sure:
        return None
    try:
        return _Reader(lines, base).read(data)
    except (expat.ExpatError, SchemaError, DoubtError):
        return None


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

    def __init__(
        self, name: str, attributes: dict[str, str], index: int, scope: Scope
    ) -> None:
        self.name = name
        self.attributes = attributes
        self.children = []
        self.text = ""
        self.foreign = _NO_FOREIGN
        self.annotations = _NO_ANNOTATIONS
        self.index = index
        self.scope = scope

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


class _Reader:
    """Builds the tree from the events of expat; text is looked at in the end.

    Most elements are alike and have handlers that ask nothing; the others, and what is
    not RELAX NG, have handlers of their own, put in while they are open.
    """

    def __init__(self, lines: Lines, base: str) -> None:
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartNamespaceDeclHandler = self._declare
        self._texts: list[str] = []
        self._text_start = 0
        self._declared: dict[str, str] = {}
        self._foreign_depth = 0
        self._known: dict[str, str] = {}
        scope = Scope(lines, {"xml": names.XML}, base)
        self._open: list[QuickNode] = [QuickNode("", {}, 0, scope)]
        self._start = self._starter()
        self._handle_all()

    def read(self, data: bytes) -> Node:
        """Read all."""
        top = self._open[0]
        self._parser.Parse(data, True)
        if "".join(self._texts).strip(_SPACE):
            raise DoubtError
        return top.children[0]

    def _starter(self) -> Callable[[str, dict[str, str]], None]:
        """Make the handler of start tags; it is called for every element."""
        parser, opened, other = self._parser, self._open, self._start_other
        push, known, plain = opened.append, self._known, _PLAIN.issuperset

        def start(name: str, attributes: dict[str, str]) -> None:
            if name not in known or not plain(attributes):
                other(name, attributes)
                return
            parent = opened[-1]
            index = parser.CurrentByteIndex
            node = QuickNode(known[name], attributes, index, parent.scope)
            parent.children.append(node)
            push(node)

        return start

    def _handle_all(self) -> None:
        parser = self._parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._texts.append

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        """Note a namespace of the element that starts next."""
        self._declared[prefix or ""] = uri or ""
        if not self._foreign_depth:
            self._parser.StartElementHandler = self._start_other

    def _start_other(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element of a name not met before, or with more than most carry."""
        self._parser.StartElementHandler = self._start
        if not name.startswith(_TAG):
            self._start_foreign(name, attributes)
            return
        local = name[len(_TAG) :]
        parent = self._open[-1]
        node = QuickNode(local, attributes, self._parser.CurrentByteIndex, parent.scope)
        if not _PLAIN.issuperset(attributes):
            foreign = node.foreign = take_foreign(NOWHERE, local, attributes)
            node.scope = self._scope(parent.scope, foreign.get(XML_BASE, ""))
        elif self._declared:
            node.scope = self._scope(parent.scope, "")
        parent.children.append(node)
        self._open.append(node)
        if local in _WITH_TEXT:
            self._handle_text()
        else:
            self._known[name] = local

    def _scope(self, outer: Scope, base: str) -> Scope:
        namespaces = {**outer.namespaces, **self._declared}
        self._declared = {}
        return Scope(outer.lines, namespaces, urljoin(outer.base, base))

    def _end(self, _name: str) -> None:
        opened = self._open
        opened.pop()
        if len(opened) > _DEPTH:
            raise DoubtError

    def _handle_text(self) -> None:
        self._text_start = len(self._texts)
        self._parser.StartElementHandler = _doubt
        self._parser.EndElementHandler = self._end_text

    def _end_text(self, name: str) -> None:
        texts, start = self._texts, self._text_start
        self._open[-1].text = "".join(texts[start:])
        del texts[start:]
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
        self._declared = {}

    def _end_foreign(self, _name: str) -> None:
        self._foreign_depth -= 1
        if not self._foreign_depth:
            self._handle_all()


def _doubt(_name: str, _attributes: dict[str, str]) -> NoReturn:
    raise DoubtError
