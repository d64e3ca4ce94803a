"""Lines that are not the author's: furniture of web sites, words of distributors.

Running heads and page numbers are the business of `pages`.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import Final

from octavo.encode.spans import Removal
from octavo.encode.text import Line, Rows, Text
from octavo.encode.vocabulary import INTERFACE

_START: Final = re.compile(
    r"\*\*\*\s*START OF (?:THE|THIS) PROJECT GUTENBERG|\*END[* ]*THE SMALL PRINT", re.I
)
_END: Final = re.compile(
    r"\*\*\*\s*END OF (?:THE|THIS) PROJECT GUTENBERG"
    r"|End of (?:the |this )?Project Gutenberg(?:'s|’s)?\b",
    re.I,
)
_PRODUCED: Final = re.compile(r"(?:E-text )?(?:produced|prepared) by\b", re.I)
_PAGED: Final = re.compile(
    r"(.{2,240}?),? (?:p\. ?|page |sheet |part |seite |s\. ?)\d{1,4}(?: of \d{1,4})?",
    re.IGNORECASE,
)
_LEADING: Final = frozenset({"p.", "page", "sheet", "part", "seite", "s.", "of"})
_DIGITS: Final = "0123456789"
_REACH: Final = 4  # lines with ink between two pieces of furniture
_SHORT: Final = 120


def furniture(source: Text, patterns: Sequence[str]) -> list[Removal]:
    """Find the lines to remove; `patterns` are the editor's own."""
    lines = source.lines
    found = _licence(lines) + _interface(lines)
    if patterns:
        own = re.compile("|".join(f"(?:{p})" for p in patterns))
        found += [_whole(x, "editor") for x in lines if own.search(x.content)]
    return found


def _whole(line: Line, rule: str) -> Removal:
    return Removal(line.start, line.end, rule)


def _licence(lines: Rows) -> list[Removal]:
    starred = [i for i, x in enumerate(lines.contents()) if x[0] in "*Ee"]
    first = next((i for i in starred if _START.match(lines[i].content)), -1)
    if first < 0:
        return []
    last = next(
        (i for i in starred if i > first and _END.match(lines[i].content)), len(lines)
    )
    while first + 1 < last and _continues(lines, first):
        first += 1
    outside = chain(lines[: first + 1], lines[last:])
    return [_whole(line, "licence") for line in outside]


def _continues(lines: Rows, at: int) -> bool:
    """Tell whether the opening of the distributor goes on in the next line."""
    line, after = lines[at], lines[at + 1]
    if after.number == line.number + 1:
        return not line.content.endswith("***") or bool(_PRODUCED.match(line.content))
    return bool(_PRODUCED.match(after.content))


def _interface(lines: Rows) -> list[Removal]:
    """Find the lines of a site: page lines, buttons, and what recurs beside them."""
    stems = _stems(lines)
    paged = [i for i, x in enumerate(lines.contents()) if stems and _stem(x) in stems]
    found = set(paged)
    found.update(
        i
        for i, content in enumerate(lines.contents())
        if _is_interface(content) and not _goes_on(lines, i)
    )
    found.update(_companions(lines, paged))
    ordered = sorted(found)
    for a, b in pairwise(ordered):
        between = range(a + 1, b)
        if len(between) < _REACH and all(
            lines[i].content.casefold() in stems for i in between
        ):
            found.update(between)
    return [_whole(lines[i], "site-furniture") for i in sorted(found)]


def site_title(source: Text) -> str:
    """Give the title that a site repeats over its pages; empty if there is none."""
    lines = source.lines
    stems = _stems(lines)
    if not stems:
        return ""
    titles = Counter(x for x in lines.contents() if x.casefold() in stems)
    return max(titles, key=lambda t: (titles[t], t), default="")


def _stem(content: str) -> str:
    if not content[-1].isdigit() or len(content) > 2 * _SHORT:
        return ""
    before = content.rstrip(_DIGITS)
    words = before[-7:].casefold().split()
    if not before[-1:].isdigit() and _LEADING.isdisjoint(words[-1:]):
        return ""
    match = _PAGED.fullmatch(content)
    return match[1].casefold() if match else ""


def _stems(lines: Rows) -> frozenset[str]:
    """Give the titles that a site repeats with a page number."""
    counts = Counter(map(_stem, lines.contents()))
    counts += Counter(
        stem.split(" – ")[0] for stem in list(counts) if " – " in stem and stem
    )
    return frozenset(stem for stem, count in counts.items() if stem and count > 1)


def _companions(lines: Rows, paged: list[int]) -> list[int]:
    """Find short lines that recur, each time beside a page line or at an edge."""
    if not paged:
        return []
    near = _breaks(sorted({*paged, -1, len(lines)}))
    places: dict[str, list[int]] = {}
    for index, content in enumerate(lines.contents()):
        if len(content) < _SHORT:
            places.setdefault(content, []).append(index)
    recurring = [
        p for p in places.values() if near.keys() >= set(p) and near[p[-1]] > near[p[0]]
    ]
    titles = _stems(lines)
    return [
        i for p in recurring for i in p if lines[i].content.casefold() not in titles
    ]


def _breaks(edges: list[int]) -> dict[int, int]:
    """Give each line near a break between pages of a site the number of that break.

    Page lines that stand close together belong to one break.
    """
    near: dict[int, int] = {}
    number = 0
    for before, edge in pairwise([edges[0], *edges]):
        number += edge - before > 2 * _REACH
        near |= dict.fromkeys(range(edge - _REACH - 2, edge + _REACH + 3), number)
    return near


def _goes_on(lines: Rows, at: int) -> bool:
    """Tell whether a line goes on with a sentence of the line above it."""
    line, before = lines[at], lines[at - 1] if at else None
    return (
        before is not None
        and line.content[0].islower()
        and line.number == before.number + 1
        and before.content[-1] not in ".!?:"
        and not _is_interface(before.content)
    )


def _is_interface(content: str) -> bool:
    if len(content) > _SHORT or content[-1] == ".":
        return False
    if content.split(None, 1)[0].casefold() not in INTERFACE:
        return False
    tokens = re.findall(r"[^\W\d_]+", content.casefold())
    return len(tokens) > 1 and all(token in INTERFACE for token in tokens)
