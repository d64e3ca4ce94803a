"""Names: what each run of capitalised words is, by the evidence of the whole book.

A form counts as the name of a person when something in the book says so: a title
before it, a forename in it, who speaks or owns. Surnames alone are then found through
the full names. What stays open is left unmarked.
"""

from typing import NamedTuple

from octavo.encode.evidence import (
    Evidence,
    is_place_compound,
    is_title,
    shortened,
)
from octavo.encode.gazetteer import known_places, listed
from octavo.encode.mentions import Run, Token
from octavo.encode.namewords import (
    FORENAMES,
    GROUP_WORDS,
    IN_PLACE,
    LOWER_TITLES,
    NEVER,
    OFFICES,
    PLACE_WORDS,
    PLACES,
    SAINTS,
)


class Name(NamedTuple):
    """A decision on a run: its stretch, the markup, how sure it is."""

    start: int
    end: int
    kind: str
    score: float


def judge(run: Run, found: Evidence) -> Name | None:
    """Decide on a run of capitalised words; None if it is no name."""
    tokens = found.trim(run)
    if not tokens:
        return None
    run = shortened(run, tokens)
    words = [t.word.rstrip(".") for t in tokens]
    rest = [t.word.rstrip(".") for t in tokens if not is_title(t)]
    titled = is_title(tokens[0])
    if not rest or (not titled and any(w in NEVER for w in words)):
        return None
    if any(w in GROUP_WORDS for w in rest):
        return _name(tokens, "orgName", 0.8) if len(rest) > 1 else None
    if place := _place(tokens, rest, found):
        return place
    if titled:
        return _titled(tokens, run, found)
    if len(tokens) > 1:
        return _several(tokens, run, found)
    return _single(tokens, run, found)


def _place(tokens: tuple[Token, ...], rest: list[str], found: Evidence) -> Name | None:
    """Name a run a place if known words say so; maybe its first or last words only."""
    words = [t.word.rstrip(".") for t in tokens]
    if count := listed(words):
        return _name(tokens[:count], "placeName", 0.9)
    if len(rest) > 1 and _ends_as_place(rest):
        is_part = found.nouns and words[-1] in PLACES
        return _name(tokens[-1:] if is_part else tokens, "placeName", 0.9)
    if words[0] in PLACES:
        return _name(tokens[:1], "placeName", 0.9 if len(words) == 1 else 0.75)
    return None


def _ends_as_place(words: list[str]) -> bool:
    if words[0] in FORENAMES:
        return False
    return words[-1] in PLACE_WORDS or words[-1] in PLACES or words[0] in PLACE_WORDS


def _name(tokens: tuple[Token, ...], kind: str, score: float) -> Name:
    return Name(tokens[0].start, tokens[-1].end, kind, score)


def _titled(tokens: tuple[Token, ...], run: Run, found: Evidence) -> Name:
    title = tokens[0].word.rstrip(".")
    if title in SAINTS:
        is_place = run.before.lower() in IN_PLACE or found.place[tokens[-1].word] > 0
        return _name(tokens, "placeName" if is_place else "persName", 0.7)
    return _name(tokens, "persName", 0.8 if title in OFFICES else 0.95)


def _several(tokens: tuple[Token, ...], run: Run, found: Evidence) -> Name | None:
    if found.is_full_name(tokens, run):
        known = tokens[0].word in FORENAMES
        return _name(tokens, "persName", 0.95 if known else 0.8)
    last = tokens[-1].word
    if found.person[last] >= 2 and found.person[last] > found.place[last]:
        return _name(tokens, "persName", 0.8)
    return None


def _single(tokens: tuple[Token, ...], run: Run, found: Evidence) -> Name | None:
    word = tokens[0].word
    if word in PLACES:
        return _name(tokens, "placeName", 0.95)
    if run.before.lower() in LOWER_TITLES:
        return _name(tokens, "persName", 0.8)
    if len(word) < 3 or word.isupper() or (run.opens and not found.inside[word]):
        return None
    if found.common[word.lower()] > found.inside[word]:
        return None
    if 2 * found.article[word] > found.inside[word]:
        return None
    if is_place_compound(word):
        return _name(tokens, "placeName", 0.75)
    if word in known_places() and not found.person[word]:
        return _name(tokens, "placeName", 0.9 if found.place[word] else 0.75)
    return _weighed(tokens, word, found)


def _weighed(tokens: tuple[Token, ...], word: str, found: Evidence) -> Name | None:
    person, place = found.person[word], found.place[word]
    if word in found.surnames and person > place:
        return _name(tokens, "persName", 0.95)
    if person > place and (person > 1 or word in FORENAMES):
        return _name(tokens, "persName", 0.85)
    if word in FORENAMES and not place:
        return _name(tokens, "persName", 0.85)
    if person and not place and not found.nouns:
        return _name(tokens, "persName", 0.75)
    if place >= 4 and place > 2 * person and not found.nouns:
        return _name(tokens, "placeName", 0.7)
    return None
