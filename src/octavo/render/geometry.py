"""The page of the book: trim sizes by name, margins by a rule.

The classic margins stand in the old progression inner : top : outer : bottom = 2 : 3
: 4 : 6; `ninths` divides the sides of the page by nine, as scribes did; `narrow`
saves paper. A few millimetres of the outer margin go to the inner, where the binding
swallows them, and the foot gives or takes what makes the page hold whole lines.
"""

import re
from dataclasses import dataclass
from typing import Final

from octavo.errors import UsageError
from octavo.settings import near

POINT: Final = 25.4 / 72
# In millimetres, width by height.
TRIMS: Final = {
    "a5": (148.0, 210.0),
    "crown": (123.0, 186.0),
    "demy": (138.0, 216.0),
    "octavo": (140.0, 216.0),
    "royal": (156.0, 234.0),
    "6x9in": (152.4, 228.6),
}
_OWN: Final = re.compile(r"(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)\s*(mm|in)?")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_SMALLEST: Final = 70.0
_LARGEST: Final = 500.0
_UNITS: Final = 22
_BINDING: Final = 4.0
# A page holds so many lines at least, and a line so many millimetres.
_FEWEST: Final = 5
_SHORTEST: Final = 30.0
# Room outside the bleed for the crop marks.
MARKS: Final = 7.0


@dataclass(frozen=True, slots=True)
class Page:
    """The trimmed page, its margins and its measure, in millimetres."""

    width: float
    height: float
    inside: float
    outside: float
    top: float
    bottom: float


def trim(name: str) -> tuple[float, float]:
    """Give width and height of a trim size by name, or written as 140x216.

    Raises UsageError for an unknown name or a size no book has.
    """
    key = re.sub(r"[\s×]", lambda m: "x" if m.group() == "×" else "", name.lower())
    if key in TRIMS:
        return TRIMS[key]
    own = _OWN.fullmatch(name.strip().lower())
    if not own:
        raise UsageError(f"print: unknown trim size '{name}'", hint=near(key, TRIMS))
    factor = 25.4 if own.group(3) == "in" else 1.0
    width, height = (float(own.group(i)) * factor for i in (1, 2))
    if not (_SMALLEST <= width <= _LARGEST and _SMALLEST <= height <= _LARGEST):
        raise UsageError(
            f"print: a page of {name} cannot be bound",
            hint=f"give sides of {_SMALLEST:.0f} to {_LARGEST:.0f} mm",
        )
    return width, height


def page(name: str, leading: float, rule: str = "classic") -> Page:
    """Lay out the page for a trim size, a leading in points and a rule of margins."""
    width, height = trim(name)
    inside, top, outside, bottom = _margins(rule, width, height)
    lines = int((height - top - bottom) / (leading * POINT) + 0.5)
    if lines < _FEWEST or width - inside - outside < _SHORTEST:
        raise UsageError(
            f"print: margins '{rule}' leave no room for text", hint="make them smaller"
        )
    bottom = height - top - lines * leading * POINT
    return Page(width, height, inside, outside, top, round(bottom, 4))


def _margins(
    rule: str, width: float, height: float
) -> tuple[float, float, float, float]:
    """Give the inner, top, outer and bottom margin in millimetres."""
    unit = width / _UNITS
    wide, high = width / 9, height / 9
    rules = {
        "classic": (2 * unit + _BINDING, 3 * unit, 4 * unit - _BINDING, 6 * unit),
        "ninths": (wide, high, 2 * wide, 2 * high),
        "narrow": (2 * unit + _BINDING, 2.2 * unit, 2 * unit, 3 * unit),
    }
    if rule in rules:
        return rules[rule]
    own = [float(n) for n in rule.split() if _NUMBER.fullmatch(n)]
    if len(own) != 4 or len(rule.split()) != 4:
        raise UsageError(
            f"print: unknown margins '{rule}'",
            hint=f"{near(rule, rules)}; or give inner, top, outer and bottom in mm",
        )
    return own[0], own[1], own[2], own[3]
