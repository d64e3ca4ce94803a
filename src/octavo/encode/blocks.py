"""Lines to blocks: where one paragraph, heading, stanza or entry ends.

What kind of block each one is, is decided later, in `kinds`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from octavo.encode.measure import Measured
from octavo.encode.text import Line

_SET_IN = 4  # the least indent of verse and quotations
_SITE_GAP = 2  # blank lines below the furniture of a site
CLOSED = frozenset(".!?…:;\"”’»'*)]}—")


@dataclass
class Block:
    """Lines that belong together; `gap` counts the blank lines before them.

    `after` counts the blank lines behind, `top` says that a page begins here.
    """

    lines: list[Line]
    gap: int
    top: bool = False
    after: int = 0
    kind: str = "p"
    score: float = 1.0
    other: str = ""
    traits: dict[str, str] = field(default_factory=dict)

    @property
    def start(self) -> int:
        """Give the offset of the first character."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Give the offset behind the last character."""
        return self.lines[-1].end

    @property
    def indent(self) -> int:
        """Give the indent of the first line."""
        return self.lines[0].indent

    @cached_property
    def text(self) -> str:
        """Give the words in one line."""
        return " ".join(line.content for line in self.lines)

    @cached_property
    def length(self) -> int:
        """Count the characters."""
        return sum(len(line.content) + 1 for line in self.lines) - 1

    def stretches(self) -> list[tuple[int, int]]:
        """Give the stretches of the source without the pages' heads and feet."""
        if self.lines[-1].number - self.lines[0].number == len(self.lines) - 1:
            return [(self.start, self.end)]
        found = [(self.start, self.lines[0].end)]
        for line, following in pairwise(self.lines):
            if following.number == line.number + 1:
                found[-1] = (found[-1][0], following.end)
            else:
                found.append((following.start, following.end))
        return found

    def is_filled(self, width: int, slack: int = 8) -> bool:
        """Tell whether all lines but the last are as full as wrapping makes them."""
        for line, following in pairwise(self.lines):
            word = len(following.content.split(" ", 1)[0])
            if line.indent + len(line.content) + word < width - slack:
                return False
        return True


def blocks(lines: Sequence[Line], measured: Measured) -> list[Block]:
    """Cut lines into blocks. Lines without ink count as gaps."""
    found: list[Block] = []
    gap, page, number = 0, -1, 0
    entries = hanging(lines, measured) if measured.indent_parts else frozenset()
    for line in lines:
        if line.number > number + 1 and not measured.indent_parts:
            gap = -_SITE_GAP
        number = line.number
        if line.is_blank:
            gap += line.content == "" and not _is_feed(line, page)
            continue
        top = line.page != page
        gap = max(gap, int(gap < 0))
        page = line.page
        if top and found:
            gap = 0
        if (
            found
            and line.start not in entries
            and _continues(found[-1], line, gap, measured, top=top)
        ):
            found[-1].lines.append(line)
        else:
            if found:
                found[-1].after = gap
            found.append(Block([line], gap, top))
        gap = 0
    return found


def _is_feed(line: Line, page: int) -> bool:
    return line.page != page and page >= 0


def _continues(
    block: Block, line: Line, gap: int, measured: Measured, *, top: bool
) -> bool:
    last = block.lines[-1]
    if top and not gap:
        return _runs_on(block, last, line, measured)
    if gap:
        return False
    if not measured.wrapped:
        return _is_broken(block, last, line)
    if not measured.indent_parts:
        left = last.indent >= _SET_IN and line.indent == 0
        return not left and not _is_hanging_start(block, line, measured)
    return _flows(block, line, measured)


