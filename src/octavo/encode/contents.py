"""Tables of contents and lists of illustrations: entries, not headings."""

from collections import Counter
from functools import cached_property
from typing import Final

from octavo.encode.blocks import Block
from octavo.encode.kinds import FIXED
from octavo.encode.measure import Measured
from octavo.encode.traits import (
    ENTRY,
    is_centred,
    is_number_only,
    is_numbered,
    named_part,
    plain,
)
from octavo.encode.vocabulary import numbered

_LISTS: Final = frozenset({"contents", "illustrations", "tables", "maps"})
_HEADS: Final = frozenset({"head", "l", "p"})
_LONG: Final = 220
_BRIEF: Final = 150
_SUMMARY: Final = 160
_LISTED: Final = 0.97  # how sure an entry below the heading of a list is


def find_contents(blocks: list[Block], measured: Measured) -> None:
    """Make entries of the blocks that stand below the heading of a list."""
    later = _Counts(blocks)
    at = 0
    entries: dict[str, Block] = {}
    while at < len(blocks):
        block = blocks[at]
        may_head = block.kind in _HEADS and (block.kind == "head" or block.gap > 1)
        name = named_part(block.text) if may_head else ""
        if name in _LISTS and block.kind == "head" and not _recurs(blocks, at, later):
            at = _region(blocks, at + 1, name, measured, later)
        elif name and _is_bare_contents(blocks, at, later):
            at = _region(blocks, at, "contents", measured, later)
        else:
            at += 1
    for block in blocks:
        if block.traits.get("list") == "contents" and block.length < 200:
            entries.setdefault(plain(block.text), block)
    if len(entries) > 2:
        _use(entries, blocks, measured)


class _Counts:
    """Counts how often the words of short blocks come, when that is asked."""

    def __init__(self, blocks: list[Block]) -> None:
        self._blocks = blocks

    @cached_property
    def _known(self) -> Counter[str]:
        return Counter(plain(b.text) for b in self._blocks if b.length < _BRIEF)

    def __getitem__(self, words: str) -> int:
        """Count some words."""
        return self._known[words]


def _use(entries: dict[str, Block], blocks: list[Block], measured: Measured) -> None:
    """Take the entries as evidence for headings and their levels."""
    for block in blocks:
        if "list" in block.traits or block.length > 200 or block.kind in FIXED:
            continue
        entry = entries.get(plain(block.text))
        if entry is None:
            continue
        if block.kind != "head" and (block.gap >= 2 or _stands_out(block, measured)):
            block.kind, block.score = "head", 0.95
        if block.kind == "head":
            block.score = max(block.score, 0.97)
            _rank(block)


def _rank(block: Block) -> None:
    """Give a heading that the contents name its place in the order of headings."""
    text = block.text
    if is_numbered(text) or named_part(text):
        return
    is_chapter = ENTRY.match(text) is not None
    order, kind = ("2.0", "chapter") if is_chapter else ("2.5", "")
    block.learn(order=order, type=kind)


def _recurs(blocks: list[Block], at: int, later: _Counts) -> bool:
    """Tell whether a heading of a list is itself an entry: it comes again below."""
    words = plain(blocks[at].text)
    return later[words] > 1 and any(
        plain(b.text) == words for b in blocks[at + 1 : at + 200]
    )


def _is_bare_contents(blocks: list[Block], at: int, later: _Counts) -> bool:
    """Tell whether a list of contents without a heading begins here."""
    if at > 0.4 * len(blocks) + 20 or blocks[at].gap < 2:
        return False
    run = []
    for block in blocks[at : at + 60]:
        if block.length > _LONG or block.kind in ("note", "figure"):
            break
        run.append(block)
    if len(run) < 5:
        return False
    if sum(bool(named_part(b.text)) for b in run[:6]) < 2:
        return False
    signs = sum(
        bool(named_part(b.text))
        or is_numbered(b.text)
        or b.kind == "item"
        or later[plain(b.text)] > 1
        for b in run
    )
    return signs > 0.7 * len(run)


def _region(
    blocks: list[Block], at: int, name: str, measured: Measured, later: _Counts
) -> int:
    """Turn the blocks of a list into entries; give the index behind them."""
    seen: set[str] = set()
    if name != "contents" and at < len(blocks) and _volume(blocks[at]):
        blocks[at].kind = "head"
        at += 1
    end = at
    while end < len(blocks) and not _stops(
        blocks, end, at, name, measured, later, seen
    ):
        seen.add(plain(blocks[end].text))
        seen.update(map(plain, blocks[end].contents))
        end += 1
    region = [b for b in blocks[at:end] if b.kind not in FIXED]
    if region and blocks[at - 1].kind != "head":
        region[0].learn(opens=name)
    if region and end < len(blocks) and blocks[end].kind != "head":
        blocks[end].learn(opens=_unheaded(region, later))
    _enlist(region, name)
    return end


def _enlist(region: list[Block], name: str) -> None:
    """Make blocks entries of a list, or its paragraphs where too many are broken."""
    simple = sum(map(_is_broken, region)) < 0.2 * len(region)
    for block in region:
        block.kind = "item" if simple or block.kind == "item" else "p"
        block.learn(list=name)
        block.score = max(block.score, _LISTED)


def _is_broken(block: Block) -> bool:
    """Tell whether a block is less than an entry, or more, as a summary is."""
    return is_number_only(block.text) or (
        block.length > _SUMMARY and not numbered(block.text)
    )


def _volume(block: Block) -> bool:
    """Tell whether a heading goes on with the number of a volume."""
    return block.gap < 3 and block.length < 30 and is_number_only(block.text)


def _unheaded(region: list[Block], later: _Counts) -> str:
    """Name the part that the contents promise and that has no heading below."""
    names = [
        named_part(b.text)
        for b in region
        if named_part(b.text) and later[plain(b.text)] == 1
    ]
    wanted = [name for name in names if name in ("preface", "introduction")]
    return wanted[0] if wanted else ""


def _stops(
    blocks: list[Block],
    at: int,
    first: int,
    name: str,
    measured: Measured,
    later: _Counts,
    seen: set[str],
) -> bool:
    block, words = blocks[at], plain(blocks[at].text)
    if block.kind in ("note", "figure"):
        return True
    if block.kind == "p" and block.length > _LONG:
        return block.text.count("—") + block.text.count("--") < 3
    if at == first or not _stands_out(block, measured):
        return False
    if words in seen or block.kind != "head":
        return words in seen
    if name != "contents" and is_numbered(block.text):
        return True
    reach = 2 + is_number_only(block.text)  # a title may stand between
    text_below = any(b.length > _LONG for b in blocks[at + 1 : at + reach])
    return (bool(named_part(block.text)) and later[words] == 1) or text_below


def _stands_out(block: Block, measured: Measured) -> bool:
    if measured.centres:
        return is_centred(block, measured) and (block.gap > 0 or block.top)
    return block.gap >= (2 if measured.wrapped else 3)
