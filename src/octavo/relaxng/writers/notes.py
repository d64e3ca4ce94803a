"""Annotations and comments, as the compact syntax writes them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from octavo.relaxng.syntax import Comment, Foreign, Node, QName
from octavo.relaxng.writers.declarations import Declarations
from octavo.relaxng.writers.explicit import is_documentation
from octavo.relaxng.writers.layout import (
    LINE,
    NEWLINE,
    Group,
    Indent,
    Layout,
    joined,
    row,
)
from octavo.relaxng.writers.literals import literal, long_literal, plain

_WIDTH: Final = 84


@dataclass(frozen=True, slots=True)
class Slots:
    """The annotations of a node: before all, and before and after each child.

    What stands after an exception goes before all: there is no other place for it.
    `before` has one entry more than there are children: what stands at the end.
    """

    initial: list[Foreign]
    before: list[list[Comment]]
    after: list[list[Foreign]]

    @classmethod
    def of(cls, node: Node) -> Slots:
        """Sort the annotations of a node."""
        count = len(node.children)
        found = cls([], [[] for _ in range(count + 1)], [[] for _ in range(count + 1)])
        for note in node.annotations:
            position = min(note.position, count)
            if isinstance(note.content, Comment):
                found.before[position].append(note.content)
            elif position and node.children[position - 1].name != "except":
                found.after[position - 1].append(note.content)
            else:
                found.initial.append(note.content)
        return found


def split_documentation(
    notes: Sequence[Foreign],
) -> tuple[list[Foreign], list[Foreign]]:
    """Take the documentation that annotations begin with from the rest."""
    count = 0
    while count < len(notes) and is_documentation(notes[count]):
        count += 1
    return list(notes[:count]), list(notes[count:])


def comments(found: Iterable[Comment]) -> Layout:
    """Write comments, each on lines of its own, a blank line between them."""
    blocks = [_marked("#", comment.text.strip().split("\n")) for comment in found]
    return row(joined(row(NEWLINE, NEWLINE), blocks), NEWLINE) if blocks else ""


def documentation(elements: Iterable[Foreign]) -> Layout:
    """Write documentation, each on lines of its own, a blank line between them."""
    blocks = [_marked("##", _wrapped(element.text())) for element in elements]
    return row(joined(row(NEWLINE, NEWLINE), blocks), NEWLINE) if blocks else ""


def _wrapped(text: str) -> list[str]:
    lines = [line.strip() for line in text.strip().split("\n")]
    return [
        part
        for line in lines
        for part in textwrap.wrap(
            line, _WIDTH, break_long_words=False, break_on_hyphens=False
        )
        or [""]
    ]


def _marked(mark: str, lines: Iterable[str]) -> Layout:
    shown = (f"{mark} {plain(line.strip())}".rstrip() for line in lines)
    return joined(NEWLINE, shown)


def bracketed(
    names: Declarations, attributes: dict[QName, str], elements: Sequence[Foreign]
) -> Layout:
    """Write what stands in [ ] before a pattern, nothing if there is nothing."""
    parts: list[Layout] = [
        f"{names.annotation(name)} = {literal(value)}"
        for name, value in attributes.items()
    ]
    parts += [annotation(names, element) for element in elements]
    if not parts:
        return ""
    inside = row(Indent(row(LINE, joined(LINE, parts))), LINE)
    return row(Group(row("[", inside, "]")), NEWLINE)


def annotation(names: Declarations, element: Foreign) -> Layout:
    """Write an annotation element."""
    parts: list[Layout] = [
        f"{names.annotation(name)} = {literal(value)}"
        for name, value in element.attributes.items()
    ]
    has_text = any(isinstance(c, str) and c.strip() for c in element.children)
    for child in element.children:
        if isinstance(child, Comment):
            parts.append(comments([child]))
        elif isinstance(child, Foreign):
            parts.append(annotation(names, child))
        elif has_text:
            parts.append(long_literal(child))
    name = names.annotation(element.name)
    if not parts:
        return f"{name} [ ]"
    return Group(row(name, " [", Indent(row(LINE, joined(LINE, parts))), LINE, "]"))


def following(names: Declarations, elements: Iterable[Foreign]) -> Layout:
    """Write the annotations after a pattern."""
    return tuple(
        Indent(row(LINE, ">> ", annotation(names, element))) for element in elements
    )
