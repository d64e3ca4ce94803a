"""Grammars and whole files of the compact syntax."""

from __future__ import annotations

from typing import Final

from octavo.relaxng.compact.annotations import adopt, note
from octavo.relaxng.compact.messages import compact_error
from octavo.relaxng.compact.nameclass import adopt_flat
from octavo.relaxng.compact.patterns import PatternParser
from octavo.relaxng.compact.tokens import END, Token
from octavo.relaxng.syntax import Annotation, Node

_ASSIGNMENTS: Final = {"=": "", "|=": "choice", "&=": "interleave"}
_COMPONENT: Final = "a definition such as name = pattern"
_NAMES: Final = ("name", "quoted", "cname")


class GrammarParser(PatternParser):
    """Reads files."""

    def file(self) -> Node:
        """Read declarations, then a grammar or a pattern."""
        while self.at("namespace", "default", "datatypes"):
            self._declaration()
        if self.at(END):
            raise self.unexpected("a pattern or a definition", "the schema is empty")
        is_grammar = self._is_grammar()
        scope = self.scope
        inherits = None in scope.namespaces.values()
        scope.is_explicit = scope.default is not None and (inherits or not is_grammar)
        root = self._whole_grammar() if is_grammar else self._whole_pattern()
        if scope.default is not None and not scope.is_explicit:
            root.attributes["ns"] = scope.default
        return root

    def _declaration(self) -> None:
        if self.take("datatypes"):
            prefix = self.word("the prefix of a datatype library")
            self.expect("=")
            self.scope.declare_library(prefix.text, self.literal(), prefix.place)
            return
        place = self.place
        is_default = self.take("default")
        self.expect("namespace")
        name: Token | None = None
        if not is_default or not self.at("="):
            name = self.word("the prefix of a namespace")
        self.expect("=")
        uri = None if self.take("inherit") else self.literal()
        if name is not None:
            self.scope.declare_namespace(name.text, uri, name.place)
        if is_default:
            self.scope.declare_default(uri, place)

    def _is_grammar(self) -> bool:
        token, following = self.after_annotations()
        if token.kind == "keyword":
            return token.text in ("start", "div", "include")
        is_assigned = following.kind in _ASSIGNMENTS and token.kind != "cname"
        return token.kind in _NAMES and (is_assigned or following.kind == "[")

    def _whole_grammar(self) -> Node:
        root = self.node("grammar", self.place)
        self.components(root)
        if not self.at(END):
            raise self.unexpected(f"{_COMPONENT}, or the end of the file")
        note(root, self.comments())
        return root

    def _whole_pattern(self) -> Node:
        piece = self.pattern()
        if not self.at(END):
            raise self.unexpected("the end of the file, or an operator")
        if piece.after:
            raise compact_error(piece.node.place, "misplaced_annotation")
        root = piece.node
        before = [Annotation(0, found) for found in piece.before]
        root.annotations = before + root.annotations
        note(root, self.comments())
        return root

    def components(self, parent: Node) -> None:
        """Read the components of a grammar, a div or an include."""
        self.enter()
        while not self.at("}", END):
            note(parent, self.comments())
            self._component(parent)
        note(parent, self.comments())
        self.leave()

    def _component(self, parent: Node) -> None:
        if self.token.kind in _NAMES and self.following.kind == "[":
            note(parent, [self.element()])
            return
        annotations = self.annotations()
        note(parent, self.comments())
        if self.at("start"):
            node = self._defined(self.node("start", self.place))
        elif self.at("div"):
            node = self._div()
        elif self.at("include"):
            node = self._include()
        elif self.token.kind in ("name", "quoted"):
            name = self.token.text
            node = self._defined(self.node("define", self.place, name=name))
        else:
            raise self.unexpected(_COMPONENT)
        annotations.annotate(node)
        parent.children.append(node)

    def _defined(self, node: Node) -> Node:
        self.advance()
        sign = self.token.kind
        if sign not in _ASSIGNMENTS:
            raise self.unexpected(
                '"=", "|=" or "&=" after the name of a definition',
                "operators between patterns are , | and &",
            )
        self.advance()
        if _ASSIGNMENTS[sign]:
            node.attributes["combine"] = _ASSIGNMENTS[sign]
        piece = self.pattern()
        if node.name == "start":
            adopt(node, piece)
        else:
            adopt_flat(node, piece, "group")
        return node

    def _div(self) -> Node:
        return self._components_of(self._keyword())

    def _components_of(self, node: Node) -> Node:
        self.expect("{")
        self.components(node)
        self.expect("}")
        return node

    def _include(self) -> Node:
        node = self._keyword()
        node.attributes["href"] = self.literal("a file name in quotation marks")
        scope, was_explicit = self.scope, self.scope.is_explicit
        self.inherit(node)
        if self.at("{"):
            # The namespace for the file must not reach what replaces parts of it.
            scope.is_explicit = was_explicit or "ns" in node.attributes
            self._components_of(node)
            scope.is_explicit = was_explicit
        return node
