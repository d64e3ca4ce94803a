"""Write a schema in the compact syntax."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from octavo.relaxng.syntax import Node
from octavo.relaxng.writers import notes
from octavo.relaxng.writers.declarations import Declarations
from octavo.relaxng.writers.explicit import explicit
from octavo.relaxng.writers.layout import (
    LINE,
    NEWLINE,
    Fill,
    Group,
    Indent,
    Layout,
    joined,
    render,
    row,
)
from octavo.relaxng.writers.literals import identifier, literal
from octavo.relaxng.writers.notes import Slots
from octavo.relaxng.writers.primaries import (
    PrimaryWriter,
    comments_from,
    in_parentheses,
    own_comments,
)

_OPERATORS: Final = {"group": ",", "choice": "|", "interleave": "&"}
_REPEATS: Final = {"optional": "?", "zeroOrMore": "*", "oneOrMore": "+"}
_ASSIGNMENTS: Final = {"": "=", "choice": "|=", "interleave": "&="}
_PARAGRAPH: Final = row(NEWLINE, NEWLINE)
_SHORT: Final = frozenset({"ref", "parentRef", "text", "empty", "value"})


def write(root: Node) -> str:
    """Write a schema as a text in compact syntax."""
    tree = explicit(root)
    names = Declarations.of(tree)
    writer = _Writer(names)
    is_grammar = root.name == "grammar" and not root.foreign
    body = writer.grammar(tree) if is_grammar else writer.at_top(tree)
    head = "".join(f"{line}\n" for line in names.lines())
    return f"{head}\n{render(body)}".strip("\n") + "\n"


class _Writer(PrimaryWriter):
    """Makes layouts of patterns and grammars."""

    def at_top(self, node: Node) -> Layout:
        """Write a pattern that is a whole file."""
        own = self.annotations(node, []) if node.name == "value" else ""
        return row(notes.comments(own_comments(node)), own, self._pattern(node))

    def grammar(self, node: Node) -> Layout:
        """Write a grammar that is a whole file, one component a paragraph."""
        first = [notes.annotation(self._names, e) for e in Slots.of(node).initial]
        return joined(_PARAGRAPH, [*first, *self._components(node)])

    def _components(self, node: Node) -> list[Layout]:
        slots = Slots.of(node)
        parts: list[Layout] = []
        for number, child in enumerate(node.children):
            before = notes.comments(slots.before[number])
            parts.append(row(before, self.lead(child), self._component(child)))
            after = slots.after[number]
            parts += [notes.annotation(self._names, element) for element in after]
        if slots.before[-1]:
            parts.append(notes.comments(slots.before[-1]))
        return parts

    def _component(self, node: Node) -> Layout:
        if node.name == "div":
            return row("div ", self._block(node))
        if node.name == "include":
            return self._include(node)
        name = "start"
        if node.name == "define":
            name = identifier(node.attributes["name"])
        sign = _ASSIGNMENTS[node.attributes.get("combine", "")]
        return Group(row(f"{name} {sign}", Indent(row(LINE, self._body(node, 0)))))

    def _include(self, node: Node) -> Layout:
        href = literal(node.attributes["href"])
        head = f"include {href}{self._names.inherit(node)}"
        has_content = node.children or node.annotations
        return row(head, " ", self._block(node)) if has_content else head

    def _block(self, node: Node) -> Layout:
        inside = joined(_PARAGRAPH, self._components(node))
        return row("{", Indent(row(NEWLINE, inside)), NEWLINE, "}")

    def _body(self, node: Node, first: int, operator: str = ",") -> Layout:
        """Write the children of a node from one on, as its content."""
        slots = Slots.of(node)
        if len(node.children) > first + 1:
            return self._sequence(node, first, operator)
        child = node.children[first]
        shown = self._operand(child) if slots.after[first] else self._pattern(child)
        return row(
            notes.comments(comments_from(slots, first)[0]),
            self.beside(child, slots, first, shown),
            self.end(slots),
        )

    def _sequence(self, node: Node, first: int, operator: str) -> Layout:
        slots = Slots.of(node)
        before = comments_from(slots, first)
        last = len(node.children) - 1
        parts: list[Layout] = []
        for number, child in enumerate(node.children[first:], first):
            shown = self.beside(child, slots, number, self._operand(child))
            lead = notes.comments(before[number - first])
            if operator == ",":
                parts.append(row(lead, shown, "," if number < last else ""))
            else:
                sign = f"{operator} " if number > first else ""
                parts.append(row(lead, sign, Indent(shown) if sign else shown))
        is_simple = not node.annotations and all(map(_is_short, node.children[first:]))
        filled = Fill(tuple(parts)) if is_simple else joined(LINE, parts)
        return row(filled, self.end(slots))

    def _operand(self, node: Node) -> Layout:
        """Write a pattern so that operators can stand beside it."""
        inner = _inside(node)
        is_open = inner.name in _OPERATORS and len(inner.children) > 1
        if is_open or _has_except(node):
            return self._enclosed(node)
        return self._pattern(node)

    def _atom(self, node: Node) -> Layout:
        """Write a pattern so that a sign can follow it."""
        is_repeated = _inside(node).name in _REPEATS
        return self._enclosed(node) if is_repeated else self._operand(node)

    def _enclosed(self, node: Node) -> Layout:
        return row(self.lead(node), in_parentheses(self._bare(node)))

    def _pattern(self, node: Node) -> Layout:
        has_lead = bool(node.foreign or Slots.of(node).initial)
        if has_lead and node.name in _OPERATORS.keys() | _REPEATS.keys():
            return self._enclosed(node)
        return row(self.lead(node), self._bare(node))

    def _bare(self, node: Node) -> Layout:
        if node.name in _OPERATORS:
            return self._body(node, 0, _OPERATORS[node.name])
        if node.name in _REPEATS:
            return self._repeated(node)
        return self._kinds()[node.name](node)

    def _kinds(self) -> dict[str, Callable[[Node], Layout]]:
        return {
            "element": self._named,
            "attribute": self._named,
            "list": lambda node: _in_braces("list", self._body(node, 0)),
            "mixed": lambda node: _in_braces("mixed", self._body(node, 0)),
            "grammar": lambda node: row("grammar ", self._block(node)),
            "text": lambda node: node.name,
            "empty": lambda node: node.name,
            "notAllowed": lambda node: node.name,
            "ref": lambda node: identifier(node.attributes["name"]),
            "parentRef": lambda node: f"parent {identifier(node.attributes['name'])}",
            "externalRef": self._external,
            "value": self.value,
            "data": self._data,
        }

    def _repeated(self, node: Node) -> Layout:
        sign = _REPEATS[node.name]
        slots = Slots.of(node)
        if len(node.children) > 1:
            return row(in_parentheses(self._sequence(node, 0, ",")), sign)
        child = node.children[0]
        shown = self.beside(child, slots, 0, self._atom(child))
        gap = " " if slots.after[0] else ""
        return row(notes.comments(slots.before[0]), shown, self.end(slots), gap, sign)

    def _named(self, node: Node) -> Layout:
        slots = Slots.of(node)
        name = node.children[0]
        shown = self.name_class(name, is_attribute=node.name == "attribute")
        if name.name == "choice" and slots.after[0]:
            shown = in_parentheses(shown)
        head = row(node.name, " ", self.beside(name, slots, 0, shown))
        return _in_braces(head, self._body(node, 1))

    def _external(self, node: Node) -> Layout:
        href = literal(node.attributes["href"])
        return f"external {href}{self._names.inherit(node)}"

    def _data(self, node: Node) -> Layout:
        shown = self.type_with_params(node)
        if not _has_except(node):
            return shown
        excluded = node.children[-1]
        slots = Slots.of(excluded)
        early = [*Slots.of(node).before[-2], *slots.before[0]]
        lead = notes.comments(early)
        if len(excluded.children) > 1:
            body = in_parentheses(self._sequence(excluded, 0, "|"))
            return row(lead, shown, " - ", body)
        atom = self._atom(excluded.children[0])
        body = row(self.beside(excluded.children[0], slots, 0, atom), self.end(slots))
        if slots.after[0] or slots.before[-1]:
            body = in_parentheses(body)
        return row(lead, shown, " - ", body)


def _inside(node: Node) -> Node:
    """Give what is left of a node when groups of one are taken away."""
    while node.name in _OPERATORS and len(node.children) == 1:
        node = node.children[0]
    return node


def _has_except(node: Node) -> bool:
    inner = _inside(node)
    is_data = inner.name == "data"
    return is_data and any(child.name == "except" for child in inner.children)


def _is_short(node: Node) -> bool:
    inner = node.children[0] if node.name in _REPEATS else node
    return inner.name in _SHORT and not node.annotations and not inner.annotations


def _in_braces(head: Layout, body: Layout) -> Layout:
    return Group(row(head, " {", Indent(row(LINE, body)), LINE, "}"))
