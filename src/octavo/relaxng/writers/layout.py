"""Text that fits itself into lines: what is too long breaks where it may.

A layout is a text, a place where a line may break, layouts in a row, an indented
layout, or a group. The breaks of a group are all taken, or none if it fits; each break
of a `Fill` is taken only where the line is full.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

WIDTH: Final = 96


@dataclass(frozen=True, slots=True)
class Break:
    """A place for a line end; `flat` is written when it is not taken."""

    flat: str = " "
    is_forced: bool = False


@dataclass(frozen=True, slots=True)
class Indent:
    """What is indented by two more columns where it breaks."""

    content: Layout


@dataclass(frozen=True, slots=True)
class Group:
    """What stands in one line if there is room."""

    content: Layout


@dataclass(frozen=True, slots=True)
class Fill:
    """Parts with breaks between them, as many in a line as there is room for."""

    parts: tuple[Layout, ...]


Layout = str | Break | Indent | Group | Fill | tuple["Layout", ...]
_Todo = list[tuple[int, bool, Layout]]

LINE: Final = Break()
EDGE: Final = Break("")
NEWLINE: Final = Break(is_forced=True)


def row(*parts: Layout) -> Layout:
    """Put layouts in a row."""
    return parts


def joined(separator: Layout, parts: Iterable[Layout]) -> Layout:
    """Put layouts in a row with a separator between them."""
    found: list[Layout] = []
    for part in parts:
        found += [separator, part] if found else [part]
    return tuple(found)


def render(layout: Layout, width: int = WIDTH) -> str:
    """Write a layout in lines of a width."""
    out: list[str] = []
    column = 0
    todo: _Todo = [(0, False, layout)]
    while todo:
        indent, is_flat, part = todo.pop()
        match part:
            case str():
                out.append(part)
                column += len(part)
            case Break():
                if is_flat:
                    out.append(part.flat)
                    column += len(part.flat)
                else:
                    out.append("\n" + " " * indent)
                    column = indent
            case Fill():
                _fill(part, todo, indent, width - column)
            case _:
                _open(part, todo, indent, is_flat, width - column)
    lines = (line.rstrip() for line in "".join(out).split("\n"))
    return "\n".join(lines)


def _open(part: Layout, todo: _Todo, indent: int, is_flat: bool, room: int) -> None:
    match part:
        case Indent():
            todo.append((indent + 2, is_flat, part.content))
        case Group():
            flat = is_flat or _width(part.content, room) <= room
            todo.append((indent, flat, part.content))
        case tuple():
            todo.extend((indent, is_flat, item) for item in reversed(part))


def _fill(fill: Fill, todo: _Todo, indent: int, room: int) -> None:
    """Decide about each break of a fill; parts that do not fit break inside."""
    parts: _Todo = []
    left = room
    for number, part in enumerate(fill.parts):
        width = _width(part, room)
        if number and width + 1 > left:
            parts.append((indent, False, LINE))
            left = WIDTH - indent
        elif number:
            parts.append((indent, True, LINE))
            left -= 1
        parts.append((indent, width <= left, part))
        left -= width
    todo.extend(reversed(parts))


def _width(layout: Layout, limit: int) -> int:
    """Measure a layout in one line; more than the limit is as good as endless."""
    total = 0
    todo = [layout]
    while todo and total <= limit:
        part = todo.pop()
        match part:
            case str():
                total += len(part)
            case Break():
                total += limit + 1 if part.is_forced else len(part.flat)
            case Indent() | Group():
                todo.append(part.content)
            case Fill():
                total += max(len(part.parts) - 1, 0)
                todo.extend(part.parts)
            case _:
                todo.extend(part)
    return total
