"""The best path through scored choices, one choice a step, in little memory."""

from array import array
from collections.abc import Iterator, Mapping
from typing import Final

_START: Final = ""


class Path:
    """Takes the scores of step after step, and gives the choices of the best path.

    `follows` is added to the score of the second of two choices that follow each other.
    """

    def __init__(self, follows: Mapping[tuple[str, str], float]) -> None:
        self._follows: dict[str, dict[str, float]] = {}
        for (last, kind), bonus in follows.items():
            self._follows.setdefault(kind, {})[last] = bonus
        self._totals: dict[str, float] = {_START: 0.0}
        self._known: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._kinds: list[tuple[str, ...]] = [(_START,)]
        self._scores = array("d", [0.0])
        self._origins = bytearray(1)

    def add(self, scores: Mapping[str, float]) -> None:
        """Take in the scores of the next step."""
        totals: dict[str, float] = {}
        lasts = list(self._totals.items())
        for kind, score in scores.items():
            bonus = self._follows.get(kind, {})
            best, before, origin = lasts[0][1] + bonus.get(lasts[0][0], 0.0), "", 0
            for at, (last, total) in enumerate(lasts):
                value = total + bonus[last] if last in bonus else total
                if value > best or (value == best and last > before):
                    best, before, origin = value, last, at
            totals[kind] = best + score
            self._origins.append(origin)
        kinds = tuple(scores)
        self._kinds.append(self._known.setdefault(kinds, kinds))
        self._scores.extend(scores.values())
        self._totals = totals

    def backwards(self) -> Iterator[tuple[str, dict[str, float]]]:
        """Give choice and scores of each step, from the last to the first."""
        totals = list(self._totals.values())
        choice = totals.index(max(totals))
        end = len(self._scores)
        for kinds in reversed(self._kinds[1:]):
            start = end - len(kinds)
            scores = self._scores[start:end]
            yield kinds[choice], dict(zip(kinds, scores, strict=True))
            choice, end = self._origins[start + choice], start
