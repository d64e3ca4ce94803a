"""What the text shows of its own layout and language, before any decision."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from octavo.encode.text import Line
from octavo.encode.vocabulary import FREQUENT

_VERSE: Final = 110  # characters of a line of verse
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


def measure(lines: list[Line], layout: str, language: str) -> Measured:
    """Measure lines that hold the text itself, furniture left out."""
    inked = [line for line in lines if not line.is_blank]
    lengths = sorted(line.end - line.start for line in inked) or [0]
    width = lengths[int(0.9 * (len(lengths) - 1))]
    wrapped = layout != "lines" and (
        layout == "wrapped" or _is_wrapped(inked, width, lengths[-1])
    )
    insets = _insets(inked) if wrapped else Counter()
    spaced = insets.total() < max(3, 0.015 * len(inked))
    set_in = wrapped and _is_set_in(inked)
    axis = _axis(inked) if set_in else 0
    return Measured(
        wrapped,
        spaced,
        _indent(inked, insets, wrapped=wrapped, spaced=spaced),
        max(lengths[-1] if set_in else width, 40, axis) if wrapped else width,
        language or guess_language(" ".join(line.content for line in inked[:4000])),
        not wrapped and _is_verse(inked),
        _slack(inked, width) if wrapped else 0,
        set_in,
        axis > 0,
    )


def _slack(inked: list[Line], width: int) -> int:
    """Measure the room left in all but the most ragged lines at the margin."""
    room = sorted(
        width - len(a.content) - 1 - len(b.content.split(" ", 1)[0])
        for a, b in pairwise(inked)
        if a.indent == 0 == b.indent and b.number == a.number + 1
    )
    usual = room[int(_EVEN * len(room))] if room else 0
    return max(_MARGIN, min(usual, width // 4))


def _is_set_in(inked: list[Line]) -> bool:
    """Tell whether few lines begin at the margin."""
    return sum(line.indent < _MARGIN for line in inked) < 0.2 * len(inked)


def _axis(inked: list[Line]) -> int:
    """Give the width of the page whose middle most lines far from the margin share.

    None, unless lines of several lengths do so.
    """
    usual = Counter(line.indent for line in inked).most_common(1)[0][0]
    far = [line for line in inked if line.indent > usual + _MARGIN]
    widths = Counter((2 * x.indent + len(x.content)) // 4 for x in far)
    if not widths:
        return 0
    best = max(sorted(widths), key=lambda w: widths[w] + widths[w + 1])
    shared = [
        x for x in far if (2 * x.indent + len(x.content)) // 4 in (best, best + 1)
    ]
    various = len({len(x.content) for x in shared}) > _MARGIN
    return 4 * best + 4 if various and 2 * len(shared) > len(far) else 0


def _is_verse(inked: list[Line]) -> bool:
    """Tell whether most lines open large and end open, as in a book of poems."""
    found = sum(
        len(line.content) < _VERSE
        and line.content.lstrip("\"'“‘«(")[:1].isupper()
        and line.content[-1] not in '.!?…"”»:'
        for line in inked
    )
    return 2 * found > len(inked)


def _is_wrapped(inked: list[Line], width: int, longest: int) -> bool:
    """Tell whether long lines mostly go on in the next line, at one width."""
    if width > 110 or longest > 3 * max(width, 40):
        return False
    pairs = list(pairwise(inked))
    full = [
        (a, b)
        for a, b in pairs
        if a.end - a.start > 0.75 * width and b.number == a.number + 1
    ]
    return len(full) > 0.25 * len([a for a, _ in pairs if a.end - a.start > 30])


def _insets(inked: list[Line]) -> Counter[int]:
    """Count the indents of lines right below a line without indent."""
    return Counter(
        line.indent
        for before, line in pairwise(inked)
        if 0 < line.indent <= 12
        and before.indent == 0
        and line.number == before.number + 1
    )


def _indent(
    inked: list[Line], insets: Counter[int], *, wrapped: bool, spaced: bool
) -> int:
    if not wrapped:
        common = Counter(line.indent for line in inked).most_common(1)
        return common[0][0] if common else 0
    return _first_indent(inked) if spaced else insets.most_common(1)[0][0]


def _first_indent(inked: list[Line]) -> int:
    """Find the indent by which paragraphs begin although blank lines part them."""
    counts: Counter[int] = Counter()
    plain = 0
    for before, line, after in zip(inked, inked[1:], inked[2:], strict=False):
        if line.number > before.number + 1 and after.number == line.number + 1:
            if after.indent == 0:
                counts[line.indent] += 1
            plain += 1
    indent, support = counts.most_common(1)[0] if counts else (0, 0)
    return indent if support > 0.5 * plain else 0


def guess_language(text: str) -> str:
    """Guess the language of a text from its most frequent words."""
    counts = Counter(re.findall(r"[^\W\d_]+", text[:200_000].casefold()))
    scores = {
        language: sum(counts[word] for word in frequent)
        for language, frequent in FREQUENT.items()
    }
    best = max(sorted(scores), key=lambda language: scores[language])
    return best if scores[best] > 0.04 * sum(counts.values()) else "und"
