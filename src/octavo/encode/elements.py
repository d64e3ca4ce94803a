"""Blocks to elements: paragraphs, stanzas, lists, quotations, figures, notes."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from octavo.encode.blocks import Block
from octavo.encode.certainty import cert
from octavo.encode.notebodies import Note
from octavo.encode.quotations import is_signature
from octavo.encode.removals import Taken
from octavo.encode.spans import Element, Run, leaf
from octavo.encode.tables import table
from octavo.encode.traits import BULLET, FIGURE, is_balanced

_COLUMN: Final = 62  # characters; a list of short lines fills no column
_RAGGED: Final = 8
_MANY: Final = 32  # blocks whose elements are made at a time
# Kinds of which a run of blocks makes one element, and the names of the others.
_TOGETHER: Final = frozenset(
    ("quote", "argument", "closer", "l", "item", "row", "note")
)
_NAMES: Final = {
    "note": "note",
    "l": "lg",
    "item": "list",
    "row": "table",
    "quote": "quote",
    "argument": "argument",
    "closer": "closer",
    "byline": "byline",
    "trailer": "trailer",
}
_DASHES: Final = "-–—"  # what these draw is text to some editors, so it stays


class Builder:
    """Makes elements of blocks and notes down what it removes."""

    def __init__(self, notes: list[Note], removals: Taken) -> None:
        self._notes = notes
        self._starts = array("I", (note.start for note in notes))
        self._removals = removals

    def build(self, blocks: list[Block]) -> list[Element]:
        """Give the elements of a run of blocks, in order; they are made later."""
        found: list[Element] = []
        for (kind, _), pairs in groupby(_runs(blocks), key=lambda pair: pair[0]):
            members = [block for _, block in pairs]
            step = len(members) if kind in _TOGETHER else _MANY
            for at in range(0, len(members), step):
                found += self._later(kind, members[at : at + step])
        return found

    def _later(self, kind: str, blocks: list[Block]) -> list[Element]:
        self._remove(kind, blocks)
        if kind in ("figure", "break"):
            return self._make(kind, blocks)
        start, end = blocks[0].start, max(block.end for block in blocks)
        if kind == "note":
            end = max([end, *(note.end for note in self._members(blocks))])
        name = _NAMES.get(kind, "p")
        if kind == "note" and any(b.kind == "notes-head" for b in blocks):
            name = "noteGrp" if any(b.kind == "note" for b in blocks) else "p"
        return [Run(name, start, end, self._make, kind, blocks)]

    def _members(self, blocks: list[Block]) -> Iterator[Note]:
        """Give the notes whose blocks are among some."""
        last = -1
        for block in blocks:
            at = bisect_right(self._starts, block.start) - 1
            if block.kind == "note" and at != last:
                yield self._notes[at]
                last = at

    def _make(self, kind: str, blocks: list[Block]) -> list[Element]:
        if kind == "note":
            return _note_group(blocks, self._members(blocks))
        if kind == "foot":
            return [_note(self._notes[bisect_right(self._starts, blocks[0].start) - 1])]
        if kind == "figure":
            return [_figure(b) for b in blocks]
        if kind == "break":
            return [_break(b) for b in blocks]
        if kind in ("quote", "argument"):
            group = _group(kind, [_leaf("p", b) for b in blocks])
            return [_doubted(group, blocks) if kind == "quote" else group]
        if kind in _MAKERS:
            return [_MAKERS[kind](blocks)]
        if kind in ("byline", "trailer"):
            return [_leaf(kind, b) for b in blocks]
        return [_doubted(_leaf("p", b), [b]) for b in blocks]

    def _remove(self, kind: str, blocks: list[Block]) -> None:
        """Note down what blocks have that no element of theirs shows."""
        for block in blocks:
            if kind == "figure":
                start, end = _caption(block)
                self._removals.add(block.start, start, "figure-mark")
                self._removals.add(end, block.end, "figure-mark")
            elif kind == "break" and not _is_drawn(block):
                self._removals.add(block.start, block.end, "separator")
        for note in self._members(blocks):
            self._unmark(note)

    def _unmark(self, note: Note) -> None:
        self._removals.add(note.start, note.skip, "note-mark")
        if note.close:
            self._removals.add(note.close, note.close + 1, "note-mark")

    def note(self, note: Note) -> Element:
        """Give a note at the foot of a page; it is made later."""
        self._unmark(note)
        return Run("note", note.start, note.end, self._make, "foot", note.blocks)


def _note_group(blocks: list[Block], members: Iterable[Note]) -> list[Element]:
    """Make a group of notes below a heading, or notes between paragraphs."""
    heads = [b for b in blocks if b.kind == "notes-head"]
    notes = [_note(note) for note in members]
    if not heads or not notes:
        return [_leaf("p", b) for b in heads] + notes
    children = sorted([_leaf("desc", b) for b in heads] + notes, key=lambda e: e.start)
    groups: list[Element] = []
    for child in children:
        if not groups or (child.name == "desc" and _holds_note(groups[-1])):
            groups.append(_group("noteGrp", []))
        groups[-1].children.append(child)
    return [_group("noteGrp", group.children) for group in groups]


def _note(note: Note) -> Element:
    attributes = {"xml:id": note.id, "n": note.n or "*", "place": note.place}
    element = Element("note", note.start, note.end, attributes)
    if len(note.blocks) == 1:
        element.mixed = True
    else:
        element.children = [_leaf("p", b) for b in note.blocks]
    return element


def _figure(block: Block) -> Element:
    figure = Element("figure", block.start, block.end)
    start, end = _caption(block)
    if start < end:
        figure.children = [leaf("head", start, end)]
    return figure


def _caption(block: Block) -> tuple[int, int]:
    """Give the stretch of a caption without the bracket around it."""
    match = FIGURE.fullmatch(block.text)
    head = re.match(r"\[\w+:?\s*", block.text) if match else None
    start = block.start + (head.end() if head else 0)
    return start, block.end - block.text.endswith("]")


def _break(block: Block) -> Element:
    if _is_drawn(block):
        return leaf("ab", block.start, block.end, type="ornament")
    return Element("milestone", block.start, block.start, {"unit": "section"})


def _is_drawn(block: Block) -> bool:
    return any(c in _DASHES for c in block.text)


def _runs(blocks: list[Block]) -> Iterator[tuple[tuple[str, int], Block]]:
    """Give each block the number of the run that makes one element together."""
    run = 0
    for index, block in enumerate(blocks):
        before = blocks[index - 1] if index else None
        kind = "note" if block.kind == "notes-head" else block.kind
        if before is not None and not _together(before, block):
            run += 1
        yield (kind, run), block


def _together(before: Block, block: Block) -> bool:
    kinds = {before.kind, block.kind}
    if kinds <= {"note", "notes-head"}:
        return True
    if len(kinds) > 1:
        return False
    if block.kind == "l":
        single = before.count == 1 and block.count == 1
        return single and (not block.gap or (block.gap == 1 and before.gap > 0))
    if block.kind == "quote":
        same = _margins(before) & _margins(block)
        if is_signature(before) or "source" in block.traits:
            return "source" in block.traits
        return bool(same) and not (_opens(block.text) and is_balanced(before.text))
    return True


def _margins(block: Block) -> set[int]:
    return {block.indent, block.last_indent}


def _opens(text: str) -> bool:
    return text[0] in '“"„«'


def _holds_note(group: Element) -> bool:
    return bool(group.children) and group.children[-1].name == "note"


def _leaf(name: str, block: Block) -> Element:
    return leaf(name, block.start, block.end)


def _doubted(element: Element, blocks: list[Block]) -> Element:
    """Say with @cert how sure the kind of the blocks is."""
    if not any("preliminary" in block.traits for block in blocks):
        score = sum(block.score for block in blocks) / len(blocks)
        element.attributes |= cert(element.name, score)
    return element


def _group(name: str, children: list[Element]) -> Element:
    start = children[0].start if children else 0
    end = max((c.end for c in children), default=0)
    return Element(name, start, end, children=children)


def _stanza(blocks: list[Block]) -> Element:
    lines = [leaf("l", x.start, x.end) for b in blocks for x in b.lines]
    return _doubted(_group("lg", lines), blocks)


def _closer(blocks: list[Block]) -> Element:
    lines = [line for block in blocks for line in block.lines]
    return _group("closer", [leaf("signed", x.start, x.end) for x in lines])


def _entries(block: Block) -> list[tuple[int, int]]:
    """Cut a block into entries: where a line is not set in below a full one."""
    first, *rest = block.lines
    width = max(line.indent + len(line.content) for line in block.lines)
    spans, indent, last = [(first.start, first.end)], first.indent, first
    for line in rest:
        ink = last.indent + len(last.content)
        full = ink + len(line.content.split(" ", 1)[0]) >= min(width, _COLUMN) - _RAGGED
        if not first.indent or (line.indent > indent and full):
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
            indent = line.indent
        last = line
    return spans


def _list(blocks: list[Block]) -> Element:
    items = [leaf("item", *span) for block in blocks for span in _entries(block)]
    element = _group("list", items)
    if kind := blocks[0].traits.get("list"):
        element.attributes["type"] = kind if kind == "illustrations" else "contents"
        if kind not in ("illustrations", "contents"):
            element.attributes["subtype"] = kind
    elif all(BULLET.match(block.text) for block in blocks):
        element.attributes["type"] = "bulleted"
    return _doubted(element, blocks)


_MAKERS: Final = {"closer": _closer, "l": _stanza, "item": _list, "row": table}
