"""Values of dates and times, with and without a time zone.

Years have four to nine digits and there is no year zero. What the standard leaves
open or changed between its editions follows the reference validator: a second may be
60, hour 24 and zone -14:00 are refused.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate

from octavo.hints import TYPE_CHECKING, Final
from octavo.relaxng.datatypes.base import Context
from octavo.relaxng.fields import Fields

if TYPE_CHECKING:
    from decimal import Decimal

YEAR: Final = "-?([1-9][0-9]{3,8}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])"
MONTH: Final = "(0[1-9]|1[0-2])"
DAY: Final = "(0[1-9]|[12][0-9]|3[01])"
MONTH_DAY: Final = (
    "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
    "|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))"
)
TIME: Final = r"([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]*)?"
ZONE: Final = r"(Z|[+\-](0[0-9]|1[0-3]):[0-5][0-9]|\+14:00)?"

_FIELDS: Final = (
    r"(?:(?P<year>-?\d{4,})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?"
    r"|--(?P<only_month>\d\d)?(?:-(?P<only_day>\d\d))?)?"
    r"T?(?:(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)(?P<fraction>\.\d*)?)?"
    r"(?P<zone>Z|[+-]\d\d:\d\d)?"
)
_BEFORE_MONTH: Final = tuple(
    accumulate((0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30))
)
_HALF_RANGE: Final = 14 * 3600


class Moment(Fields):
    """A point on the time line, in local time when no zone is known."""

    has_zone: bool
    seconds: int
    fraction: Decimal


def moment(text: str, _: Context) -> Moment:
    """Give the value of a date or time that has the form of its type.

    A field that the type does not have is filled in; only moments of one type meet.
    """
    from decimal import Decimal  # few schemas compare dates

    found = _fields().fullmatch(text)
    fields = found.groupdict() if found else {}
    days = day_number(
        _astronomical(int(fields.get("year") or 2000)),
        int(fields.get("month") or fields.get("only_month") or 1),
        int(fields.get("day") or fields.get("only_day") or 1),
    )
    clock = _clock(fields.get("hour"), fields.get("minute"), fields.get("second"))
    zone = fields.get("zone")
    seconds = days * 86400 + clock - _offset(zone)
    fraction = Decimal("0" + (fields.get("fraction") or ".0"))
    return Moment(zone is not None, seconds, fraction)


@cache
def _fields() -> re.Pattern[str]:
    return re.compile(_FIELDS)


def _clock(hour: str | None, minute: str | None, second: str | None) -> int:
    return int(hour or 0) * 3600 + int(minute or 0) * 60 + int(second or 0)


def _offset(zone: str | None) -> int:
    if zone is None or zone == "Z":
        return 0
    seconds = _clock(zone[1:3], zone[4:6], None)
    return -seconds if zone[0] == "-" else seconds


def day_number(year: int, month: int, day: int) -> int:
    """Count the days up to a date; the year before 1 is 0 here."""
    before = year - 1
    leaps = before // 4 - before // 100 + before // 400
    after_february = 1 if month > 2 and _is_leap(year) else 0
    return 365 * before + leaps + _BEFORE_MONTH[month - 1] + after_february + day


def _astronomical(year: int) -> int:
    return year + 1 if year < 0 else year


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def has_day(text: str, _: Context) -> bool:
    """Tell whether the day of a date exists: 29 February only in leap years."""
    year, found, _after = text.partition("-02-29")
    if not found:
        return True
    return _is_leap(_astronomical(int(year)))


def less(left: object, right: object) -> bool:
    """Compare two moments; a zone unknown makes them 14 hours vague (3.2.7.4)."""
    if not isinstance(left, Moment) or not isinstance(right, Moment):
        return False
    slack = 0 if left.has_zone == right.has_zone else _HALF_RANGE
    return (left.seconds + slack, left.fraction) < (right.seconds, right.fraction)
