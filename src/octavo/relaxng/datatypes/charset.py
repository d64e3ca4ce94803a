"""Sets of characters as sorted ranges of code points, and the named sets of XML Schema.

No table is decoded before a set that needs it is asked for: most schemas never do.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise

from octavo.hints import Final
from octavo.relaxng.datatypes import tables

Ranges = tuple[tuple[int, int], ...]

LAST: Final = 0x10FFFF
ASCII: Final = 0x7F
_NAMES: Final = (
    "LuLlLtLmLoMnMcMeNdNlNoPcPdPsPePiPfPoSmScSkSoZsZlZpCcCfCsCoCn"  # two letters each
)
_CODES: Final = {
    code: _NAMES[2 * n : 2 * n + 2]
    for n, code in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%")
}
# Surrogates are not characters, so the standard has no category Cs (appendix F.1.1).
CATEGORIES: Final = frozenset(_CODES.values()) - {"Cs"} | frozenset("LMNPSZC")
# Colon, letters and underscore; hyphen, full stop and digits.
_ASCII_START: Final = ((58, 58), (65, 90), (95, 95), (97, 122))
_ASCII_OTHERS: Final = ((45, 46), (48, 57))
_RUN: Final = re.compile("([A-Z!#$%])([0-9a-z]*)")


def union(*sets: Ranges) -> Ranges:
    """Join sets of characters."""
    joined: list[tuple[int, int]] = []
    for low, high in sorted(span for ranges in sets for span in ranges):
        if joined and low <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return tuple(joined)


def complement(ranges: Ranges, last: int = LAST) -> Ranges:
    """Give all characters up to the last one that are not in a set."""
    edges = [(-1, -1), *ranges, (last + 1, last + 1)]
    gaps = ((left[1] + 1, right[0] - 1) for left, right in pairwise(edges))
    return tuple((low, high) for low, high in gaps if low <= high)


def subtract(ranges: Ranges, minus: Ranges, last: int = LAST) -> Ranges:
    """Give the characters of the first set that are not in the second."""
    return complement(union(complement(ranges, last), minus), last)


def clip(ranges: Ranges, last: int) -> Ranges:
    """Give the characters of a set up to the last one."""
    return tuple((low, min(high, last)) for low, high in ranges if low <= last)


def contains(ranges: Ranges, char: str) -> bool:
    """Tell whether a character is in a set."""
    return any(low <= ord(char) <= high for low, high in ranges)


def _decode(table: str) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    start = 0
    for code, length in _RUN.findall(table):
        end = start + (int(length, 36) if length else 1)
        found.setdefault(code, []).append((start, end - 1))
        start = end
    return found


@cache
def _categories() -> dict[str, Ranges]:
    decoded = _decode(tables.CATEGORIES)
    return {_CODES[code]: tuple(ranges) for code, ranges in decoded.items()}


@cache
def category(name: str, last: int = LAST) -> Ranges:
    """Give the characters of a general category, `Lu`, or of a group, `L`."""
    if last == ASCII:
        points = (n for n in range(128) if _ascii_category(n).startswith(name))
        return union(tuple((n, n) for n in points))
    return union(*(r for key, r in _categories().items() if key.startswith(name)))


@cache
def _ascii_category(point: int) -> str:
    # The first 128 never change: the big table need not be decoded for them.
    return unicodedata.category(chr(point))


@cache
def name_start(last: int = LAST) -> Ranges:
    """Give the characters a name may start with, in XML 1.0, second edition."""
    return _ASCII_START if last == ASCII else tuple(_decode(tables.NAMES)["C"])


@cache
def name_char(last: int = LAST) -> Ranges:
    """Give the characters of a name in XML 1.0, second edition."""
    others = _ASCII_OTHERS if last == ASCII else tuple(_decode(tables.NAMES)["B"])
    return union(name_start(last), others)


@cache
def blocks() -> dict[str, Ranges]:
    """Give the characters of each block, by its name without spaces after `Is`."""
    from octavo.relaxng.datatypes.blocks import BLOCKS  # few patterns name one

    return {f"Is{name}": ranges for name, ranges in BLOCKS.items()}


def python_class(ranges: Ranges, last: int = LAST) -> str:
    """Write a set as an item of a Python regular expression."""
    if not ranges:
        return "(?!)"
    if len(ranges) == 1 and ranges[0][0] == ranges[0][1]:
        return re.escape(chr(ranges[0][0]))
    # Python spreads a class that runs to the end over a big table; its rest is small.
    if ranges[-1][1] == last and ranges != ((0, last),):
        return f"[^{_python_ranges(complement(ranges, last))}]"
    return f"[{_python_ranges(ranges)}]"


def _python_ranges(ranges: Ranges) -> str:
    return "".join(
        re.escape(chr(low)) + ("-" + re.escape(chr(high)) if high > low else "")
        for low, high in ranges
    )
