"""The editor's decisions: kept in a side file, found again by words and offset.

Each decision names a stretch of the source by its offset and by a hash of its words,
so that it still fits when text before it was added, and is reported when the words
themselves have changed:

    [[decision]]
    start = 1204
    end = 1219
    hash = "5a1c0e7d"
    kind = "head"        # what the stretch is; "" takes markup away
    ref = "#VictorSerge" # attributes, for kinds that have them
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from octavo.errors import UsageError

_KEYS = ("start", "end", "hash", "kind", "ref", "level", "text", "note")


@dataclass(frozen=True, slots=True)
class Decision:
    """What the editor decided about a stretch of the source."""

    start: int
    end: int
    hash: str
    kind: str
    ref: str = ""
    level: int = 0
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
    return tuple(_decision(entry, file) for entry in entries)


def _decision(entry: Mapping[str, object], file: str) -> Decision:
    unknown = [key for key in entry if key not in _KEYS]
    if unknown:
        raise UsageError(f"{file}: unknown key {unknown[0]!r} in a decision")
    try:
        return Decision(**entry)  # type: ignore[arg-type]
    except TypeError as error:
        raise UsageError(
            f"{file}: a decision needs start, end, hash and kind"
        ) from error


def locate(decision: Decision, data: str, reach: int = 20_000) -> int | None:
    """Find where the words of a decision stand now; None if they are gone."""
    length = decision.end - decision.start
    if words_hash(data[decision.start : decision.end]) == decision.hash:
        return decision.start
    low = max(0, decision.start - reach)
    for start in sorted(
        range(low, min(len(data), decision.start + reach)),
        key=lambda offset: abs(offset - decision.start),
    ):
        if words_hash(data[start : start + length]) == decision.hash:
            return start
    return None
