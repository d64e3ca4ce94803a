"""Patterns of the compact syntax."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from octavo.relaxng.compact.annotations import Piece, adopt, note
from octavo.relaxng.compact.messages import compact_error
from octavo.relaxng.compact.nameclass import NameClassParser, adopt_flat
from octavo.relaxng.syntax import Node

_OPERATORS: Final = {",": "group", "|": "choice", "&": "interleave"}
_REPEATS: Final = {"?": "optional", "*": "zeroOrMore", "+": "oneOrMore"}
_NAMING: Final = frozenset({"name", "nsName", "externalRef", "include"})
_PATTERN: Final = 'a pattern such as text, element x { ... } or "a value"'


class PatternParser(NameClassParser):
    """Reads patterns."""

    # A datatype that stands without parentheses, and one that has an exception too:
    # the second may not be an operand, and only the first can get an exception.
    _data: Node | None = None
    _bare: Node | None = None

    def pattern(self) -> Piece:
        """Read operands joined by one kind of operator."""
        self.enter()
        whole = first = self._particle()
        operator = self.token.kind
        if operator in _OPERATORS:
            self._check_bare(first)
            whole = self._around(_OPERATORS[operator], first)
            adopt(whole.node, first)
        while self.token.kind in _OPERATORS:
            self._operand(whole.node, operator)
        self.leave()
        return whole

    def _around(self, name: str, inner: Piece) -> Piece:
        outer = Piece(self.node(name, inner.node.place), inner.before)
        inner.before = []
        return outer

    def _operand(self, whole: Node, operator: str) -> None:
        if not self.at(operator):
            raise compact_error(
                self.place, "mixed_operators", first=operator, second=self.token.kind
            )
        note(whole, self.comments())
        self.advance()
        piece = self._particle()
        self._check_bare(piece)
        adopt(whole, piece)

    def _check_bare(self, piece: Piece) -> None:
        if piece.node is self._bare:
            raise compact_error(piece.node.place, "bare_except")

    def _particle(self) -> Piece:
        piece = self._lead()
        if piece.node is self._data and self.take("-"):
            excluded = Piece(self.node("except", self.place))
            adopt_flat(excluded.node, self._lead(), "choice")
            adopt(piece.node, excluded)
            self._bare = piece.node
        piece.after += self.following_annotations()
        return self._repeated(piece) if self.token.kind in _REPEATS else piece

    def _repeated(self, piece: Piece) -> Piece:
        self._check_bare(piece)
        outer = self._around(_REPEATS[self.token.kind], piece)
        piece.after += self.comments()
        self.advance()
        adopt_flat(outer.node, piece, "group")
        outer.after = self.following_annotations()
        if self.token.kind in _REPEATS:
            raise self.unexpected("an operator", "put parentheses around the first")
        return outer

    def _lead(self) -> Piece:
        before = self.comments()
        annotations = self.annotations()
        before += self.comments()
        if self.take("("):
            piece = self.pattern()
            self.expect(")", "the pattern in parentheses")
            self._data = self._bare = None
        else:
            piece = Piece(self._primary())
            self._data = piece.node if piece.node.name == "data" else None
        self.attach(annotations, piece)
        piece.before = [*before, *piece.before]
        return piece

    def _primary(self) -> Node:
        token = self.token
        match token.kind:
            case "name" | "quoted":
                self.advance()
                return self.node("ref", token.place, name=token.text)
            case "literal":
                return self._value(self.node("value", token.place))
            case "cname":
                return self._datatype()
            case "keyword" if token.text in self._keywords():
                return self._keywords()[token.text]()
        raise self.unexpected(_PATTERN)

    def _keywords(self) -> dict[str, Callable[[], Node]]:
        return {
            "element": self._element,
            "attribute": self._attribute,
            "list": self._braced,
            "mixed": self._braced,
            "text": self._empty,
            "empty": self._empty,
            "notAllowed": self._empty,
            "string": self._datatype,
            "token": self._datatype,
            "parent": self._parent,
            "external": self._external,
            "grammar": self._grammar,
        }

    def _keyword(self) -> Node:
        token = self.advance()
        return self.node(token.text, token.place)

    def _empty(self) -> Node:
        return self._keyword()

    def _element(self) -> Node:
        node = self._keyword()
        self.named(node)
        return self._body(node, flat=True)

    def _attribute(self) -> Node:
        node = self._keyword()
        self.named(node)
        # The name attribute of an attribute implies ns="" for all in it (4.8), so
        # that what is in it must say its namespace, or the name must be a child.
        scope, was_explicit = self.scope, self.scope.is_explicit
        scope.is_explicit = was_explicit or scope.default is not None
        self._body(node, flat=False)
        scope.is_explicit = was_explicit
        if "name" in node.attributes and any(map(_inherits, node.children)):
            self.name_in_child(node)
        return node

    def _braced(self) -> Node:
        return self._body(self._keyword(), flat=True)

    def _body(self, node: Node, *, flat: bool) -> Node:
        self.expect("{")
        piece = self.pattern()
        if flat:
            adopt_flat(node, piece, "group")
        else:
            adopt(node, piece)
        note(node, self.comments())
        if not self.at("}"):
            raise self.unexpected('"}" or an operator between two patterns')
        self.advance()
        return node

    def _parent(self) -> Node:
        place = self.advance().place
        name = self.identifier("the name of a definition in the outer grammar")
        return self.node("parentRef", place, name=name.text)

    def _external(self) -> Node:
        place = self.advance().place
        node = self.node("externalRef", place, href=self.literal("a file name"))
        self.inherit(node)
        return node

    def inherit(self, node: Node) -> None:
        """Read what namespace a file inherits, and say it where it is not plain."""
        uri = self.scope.default if self.scope.is_explicit else None
        if self.take("inherit"):
            self.expect("=")
            prefix = self.word("the prefix of a namespace")
            uri = self.scope.namespace(prefix.text, prefix.place)
        if uri is not None:
            node.attributes["ns"] = uri

    def _grammar(self) -> Node:
        node = self._keyword()
        self.expect("{")
        self.components(node)
        self.expect("}")
        return node

    def components(self, parent: Node) -> None:
        """Read the components of a grammar; the parser of grammars knows how."""
        raise NotImplementedError

    def _value(self, node: Node) -> Node:
        node.text = self.literal()
        # Only a type of a library can need it, and an attribute around would hide it.
        if node.attributes.get("datatypeLibrary") and self.scope.default is not None:
            node.attributes["ns"] = self.scope.default
        return node

    def _datatype(self) -> Node:
        token = self.advance()
        node = self.node("data", token.place, type=token.text, datatypeLibrary="")
        if token.kind == "cname":
            prefix, _, local = token.text.partition(":")
            library = self.scope.library(prefix, token.place)
            node.attributes.update(type=local, datatypeLibrary=library)
        if self.token.kind == "literal":
            node.name = "value"
            return self._value(node)
        if self.take("{"):
            self._params(node)
        return node

    def _params(self, node: Node) -> None:
        while not self.at("}"):
            adopt(node, self._param())
        note(node, self.comments())
        self.advance()

    def _param(self) -> Piece:
        before = self.comments()
        annotations = self.annotations()
        name = self.word('a parameter such as maxLength = "3", or "}"')
        param = self.node("param", name.place, name=name.text)
        self.expect("=", "the name of a parameter")
        param.text = self.literal()
        piece = Piece(param, [*before, *self.passed()])
        self.attach(annotations, piece)
        return piece


def _inherits(node: Node) -> bool:
    """Tell whether a node or one in it takes a namespace from around it."""
    is_short = node.name == "element" and "name" in node.attributes
    name = node.attributes["name"] if is_short else node.text
    if (is_short or node.name in _NAMING) and ":" not in name:
        return "ns" not in node.attributes
    return any(map(_inherits, node.children))
