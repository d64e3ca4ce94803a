"""Lines to blocks: where one paragraph, heading, stanza or entry ends.

What kind of block each one is, is decided later, in `kinds`.
"""

from itertools import pairwise

from octavo.encode.block import Block as Block
from octavo.encode.block import Shelf as Shelf
from octavo.encode.measure import Measured
from octavo.encode.text import Line, Rows, Text

_SET_IN = 4  # the least indent of verse and quotations
_SITE_GAP = 2  # blank lines below the furniture of a site
CLOSED = frozenset(".!?…:;\"”’»'*)]}—")


def blocks(rows: Rows, measured: Measured) -> list[Block]:
    """Cut lines into blocks. Lines without ink count as gaps."""
    found: list[Block] = []
    shelf, text = Shelf(rows), rows.text
    page, before = -1, -1
    openers = _openers(rows, measured) if measured.indent_parts else frozenset()
    lines: list[Line] = []  # of the last block
    stop = 0
    for line in rows:
        index, stop = stop, stop + 1
        gap = _gap(text, before, line.row, leaps=not measured.indent_parts)
        gap = max(gap, int(gap < 0))
        top = line.page != page
        page, before = line.page, line.row
        if top and found:
            gap = 0
        goes_on = found and line.row not in openers
        if goes_on and _continues(found[-1], lines, line, gap, measured, top):
            found[-1].stop = stop
            lines.append(line)
            continue
        if found:
            found[-1].after = gap
        found.append(Block(shelf, index, stop, gap, top))
        lines = [line]
    return found


def _gap(text: Text, before: int, row: int, *, leaps: bool) -> int:
    """Count the blank lines between two rows that belong to the text.

    Those on another page than the row before do not count. Where lines that do not
    belong to the text stand between, it may `leap`: the count begins anew below them.
    """
    if row and row == before + 1:
        return text.blanks[row]
    gap, number = 0, text.numbers[before] if before >= 0 else 0
    for at in range(before + 1, row + 1):
        upper, lower = text.above(at - 1) + 1 if at else 0, text.above(at)
        if upper < lower:
            if leaps and text.number_below(upper) > number + 1:
                gap = -_SITE_GAP
            gap += _blanks(text, before, at, lower - upper)
            number = text.number_below(lower - 1)
    return -_SITE_GAP if leaps and text.numbers[row] > number + 1 else gap


def _blanks(text: Text, before: int, row: int, every: int) -> int:
    """Count the blank lines right above a row on the page of the one `before`."""
    if before < 0:
        return every
    return text.blanks[row] if text.leaves[row - 1] == text.leaves[before] else 0


def _continues(
    block: Block, lines: list[Line], line: Line, gap: int, measured: Measured, top: bool
) -> bool:
    """Tell whether a line belongs to a block, whose lines so far are given."""
    last = lines[-1]
    if top and not gap:
        return _runs_on(lines, line, measured)
    if gap:
        return False
    if not measured.wrapped:
        return _is_broken(block, lines, line)
    if not measured.indent_parts:
        left = last.indent >= _SET_IN and line.indent == 0
        return not left and not _is_hanging_start(lines, line, measured)
    return _flows(lines, line, measured)


def _runs_on(lines: list[Line], line: Line, measured: Measured) -> bool:
    """Tell whether a paragraph runs on over the break of a page."""
    first, last = lines[0], lines[-1]
    if measured.indent_parts and first.indent < measured.indent:
        full = _is_filled(last, line, measured)
    else:
        full = _is_full(last, line, measured)
    if full and line.content[0].islower():
        return True
    if not measured.indent or first.indent > measured.indent + 4:
        return False
    if len(lines) > 1:
        body = lines[1].indent
        full = _is_full(last, line, measured)
        return line.indent == body and (full or last.content[-1] not in CLOSED)
    return line.indent < first.indent and _is_full(last, line, measured)


def _is_full(line: Line, following: Line, measured: Measured) -> bool:
    """Tell whether a line is as long as it could be before the word that follows."""
    word = len(following.content.split(None, 1)[0])
    ink = line.indent + len(line.content)
    return ink > 0.72 * measured.width or ink + 1 + word > measured.width - 2


def _is_broken(block: Block, lines: list[Line], line: Line) -> bool:
    """Tell whether a paragraph on one line was broken by the site."""
    last = lines[-1]
    if line.indent and line.indent >= lines[0].indent:
        return False
    if len(last.content) > 95 and not _is_title(block, lines, line):
        return True
    return line.content[0].islower() and last.content[-1] not in CLOSED


