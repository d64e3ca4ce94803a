"""A line of time, drawn as SVG: dates of the texts, letters, events, lives.

What lies far outside the years of most is left to the table beside the drawing.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from lxml import etree

from octavo.names import SVG

WIDTH: Final = 1000.0
ROW: Final = 24.0
SIZE: Final = 18.0
_BARS: Final = 90.0
_GAP: Final = 34.0
# The most lives and events that are drawn; those named most.
_MOST: Final = 100
_FEWEST: Final = 3
_FIRST: Final = ("when", "notBefore", "from", "notAfter", "to")
_LAST: Final = ("when", "notAfter", "to", "notBefore", "from")
_STEPS: Final = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
_TICKS: Final = 12
_ISO: Final = re.compile(r"(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?")
Element = etree._Element


@dataclass(frozen=True, slots=True)
class Moment:
    """Something with a date: its kind (text, letter, event, life), where it leads.

    `first` and `last` are dates as TEI writes them; either may be empty.
    """

    kind: str
    first: str
    last: str
    words: str
    href: str
    count: int = 0

    def span(self) -> tuple[float, float] | None:
        """Give its years as numbers; None if it has no date that can be read."""
        years = [y for y in (year(self.first), year(self.last)) if y is not None]
        return (min(years), max(years)) if years else None

    def is_open(self) -> bool:
        """Tell whether one end is not known."""
        return year(self.first) is None or year(self.last) is None


def ends(date: Element | Mapping[str, str]) -> tuple[str, str]:
    """Give the first and the last date that an element states."""
    found = [
        next((date.get(name, "") for name in names if date.get(name)), "")
        for names in (_FIRST, _LAST)
    ]
    return found[0], found[1]


def has_enough(dates: Iterable[tuple[str, str]]) -> bool:
    """Tell whether there are enough dates for a line of time."""
    read = (d for d in dates if year(d[0]) is not None or year(d[1]) is not None)
    return len(list(islice(read, _FEWEST))) == _FEWEST


def year(iso: str) -> float | None:
    """Give a date as a number of years: July 1904 is 1904.5."""
    found = _ISO.fullmatch(iso)
    if not found:
        return None
    month, day = int(found.group(2) or 1), int(found.group(3) or 1)
    return int(found.group(1)) + (month - 1) / 12 + (day - 1) / 365


def ordered(moments: Iterable[Moment]) -> list[Moment]:
    """Give the moments that have dates, first ones first, each once."""
    dated = {m for m in moments if m.span()}
    return sorted(dated, key=lambda m: (m.span() or (0, 0), m.kind, m.words, m.href))


def draw(moments: Sequence[Moment]) -> Element:
    """Draw a line of time of moments that have dates."""
    spans = [m.span() or (0.0, 0.0) for m in moments]
    low, high = _years(spans)
    shown = [m for m, s in zip(moments, spans, strict=True) if _within(s, low, high)]
    svg = etree.Element(f"{{{SVG}}}svg", {"class": "timeline"})
    top = SIZE + 14
    for kind in ("text", "letter"):
        top = _histogram(svg, [m for m in shown if m.kind == kind], low, high, top)
    for kind in ("event", "life"):
        top = _rows(svg, [m for m in shown if m.kind == kind], low, high, top)
    svg.set("viewBox", f"0 0 {WIDTH:.0f} {top:.0f}")
    _axis(svg, low, high, top)
    return svg


def _years(spans: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Give the years to draw: all, or those of most if a few lie far off."""
    firsts, lasts = sorted(s[0] for s in spans), sorted(s[1] for s in spans)
    few = len(spans) // 20
    low, high = firsts[few], lasts[-few - 1]
    if lasts[-1] - firsts[0] <= 3 * (high - low):
        low, high = firsts[0], lasts[-1]
    step = _step(high - low)
    return float(low // step * step), float((high // step + 1) * step)


def _step(years: float) -> int:
    return next((step for step in _STEPS if years / step <= _TICKS), 5000)


def _within(span: tuple[float, float], low: float, high: float) -> bool:
    return low <= span[0] and span[1] <= high


def _axis(svg: Element, low: float, high: float, bottom: float) -> None:
    """Draw the years; first, so that what is drawn on them is read first."""
    lines = etree.Element(f"{{{SVG}}}g", {"class": "years"})
    step = _step(high - low)
    for number in range(int(low), int(high) + 1, step):
        x = _x(number, low, high)
        _add(lines, "path", {"d": f"M{x:.1f} {SIZE + 6:.0f}V{bottom:.0f}"})
        last = number + step > high
        anchor = "start" if number == low else "end" if last else "middle"
        place = {"x": f"{x:.1f}", "y": f"{SIZE:.0f}", "text-anchor": anchor}
        _add(lines, "text", place).text = str(number)
    svg.insert(0, lines)


def _histogram(
    svg: Element, moments: Sequence[Moment], low: float, high: float, top: float
) -> float:
    """Draw how many dates lie in each year, or run of years."""
    if not moments:
        return top
    width = max(1, round((high - low) / 100))
    counts = Counter(int((_start(m) - low) // width) for m in moments)
    highest = max(counts.values())
    group = _add(svg, "g", {"class": f"bars {moments[0].kind}"})
    for number, count in sorted(counts.items()):
        left = _x(low + number * width, low, high)
        wide = WIDTH * width / (high - low)
        tall = _BARS * count / highest
        bar = {
            "x": f"{left + wide * 0.1:.1f}",
            "y": f"{top + _BARS - tall:.1f}",
            "width": f"{wide * 0.8:.1f}",
            "height": f"{tall:.1f}",
        }
        drawn = _add(group, "rect", bar)
        _add(drawn, "title", {}).text = f"{int(low) + number * width}: {count}"
    return top + _BARS + _GAP


def _rows(
    svg: Element, moments: Sequence[Moment], low: float, high: float, top: float
) -> float:
    """Draw a row for each life or event: its years, then its name."""
    from octavo.render.maps.labels import length  # here, since few editions need it

    if not moments:
        return top
    chosen = set(sorted(moments, key=lambda m: -m.count)[:_MOST])
    for moment in (m for m in moments if m in chosen):
        first, last = moment.span() or (low, low)
        left, right = _x(first, low, high), _x(last, low, high)
        link = _add(svg, "a", {"href": moment.href})
        name, top = _name(left, right, length(moment.words, SIZE), top)
        _add(link, "text", name).text = moment.words
        kind = f"{moment.kind}{' open' if moment.is_open() else ''}"
        bar = {"class": kind, "x": f"{left:.1f}", "y": f"{top + ROW * 0.3:.1f}"}
        bar |= {"width": f"{max(6.0, right - left):.1f}", "height": f"{ROW * 0.4:.1f}"}
        _add(link, "rect", bar)
        top += ROW
    return top + _GAP / 2


def _name(
    left: float, right: float, wide: float, top: float
) -> tuple[dict[str, str], float]:
    """Say where a name stands, after, before or above its bar, and where the bar."""
    place = {"y": f"{top + ROW * 0.72:.1f}"}
    if right + 8 + wide < WIDTH:
        return {"x": f"{right + 10:.1f}", **place}, top
    if left - 8 - wide > 0:
        return {"x": f"{left - 6:.1f}", **place, "text-anchor": "end"}, top
    return {"x": f"{min(left, WIDTH - wide):.1f}", **place}, top + ROW * 0.7


def _start(moment: Moment) -> float:
    return (moment.span() or (0.0, 0.0))[0]


def _x(year: float, low: float, high: float) -> float:
    return WIDTH * (year - low) / (high - low)


def _add(parent: Element, name: str, attributes: dict[str, str]) -> Element:
    return etree.SubElement(parent, f"{{{SVG}}}{name}", attributes)
