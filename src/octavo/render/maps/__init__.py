"""Maps of the places of an edition, drawn as SVG with land, degrees and names.

Where most places lie close together, a second map shows them larger. Names that
find no room are left to the table beside the map.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from lxml import etree

from octavo.names import SVG
from octavo.render.maps import frame, labels, land
from octavo.render.maps.frame import WIDTH, Frame

SIZE: Final = 20.0
_SMALLEST: Final = 4.0
_LARGEST: Final = 13.0
Element = etree._Element


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the register, where it is, and how often it is named."""

    id: str
    heading: str
    latitude: float
    longitude: float
    count: int = 0

    @property
    def point(self) -> frame.Point:
        """Give longitude and latitude."""
        return self.longitude, self.latitude


def maps(places: Sequence[Place]) -> list[Element]:
    """Draw the maps of some places: all of them, and where most are."""
    if not places:
        return []
    points = [place.point for place in places]
    shown = [frame.around(points)]
    close = frame.dense(points)
    shown += [frame.around(close)] if close else []
    return [_map(places, each) for each in shown]


def _map(places: Sequence[Place], shown: Frame) -> Element:
    height = round(shown.height)
    svg = etree.Element(f"{{{SVG}}}svg", {"class": "map"})
    svg.set("viewBox", f"0 0 {WIDTH:.0f} {height}")
    _add(svg, "rect", {"class": "sea", "width": f"{WIDTH:.0f}", "height": str(height)})
    _add(svg, "path", {"class": "land", "d": land.outline(shown)})
    _graticule(svg, shown, height)
    inside = [p for p in places if shown.holds(p.longitude, p.latitude)]
    _dots(svg, sorted(inside, key=lambda p: (-p.count, p.heading, p.id)), shown)
    return svg


def _graticule(svg: Element, shown: Frame, height: int) -> None:
    for longitude in shown.meridians():
        x, _ = shown.at(longitude, shown.north)
        _add(svg, "path", {"class": "degree", "d": f"M{x:g} 0V{height}"})
        _label(svg, f"{abs(longitude):g}°", x + 4, height - 8, "degree")
    for latitude in shown.parallels():
        _, y = shown.at(shown.west, latitude)
        _add(svg, "path", {"class": "degree", "d": f"M0 {y:g}H{WIDTH:.0f}"})
        if y < height - 2 * SIZE:
            _label(svg, f"{abs(latitude):g}°", 6, y - 4, "degree")


def _dots(svg: Element, places: Sequence[Place], shown: Frame) -> None:
    dots = [
        labels.Dot(*shown.at(*place.point), _radius(place), place.heading)
        for place in places
    ]
    rooms = labels.place(dots, SIZE, WIDTH, shown.height)
    for place, dot, room in zip(places, dots, rooms, strict=True):
        link = _add(svg, "a", {"href": f"places.html#{place.id}"})
        _add(link, "title", {}).text = place.heading
        circle = {"cx": f"{dot.x:g}", "cy": f"{dot.y:g}", "r": f"{dot.radius:g}"}
        _add(link, "circle", circle)
        if room:
            _label(link, place.heading, room.left, room.top + SIZE * 0.78, "name")


def _radius(place: Place) -> float:
    return round(min(_LARGEST, _SMALLEST + 1.6 * sqrt(place.count)), 1)


def _label(parent: Element, words: str, x: float, y: float, kind: str) -> None:
    place = {"class": kind, "x": f"{x:.1f}", "y": f"{y:.1f}"}
    _add(parent, "text", place).text = words


def _add(parent: Element, name: str, attributes: dict[str, str]) -> Element:
    return etree.SubElement(parent, f"{{{SVG}}}{name}", attributes)
