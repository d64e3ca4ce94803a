"""Read the XML syntax of RELAX NG quickly, as long as there is nothing to say about it.

Annotations are left out. Wherever something may be wrong this reader gives up, and
`xmlreader` goes through the file again, event by event.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import urljoin
from xml.parsers import expat

from octavo import names
from octavo.relaxng import limits
from octavo.relaxng.annotations import XML_BASE, take_foreign
from octavo.relaxng.syntax import RELAXNG, Node, Place, SchemaError

_TAG: Final = RELAXNG + " "
_WITH_TEXT: Final = frozenset({"name", "param", "value"})
_SPACE: Final = " \t\r\n"


class DoubtError(Exception):
    """Something that needs a closer look."""


def read(data: bytes, file: str, base: str) -> Node | None:
    """Read a schema without annotations; None if something may be wrong with it."""
    reader = _Reader(file, base)
    try:
        return reader.read(data)
    except (expat.ExpatError, SchemaError, DoubtError):
        return None


class _Reader:
    """Builds the tree from the events of expat; text is looked at in the end."""

    def __init__(self, file: str, base: str) -> None:
        self._file = file
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartNamespaceDeclHandler = self._declare
        self._texts: list[str] = []
        self._text_start = 0
        self._locals: dict[str, str] = {}
        self._declared: dict[str, str] = {}
        self._foreign_depth = 0
        self._top = Node("", namespaces={"xml": names.XML}, base=base)
        self._open = [self._top]
        self._handle_all()

    def read(self, data: bytes) -> Node:
        """Read all."""
        self._parser.Parse(data, True)
        if "".join(self._texts).strip(_SPACE):
            raise DoubtError
        return self._top.children[0]

    def _handle_all(self) -> None:
        parser = self._parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._texts.append

    def _handle_foreign(self) -> None:
        parser = self._parser
        parser.StartElementHandler = self._start_foreign
        parser.EndElementHandler = self._end_foreign
        parser.CharacterDataHandler = None

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        self._declared[prefix or ""] = uri or ""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = self._locals.get(name) or self._local(name)
        if not local:
            self._start_foreign(name, attributes)
            return
        parser, parent = self._parser, self._open[-1]
        line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        place = tuple.__new__(Place, (self._file, line, column))
        namespaces = self._namespaces() if self._declared else parent.namespaces
        node = Node(local, place, attributes, "", namespaces, parent.base)
        for key in attributes:
            if " " in key:
                node.foreign = take_foreign(place, local, attributes)
                node.base = urljoin(parent.base, node.foreign.get(XML_BASE, ""))
                break
        parent.children.append(node)
        self._open.append(node)
        if local in _WITH_TEXT:
            self._text_start = len(self._texts)

    def _local(self, name: str) -> str:
        """Give the name of a RELAX NG element, nothing for others."""
        if not name.startswith(_TAG):
            return ""
        local = self._locals[name] = name.removeprefix(_TAG)
        return local

    def _namespaces(self) -> Mapping[str, str]:
        namespaces = {**self._open[-1].namespaces, **self._declared}
        self._declared = {}
        return namespaces

    def _end(self, _name: str) -> None:
        open_nodes = self._open
        node = open_nodes.pop()
        if len(open_nodes) > limits.SCHEMA_DEPTH + 1:
            raise DoubtError
        if node.name in _WITH_TEXT:
            texts, start = self._texts, self._text_start
            node.text = "".join(texts[start:])
            del texts[start:]

    def _start_foreign(self, _name: str, _attributes: dict[str, str]) -> None:
        parent = self._open[-1]
        if parent is self._top or parent.name in _WITH_TEXT:
            raise DoubtError
        if not self._foreign_depth:
            self._handle_foreign()
        self._foreign_depth += 1
        self._declared = {}

    def _end_foreign(self, _name: str) -> None:
        self._foreign_depth -= 1
        if not self._foreign_depth:
            self._handle_all()
