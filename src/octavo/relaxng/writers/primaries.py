"""Write name classes, datatypes and values in the compact syntax."""

from __future__ import annotations

from typing import Final

from octavo.relaxng.syntax import Comment, Foreign, Node
from octavo.relaxng.writers import notes
from octavo.relaxng.writers.declarations import Declarations
from octavo.relaxng.writers.layout import (
    EDGE,
    LINE,
    NEWLINE,
    Group,
    Indent,
    Layout,
    joined,
    row,
)
from octavo.relaxng.writers.literals import long_literal
from octavo.relaxng.writers.notes import Slots

BESIDE: Final = frozenset({"name", "value", "param"})
"""Nodes that can contain nothing: their documentation stands beside them in XML."""


def own_comments(node: Node) -> list[Comment]:
    """List the comments in a node that has no children to stand between."""
    return [] if node.children else Slots.of(node).before[-1]


def comments_from(slots: Slots, first: int) -> list[list[Comment]]:
    """List comments from a child on; those before go to the first."""
    early = [comment for found in slots.before[: first + 1] for comment in found]
    return [early, *slots.before[first + 1 :]]


class PrimaryWriter:
    """Makes layouts of what contains no pattern."""

    def __init__(self, names: Declarations) -> None:
        self._names = names

    def lead(self, node: Node) -> Layout:
        """Write the annotations before a node."""
        if node.name in BESIDE:
            return ""
        return self.annotations(node, Slots.of(node).initial)

    def annotations(self, node: Node, elements: list[Foreign]) -> Layout:
        """Write annotation attributes and elements before a node."""
        documents, rest = notes.split_documentation(elements)
        return row(
            notes.documentation(documents),
            notes.bracketed(self._names, node.foreign, rest),
        )

    def beside(self, child: Node, slots: Slots, number: int, shown: Layout) -> Layout:
        """Write a child with the comments in it and the annotations after it."""
        comments = notes.comments(own_comments(child))
        after = slots.after[number]
        if child.name in BESIDE:
            return row(comments, self.annotations(child, after), shown)
        return row(comments, shown, notes.following(self._names, after))

    def end(self, slots: Slots) -> Layout:
        """Write the comments after the last child."""
        last = slots.before[-1]
        return row(NEWLINE, notes.comments(last)) if last else ""

    def name_class(self, node: Node, *, is_attribute: bool) -> Layout:
        """Write a name class."""
        if node.name == "choice":
            shown_names = self._names_of(node, is_attribute=is_attribute)
            if node.foreign or Slots.of(node).initial:
                return row(self.lead(node), in_parentheses(shown_names))
            return shown_names
        if node.name == "name":
            shown = self._names.name(node, is_attribute=is_attribute)
        elif node.name == "nsName":
            shown = f"{self._names.prefixes[node.attributes.get('ns')]}:*"
        else:
            shown = "*"
        excluded = [self._except(e, is_attribute=is_attribute) for e in node.children]
        comments = [found for slot in Slots.of(node).before for found in slot]
        inside = notes.comments(comments if node.children else [])
        return row(inside, self.lead(node), shown, *excluded)

    def _names_of(self, node: Node, *, is_attribute: bool) -> Layout:
        slots = Slots.of(node)
        parts: list[Layout] = []
        for number, child in enumerate(node.children):
            shown = self.name_class(child, is_attribute=is_attribute)
            if child.name == "choice" and len(child.children) > 1:
                shown = in_parentheses(shown)
            before = notes.comments(slots.before[number])
            sign = "| " if number else ""
            parts.append(row(before, sign, self.beside(child, slots, number, shown)))
        return Group(row(joined(LINE, parts), self.end(slots)))

    def _except(self, node: Node, *, is_attribute: bool) -> Layout:
        shown = self._names_of(node, is_attribute=is_attribute)
        is_simple = len(node.children) == 1 and not node.children[0].children
        return row(" - ", shown if is_simple else in_parentheses(shown))

    def value(self, node: Node) -> Layout:
        """Write a value with its type, if it has one."""
        kind = self._type(node)
        return row(f"{kind} " if kind else "", long_literal(self._names.value(node)))

    def _type(self, node: Node) -> str:
        kind = node.attributes.get("type", "")
        library = node.attributes.get("datatypeLibrary")
        if library is None or (not library and kind in ("string", "token")):
            return kind
        return f"{self._names.libraries[library]}:{kind}"

    def type_with_params(self, node: Node) -> Layout:
        """Write a datatype with its parameters."""
        slots = Slots.of(node)
        parts: list[Layout] = []
        for number, child in enumerate(node.children):
            before = notes.comments(slots.before[number])
            if child.name == "param":
                shown = row(self.lead(child), self._param(child))
                parts.append(row(before, self.beside(child, slots, number, shown)))
        if not parts:
            return self._type(node)
        has_except = node.children[-1].name == "except"
        end = "" if has_except else self.end(slots)
        inside = row(Indent(row(LINE, joined(LINE, parts), end)), LINE)
        return Group(row(self._type(node), " {", inside, "}"))

    def _param(self, node: Node) -> Layout:
        return row(f"{node.attributes['name']} = ", long_literal(node.text))


def in_parentheses(shown: Layout) -> Layout:
    """Write parentheses around a layout."""
    return Group(row("(", Indent(row(EDGE, shown)), EDGE, ")"))
