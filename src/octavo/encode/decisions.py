"""The editor's decisions: kept in a side file, found again by offset, words and hash.

    [[decision]]
    start = 1204                  # where the stretch begins in the source, from 0
    end = 1219
    words = "Works by Victor"     # its first words, so that a reader sees what it is
    hash = "5a1c0e7d22b1"         # of all its words, so that a change is noticed
    kind = "head"                 # see KINDS
    level = 2                     # of a heading: 0 part, 1 book, 2 chapter, 3 section
    ref = "#VictorSerge"          # of a name
    text = "Serge"                # of a correction
    note = "why"

A decision still fits when text before it has changed; it is reported when its own words
have.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from octavo.errors import UsageError

BLOCK_KINDS: Final = frozenset({"head", "p", "l", "quote", "item", "remove"})
NAME_KINDS: Final = frozenset({"persName", "placeName", "orgName", "none"})
KINDS: Final = BLOCK_KINDS | NAME_KINDS | {"corr"}
_TYPES: Final[dict[str, type]] = {
    "start": int,
    "end": int,
    "words": str,
    "hash": str,
    "kind": str,
    "level": int,
    "ref": str,
    "text": str,
    "note": str,
}
_NEEDED: Final = ("start", "end", "words", "hash", "kind")


@dataclass(frozen=True, slots=True)
class Decision:
    """What the editor decided about a stretch of the source."""

    start: int
    end: int
    words: str
    hash: str
    kind: str
    level: int = 0
    ref: str = ""
    text: str = ""
    note: str = ""


def words_hash(words: str) -> str:
    """Give the hash by which a stretch of words is known again."""
    squeezed = " ".join(words.split())
    return hashlib.sha256(squeezed.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def read_decisions(table: Mapping[str, object], file: str) -> tuple[Decision, ...]:
    """Read the decisions out of a side file."""
    entries = table.get("decision", [])
    if not isinstance(entries, list):
        raise UsageError(f"{file}: decision must be a list of tables")
    return tuple(
        _decision(entry, f"{file}: decision {n}") for n, entry in enumerate(entries, 1)
    )


def _decision(entry: object, where: str) -> Decision:
    if not isinstance(entry, Mapping):
        raise UsageError(f"{where}: must be a table")
    for key, value in entry.items():
        if key not in _TYPES:
            raise UsageError(f"{where}: unknown key {key!r}", hint=", ".join(_TYPES))
        if type(value) is not _TYPES[key]:
            raise UsageError(f"{where}: {key} must be of type {_TYPES[key].__name__}")
    missing = [key for key in _NEEDED if key not in entry]
    if missing:
        raise UsageError(f"{where}: {missing[0]} is missing")
    decision = Decision(**dict(entry))
    if decision.kind not in KINDS:
        known = ", ".join(sorted(KINDS))
        raise UsageError(
            f"{where}: unknown kind {decision.kind!r}", hint=f"use {known}"
        )
    return decision


def locate(decision: Decision, data: str) -> tuple[int, int] | None:
    """Find where the stretch of a decision stands now; None if it is gone."""
    length = decision.end - decision.start
    if _fits(decision, data, decision.start, length):
        return decision.start, decision.end
    words = decision.words.split()
    if not words or length <= 0:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    places = sorted(
        (match.start() for match in pattern.finditer(data)),
        key=lambda place: abs(place - decision.start),
    )
    for place in places[:20]:
        if _fits(decision, data, place, length):
            return place, place + length
    return None


def _fits(decision: Decision, data: str, start: int, length: int) -> bool:
    return words_hash(data[start : start + length]) == decision.hash
