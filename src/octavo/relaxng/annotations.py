"""Read the annotation elements and comments of a schema in the XML syntax."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.parsers.expat import XMLParserType

from octavo.relaxng.syntax import Annotation, Comment, Foreign, Node, QName


class AnnotationReader:
    """Hangs annotations on the nodes that are open while a schema is read."""

    def __init__(self, parser: XMLParserType, nodes: Sequence[Node]) -> None:
        self._nodes = nodes
        self._open: list[Foreign] = []
        parser.CommentHandler = self._comment

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
        elif self._nodes:
            self._hang(Comment(text))

    def _hang(self, content: Foreign | Comment) -> None:
        node = self._nodes[-1]
        node.annotations.append(Annotation(len(node.children), content))


def qname(key: str) -> QName:
    """Read a name as expat writes it: namespace, local name, prefix."""
    if " " not in key:
        return QName("", key)
    namespace, local, *prefix = key.split(" ")
    return QName(namespace, local, prefix[0] if prefix else "")
