"""Name classes of the compact syntax."""

from __future__ import annotations

from octavo.relaxng.compact.annotations import AnnotationParser, Piece, adopt, note
from octavo.relaxng.compact.tokens import Token
from octavo.relaxng.syntax import Annotation, Node, Place


class NameClassParser(AnnotationParser):
    """Reads what may stand between `element` or `attribute` and its brace."""

    def node(self, kind: str, place: Place, /, **attributes: str) -> Node:
        """Make a node in the scope of this file."""
        return Node(kind, place, attributes, namespaces=self.scope.bound())

    def named(self, parent: Node) -> None:
        """Read the name class of an element or attribute, as short as can be."""
        is_attribute = parent.name == "attribute"
        piece = self.name_class(is_attribute=is_attribute)
        name = piece.node
        namespace = name.attributes.pop("ns", None)
        # The name attribute of an attribute means no namespace, if none is said (4.8).
        implied = "" if is_attribute and ":" not in name.text else None
        is_plain = name.name == "name" and not name.foreign and not piece.before
        if is_plain and not piece.after and namespace == implied:
            parent.attributes["name"] = name.text
            return
        self._set_namespace(name, namespace)
        adopt(parent, piece)

    def name_in_child(self, parent: Node) -> None:
        """Say the name of an attribute in a child after all."""
        name = self.node("name", parent.place)
        name.text = parent.attributes.pop("name")
        if ":" not in name.text:
            name.attributes["ns"] = ""
        parent.annotations = [
            Annotation(found.position + 1, found.content)
            for found in parent.annotations
        ]
        parent.children.insert(0, name)

    def name_class(self, *, is_attribute: bool) -> Piece:
        """Read alternatives of names."""
        first = self._name_part(is_attribute=is_attribute)
        if not self.at("|"):
            return first
        choice = Piece(self.node("choice", first.node.place), first.before)
        first.before = []
        adopt(choice.node, first)
        while self.take("|"):
            adopt(choice.node, self._name_part(is_attribute=is_attribute))
        return choice

    def _name_part(self, *, is_attribute: bool) -> Piece:
        piece = self._lead_name(is_attribute=is_attribute)
        if self.at("-"):
            self._check_except(piece.node)
            self.advance()
            excluded = Piece(self.node("except", self.place))
            adopt_flat(
                excluded.node, self._lead_name(is_attribute=is_attribute), "choice"
            )
            adopt(piece.node, excluded)
            if "ns" in piece.node.attributes:
                self._say_namespaces(excluded.node)
        piece.after += self.following_annotations()
        return piece

    def _say_namespaces(self, excluded: Node) -> None:
        """Keep names in an exception from taking the namespace it is made from."""
        for node in excluded.children:
            if node.name == "name" and "ns" not in node.attributes:
                self._set_namespace(
                    node, None if ":" in node.text else self.scope.default
                )
            self._say_namespaces(node)

    def _check_except(self, node: Node) -> None:
        if node.name not in ("anyName", "nsName") or node.children:
            raise self.unexpected(
                '"{" or "|"', "only * and prefix:* can have exceptions"
            )

    def _lead_name(self, *, is_attribute: bool) -> Piece:
        before = self.comments()
        annotations = self.annotations()
        before += self.comments()
        if self.take("("):
            self.enter()
            piece = self.name_class(is_attribute=is_attribute)
            self.leave()
            self.expect(")")
        else:
            piece = Piece(self._simple(is_attribute=is_attribute))
        self.attach(annotations, piece)
        piece.before = [*before, *piece.before]
        return piece

    def _simple(self, *, is_attribute: bool) -> Node:
        token = self.token
        if self.take("*"):
            return self.node("anyName", token.place)
        if token.kind == "nsname":
            self.advance()
            node = self.node("nsName", token.place)
            self._set_namespace(
                node, self.scope.namespace(token.text[:-2], token.place)
            )
            return node
        return self._name(is_attribute=is_attribute)

    def _set_namespace(self, node: Node, uri: str | None) -> None:
        if uri is not None:
            node.attributes["ns"] = uri

    def _name(self, *, is_attribute: bool) -> Node:
        token = self.word_or_cname("a name, * or prefix:*")
        node = self.node("name", token.place)
        if token.kind == "cname":
            self._prefixed(node, token)
            return node
        node.text = token.text
        if is_attribute:
            node.attributes["ns"] = ""
        elif self.scope.is_explicit:
            self._set_namespace(node, self.scope.default)
        return node

    def _prefixed(self, node: Node, token: Token) -> None:
        prefix, _, local = token.text.partition(":")
        uri = self.scope.namespace(prefix, token.place)
        node.text = token.text if uri else local
        if uri == "":
            node.attributes["ns"] = ""


def adopt_flat(parent: Node, piece: Piece, kind: str) -> None:
    """Adopt a piece, or its children if it only groups what the parent groups too."""
    node = piece.node
    has_own = node.foreign or any(
        not found.position for found in node.annotations if node.children
    )
    if node.name != kind or has_own or piece.after:
        adopt(parent, piece)
        return
    note(parent, piece.before)
    count = len(parent.children)
    parent.annotations += [
        Annotation(found.position + count, found.content) for found in node.annotations
    ]
    parent.children += node.children
