"""What stands at the top and at the bottom of a division, besides its headings."""

import re
from dataclasses import dataclass, field
from itertools import dropwhile, pairwise
from typing import Final

from octavo.encode.blocks import Block
from octavo.encode.imprint import is_name
from octavo.encode.traits import is_closed

_BY: Final = re.compile(r"(?:by|von|par|por|door|di|przez)\s+", re.I)
_JOINED: Final = re.compile(r",?\s+(?:and|und|et|&)\s+|,\s+")
_END: Final = re.compile(
    r"(?:the end|end of (?:the )?[\w. ]{1,40}|finis|fin|fin d[ue]s? .{1,40}|ende"
    r"|ende de[rs] .{1,40}|(?-i:FINE)|fim|einde|koniec|fin de(?:l| la)? .{1,40})[.!]?",
    re.IGNORECASE,
)
_PRINTER: Final = re.compile(r"\bpress\b|printed|printers|imprimerie|druck", re.I)
_DATE: Final = re.compile(r"\b1[4-9]\d\d\b|\b20\d\d\b")
_APART: Final = 3
_SHORT: Final = 60
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.[ -]?){2,4}")  # M. L.
_FEW: Final = 4  # lines of a signature
_LOOSE: Final = frozenset({"note", "notes-head", "figure", "break"})
_ABOVE: Final = frozenset({"byline", "argument"})
_EDGES: Final = _ABOVE | {"closer", "trailer"}


@dataclass
class Edges:
    """The blocks of a division, with those at its edges apart."""

    byline: list[Block] = field(default_factory=list)
    motto: list[Block] = field(default_factory=list)
    source: list[Block] = field(default_factory=list)
    rest: list[Block] = field(default_factory=list)


def find_ends(blocks: list[Block]) -> None:
    """Take lines such as "The End" back that were taken for headings."""
    for block, following in pairwise([*blocks, None]):
        if block is None or block.kind != "head" or not _END.fullmatch(block.text):
            continue
        if following is None or following.gap >= _APART or _is_printer(following):
            block.kind, block.other = "p", "head"


def _is_printer(block: Block) -> bool:
    return block.length <= 2 * _SHORT and _PRINTER.search(block.text) is not None


def edges(blocks: list[Block], *, headed: bool, open_below: bool) -> Edges:
    """Tell the edges of a division from the rest.

    `headed`: it has a heading. `open_below`: nothing follows in it, so that what
    stands last may be its end.
    """
    keep_to_edges(blocks, open_below=open_below)
    found = Edges(rest=list(blocks))
    if headed:
        _top(found)
    if open_below:
        _bottom(found.rest)
    return found


def keep_to_edges(blocks: list[Block], *, open_below: bool) -> None:
    """Make paragraphs of what the editor called a byline or closer amid the text.

    Where there is no other text, the last of them is it.
    """
    inner = list(dropwhile(lambda b: b.kind in _ABOVE, blocks))
    while open_below and inner and inner[-1].kind in _EDGES | _LOOSE:
        inner.pop()
    if open_below and all(b.kind in _EDGES | _LOOSE for b in blocks):
        edges = [block for block in blocks if block.kind in _EDGES]
        inner = list(dropwhile(lambda b: b.kind in _ABOVE, edges)) or edges[-1:]
    for block in inner:
        if block.kind in _EDGES:
            block.kind = "p"


def _top(found: Edges) -> None:
    rest = found.rest
    if len(rest) > 1 and rest[1].kind != "item" and _are_names(rest[0]):
        rest[0].kind = "byline"
        found.byline.append(rest.pop(0))
    count = next((i for i, b in enumerate(rest) if b.kind not in ("l", "quote")), 0)
    if not count or count + 1 >= len(rest) or not _is_source(rest[count]):
        return
    if all(block.kind == "l" for block in rest[:count]):
        found.motto, found.source = rest[:count], [rest[count]]
        del rest[: count + 1]


def _are_names(block: Block) -> bool:
    if block.kind not in ("p", "l", "item"):
        return False
    if "list" in block.traits or "decided" in block.traits:
        return False
    text = _BY.sub("", block.text, count=1)
    if block.count > 2 or len(text) > 2 * _SHORT or is_closed(text):
        return False
    return text[0].isupper() and all(map(is_name, _JOINED.split(text)))


def _is_source(block: Block) -> bool:
    """Tell whether a line below verse names where it is from: "Old Song."."""
    if block.kind not in ("p", "quote", "item") or block.gap > 1:
        return False
    text = block.text.strip("_—–-()[] ")
    return (
        block.count == 1 and 0 < len(text) < _SHORT and not text[0].islower()
    ) and text[0] not in "\"'“‘„«"


def _bottom(rest: list[Block]) -> None:
    """Set the kinds of the last blocks, from the end upwards."""
    last = [i for i, b in enumerate(rest) if b.kind not in _LOOSE]
    end = _trailers(rest, last)
    if end and end == len(last):
        _closer(rest, last)


def _trailers(rest: list[Block], last: list[int]) -> int:
    """Mark "The End" and the printer's line below it; count the blocks above."""
    for back in (1, 2):
        if len(last) <= back or "decided" in rest[last[-back]].traits:
            break
        block = rest[last[-back]]
        if block.kind in ("p", "head", "l") and _END.fullmatch(block.text):
            for index in last[-back:]:
                rest[index].kind = "trailer"
            return len(last) - back
        if not _is_printer(block):
            break
    return len(last)


def _closer(rest: list[Block], last: list[int]) -> None:
    """Mark the lines of a signature below prose."""
    if len(last) < 2 or "decided" in rest[last[-1]].traits:
        return
    block, before = rest[last[-1]], rest[last[-2]]
    if before.kind == "p" and _INITIALS.fullmatch(block.text):
        block.kind = "closer"
    many = block.kind == "item" and block.count > 1
    set_in = block.indent > 0 and (block.kind == "l" or many)
    if set_in and before.kind == "p" and block.count <= _FEW:
        lines = block.contents
        short = all(len(line) < _SHORT for line in lines)
        if short and any(is_name(x.rstrip(".")) or _DATE.search(x) for x in lines):
            block.kind = "closer"
