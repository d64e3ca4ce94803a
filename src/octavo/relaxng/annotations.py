"""Read the annotation elements and comments of a schema in the XML syntax."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.parsers.expat import XMLParserType

from octavo import names
from octavo.hints import Final
from octavo.relaxng.syntax import (
    RELAXNG,
    Annotation,
    Comment,
    Foreign,
    Node,
    Place,
    QName,
    schema_error,
)

_XML_BASE: Final = QName(names.XML, "base")


class AnnotationReader:
    """Hangs annotations on the nodes that are open while a schema is read."""

    def __init__(self, parser: XMLParserType, nodes: Sequence[Node]) -> None:
        self._nodes = nodes
        self._open: list[Foreign] = []
        self._before_root: list[Comment] = []
        self._root: Node | None = None
        parser.CommentHandler = self._comment

    def root(self, node: Node) -> None:
        """Hang the comments before the root on the root."""
        self._root = node
        node.annotations += [Annotation(0, comment) for comment in self._before_root]

    def start(
        self, name: str, attributes: Mapping[str, str], declared: Mapping[str, str]
    ) -> None:
        """Begin an annotation element."""
        found = {qname(key): value for key, value in attributes.items()}
        element = Foreign(qname(name), found, [], dict(declared))
        if self._open:
            self._open[-1].children.append(element)
        else:
            self._hang(element)
        self._open.append(element)

    def end(self) -> None:
        """Close the innermost annotation element."""
        self._open.pop()

    def characters(self, text: str) -> None:
        """Add text to the innermost annotation element."""
        self._open[-1].children.append(text)

    def _comment(self, text: str) -> None:
        if self._open:
            self._open[-1].children.append(Comment(text))
        elif self._nodes or self._root:
            self._hang(Comment(text))
        else:
            self._before_root.append(Comment(text))

    def _hang(self, content: Foreign | Comment) -> None:
        node = self._nodes[-1] if self._nodes else self._root
        assert node is not None
        node.annotations.append(Annotation(len(node.children), content))


def qname(key: str) -> QName:
    """Read a name as expat writes it: namespace, local name, prefix."""
    if " " not in key:
        return QName("", key)
    namespace, local, *prefix = key.split(" ")
    return QName(namespace, local, prefix[0] if prefix else "")


def take_foreign(
    place: Place, name: str, attributes: dict[str, str]
) -> dict[QName, str]:
    """Take the attributes that have a namespace out of the others."""
    foreign: dict[QName, str] = {}
    for key in [key for key in attributes if " " in key]:
        found = qname(key)
        foreign[found] = attributes.pop(key)
        if found.namespace == RELAXNG:
            raise schema_error(
                place, "unknown_attribute", name=name, attribute=found.local
            )
    return foreign


def rebased(base: str, foreign: Mapping[QName, str]) -> str:
    """Give what references are relative to in an element with some attributes."""
    given = foreign.get(_XML_BASE)
    if not given:
        return base
    from urllib.parse import urljoin  # few schemas have xml:base

    return urljoin(base, given)
