"""Labels of a map: each beside its dot, none over another, the weighty ones first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_NARROW: Final = frozenset("iljtfrI.,:;'’ ()[]|!")
_WIDE: Final = frozenset("mwMWÆŒ—…")
_GAP: Final = 4.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the map: left, top, width, height."""

    left: float
    top: float
    width: float
    height: float

    def meets(self, other: "Box") -> bool:
        """Tell whether two rectangles overlap."""
        return (
            self.left < other.left + other.width
            and other.left < self.left + self.width
            and self.top < other.top + other.height
            and other.top < self.top + self.height
        )


@dataclass(frozen=True, slots=True)
class Dot:
    """A dot to label: its middle, its radius, its words."""

    x: float
    y: float
    radius: float
    words: str

    def box(self) -> Box:
        """Give the square around the dot."""
        return Box(self.x - self.radius, self.y - self.radius, *[2 * self.radius] * 2)


def place(
    dots: Sequence[Dot], size: float, width: float, height: float
) -> list[Box | None]:
    """Find room for the label of each dot, in order; None where there is none."""
    taken = [dot.box() for dot in dots]
    found: list[Box | None] = []
    for dot in dots:
        free = (
            box
            for box in _around(dot, length(dot.words, size), size)
            if _is_within(box, width, height) and not any(map(box.meets, taken))
        )
        box = next(free, None)
        found.append(box)
        taken += [box] if box else []
    return found


def length(words: str, size: float) -> float:
    """Estimate how long some words are in the text font."""
    return size * sum(_em(sign) for sign in words)


def _em(sign: str) -> float:
    if sign in _NARROW:
        return 0.31
    if sign in _WIDE:
        return 0.86
    if ord(sign) > 0x2E80:
        return 1.0
    return 0.68 if sign.isupper() else 0.49


def _around(dot: Dot, long: float, size: float) -> Iterator[Box]:
    """Give the places for a label, best first: right, left, above, below, corners."""
    off = dot.radius + _GAP
    middle, above, below = dot.y - size / 2, dot.y - off - size, dot.y + off
    right, left, centre = dot.x + off, dot.x - off - long, dot.x - long / 2
    for x, y in (
        *((right, middle), (left, middle), (centre, above), (centre, below)),
        *((right - _GAP, above + _GAP), (right - _GAP, below - _GAP)),
        *((left + _GAP, above + _GAP), (left + _GAP, below - _GAP)),
    ):
        yield Box(x, y, long, size)


def _is_within(box: Box, width: float, height: float) -> bool:
    return (
        box.left >= _GAP
        and box.top >= _GAP
        and box.left + box.width <= width - _GAP
        and box.top + box.height <= height - _GAP
    )
