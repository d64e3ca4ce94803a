"""The page of the book: trim sizes by name, margins by a rule.

The margins stand in the old progression inner : top : outer : bottom = 2 : 3 :
4 : 6. A few millimetres of the outer margin go to the inner, where the binding
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
_SMALLEST: Final = 70.0
_LARGEST: Final = 500.0
_UNITS: Final = 22
_BINDING: Final = 4.0


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


def page(name: str, leading: float) -> Page:
    """Lay out the page for a trim size and a leading in points."""
    width, height = trim(name)
    unit = width / _UNITS
    top = 3 * unit
    lines = int((height - 9 * unit) / (leading * POINT) + 0.5)
    bottom = height - top - lines * leading * POINT
    return Page(
        width, height, 2 * unit + _BINDING, 4 * unit - _BINDING, top, round(bottom, 4)
    )
