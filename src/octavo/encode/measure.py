"""What the text shows of its own layout and language, before any decision."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from octavo.encode.text import Rows
from octavo.encode.vocabulary import FREQUENT

_VERSE: Final = 110  # characters of a line of verse
_GOING_ON: Final = ",-‐¬\u00ad"  # at the end of a line
_EVEN: Final = 0.9  # of the lines that go on
_MARGIN: Final = 3  # lines set in less begin at the margin


@dataclass(frozen=True, slots=True)
class Measured:
    """The layout of a text.

    `wrapped`: paragraphs run over several lines. `spaced`: blank lines part them.
    `indent`: the first line of a paragraph is indented by so much; 0 if it is not.
    `width`: the length of a full line. `verse`: most lines are lines of verse.
    `slack`: how much room a full line may leave for the word that did not fit.
    `set_in`: few lines begin at the margin, as in a book of poems; `axial`: headings
    stand in the middle between them.
    """

    wrapped: bool
    spaced: bool
    indent: int
    width: int
    language: str
    verse: bool = False
    slack: int = 0
    set_in: bool = False
    axial: bool = False

    @property
    def indent_parts(self) -> bool:
        """Tell whether indents part the paragraphs of a wrapped text."""
        return self.wrapped and self.indent > 0

    @property
    def centres(self) -> bool:
        """Tell whether headings are known by the middle of the page, not by gaps."""
        return self.indent_parts or self.axial


def measure(rows: Rows, layout: str, language: str) -> Measured:
    """Measure lines that hold the text itself, furniture left out."""
    starts, ends = rows.text.starts, rows.text.ends
    lengths = sorted(ends[row] - starts[row] for row in rows.order) or [0]
    width, longest = lengths[int(0.9 * (len(lengths) - 1))], lengths[-1]
    usual = lengths[int(0.99 * (len(lengths) - 1))] if len(lengths) > 100 else longest
    del lengths
    wrapped = layout != "lines" and (
        layout == "wrapped" or _is_wrapped(rows, width, usual)
    )
    insets = _insets(rows) if wrapped else Counter()
    spaced = insets.total() < max(3, 0.015 * len(rows))
    set_in = wrapped and _is_set_in(rows)
    axis = _axis(rows) if set_in else 0
    return Measured(
        wrapped,
        spaced,
        _indent(rows, insets, wrapped=wrapped, spaced=spaced),
        max(longest if set_in else width, 40, axis) if wrapped else width,
        language or guess_language(" ".join(rows[:4000].contents())),
        not wrapped and _is_verse(rows),
        _slack(rows, width) if wrapped else 0,
        set_in,
        axis > 0,
    )


def _slack(rows: Rows, width: int) -> int:
    """Measure the room left in all but the most ragged lines at the margin."""
    data, starts, ends = rows.text.data, rows.text.starts, rows.text.ends
    indents, numbers = rows.text.indents, rows.text.numbers
    room: Counter[int] = Counter()
    for row, below in pairwise(rows.order):
        if indents[row] == 0 == indents[below] and numbers[below] == numbers[row] + 1:
            space = data.find(" ", starts[below], ends[below])
            word = (ends[below] if space < 0 else space) - starts[below]
            room[width - (ends[row] - starts[row]) - 1 - word] += 1
    usual, at = 0, int(_EVEN * room.total())
    for value in sorted(room):
        usual, at = (value, at - room[value]) if at >= 0 else (usual, at)
    return max(_MARGIN, min(usual, width // 4))


def _is_set_in(rows: Rows) -> bool:
    """Tell whether few lines begin at the margin."""
    indents = rows.text.indents
    return sum(indents[row] < _MARGIN for row in rows.order) < 0.2 * len(rows)


def _axis(rows: Rows) -> int:
    """Give the width of the page whose middle most lines far from the margin share.

    None, unless lines of several lengths do so.
    """
    indents, starts, ends = rows.text.indents, rows.text.starts, rows.text.ends
    usual = Counter(indents[row] for row in rows.order).most_common(1)[0][0]
    far = Counter(
        (indents[row], ends[row] - starts[row])
        for row in rows.order
        if indents[row] > usual + _MARGIN
    )
    widths: Counter[int] = Counter()
    for (indent, length), count in far.items():
        widths[(2 * indent + length) // 4] += count
    if not widths:
        return 0
    best = max(sorted(widths), key=lambda w: widths[w] + widths[w + 1])
    lengths = {n for indent, n in far if (2 * indent + n) // 4 in (best, best + 1)}
    shared = widths[best] + widths[best + 1]
    various = len(lengths) > _MARGIN
    return 4 * best + 4 if various and 2 * shared > far.total() else 0


def _is_verse(rows: Rows) -> bool:
    """Tell whether most lines open large and end open, as in a book of poems.

    Most of the words stand in them too, so that they are no list before long lines.
    """
    lines = words = every = 0
    for content in rows.contents():
        every += len(content)
        large = content.lstrip("\"'“‘«(")[:1].isupper()
        if len(content) < _VERSE and large and content[-1] not in '.!?…"”»:':
            lines += 1
            words += len(content)
    return 2 * lines > len(rows) and 2 * words > every


def _is_wrapped(rows: Rows, width: int, longest: int) -> bool:
    """Tell whether long lines mostly go on in the next line, at one width."""
    if width > 110 or longest > 3 * max(width, 40):
        return False
    starts, ends, numbers = rows.text.starts, rows.text.ends, rows.text.numbers
    full = long = 0
    for row, following in pairwise(rows.order):
        length = ends[row] - starts[row]
        if length > 30:
            long += 1
        if length > 0.75 * width and numbers[following] == numbers[row] + 1:
            full += 1
    return full > 0.25 * long


def _insets(rows: Rows) -> Counter[int]:
    """Count the indents of lines right below a line at the margin that ends a text.

    Below one that goes on stands the rest of an entry with a hanging indent.
    """
    data, ends = rows.text.data, rows.text.ends
    indents, numbers = rows.text.indents, rows.text.numbers
    return Counter(
        indents[row]
        for before, row in pairwise(rows.order)
        if indents[before] == 0
        and 0 < indents[row] <= 12
        and numbers[row] == numbers[before] + 1
        and not data[ends[before] - 1].isalpha()
        and data[ends[before] - 1] not in _GOING_ON
    )


def _indent(rows: Rows, insets: Counter[int], *, wrapped: bool, spaced: bool) -> int:
    if not wrapped:
        common = Counter(rows.text.indents[row] for row in rows.order).most_common(1)
        return common[0][0] if common else 0
    return _first_indent(rows) if spaced else insets.most_common(1)[0][0]


def _first_indent(rows: Rows) -> int:
    """Find the indent by which paragraphs begin although blank lines part them."""
    indents, numbers, order = rows.text.indents, rows.text.numbers, rows.order
    counts: Counter[int] = Counter()
    plain = 0
    for before, row, after in zip(order, order[1:], order[2:], strict=False):
        if numbers[row] > numbers[before] + 1 and numbers[after] == numbers[row] + 1:
            if indents[after] == 0:
                counts[indents[row]] += 1
            plain += 1
    indent, support = counts.most_common(1)[0] if counts else (0, 0)
    return indent if support > 0.5 * plain else 0


def guess_language(text: str) -> str:
    """Guess the language of a text from its most frequent words.

    A capital alone is a number or an initial, or "I", and tells nothing.
    """
    tokens = re.findall(r"[^\W\d_]+", text[:200_000])
    counts = Counter(t.casefold() for t in tokens if len(t) > 1 or t.islower())
    scores = {
        language: sum(counts[word] for word in frequent)
        for language, frequent in FREQUENT.items()
    }
    best = max(sorted(scores), key=lambda language: scores[language])
    return best if scores[best] > 0.04 * sum(counts.values()) else "und"
