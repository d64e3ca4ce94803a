"""Names of countries and cities: evidence that a capitalised word is a place.

The list is `data/places.txt`; its head says where it comes from, and its licence.
"""

from functools import cache
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).parent / "data" / "places.txt"
_LONGEST: Final = 3  # words of a name


@cache
def known_places() -> frozenset[str]:
    """Give the names of the list."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def listed(words: list[str]) -> int:
    """Count the words at the beginning of a run that are a known name of several."""
    for count in range(min(_LONGEST, len(words)), 1, -1):
        if " ".join(words[:count]) in known_places():
            return count
    return 0
