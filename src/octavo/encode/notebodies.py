"""Which blocks are the bodies of notes, and where the words of each begin."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from sys import intern
from typing import Final

from octavo.encode.blocks import Block, Shelf
from octavo.encode.footnotes import FootNote
from octavo.encode.text import Rows
from octavo.encode.vocabulary import NOTES_HEAD

_LABEL: Final = r"(?P<n>\d{1,4}|[A-Za-z]|[*†‡§¶]{1,4})"
_NAMED: Final = re.compile(
    rf"\[(?:Foot-?note|Note|Endnote|Anmerkung|Fu(?:ß|ss)note)s?\s*{_LABEL}?\s*[:.]\s*",
    re.I,
)
_BRACKETED: Final = re.compile(r"\[(?P<n>\d{1,4}|[*†‡§¶]{1,4})\]\s*[:.]?\s*")
_ROUND: Final = re.compile(r"\((?P<n>\d{1,4}|[*†‡§¶]{1,4})\)\s*")
_APART: Final = 4  # blank lines that part a heading from what is not below it
_PLAIN: Final = re.compile(r"(?P<n>\d{1,4}|[*†‡§¶]{1,4})(?:[.):]|\b|(?<=\W))\s*(?=\S)")


@dataclass(slots=True)
class Note:
    """The body of a note: its mark and its blocks; `skip` is where its words begin.

    `place` is foot, end or inline; `close` is where the bracket around it closes, if
    it has one; `page` is where the page begins at whose foot it stands. `call` and
    `behind` will be the ends of its reference.
    """

    n: str
    blocks: list[Block]
    skip: int
    place: str
    close: int = 0
    call: int = -1
    behind: int = -1
    cost: float = 0.0
    number: int = 0
    page: int = 0

    @property
    def id(self) -> str:
        """Give the id that the note will have."""
        return f"n{self.number}"

    @property
    def ref(self) -> tuple[int, int] | None:
        """Give the stretch of the reference, if one was found."""
        return (self.call, self.behind) if self.call >= 0 else None

    @property
    def start(self) -> int:
        """Give the offset of the first character of the body, its mark included."""
        return self.blocks[0].start

    @property
    def end(self) -> int:
        """Give the offset behind the body."""
        return self.blocks[-1].end

    @property
    def is_there(self) -> bool:
        """Tell whether the note was left a note."""
        return self.place == "foot" or any(b.kind == "note" for b in self.blocks)


def from_feet(feet: Iterable[FootNote], rows: Rows) -> list[Note]:
    """Make notes of what stands at the foot of pages."""
    notes = []
    shelf = Shelf(rows)
    for foot in feet:
        paragraphs: list[Block] = []
        top = bisect_left(rows.order, foot.lines[0].row)
        for at, line in enumerate(foot.lines, top):
            if not paragraphs or (line.indent and line.indent <= 4):
                paragraphs.append(Block(shelf, at, at + 1))
            else:
                paragraphs[-1].stop += 1
        first = paragraphs[0]
        match = _body(first)
        skip = first.start + (match.end() if match else 0)
        notes.append(Note(foot.n, paragraphs, skip, "foot", page=foot.page))
    return notes


def find_notes(blocks: list[Block]) -> list[Note]:
    """Find the bodies of notes among the blocks, and set their kinds."""
    found: list[Note] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if match := _NAMED.match(block.text):
            last = _closing(blocks, at)
            found.append(_note(blocks[at : last + 1], match, "inline"))
            at = last + 1
        elif _is_head(blocks, at):
            at = _section(blocks, at, found)
        else:
            at += 1
    if not found:
        found = _scattered(blocks)
    return found


def _note(blocks: list[Block], match: re.Match[str], place: str) -> Note:
    _take(blocks)
    first = blocks[0]
    note = Note(intern(match["n"] or ""), blocks, first.start + match.end(), place)
    opening = "[" if place == "inline" else ""
    if opening and blocks[-1].text.endswith("]"):
        note.close = blocks[-1].end - 1
    return note


def body_of(blocks: list[Block], n: str) -> Note:
    """Make a note of blocks that the editor called one, if need be with its number."""
    match = _NAMED.match(blocks[0].text) or _body(blocks[0])
    if match:
        return _note(blocks, match, "end")
    _take(blocks)
    return Note(n, blocks, blocks[0].start, "end")


def _take(blocks: list[Block]) -> None:
    """Set the kind of the blocks of a note, which no division parts."""
    for block in blocks:
        block.kind = "note"
    for block in blocks[1:]:
        block.learn(continued="yes")


def _closing(blocks: list[Block], at: int) -> int:
    """Find the block in which the bracket of a note closes."""
    depth = 0
    for index in range(at, min(at + 40, len(blocks))):
        text = blocks[index].text
        depth += text.count("[") - text.count("]")
        if depth <= 0 and text.endswith("]"):
            return index
    return at


def _is_head(blocks: list[Block], at: int) -> bool:
    """Tell whether a heading with notes below it stands here."""
    if len(blocks[at].text) > 90 or not NOTES_HEAD.fullmatch(blocks[at].text):
        return False
    if at + 1 < len(blocks) and (match := _body(blocks[at + 1])):
        return blocks[at + 1].gap < _APART or match["n"] == "1"
    return (
        at + 2 < len(blocks)
        and blocks[at + 1].gap < _APART
        and blocks[at + 1].length < 90
        and _restarts(blocks, at + 1)
    )


def _body(block: Block) -> re.Match[str] | None:
    line = block.opening
    return _BRACKETED.match(block.text) or _ROUND.match(line) or _PLAIN.match(line)


def _section(blocks: list[Block], at: int, found: list[Note]) -> int:
    """Take the notes below a heading; give the index behind them."""
    blocks[at].kind = "notes-head"
    last, current = 0, at + 1
    bracketed = any(_BRACKETED.match(b.text) for b in blocks[at + 1 : at + 4])
    while current < len(blocks):
        block = blocks[current]
        match = (_BRACKETED.match(block.text)) if bracketed else _body(block)
        number = int(match["n"]) if match and match["n"].isdecimal() else 0
        if _is_subhead(blocks, current):
            block.kind = "notes-head"
        elif match and (not number or last < number <= last + 3 or number == 1):
            found.append(_note([block], match, "end"))
            last = number or last
        elif match and bracketed and not last:
            found.append(_note([block], match, "end"))
            last = number
        elif _ends_section(blocks, current, at):
            break
        elif found and last:
            found[-1].blocks.append(block)
            _take(found[-1].blocks[-2:])
        else:
            break
        current += 1
    return current


def _is_subhead(blocks: list[Block], at: int) -> bool:
    """Tell whether a short line parts the notes of two chapters."""
    block = blocks[at]
    apart = block.gap > 1 or not _body(block)
    return apart and block.length < 90 and _restarts(blocks, at)


def _restarts(blocks: list[Block], at: int) -> bool:
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    match = _body(following) if following else None
    return match is not None and match["n"] == "1"


def _ends_section(blocks: list[Block], at: int, head: int) -> bool:
    block = blocks[at]
    if block.gap < 2 or at == head + 1:
        return block.top and block.indent > 8
    return not _restarts(blocks, at) or block.gap >= 4


def _scattered(blocks: list[Block]) -> list[Note]:
    """Find notes that stand in brackets between the paragraphs, without a heading."""
    candidates = [
        (block, match)
        for block in blocks
        if (match := _BRACKETED.match(block.text)) and match.end() < len(block.text)
    ]
    return [_note([block], match, "end") for block, match in candidates]
