"""Values of numbers: decimals of any length, floating point with its special values."""

from __future__ import annotations

from octavo.hints import TYPE_CHECKING, Final
from octavo.relaxng.datatypes.base import Context

if TYPE_CHECKING:
    from decimal import Decimal

DECIMAL: Final = r"[+\-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)"
INTEGER: Final = r"[+\-]?[0-9]+"
FLOAT: Final = r"[+\-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+\-]?[0-9]+)?|-?INF|NaN"
_SHORT: Final = 20
"""Figures of a whole number that Python surely reads, and at once."""
_SPECIAL: Final[dict[str, float | str]] = {
    "INF": float("inf"),
    "-INF": float("-inf"),
    "NaN": "NaN",
}


def decimal(text: str, _: Context) -> Decimal | int:
    """Give the value of a decimal number, exact however long it is."""
    if len(text) < _SHORT and text.lstrip("+-").isdecimal():
        return int(text)
    from decimal import Decimal  # many documents have no such numbers

    return Decimal(text)


def double(text: str, _: Context) -> float | str:
    """Give the value in double precision; NaN is a text, so that it equals itself."""
    return _SPECIAL[text] if text in _SPECIAL else float(text)


def single(text: str, context: Context) -> float | str:
    """Give the value in single precision."""
    value = double(text, context)
    if isinstance(value, str):
        return value
    import struct  # few schemas have such values

    try:
        rounded: float = struct.unpack("f", struct.pack("f", value))[0]
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")
    return rounded


def less(left: object, right: object) -> bool:
    """Compare two numbers; NaN is neither less nor more than any."""
    if isinstance(left, int | float) and isinstance(right, int | float):
        return left < right
    from decimal import Decimal

    exact = (int, Decimal)
    return isinstance(left, exact) and isinstance(right, exact) and left < right


def digits(value: Decimal | int) -> tuple[int, int]:
    """Count the digits that a value needs: all of them, and those of the fraction.

    The facets speak of the value, so zeros at the ends do not count (Part 2, 4.3.11
    and 4.3.12); zeros between the point and the first digit do.
    """
    from decimal import Decimal

    _, figures, exponent = Decimal(value).as_tuple()
    text = "".join(map(str, figures))
    exponent = int(exponent)
    stripped = text.rstrip("0") if exponent < 0 else text
    fraction = max(0, -exponent - (len(text) - len(stripped)))
    return max(len(stripped.lstrip("0")), fraction, 1), fraction
