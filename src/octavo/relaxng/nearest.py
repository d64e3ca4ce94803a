"""The names nearest to one that was written, by the letters that must be changed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from octavo.relaxng.nameclass import split


@lru_cache(maxsize=1 << 15)
def distance(one: str, other: str) -> int:
    """Count the letters to insert, delete, replace or swap with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(
                before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted)
            )
            swapped = i > 1 and j > 1 and (one[i - 2], letter) == (wanted, other[j - 2])
            row.append(min(cost, earlier[j - 2] + 1) if swapped else cost)
    return row[-1]


def by_distance(name: str, candidates: Iterable[str]) -> list[str]:
    """Sort names, the nearest first; case counts little, the namespace not at all.

    Without a name they are sorted by the alphabet.
    """
    if not name:
        return sorted(candidates, key=lambda other: (split(other)[1], other))
    return sorted(candidates, key=lambda other: (_distance(name, other), other))


def namesake(name: str, candidates: Iterable[str]) -> str:
    """Give the same name in another namespace, empty if there is none."""
    namespace, local = split(name)
    for other in candidates:
        if split(other)[1] == local and split(other)[0] != namespace:
            return other
    return ""


def misspelt(name: str, candidates: Iterable[str]) -> str:
    """Give the name that was probably meant, empty if none is near."""
    ordered = by_distance(name, candidates)
    if not ordered:
        return ""
    # Short names differ from one another by little: nothing is guessed for them.
    allowed = max(len(split(name)[1]) // 3, 0.5)
    return ordered[0] if _distance(name, ordered[0]) <= allowed else ""


def _distance(one: str, other: str) -> float:
    written, wanted = split(one)[1], split(other)[1]
    if written == wanted:
        return 0
    if written.lower() == wanted.lower():
        return 0.5
    return distance(written, wanted)
