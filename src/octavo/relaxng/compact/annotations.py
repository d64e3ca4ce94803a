"""Annotations: documentation, [ ... ] before a pattern and >> after it."""

from __future__ import annotations

from dataclasses import dataclass, field

from octavo.relaxng.compact.cursor import Cursor
from octavo.relaxng.compact.messages import compact_error
from octavo.relaxng.compact.tokens import Token
from octavo.relaxng.syntax import (
    ANNOTATIONS,
    Annotation,
    Comment,
    Foreign,
    Node,
    Place,
    QName,
    SchemaError,
)

Note = Foreign | Comment


@dataclass(slots=True)
class Annotations:
    """What stands before a pattern or definition."""

    documentation: list[Note] = field(default_factory=list)
    attributes: dict[QName, str] = field(default_factory=dict)
    elements: list[Note] = field(default_factory=list)

    def notes(self) -> list[Note]:
        """Give the elements and comments in their order."""
        return [*self.documentation, *self.elements]

    def annotate(self, node: Node) -> None:
        """Put the annotations on a node, before those that it has."""
        node.foreign = {**self.attributes, **node.foreign}
        before = [Annotation(0, note) for note in self.notes()]
        node.annotations = before + node.annotations


@dataclass(slots=True)
class Piece:
    """A node with what stands before and after it in its parent."""

    node: Node
    before: list[Note] = field(default_factory=list)
    after: list[Note] = field(default_factory=list)


def adopt(parent: Node, piece: Piece) -> None:
    """Make a piece the last child of a node."""
    note(parent, piece.before)
    parent.children.append(piece.node)
    note(parent, piece.after)


def note(parent: Node, notes: list[Note]) -> None:
    """Put annotations after the last child of a node."""
    count = len(parent.children)
    parent.annotations += [Annotation(count, content) for content in notes]


class AnnotationParser(Cursor):
    """Reads annotations."""

    def annotations(self) -> Annotations:
        """Read what stands before a pattern, definition, name or parameter."""
        found = Annotations()
        while self.token.kind == "documentation":
            text = self.advance().text
            name = QName(ANNOTATIONS, "documentation", "a")
            found.documentation.append(Foreign(name, children=[text]))
        if self.take("["):
            self._bracketed(found)
        return found

    def _bracketed(self, found: Annotations) -> None:
        while not self.at("]"):
            token = self.word_or_cname("an annotation such as a:note [ ... ]")
            name = self.scope.foreign_name(token.text, token.place)
            if self.take("="):
                self._foreign_attribute(found.attributes, name, token.place)
            else:
                found.elements.append(self._content(name))
        found.elements += self.comments()
        self.expect("]")

    def _foreign_attribute(
        self, attributes: dict[QName, str], name: QName, place: Place
    ) -> None:
        if not name.namespace:
            reason = f'the annotation attribute "{name.local}" has no prefix'
            raise _bad(place, reason, "give it the prefix of a namespace of your own")
        self._annotation_attribute(attributes, name, place)

    def _annotation_attribute(
        self, attributes: dict[QName, str], name: QName, place: Place
    ) -> None:
        if name in attributes or name == QName("", "xmlns"):
            reason = f'the attribute "{name.local}" cannot be given here'
            remedy = "give each attribute once; declare namespaces at the top"
            raise _bad(place, reason, remedy)
        attributes[name] = self.literal()

    def word_or_cname(self, what: str) -> Token:
        """Take a name with or without prefix."""
        return self.advance() if self.token.kind == "cname" else self.word(what)

    def element(self) -> Foreign:
        """Read an annotation element that stands by itself."""
        token = self.word_or_cname("the name of an annotation")
        return self._content(self.scope.foreign_name(token.text, token.place))

    def _content(self, name: QName) -> Foreign:
        element = Foreign(name, namespaces=self.scope.bound())
        self.expect("[", "the name of an annotation")
        self.enter()
        while not self.at("]"):
            element.children += self.comments()
            self._item(element)
        element.children += self.comments()
        self.leave()
        self.expect("]")
        return element

    def _item(self, element: Foreign) -> None:
        if self.token.kind == "literal":
            element.children.append(self.literal())
            return
        token = self.word_or_cname('a text, an annotation or "]"')
        name = self.scope.annotation_name(token.text, token.place)
        if self.at("="):
            self._late_attribute(element, token)
            self._annotation_attribute(element.attributes, name, token.place)
        else:
            element.children.append(self._content(name))

    def _late_attribute(self, element: Foreign, token: Token) -> None:
        if any(not isinstance(child, Comment) for child in element.children):
            reason = f'the attribute "{token.text}" stands after the content'
            raise _bad(token.place, reason, "put attributes first")
        self.advance()

    def following_annotations(self) -> list[Note]:
        """Read the annotations after a pattern."""
        found: list[Note] = []
        while self.at(">>"):
            found += self.comments()
            self.advance()
            found.append(self.element())
        return found

    def attach(self, annotations: Annotations, piece: Piece) -> None:
        """Put annotations on a pattern, or beside it if it can contain none."""
        if piece.node.name not in ("name", "value", "param"):
            annotations.annotate(piece.node)
            return
        piece.node.foreign.update(annotations.attributes)
        piece.after = [*annotations.notes(), *piece.after]


def _bad(place: Place, reason: str, remedy: str) -> SchemaError:
    return compact_error(place, "bad_annotation", reason=reason, remedy=remedy)
