"""Values of durations, which are ordered only in part (Part 2, 3.2.6.2)."""

from __future__ import annotations

import re

from octavo.hints import TYPE_CHECKING, Final
from octavo.relaxng.datatypes.base import Context
from octavo.relaxng.datatypes.dates import day_number
from octavo.relaxng.fields import Fields

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

_SECONDS: Final = r"([0-9]+(\.[0-9]*)?|\.[0-9]+)S"
_TIME: Final = f"T([0-9]+H([0-9]+M)?({_SECONDS})?|[0-9]+M({_SECONDS})?|{_SECONDS})"
_DATE: Final = "([0-9]+Y([0-9]+M)?([0-9]+D)?|[0-9]+M([0-9]+D)?|[0-9]+D)"
DURATION: Final = f"-?P({_DATE}({_TIME})?|{_TIME})"

_FIELDS: Final = (
    r"-?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?"
    r"(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?"
)
# One duration is shorter than another if it is from each of these months on.
_FROM: Final = ((1696, 9), (1697, 2), (1903, 3), (1903, 7))


class Duration(Fields):
    """Years, months, days, hours, minutes and seconds, all with the same sign."""

    fields: tuple[Decimal, ...]


def duration(text: str, _: Context) -> Duration:
    """Give the value of a duration that has the right form."""
    from decimal import Decimal  # few schemas compare lengths of time

    found = re.compile(_FIELDS).fullmatch(text)
    sign = "-" if text.startswith("-") else ""
    fields = found.groups(default="0") if found else ()
    return Duration(tuple(Decimal(sign + field) for field in fields))


def less(left: object, right: object) -> bool:
    """Tell whether one duration is shorter than another from whatever month on."""
    if not isinstance(left, Duration) or not isinstance(right, Duration):
        return False
    return all(_end(left, *start) < _end(right, *start) for start in _FROM)


def _end(length: Duration, year: int, month: int) -> Fraction:
    from fractions import Fraction

    years, months, days, hours, minutes, seconds = map(Fraction, length.fields)
    total = int(years) * 12 + int(months) + year * 12 + month - 1
    start = day_number(total // 12, total % 12 + 1, 1)
    return (start + days) * 86400 + hours * 3600 + minutes * 60 + seconds
