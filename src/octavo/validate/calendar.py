"""Dates as TEI writes them: whether they are real, which is first, the right form."""

import re
import unicodedata
from calendar import monthrange
from typing import Final

_ZONE: Final = r"(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?"
_TIME: Final = r"([01]\d|2[0-4]):[0-5]\d:[0-5]\d(?:\.\d+)?"
_DAY: Final = re.compile(rf"(-?\d{{4,}})(?:-(\d\d)(?:-(\d\d)(?:T{_TIME})?)?)?{_ZONE}")
_RECURRING: Final = re.compile(rf"--(?:(\d\d)(?:-(\d\d))?|-(\d\d)){_ZONE}")
_BASIC: Final = re.compile(r"(\d{4})(\d\d)(\d\d)")
_LOOSE: Final = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_DASHES: Final = str.maketrans("‐‑‒–—−", "------")
_LEAP: Final = 2000

Day = tuple[int, ...]
"""Year, month and day, as far as they are known."""


def is_real(value: str, *, is_iso: bool = False) -> bool:
    """Tell whether what has the form of a date is one; anything else passes.

    ISO 8601 also has dates without hyphens, and times between two dates.
    """
    found = _BASIC.fullmatch(value)
    if found:
        return is_iso and _is_day(int(found[1]), found[2], found[3])
    found = _DAY.fullmatch(value)
    if found:
        year, month, day, _ = found.groups()
        return _is_day(int(year), month, day)
    found = _RECURRING.fullmatch(value)
    if found:
        month, day, alone = found.groups()
        return _is_day(_LEAP, month or "01", alone or day)
    return _LOOSE.fullmatch(_plain(value)) is None or (is_iso and "/" in value)


def read(value: str) -> Day | None:
    """Read a date whose year is known; None for anything else."""
    found = _DAY.fullmatch(value)
    if found is None or not is_real(value):
        return None
    return tuple(int(part) for part in found.groups()[:3] if part)


def is_after(one: Day, other: Day) -> bool:
    """Tell whether a date lies after another, as exactly as both are known."""
    size = min(len(one), len(other))
    return one[:size] > other[:size]


def corrected(value: str) -> str | None:
    """Give the right form of a date, if there can be only one reading of it."""
    plain = _plain(value)
    found = _LOOSE.fullmatch(plain) or _BASIC.fullmatch(plain)
    if found is None:
        return None
    made = "-".join(part.zfill(2) for part in found.groups() if part)
    return made if made != value and is_real(made) else None


def _plain(value: str) -> str:
    """Write digits and dashes of other scripts as those of ASCII."""
    return unicodedata.normalize("NFKC", value.strip()).translate(_DASHES)


def _is_day(year: int, month: str | None, day: str | None) -> bool:
    if month is None:
        return True
    if not 1 <= int(month) <= 12:
        return False
    if day is None:
        return True
    # The calendar repeats itself every 400 years; Python knows years from 1 on.
    return 1 <= int(day) <= monthrange(year % 400 + 2000, int(month))[1]
