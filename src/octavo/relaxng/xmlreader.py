"""Read the XML syntax of RELAX NG into the tree of the full syntax."""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers import expat

from octavo import names
from octavo.hints import Final
from octavo.relaxng import limits
from octavo.relaxng.annotations import AnnotationReader, rebased, take_foreign
from octavo.relaxng.syntax import RELAXNG, Node, Place, QName, schema_error

_TAG: Final = RELAXNG + " "
_WITH_TEXT: Final = frozenset({"name", "param", "value"})
_SPACE: Final = " \t\r\n"


def parse(data: bytes, file: str, *, base: str = "", annotations: bool = False) -> Node:
    """Read a schema; annotation elements and comments are kept only if asked for.

    References in it are relative to the base, or to the file if there is none.
    """
    reader = _Reader(file, base or file, annotations)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        place = Place(file, error.lineno, error.offset + 1)
        reason = expat.ErrorString(error.code)
        raise schema_error(place, "not_well_formed", reason=reason) from error
    return reader.root


class _Reader:
    """Builds the tree from the events of expat."""

    def __init__(self, file: str, base: str, annotations: bool) -> None:
        self.file = file
        self._base = base
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.namespace_prefixes = annotations
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartNamespaceDeclHandler = self._declare
        self._tag_length = len(_TAG)
        self._open: list[Node] = []
        self._namespaces: Mapping[str, str] = {"xml": names.XML}
        self._declared: dict[str, str] = {}
        self._foreign_depth = 0
        self._notes = AnnotationReader(parser, self._open) if annotations else None
        self.root: Node

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        self._declared[prefix or ""] = uri or ""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._foreign_depth or not name.startswith(_TAG):
            self._start_foreign(name, attributes)
            return
        parent = self._open[-1] if self._open else None
        node = self._node(name[self._tag_length :].partition(" ")[0], attributes)
        if parent is None:
            self.root = node
            if self._notes is not None:
                self._notes.root(node)
        else:
            parent.children.append(node)
            if len(self._open) > limits.SCHEMA_DEPTH:
                reason = (
                    f"more than {limits.SCHEMA_DEPTH:,} elements inside one another"
                )
                raise schema_error(node.place, "limit", reason=reason)
        self._open.append(node)

    def _node(self, name: str, attributes: dict[str, str]) -> Node:
        parser, above = self.parser, self._open
        line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        place = Place(self.file, line, column)
        if above:
            base, namespaces = above[-1].base, above[-1].namespaces
        else:
            base, namespaces = self._base, self._namespaces
        foreign: dict[QName, str] = {}
        if self._declared:
            namespaces = {**namespaces, **self._declared}
            self._declared = {}
        if attributes and any([" " in key for key in attributes]):  # noqa: C419
            foreign = take_foreign(place, name, attributes)
            base = rebased(base, foreign)
        node = Node(name, place, attributes, "", namespaces, base)
        node.foreign = foreign
        return node

    def _start_foreign(self, name: str, attributes: dict[str, str]) -> None:
        parser = self.parser
        place = Place(
            self.file, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        )
        if not self._open:
            shown = name.rpartition(" ")[2]
            raise schema_error(place, "not_relaxng", name=shown)
        if not self._foreign_depth:
            self._check_foreign(place)
        self._foreign_depth += 1
        if self._notes is not None:
            self._notes.start(name, attributes, self._declared)
        self._declared = {}

    def _check_foreign(self, place: Place) -> None:
        if self._open[-1].name in _WITH_TEXT:
            parent, expected = self._open[-1].name, "nothing but text"
            raise schema_error(place, "wrong_children", name=parent, expected=expected)

    def _end(self, _name: str) -> None:
        if self._foreign_depth:
            self._foreign_depth -= 1
            if self._notes is not None:
                self._notes.end()
        else:
            self._open.pop()

    def _characters(self, text: str) -> None:
        if self._foreign_depth:
            if self._notes is not None:
                self._notes.characters(text)
            return
        node = self._open[-1]
        if node.name in _WITH_TEXT:
            node.text += text
        elif text.strip(_SPACE):
            raise schema_error(node.place, "misplaced_text", name=node.name)