def _runs_on(block: Block, last: Line, line: Line, measured: Measured) -> bool:
    """Tell whether a paragraph runs on over the break of a page."""
    if measured.indent_parts and block.indent < measured.indent:
        full = _is_filled(last, line, measured)
    else:
        full = _is_full(last, line, measured)
    if full and line.content[0].islower():
        return True
    if not measured.indent or block.indent > measured.indent + 4:
        return False
    if len(block.lines) > 1:
        body = block.lines[1].indent
        full = _is_full(last, line, measured)
        return line.indent == body and (full or last.content[-1] not in CLOSED)
    return line.indent < block.indent and _is_full(last, line, measured)


def _is_full(line: Line, following: Line, measured: Measured) -> bool:
    """Tell whether a line is as long as it could be before the word that follows."""
    word = len(following.content.split(None, 1)[0])
    ink = line.indent + len(line.content)
    return ink > 0.72 * measured.width or ink + 1 + word > measured.width - 2


def _is_broken(block: Block, last: Line, line: Line) -> bool:
    """Tell whether a paragraph on one line was broken by the site."""
    if line.indent and line.indent >= block.indent:
        return False
    if len(last.content) > 95 and not _is_title(block, line):
        return True
    return line.content[0].islower() and last.content[-1] not in CLOSED


def _is_title(block: Block, line: Line) -> bool:
    """Tell whether a long line after a gap is a heading, not the first piece."""
    return (
        block.gap >= 2
        and len(block.lines) == 1
        and block.length < 300
        and block.indent > line.indent
        and line.content[0].isupper()
        and block.lines[0].content[-1] in CLOSED
    )


def _is_hanging_start(block: Block, line: Line, measured: Measured) -> bool:
    """Tell whether a line opens the next entry of a list with hanging indent."""
    first = block.lines[0].indent
    if not first or line.indent != first or len(block.lines) < 2:
        return False
    rest = block.lines[1:]
    return all(x.indent > first for x in rest) and all(
        a.indent + len(a.content) > 0.7 * measured.width
        for a, b in zip(block.lines, rest, strict=False)
    )


def hanging(lines: Sequence[Line], measured: Measured) -> frozenset[int]:
    """Give the lines that open entries: what goes on below them is set in deeper.

    Only where paragraphs begin with an indent, and entries with a smaller one.
    """
    near = zip([None, *lines], lines, lines[1:], [*lines[2:], None], strict=False)
    return frozenset(
        line.start
        for before, line, below, after in near
        if line.indent < min(measured.indent, below.indent)
        and below.indent != measured.indent
        and below.number == line.number + 1
        and (not after or after.is_blank or after.indent in (line.indent, below.indent))
        and _is_filled(line, below, measured)
        and not (before and line.indent and _is_middle(before, line, measured))
    )


def _is_middle(before: Line, line: Line, measured: Measured) -> bool:
    """Tell whether a line goes on with the line above, as in a paragraph set in."""
    return before.indent == line.indent and _is_filled(before, line, measured)


def _is_filled(line: Line, below: Line, measured: Measured) -> bool:
    """Tell whether the next word did not fit, by the measure of this text."""
    room = measured.width - line.indent - len(line.content) - 1
    return room - len(below.content.split(None, 1)[0]) <= measured.slack


def _flows(block: Block, line: Line, measured: Measured) -> bool:
    """Tell whether a line belongs to the block in a text parted by indents."""
    first, last = block.lines[0], block.lines[-1]
    full = _is_full(last, line, measured)
    deep = first.indent > measured.indent
    if len(block.lines) > 1:
        body = block.lines[1].indent
        if first.indent == body < measured.indent:
            full = _is_filled(last, line, measured)
        return line.indent == body and (full or (deep and body == first.indent))
    if line.indent == first.indent:
        if first.indent == measured.indent:
            return full and _is_run_on(first, line)
        return deep or _is_filled(last, line, measured)
    if line.indent < first.indent:
        return full or line.content[0].islower()
    return full and line.indent not in (measured.indent, first.indent)


def _is_run_on(first: Line, line: Line) -> bool:
    return first.content[-1] not in CLOSED and line.content[0].islower()
