"""The record of what the text does not show: where it stood, and why.

It stands in `standOff`, one list a rule; `@n` gives line, or line.column for a part
of a line, of the source. Equal pieces share an item.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final, Self

from octavo.encode.markup import escape
from octavo.encode.spans import Removal
from octavo.encode.text import FORBIDDEN, Change, Text

_FURTHEST: Final = 1 << 40  # more than any offset
_FEEDS: Final = str.maketrans("\f\v", "  ")
_HEADS: Final = {
    "byte-order-mark": "Byte-order marks",
    "control-character": "Characters that XML cannot hold",
    "contents-leader": "Leaders of the contents",
    "emphasis-mark": "Marks of emphasis",
    "figure-mark": "Brackets around captions",
    "licence": "Words of the distributor around the text",
    "line-end-hyphen": "Hyphens at the end of a line",
    "line-break": "Line breaks inside a word",
    "note-mark": "Brackets and numbers of notes",
    "page-number": "Page numbers",
    "running-head": "Running heads",
    "table-bar": "Bars between the cells of tables",
    "separator": "Ornaments between parts",
    "site-furniture": "Furniture of the web site",
}


class Taken:
    """Removed stretches in the order in which they were found; there may be many."""

    def __init__(self, removals: Iterable[Removal] = ()) -> None:
        self.starts, self.ends = array("I"), array("I")
        self.rules: list[str] = []
        self += removals

    def __iadd__(self, removals: Iterable[Removal]) -> Self:
        """Take in some."""
        for start, end, rule in removals:
            self.add(start, end, rule)
        return self

    def add(self, start: int, end: int, rule: str) -> None:
        """Take in one."""
        self.starts.append(start)
        self.ends.append(end)
        self.rules.append(rule)

    def __iter__(self) -> Iterator[Removal]:
        """Give the stretches one by one."""
        return map(Removal, self.starts, self.ends, self.rules)

    def order(self) -> list[int]:
        """Give their numbers in the order of the text, the longer ones first."""
        starts, ends = self.starts, self.ends
        return sorted(
            range(len(starts)), key=lambda at: starts[at] * _FURTHEST - ends[at]
        )


class Removals:
    """Removed stretches, sorted and never overlapping.

    What overlaps an earlier one keeps only its new part.
    """

    def __init__(self, removals: Iterable[Removal] = ()) -> None:
        self._starts, self._ends = array("I"), array("I")
        self._rules: list[str] = []
        taken = removals if isinstance(removals, Taken) else Taken(removals)
        end = 0
        for at in taken.order():
            start = max(taken.starts[at], end)
            if start < taken.ends[at]:
                end = taken.ends[at]
                self._starts.append(start)
                self._ends.append(end)
                self._rules.append(taken.rules[at])

    def __len__(self) -> int:
        """Count the stretches."""
        return len(self._rules)

    def __iter__(self) -> Iterator[Removal]:
        """Give the stretches in order."""
        return map(Removal, self._starts, self._ends, self._rules)

    def between(self, start: int, end: int) -> Iterator[Removal]:
        """Give the removals that touch a stretch."""
        for at in range(self._first(start), len(self._rules)):
            if self._starts[at] >= end:
                break
            yield Removal(self._starts[at], self._ends[at], self._rules[at])

    def _first(self, start: int) -> int:
        """Give the number of the first stretch that ends behind an offset."""
        at = bisect_left(self._starts, start)
        return at - 1 if at and self._ends[at - 1] > start else at

    def touch(self, start: int, end: int) -> bool:
        """Tell whether something of a stretch was removed."""
        at = self._first(start)
        return at < len(self._rules) and self._starts[at] < end

    def cover(self, start: int, end: int) -> bool:
        """Tell whether one removal holds all of a stretch."""
        held = self.between(start, end) if self.touch(start, end) else ()
        return any(item.start <= start and end <= item.end for item in held)

    def kept(self, text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Give the pieces of a stretch that stay, each with its offset."""
        for item in self.between(start, end):
            if item.start > start:
                yield start, text[start : item.start]
            start = max(start, item.end)
        if start < end:
            yield start, text[start:end]

    def text(self, text: str, start: int, end: int) -> str:
        """Give a stretch without what was removed of it."""
        pieces: list[str] = []
        for at in range(self._first(start), len(self._starts)):
            if self._starts[at] >= end:
                break
            pieces.append(text[start : self._starts[at]])
            start = self._ends[at]
        if not pieces:
            return text[start:end]
        return "".join([*pieces, text[start:end]])


def forbidden(source: Text) -> list[Removal]:
    """Find the characters that no XML document may hold, and byte-order marks."""
    if source.data is source.original:
        return []
    found = FORBIDDEN.finditer(source.original)
    return [Removal(m.start(), m.end(), _kind(m[0])) for m in found]


def _kind(character: str) -> str:
    return "byte-order-mark" if character == "\ufeff" else "control-character"


def record(source: Text, removals: Removals) -> str:
    """Write the record as lists of `standOff`; empty if nothing was removed."""
    rules: dict[str, dict[str, list[str]]] = {}
    for item in removals:
        shown = _shown(source.original[item.start : item.end])
        places = rules.setdefault(item.rule, {}).setdefault(shown, [])
        places.append(_place(source, item))
    lists = "".join(_list(rule, rules[rule]) for rule in sorted(rules))
    return lists + _changed(source.changes)


def _changed(changes: Iterable[Change]) -> str:
    """Write what was changed before anything else, each pair once."""
    pairs: dict[tuple[str, str], list[str]] = {}
    for item in changes:
        places = pairs.setdefault((item.old, item.new), [])
        places.append(f"{item.line}.{item.column}")
    items = "".join(
        f'<item n="{" ".join(places)}"><choice><sic>{_escaped(old)}</sic>'
        f"<corr>{_escaped(new)}</corr></choice></item>\n"
        for (old, new), places in pairs.items()
    )
    head = "<head>Characters repaired that were read in a wrong encoding</head>"
    held = f'<list type="changed" subtype="mojibake">{head}\n{items}</list>\n'
    return held if items else ""


def _escaped(piece: str) -> str:
    return escape(FORBIDDEN.sub(lambda m: f"U+{ord(m[0]):04X}", piece))


def _list(rule: str, pieces: dict[str, list[str]]) -> str:
    items = "".join(
        f'<item n="{" ".join(places)}">{escape(shown)}</item>\n'
        for shown, places in pieces.items()
    )
    head = f"<head>{_HEADS.get(rule, rule)}</head>"
    return f'<list type="removed" subtype="{rule}">{head}\n{items}</list>\n'


def _place(source: Text, item: Removal) -> str:
    row = bisect_left(source.starts, item.start)
    spans = zip(source.starts[row : row + 1], source.ends[row : row + 1], strict=True)
    if (item.start, item.end) in spans:
        return str(source.numbers[row])
    number, column = source.place(item.start)
    return f"{number}.{column}"


def _shown(piece: str) -> str:
    if len(piece) == 1 and FORBIDDEN.match(piece):
        return f"U+{ord(piece):04X}"
    if piece.isspace():
        return "line break"
    return FORBIDDEN.sub("\ufffd", piece).translate(_FEEDS)
