"""The editor's decisions: kept in a side file, found again by their words.

    [[decision]]
    words = "Works by Victor"     # the words it is about, as the source has them
    kind = "head"                 # see KINDS
    level = 2                     # of a heading: 0 part, 1 book, 2 chapter, 3 section
    type = "appendix"             # of a heading: the type of the division
    ref = "#VictorSerge"          # of a name
    text = "Serge"                # of a correction
    n = "12"                      # of a reference: the number of its note
    note = "why"
    occurrence = 2                # which one, where the words stand several times
    everywhere = "names"          # or all: "words", or those that are names

A decision taken from the review report also has `start` and `end`, its place in the
source from 0, and `hash`, of all words between them; `words` are then the first of
these. Such a decision still fits when text before it has changed. One whose own words
have changed is reported.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from octavo import settings
from octavo.errors import UsageError
from octavo.settings import setting

Section = Literal["head", "p", "l", "quote", "item", "row", "figure"]
Edge = Literal["argument", "byline", "closer", "trailer"]
BlockKind = Literal[Section, Edge]
NameKind = Literal["persName", "placeName", "orgName", "none"]
Kind = Literal[BlockKind, NameKind, "note", "ref", "corr", "remove"]
BLOCK_KINDS: Final = frozenset(get_args(BlockKind))
NAME_KINDS: Final = frozenset(get_args(NameKind))
KINDS: Final = frozenset(get_args(Kind))


@dataclass(frozen=True, slots=True)
class Decision:
    """What the editor decided about a stretch of the source."""

    words: str = setting("", "the words it is about, or the first of them with `hash`")
    kind: Kind = setting("p", "what they are")
    occurrence: int = setting(1, "which one, where the words stand several times")
    everywhere: Literal["", "names", "words"] = setting(
        "", "all places where they stand as whole words, or where they are names"
    )
    start: int = setting(0, "where they begin in the source, from 0")
    end: int = setting(0, "where they end")
    hash: str = setting(
        "", "of the words from start to end, so that a change is noticed"
    )
    level: int = setting(-1, "of a heading: 0 part, 1 book, 2 chapter, 3 section")
    type: str = setting("", "of a heading: the type of the division, such as appendix")
    ref: str = setting("", "of a name: the entry of a register")
    n: str = setting("", "of a reference: the number of its note")
    text: str = setting("", "of a correction: what to read instead")
    note: str = setting("", "why")


def words_hash(words: str) -> str:
    """Give the hash by which a stretch of words is known again."""
    import hashlib  # here, since it takes long to load

    squeezed = " ".join(words.split())
    return hashlib.sha256(squeezed.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def read_decisions(table: Mapping[str, object], file: str) -> tuple[Decision, ...]:
    """Read the decisions out of a side file; raises UsageError."""
    entries = settings.fill(_File, table, file).decision
    for number, entry in enumerate(entries, 1):
        if not entry.words.strip():
            raise UsageError(
                f"{file}: decision {number}: 'words' is missing",
                hint="write the words of the raw text that it is about",
            )
        if entry.everywhere == "names" and entry.kind not in NAME_KINDS:
            raise UsageError(
                f"{file}: decision {number}: everywhere: 'names' is for names only",
                hint='write everywhere = "words"',
            )
    return entries


@dataclass(frozen=True, slots=True)
class _File:
    decision: tuple[Decision, ...] = setting((), "the decisions")


def locate(decision: Decision, data: str) -> list[tuple[int, int]]:
    """Find where the stretches of a decision stand now; none if they are gone."""
    found = [match.span() for match in _pattern(decision).finditer(data)]
    if decision.everywhere:
        return found
    if decision.hash:
        return _nearest(decision, found, data)
    at = decision.occurrence - 1
    return found[at : at + 1] if at >= 0 else []


def _pattern(decision: Decision) -> re.Pattern[str]:
    """Make the pattern of the words, however they are broken into lines."""
    words = decision.words.split()
    pattern = r"\s+".join(map(re.escape, words))
    if decision.kind == "remove" and len(words) > 1 and not decision.hash:
        return re.compile(rf"(?<!\S){pattern}(?!\S)")  # or others would run together
    if decision.everywhere:
        return re.compile(rf"(?<!\w){pattern}(?!\w)")
    return re.compile(pattern)


def _nearest(
    decision: Decision, found: list[tuple[int, int]], data: str
) -> list[tuple[int, int]]:
    """Find the stretch that has the hash, nearest to where it stood."""
    length = decision.end - decision.start
    nearest = sorted(found, key=lambda span: abs(span[0] - decision.start))
    for place in (decision.start, *(start for start, _ in nearest[:20])):
        if words_hash(data[place : place + length]) == decision.hash:
            return [(place, place + length)]
    return []
