"""Names by a spaCy pipeline of the user's own: it votes with the rules.

The pipeline is asked about the whole book, and a form counts by what it is called most
often; nothing is downloaded, and spaCy is imported only when a pipeline is named.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol

from octavo.encode.blocks import Block
from octavo.encode.linking import plain_name
from octavo.encode.mentions import Mention
from octavo.encode.namewords import NEVER
from octavo.errors import UsageError

_KINDS: Final = {
    "PERSON": "persName",
    "PER": "persName",
    "GPE": "placeName",
    "LOC": "placeName",
    "FAC": "placeName",
    "ORG": "orgName",
}
_UNUSED: Final = ("tagger", "parser", "lemmatizer", "attribute_ruler", "morphologizer")
_FIRM: Final = 0.9  # rules as sure as this are not outvoted
_LEAST: Final = 2  # times that a form must be named for the pipeline's word alone
_SHARE: Final = 0.7
_SCORE: Final = 0.6


class Entity(Protocol):
    """A name that a pipeline has found."""

    start_char: int
    end_char: int
    label_: str


class Found(Protocol):
    """A text as a pipeline gives it back."""

    @property
    def ents(self) -> Sequence[Entity]:
        """The names in the text."""


class Pipeline(Protocol):
    """What is used of a pipeline."""

    def pipe(self, texts: Iterable[str]) -> Iterable[Found]:
        """Give each text with the names in it."""


def load_pipeline(name: str) -> Pipeline:
    """Load a pipeline by its package or folder; raises UsageError."""
    try:
        import spacy  # here, as it is an extra that takes a second to import
    except ImportError as error:
        raise UsageError(
            "names by a pipeline need the package spaCy",
            hint="pip install 'octavo[spacy]'",
        ) from error
    try:
        loaded: Pipeline = spacy.load(name, exclude=_UNUSED)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"no spaCy pipeline '{name}' is installed here",
            hint="name a package or a folder; Octavo downloads none",
        ) from error
    return loaded


def vote(
    mentions: list[Mention], blocks: Sequence[Block], data: str, pipeline: Pipeline
) -> list[Mention]:
    """Weigh the names that the rules found against those of a pipeline."""
    entities = list(_entities(blocks, data, pipeline))
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for start, end, kind in entities:
        votes[plain_name(data[start:end])][kind] += 1
    kept = [_weighed(m, votes[plain_name(data[m.start : m.end])]) for m in mentions]
    return sorted([*kept, *_added(kept, entities, votes, data)])


def _entities(
    blocks: Sequence[Block], data: str, pipeline: Pipeline
) -> Iterator[tuple[int, int, str]]:
    pieces = [span for block in blocks for span in block.stretches()]
    texts = (re.sub(r"\s", " ", data[a:b]) for a, b in pieces)
    for (offset, _), found in zip(pieces, pipeline.pipe(texts), strict=True):
        for entity in found.ents:
            words = data[offset + entity.start_char : offset + entity.end_char]
            core = re.sub(r"[’']s?$|[\s.,;:]+$", "", words)
            if kind := _KINDS.get(entity.label_):
                start = offset + entity.start_char
                yield start, start + len(core), kind


def _weighed(mention: Mention, votes: Counter[str]) -> Mention:
    """Give a mention of the rules, more or less sure by the pipeline's word.

    The rules have read the whole book and keep the last word on what a name is.
    """
    if mention.ref or mention.score >= _FIRM or not votes:
        return mention
    (kind, count), *_ = votes.most_common(1)
    if kind == mention.kind:
        return mention._replace(score=1 - (1 - mention.score) / 3)
    if count >= _LEAST and count >= _SHARE * votes.total():
        return mention._replace(score=min(mention.score, _SCORE))
    return mention


def _added(
    kept: list[Mention],
    entities: list[tuple[int, int, str]],
    votes: dict[str, Counter[str]],
    data: str,
) -> Iterator[Mention]:
    """Give what only the pipeline has found, if it says so again and again."""
    taken = {at for m in kept for at in range(m.start, m.end)}
    for start, end, kind in entities:
        words = data[start:end]
        counts = votes[plain_name(words)]
        agreed = counts[kind] >= max(_LEAST, _SHARE * counts.total())
        if agreed and _is_name(words) and not taken.intersection(range(start, end)):
            taken.update(range(start, end))
            yield Mention(start, end, kind, "", _SCORE)


def _is_name(words: str) -> bool:
    """Tell whether words may be a full name; single ones are left to the rules."""
    found = words.split()
    return (
        len(found) > 1
        and all(w[0].isupper() for w in (found[0], found[-1]))
        and not any(w in NEVER for w in found)
        and "\n\n" not in words
    )
