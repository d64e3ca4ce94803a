"""Pages: where they begin, and the running heads and page numbers to remove."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from octavo.encode.spans import Removal
from octavo.encode.text import Line, Text

_NUMBER: Final = re.compile(r"[\[(]?(\d{1,4}|[ivxlc]{1,7})[\])]?", re.ASCII)
_LEADING: Final = re.compile(r"(\d{1,4}|[ivxlc]{1,7})\s{2,}(\S.*)", re.ASCII)
_TRAILING: Final = re.compile(r"(\S.*?)\s{2,}(\d{1,4}|[ivxlc]{1,7})", re.ASCII)
_MARK: Final = re.compile(r"[\[{(]p(?:age|g)?\.? ?(\d{1,4}|[ivxlc]{1,7})[\])}]", re.I)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the source: where its text begins, and its number if it shows one."""

    start: int
    number: str


def pages(source: Text) -> tuple[list[Page], list[Removal]]:
    """Find the pages and what stands at their head and foot only for orientation."""
    if source.pages < 3:
        return _marked(source)
    tops = _edges(source, first=True)
    feet = _edges(source, first=False)
    heads = _running(tops)
    bottoms = _running(feet) if not heads else {}
    removals = [
        Removal(line.start, line.end, _rule(line))
        for page, line in [*tops.items(), *feet.items()]
        if (page in heads and line == tops.get(page))
        or (page in bottoms and line == feet.get(page))
    ]
    found = []
    for page in sorted(tops):
        number = heads.get(page) or bottoms.get(page) or ""
        found.append(Page(_begin(tops[page], number), number))
    return found, removals


def _rule(line: Line) -> str:
    return "page-number" if _NUMBER.fullmatch(line.content) else "running-head"


def _begin(line: Line, number: str) -> int:
    return line.end if number else line.start


def _edges(source: Text, *, first: bool) -> dict[int, Line]:
    rows: dict[int, int] = {}
    for row, page in enumerate(source.leaves):
        if not first or page not in rows:
            rows[page] = row
    return {page: source.line(row) for page, row in rows.items()}


def _running(edges: dict[int, Line]) -> dict[int, str]:
    """Give the number in the running head of each page that has one.

    A running head is believed when its number follows the count of the pages, or
    when its words come back on other pages.
    """
    parsed = {page: _parse(line.content) for page, line in edges.items()}
    steps = Counter(
        int(number) - page for page, (number, _) in parsed.items() if number.isdecimal()
    )
    words = Counter(_plain(rest) for number, rest in parsed.values() if number)
    if not steps:
        return {}
    offset, support = steps.most_common(1)[0]
    if support < max(2, len(edges) // 4):
        return {}
    return {
        page: number
        for page, (number, rest) in parsed.items()
        if number and (_near(number, page + offset) or words[_plain(rest)] > 2)
    }


def _near(number: str, expected: int) -> bool:
    return not number.isdecimal() or abs(int(number) - expected) <= 2


def _plain(rest: str) -> str:
    return re.sub(r"\W+", "", rest).casefold()


def _parse(content: str) -> tuple[str, str]:
    if match := _NUMBER.fullmatch(content):
        return match[1], ""
    if match := _LEADING.fullmatch(content):
        return match[1], match[2]
    if match := _TRAILING.fullmatch(content):
        return match[2], match[1]
    return "", ""


def _marked(source: Text) -> tuple[list[Page], list[Removal]]:
    """Find page numbers in brackets inside the text, as transcripts have them."""
    found = list(_MARK.finditer(source.data))
    numbers = [int(m[1]) for m in found if m[1].isdecimal()]
    rising = sum(a < b for a, b in pairwise(numbers))
    if len(found) < 3 or rising < 0.9 * (len(numbers) - 1):
        return [], []
    removals = [Removal(m.start(), m.end(), "page-number") for m in found]
    return [Page(m.end(), m[1]) for m in found], removals
