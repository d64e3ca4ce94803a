"""Texts side by side: which units of several texts stand in one row.

A unit is a heading, paragraph, line, speech: what its document's pages left, with
its ids, those it is linked to, and its place in the order of divisions. The first
text leads; what the others have besides it stands in rows between.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from lxml import etree

from octavo.names import EDITION

Element = etree._Element
Pair = tuple[int, int]
_E: Final = {"e": EDITION}


def parallels(extracts: Sequence[Element], edition: Element) -> Iterator[Element]:
    """Give each set of parallel texts of an edition as rows of cells.

    Takes the units out of the extracts.
    """
    found: dict[tuple[str, str, str], Element] = {}
    for extract in extracts:
        for units in extract.findall("e:units", _E):
            key = (units.get("in", ""), extract.get("id", ""), units.get("part", ""))
            found[key] = units
            extract.remove(units)
    for parallel in edition.iterfind("e:parallel", _E):
        ident = parallel.get("id", "")
        columns = [
            found[ident, text.get("id", ""), text.get("part", "")]
            for text in parallel.iterfind("e:text", _E)
        ]
        yield _set(parallel, columns)


def _set(parallel: Element, columns: Sequence[Element]) -> Element:
    made = _like(parallel, "side-by-side")
    made.extend([_like(column, "column") for column in columns])
    texts = [column.findall("e:unit", _E) for column in columns]
    base, *others = texts
    pairs = [_pairs(base, other, columns, parallel) for other in others]
    for cells in rows(len(base), [len(other) for other in others], pairs):
        row = etree.SubElement(made, f"{{{EDITION}}}row")
        for units, cell in zip(texts, cells, strict=True):
            holder = etree.SubElement(row, f"{{{EDITION}}}cell")
            holder.extend([units[index] for index in cell])
    return made


def _like(element: Element, name: str) -> Element:
    made = etree.Element(f"{{{EDITION}}}{name}")
    for key, value in element.items():
        made.set(key, value)
    return made


def _pairs(
    base: Sequence[Element],
    other: Sequence[Element],
    columns: Sequence[Element],
    parallel: Element,
) -> list[Pair]:
    """List which units belong together, without those that would cross."""
    links = [link for column in columns for link in column.iterfind("e:link", _E)]
    joined: dict[str, list[str]] = {}
    for link in links:
        for ident in link.get("ids", "").split():
            joined.setdefault(ident, []).extend(link.get("ids", "").split())
    found = _linked(base, other, joined) if parallel.get("by") == "links" else []
    if not found:
        return uncrossed(_placed(base, other))
    return filled(uncrossed(found), len(base), len(other))


def _linked(
    base: Sequence[Element], other: Sequence[Element], joined: Mapping[str, list[str]]
) -> list[Pair]:
    """Pair by links: of either unit to the other, or of a third element to both."""
    where: dict[str, list[int]] = {}
    wanted: dict[str, list[int]] = {}
    for index, unit in enumerate(other):
        for ident in unit.get("ids", "").split():
            where.setdefault(ident, []).append(index)
        for ident in unit.get("links", "").split():
            wanted.setdefault(ident, []).append(index)
    pairs = set()
    for index, unit in enumerate(base):
        ids, links = unit.get("ids", "").split(), unit.get("links", "").split()
        links += [other for ident in ids for other in joined.get(ident, ())]
        pairs |= {(index, at) for ident in links for at in where.get(ident, ())}
        pairs |= {(index, at) for ident in ids for at in wanted.get(ident, ())}
    return sorted(pairs)


def _placed(base: Sequence[Element], other: Sequence[Element]) -> list[Pair]:
    """Pair what has the same place in the order of divisions."""
    where = {unit.get("place"): index for index, unit in enumerate(other)}
    places = [(index, where.get(unit.get("place"))) for index, unit in enumerate(base)]
    return [(index, at) for index, at in places if at is not None]


def uncrossed(pairs: Sequence[Pair]) -> list[Pair]:
    """Keep as many pairs as can stand in rows without crossing each other."""
    ordered = sorted(pairs)
    ends: list[int] = []  # of chains of each length, the lowest last partner
    last: list[int] = []  # and the pair it belongs to
    before: list[int] = []
    for number, (_, partner) in enumerate(ordered):
        at = bisect_right(ends, partner)
        ends[at : at + 1], last[at : at + 1] = [partner], [number]
        before.append(last[at - 1] if at else -1)
    kept = []
    number = last[-1] if last else -1
    while number >= 0:
        kept.append(ordered[number])
        number = before[number]
    return kept[::-1]


def filled(pairs: Sequence[Pair], base: int, other: int) -> list[Pair]:
    """Add to linked pairs what stands between them, if both texts have as much there.

    So the lines of a stanza follow where only stanzas are linked, and headings.
    """
    made: list[Pair] = []
    for (index, at), (end, last) in pairwise([(-1, -1), *pairs, (base, other)]):
        gap = end - index
        if gap == last - at:
            made += [(index + step, at + step) for step in range(1, gap)]
        made.append((end, last))
    return made[:-1]


Row = list[list[int]]


def rows(
    base: int, others: Sequence[int], pairs: Sequence[Sequence[Pair]]
) -> list[Row]:
    """Lay out units by number: each row has a list of units for each text.

    Every unit of every text is in just one row, in the order of its text.
    """
    groups = _groups(base, pairs)
    made: list[Row] = []
    nexts = [0] * len(others)
    for group in groups:
        cells: Row = []
        for number, linked in enumerate(pairs):
            found = [at for index, at in linked if index in group]
            if found:
                _between(made, nexts, number, min(found))
            cells.append(list(range(nexts[number], max(found) + 1)) if found else [])
            nexts[number] = max(found) + 1 if found else nexts[number]
        made.append([list(group), *cells])
    for number, size in enumerate(others):
        _between(made, nexts, number, size)
    return made


def _groups(base: int, pairs: Sequence[Sequence[Pair]]) -> list[range]:
    """Join units of the first text that belong to one unit of another."""
    starts = set(range(base))
    for linked in pairs:
        first: dict[int, int] = {}
        for index, at in linked:
            begins = first.setdefault(at, index)
            starts -= set(range(begins + 1, index + 1))
    edges = [*sorted(starts), base]
    return [range(edges[n], edges[n + 1]) for n in range(len(edges) - 1)]


def _between(made: list[Row], nexts: list[int], number: int, end: int) -> None:
    """Put what a text has besides the first, up to a unit, into rows of its own."""
    for at in range(nexts[number], end):
        row: Row = [[] for _ in range(len(nexts) + 1)]
        row[number + 1] = [at]
        made.append(row)
    nexts[number] = max(nexts[number], end)
