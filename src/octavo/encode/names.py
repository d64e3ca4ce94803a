"""Names: forms are accepted over the whole book, then marked wherever they stand.

A form counts as the name of a person when there is evidence somewhere in the book: a
title before it, a forename in it, a register. Surnames alone are then found through
the full names. What stays open is left unmarked.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from octavo.encode.mentions import Run, Token
from octavo.encode.namewords import (
    BEFORE_PLACE,
    FORENAMES,
    GROUP_WORDS,
    NEVER,
    OFFICES,
    PLACE_WORDS,
    PLACES,
    SPEECH,
    TITLES,
)


@dataclass
class Evidence:
    """What the whole book says about single capitalised words."""

    common: Counter[str]
    inside: Counter[str] = field(default_factory=Counter)
    person: Counter[str] = field(default_factory=Counter)
    place: Counter[str] = field(default_factory=Counter)
    surnames: dict[str, Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )


def gather(runs: Iterable[Run], common: Counter[str]) -> Evidence:
    """Read the evidence out of all runs of the book."""
    found = Evidence(common)
    for run in runs:
        _weigh(run, found)
    return found


def _weigh(run: Run, found: Evidence) -> None:
    tokens = trim(run, found.common)
    if not tokens:
        return
    last = tokens[-1].word
    for token in tokens:
        found.inside[token.word] += not (run.opens and token is run.tokens[0])
    titled = any(t.word.rstrip(".") in TITLES for t in tokens[:-1])
    named = len(tokens) > 1 and is_person(tokens)
    if titled or named:
        found.person[last] += 2
        full = [t.word for t in tokens if t.word.rstrip(".") not in TITLES]
        if len(full) > 1:
            found.surnames[last][" ".join(full)] += 1
    if len(tokens) == 1:
        found.person[last] += run.after in SPEECH
        found.person[last] += run.possessive
        found.place[last] += 2 * (run.before in BEFORE_PLACE)


def trim(run: Run, common: Counter[str]) -> tuple[Token, ...]:
    """Leave out words at the edges that are capitalised for another reason."""
    tokens = run.tokens
    while tokens and _is_filler(tokens[0], run.opens and tokens is run.tokens, common):
        tokens = tokens[1:]
    while tokens and tokens[-1].word in NEVER and len(tokens) > 1:
        tokens = tokens[:-1]
    return tokens


def _is_filler(token: Token, opens: bool, common: Counter[str]) -> bool:
    word = token.word
    if word in NEVER:
        return True
    if word.rstrip(".") in TITLES or word in FORENAMES:
        return False
    return opens and common[word.lower()] > 0


def is_person(tokens: tuple[Token, ...]) -> bool:
    """Tell whether a run of several words is by itself the name of a person."""
    words = [t.word.rstrip(".") for t in tokens]
    if any(w in GROUP_WORDS for w in words) or words[-1] in PLACE_WORDS:
        return False
    initials = sum(len(w.replace(".", "")) < 3 and w.isupper() for w in words[:-1])
    return words[0] in FORENAMES or (initials > 0 and len(words[-1]) > 2)


def judge(run: Run, found: Evidence) -> tuple[int, int, str, float] | None:
    """Decide on a run: start, end, kind of name and score; None if it is none."""
    tokens = trim(run, found.common)
    if not tokens or any(t.word in NEVER for t in tokens):
        return None
    words = [t.word.rstrip(".") for t in tokens]
    start, end = tokens[0].start, tokens[-1].end
    titled = words[0] in TITLES
    rest = [w for w in words if w not in TITLES]
    if not rest:
        return None
    if any(w in GROUP_WORDS for w in rest):
        return (start, end, "orgName", 0.8) if len(rest) > 1 else None
    if words[0] in PLACES or (len(rest) > 1 and rest[-1] in PLACE_WORDS):
        return start, end, "placeName", 0.9
    if titled:
        return start, end, "persName", 0.97 if words[0] not in OFFICES else 0.9
    if len(tokens) > 1:
        return _several(tokens, found)
    return _single(tokens[0], run, found)


def _several(
    tokens: tuple[Token, ...], found: Evidence
) -> tuple[int, int, str, float] | None:
    start, end = tokens[0].start, tokens[-1].end
    if is_person(tokens):
        return start, end, "persName", 0.95
    last = tokens[-1].word
    if found.person[last] >= 2 and found.person[last] > found.place[last]:
        return start, end, "persName", 0.8
    return None


def _single(
    token: Token, run: Run, found: Evidence
) -> tuple[int, int, str, float] | None:
    word = token.word
    if word in PLACES:
        return token.start, token.end, "placeName", 0.95
    if len(word) < 3 or (run.opens and not found.inside[word]):
        return None
    if found.common[word.lower()] > found.inside[word]:
        return None
    person, place = found.person[word], found.place[word]
    if word in found.surnames and person > place:
        return token.start, token.end, "persName", 0.95
    if person >= 2 and person > place:
        return token.start, token.end, "persName", 0.85
    if word in FORENAMES and person >= place:
        return token.start, token.end, "persName", 0.85
    if place >= 4 and place > 2 * person:
        return token.start, token.end, "placeName", 0.7
    return None
