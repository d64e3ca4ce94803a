"""Land: the coastlines of the world, cut to the frame of a map."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Final

from octavo.render.maps.frame import Frame, Point

_FILE: Final = Path(__file__).with_name("land.txt")
_UNIT: Final = 50
_NEAREST: Final = 1.2
_FEWEST: Final = 4


def outline(frame: Frame) -> str:
    """Give the land in a frame as the data of a path in SVG."""
    more = (frame.east - frame.west) * 0.02
    wider = Frame(
        frame.west - more, frame.south - more, frame.east + more, frame.north + more
    )
    cut = (_clipped(ring, wider) for ring in _rings() if _meets(ring, wider))
    drawn = (_drawn(ring, frame) for ring in cut)
    return "".join(_path(ring) for ring in drawn if len(ring) > _FEWEST)


@cache
def _rings() -> tuple[tuple[Point, ...], ...]:
    lines = _FILE.read_text(encoding="ascii").splitlines()
    return tuple(tuple(_ring(line)) for line in lines if line[0] != "#")


def _ring(line: str) -> Iterator[Point]:
    numbers = [int(word) for word in line.split()]
    for x, y in zip(accumulate(numbers[::2]), accumulate(numbers[1::2]), strict=True):
        yield x / _UNIT, y / _UNIT


def _meets(ring: Sequence[Point], frame: Frame) -> bool:
    return (
        min(x for x, _ in ring) < frame.east
        and max(x for x, _ in ring) > frame.west
        and min(y for _, y in ring) < frame.north
        and max(y for _, y in ring) > frame.south
    )


def _clipped(ring: Sequence[Point], frame: Frame) -> list[Point]:
    """Cut a ring at each side of a frame in turn (Sutherland and Hodgman)."""
    points = list(ring)
    sides = ((0, frame.west, 1), (0, frame.east, -1), (1, frame.south, 1))
    for axis, limit, sign in (*sides, (1, frame.north, -1)):
        points = list(_cut(points, axis, limit, sign))
    return points


def _cut(
    points: Sequence[Point], axis: int, limit: float, sign: int
) -> Iterator[Point]:
    for number, point in enumerate(points):
        before = points[number - 1]
        inside = (point[axis] - limit) * sign >= 0
        if inside != ((before[axis] - limit) * sign >= 0):
            part = (limit - before[axis]) / (point[axis] - before[axis])
            other = before[1 - axis] + part * (point[1 - axis] - before[1 - axis])
            yield (limit, other) if axis == 0 else (other, limit)
        if inside:
            yield point


def _path(ring: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in ring) + "Z"


def _drawn(ring: Sequence[Point], frame: Frame) -> list[Point]:
    """Place a ring on the map, without what is too near to be told apart."""
    drawn: list[Point] = []
    for point in ring:
        x, y = frame.at(*point)
        if not drawn or abs(x - drawn[-1][0]) + abs(y - drawn[-1][1]) > _NEAREST:
            drawn.append((x, y))
    return drawn
