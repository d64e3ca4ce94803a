"""Blocks to elements: paragraphs, stanzas, lists, quotations, figures, notes."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from octavo.encode.blocks import Block
from octavo.encode.certainty import cert
from octavo.encode.notebodies import Note
from octavo.encode.quotations import is_signature
from octavo.encode.spans import Element, Removal, leaf
from octavo.encode.tables import table
from octavo.encode.traits import BULLET, FIGURE, is_balanced

_COLUMN: Final = 62  # characters; a list of short lines fills no column
_RAGGED: Final = 8
_DASHES: Final = "-–—"  # what these draw is text to some editors, so it stays


class Builder:
    """Makes elements of blocks and notes down what it removes."""

    def __init__(self, notes: list[Note], removals: list[Removal]) -> None:
        self._notes = {id(block): note for note in notes for block in note.blocks}
        self._removals = removals

    def build(self, blocks: list[Block]) -> list[Element]:
        """Give the elements of a run of blocks, in order."""
        found: list[Element] = []
        for kind, run in groupby(_runs(blocks), key=lambda pair: pair[0]):
            members = [block for _, block in run]
            found += self._make(kind[0], members)
        return found

    def _make(self, kind: str, blocks: list[Block]) -> list[Element]:
        if kind in ("note", "notes-head"):
            return self._note_group(blocks)
        if kind == "figure":
            return [self._figure(b) for b in blocks]
        if kind == "break":
            return [self._break(b) for b in blocks]
        if kind in ("quote", "argument"):
            group = _group(kind, [_leaf("p", b) for b in blocks])
            return [_doubted(group, blocks) if kind == "quote" else group]
        if kind in _MAKERS:
            return [_MAKERS[kind](blocks)]
        if kind in ("byline", "trailer"):
            return [_leaf(kind, b) for b in blocks]
        return [_doubted(_leaf("p", b), [b]) for b in blocks]

    def _figure(self, block: Block) -> Element:
        match = FIGURE.fullmatch(block.text)
        figure = Element("figure", block.start, block.end)
        head = re.match(r"\[\w+:?\s*", block.text) if match else None
        start = block.start + (head.end() if head else 0)
        end = block.end - block.text.endswith("]")
        self._removals += [
            Removal(block.start, start, "figure-mark"),
            Removal(end, block.end, "figure-mark"),
        ]
        if start < end:
            figure.children = [leaf("head", start, end)]
        return figure

    def _break(self, block: Block) -> Element:
        if any(c in _DASHES for c in block.text):
            return leaf("ab", block.start, block.end, type="ornament")
        self._removals.append(Removal(block.start, block.end, "separator"))
        return Element("milestone", block.start, block.start, {"unit": "section"})

    def _note_group(self, blocks: list[Block]) -> list[Element]:
        """Make a group of notes below a heading, or notes between paragraphs."""
        heads = [b for b in blocks if b.kind == "notes-head"]
        notes = self._note_elements([b for b in blocks if b.kind == "note"])
        if not heads or not notes:
            return [_leaf("p", b) for b in heads] + notes
        children = sorted(
            [_leaf("desc", b) for b in heads] + notes, key=lambda e: e.start
        )
        groups: list[Element] = []
        for child in children:
            if not groups or (child.name == "desc" and _holds_note(groups[-1])):
                groups.append(_group("noteGrp", []))
            groups[-1].children.append(child)
        return [_group("noteGrp", group.children) for group in groups]

    def _note_elements(self, blocks: list[Block]) -> list[Element]:
        found: list[Element] = []
        seen: set[int] = set()
        for block in blocks:
            note = self._notes[id(block)]
            if id(note) not in seen:
                seen.add(id(note))
                found.append(self.note(note))
        return found

    def note(self, note: Note) -> Element:
        """Make the element of one note."""
        attributes = {"xml:id": note.id, "n": note.n or "*", "place": note.place}
        self._removals.append(Removal(note.start, note.skip, "note-mark"))
        self._removals.extend(note.marks)
        element = Element("note", note.start, note.end, attributes)
        if len(note.blocks) == 1:
            element.mixed = True
        else:
            element.children = [_leaf("p", b) for b in note.blocks]
        return element


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
        single = len(before.lines) == 1 and len(block.lines) == 1
        return single and (not block.gap or (block.gap == 1 and before.gap > 0))
    if block.kind == "quote":
        same = _margins(before) & _margins(block)
        if is_signature(before) or "source" in block.traits:
            return "source" in block.traits
        return bool(same) and not (_opens(block.text) and is_balanced(before.text))
    return True


def _margins(block: Block) -> set[int]:
    return {block.indent, block.lines[-1].indent}


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