def _is_title(block: Block, lines: list[Line], line: Line) -> bool:
    """Tell whether a long line after a gap is a heading, not the first piece."""
    return (
        block.gap >= 2
        and len(lines) == 1
        and len(lines[0].content) < 300
        and lines[0].indent > line.indent
        and line.content[0].isupper()
        and lines[0].content[-1] in CLOSED
    )


def _is_hanging_start(lines: list[Line], line: Line, measured: Measured) -> bool:
    """Tell whether a line opens the next entry of a list with hanging indent."""
    first = lines[0].indent
    if not first or line.indent != first or len(lines) < 2:
        return False
    rest = lines[1:]
    return all(x.indent > first for x in rest) and all(
        a.indent + len(a.content) > 0.7 * measured.width
        for a, b in zip(lines, rest, strict=False)
    )


def _openers(rows: Rows, measured: Measured) -> frozenset[int]:
    """Give the rows that open an entry, or a paragraph set in, whatever is above them.

    What goes on below an entry is set in deeper; below the first line of a paragraph
    that is set in, less deep. Only where paragraphs begin with an indent.
    """
    text, order = rows.text, rows.order
    found = set()
    for at, (row, below) in enumerate(pairwise(order)):
        indent, lower = text.indents[row], text.indents[below]
        if indent == lower or text.numbers[below] != text.numbers[row] + 1:
            continue
        is_entry = indent < min(measured.indent, lower) and lower != measured.indent
        is_set_in = 0 < lower < measured.indent < indent
        if (is_entry or is_set_in) and not _is_apart(text, row, below):
            opens = _is_entry if is_entry else _is_next
            if opens(rows, at, measured):
                found.add(row)
    return frozenset(found)


def _is_next(rows: Rows, at: int, measured: Measured) -> bool:
    """Tell whether a full line begins where the one above it began.

    The two lines below it begin alike, as those of a paragraph do.
    """
    same = at > 0 and rows[at - 1].indent == rows[at].indent
    body = {rows.text.indents[row] for row in rows.order[at + 1 : at + 3]}
    return same and len(body) == 1 and _is_filled(rows[at], rows[at + 1], measured)


def _is_apart(text: Text, row: int, below: int) -> bool:
    """Tell whether blank lines stand between two rows."""
    return text.above(below) - text.above(row) > below - row


def _is_entry(rows: Rows, at: int, measured: Measured) -> bool:
    """Tell whether a line is full, and neither it nor what is below runs on."""
    text, order = rows.text, rows.order
    line, below = rows[at], rows[at + 1]
    for after in order[at + 2 : at + 3]:
        is_strange = text.indents[after] not in (line.indent, below.indent)
        if is_strange and not _is_apart(text, below.row, after):
            return False
    if not _is_filled(line, below, measured):
        return False
    near = at > 0 and not _is_apart(text, order[at - 1], line.row)
    return not (near and line.indent and _is_middle(rows[at - 1], line, measured))


def _is_middle(before: Line, line: Line, measured: Measured) -> bool:
    """Tell whether a line goes on with the line above, as in a paragraph set in."""
    return before.indent == line.indent and _is_filled(before, line, measured)


def _is_filled(line: Line, below: Line, measured: Measured) -> bool:
    """Tell whether the next word did not fit, by the measure of this text."""
    margin = below.indent if below.indent < line.indent else 0  # of both sides
    room = measured.width - margin - line.indent - len(line.content) - 1
    return room - len(below.content.split(None, 1)[0]) <= measured.slack


def _flows(lines: list[Line], line: Line, measured: Measured) -> bool:
    """Tell whether a line belongs to the block in a text parted by indents."""
    first, last = lines[0], lines[-1]
    full = _is_full(last, line, measured)
    deep = first.indent > measured.indent
    if len(lines) > 1:
        body = lines[1].indent
        if first.indent == body < measured.indent:
            full = _is_filled(last, line, measured)
        elif first.indent == measured.indent:
            long = len(last.content) > 0.6 * measured.width
            full = full or (long and _is_run_on(last, line))
        return line.indent == body and (full or (deep and body == first.indent))
    if line.indent == first.indent:
        if first.indent == measured.indent:
            return full and _is_run_on(first, line)
        return deep or _is_filled(last, line, measured)
    if line.indent < first.indent:
        return full or line.content[0].islower()
    return full and line.indent not in (measured.indent, first.indent)


def _is_run_on(last: Line, line: Line) -> bool:
    return last.content[-1] not in CLOSED and line.content[0].islower()
