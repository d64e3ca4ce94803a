"""The frame of a map: what part of the world it shows, and where in it things are.

Longitudes are drawn shorter than latitudes by the cosine of the middle latitude, so
that shapes in the middle are true; good for a region, fair for a continent.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import Final

WIDTH: Final = 1000.0
# How much is shown around the outermost points, and at least, in degrees.
_MARGIN: Final = 0.12
_LEAST: Final = 3.0
# The height of a map for its width.
_LOWEST: Final = 0.5
_HIGHEST: Final = 0.9
_STEPS: Final = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0)
_LINES: Final = 7
# A map of a region of its own: from how many places, for what part of the whole.
_MANY: Final = 8
_SMALL: Final = 0.6

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the world between two longitudes and two latitudes."""

    west: float
    south: float
    east: float
    north: float

    @property
    def factor(self) -> float:
        """Give the length of a degree of longitude for one of latitude."""
        return _factor((self.south + self.north) / 2)

    @property
    def scale(self) -> float:
        """Give the length of a degree of latitude on the map."""
        return WIDTH / ((self.east - self.west) * self.factor)

    @property
    def height(self) -> float:
        """Give the height of the map."""
        return (self.north - self.south) * self.scale

    def at(self, longitude: float, latitude: float) -> Point:
        """Give the place on the map of a place in the world."""
        return (
            round((longitude - self.west) * self.factor * self.scale, 1),
            round((self.north - latitude) * self.scale, 1),
        )

    def holds(self, longitude: float, latitude: float) -> bool:
        """Tell whether a place is on the map."""
        return (
            self.west <= longitude <= self.east and self.south <= latitude <= self.north
        )

    def meridians(self) -> list[float]:
        """List the longitudes to draw."""
        return _ticks(self.west, self.east)

    def parallels(self) -> list[float]:
        """List the latitudes to draw."""
        return _ticks(self.south, self.north)


def around(points: Sequence[Point]) -> Frame:
    """Frame some places, longitude first, with something of their surroundings."""
    west, east = _span(x for x, _ in points)
    south, north = _span(y for _, y in points)
    factor = _factor((south + north) / 2)
    shape = (north - south) / ((east - west) * factor)
    if shape < _LOWEST:
        south, north = _stretched(south, north, _LOWEST / shape)
    elif shape > _HIGHEST:
        west, east = _stretched(west, east, shape / _HIGHEST)
    return Frame(max(-180, west), max(-85, south), min(180, east), min(85, north))


def dense(points: Sequence[Point]) -> list[Point]:
    """Give the places of a region where most are, if it is small; else none."""
    if len(points) < _MANY:
        return []
    close = _closest(_closest(points, 0), 1)
    whole, part = around(points), around(close)
    wide = (part.east - part.west) > _SMALL * (whole.east - whole.west)
    return [] if wide else close


def _closest(points: Sequence[Point], axis: int) -> list[Point]:
    """Give the three quarters of the places that are closest in one direction."""
    ordered = sorted(points, key=lambda point: (point[axis], point[1 - axis]))
    size = max(1, len(ordered) * 3 // 4)
    spans = [
        (ordered[start + size - 1][axis] - ordered[start][axis], start)
        for start in range(len(ordered) - size + 1)
    ]
    start = min(spans)[1]
    return ordered[start : start + size]


def _factor(latitude: float) -> float:
    return max(0.1, cos(radians(latitude)))


def _span(values: Iterable[float]) -> tuple[float, float]:
    listed = list(values)
    low, high = min(listed), max(listed)
    more = max((high - low) * _MARGIN, (_LEAST - (high - low)) / 2, _LEAST / 6)
    return low - more, high + more


def _stretched(low: float, high: float, by: float) -> tuple[float, float]:
    more = (high - low) * (by - 1) / 2
    return low - more, high + more


def _ticks(low: float, high: float) -> list[float]:
    step = next((s for s in _STEPS if (high - low) / s <= _LINES), 60.0)
    first = int(low // step) + 1
    return [n * step for n in range(first, int(high // step) + 1)]
