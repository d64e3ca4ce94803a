"""Names to registers: mentions of a given register, or a register made of the text."""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from heapq import merge
from itertools import count
from typing import Final

from octavo.encode.blocks import Block
from octavo.encode.decisions import words_hash
from octavo.encode.evidence import Evidence, gather
from octavo.encode.mentions import Mention, Run, common_words, find_runs
from octavo.encode.names import Name, judge
from octavo.encode.namewords import TITLES
from octavo.encode.register import Entity

_CLEAR: Final = 3  # times more often than the next bearer of a surname
_KNOWN: Final = 8192  # decisions that are kept at hand
_SURE: Final = 0.9  # a name that no register knows must be as sure as this


def find_names(
    blocks: Sequence[Block], data: str, entities: Sequence[Entity], language: str
) -> Iterator[Mention]:
    """Give the names in the blocks, in their order; those of registers come first."""
    matcher = Matcher(entities)
    phrases = sorted(matcher.phrases(blocks, data))
    common = common_words(blocks, data)
    nouns = language.startswith("de")
    evidence = gather(find_runs(blocks, data), common, nouns=nouns)
    runs = _outside(find_runs(blocks, data), phrases)
    return merge(phrases, _judged(runs, evidence, matcher, is_open=not entities))


def _outside(runs: Iterable[Run], taken: Sequence[Mention]) -> Iterator[Run]:
    """Leave out the runs that overlap a name found before."""
    starts = [mention.start for mention in taken]
    for run in runs:
        at = bisect_left(starts, run.start + run.tokens[-1].end) - 1 if taken else -1
        if at < 0 or taken[at].end <= run.start:
            yield run


def _judged(
    runs: Iterable[Run], evidence: Evidence, matcher: "Matcher", *, is_open: bool
) -> Iterator[Mention]:
    """Give the names among runs of capitalised words."""
    judged = lru_cache(maxsize=_KNOWN)(partial(_judge, evidence))
    for run in runs:
        mentions = matcher.find(run)
        yield from mentions
        if not mentions and (decided := judged(run.words, run.opens, run.before)):
            start, end, kind, score = decided
            if is_open or score >= _SURE:
                yield Mention(run.start + start, run.start + end, kind, "", score)


def _judge(evidence: Evidence, words: str, opens: bool, before: str) -> Name | None:
    """Decide on words, wherever they stand."""
    return judge(Run(0, words, opens, before, ""), evidence)


class Matcher:
    """Finds the forms of a register."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._forms: dict[tuple[str, ...], list[Entity]] = defaultdict(list)
        self._phrases: dict[str, Entity] = {}
        self._recent: dict[str, int] = {}
        self._clock = count()
        for entity in entities:
            for form in entity.forms:
                self._learn(form, entity)
        self._longest = max(map(len, self._forms), default=0)

    def _learn(self, form: str, entity: Entity) -> None:
        words = form.split()
        if all(re.fullmatch(r"[^\W\d_][\w.-]*", w) and w[0].isupper() for w in words):
            known = self._forms[tuple(words)]
            if entity not in known:
                known.append(entity)
        else:
            self._phrases.setdefault(" ".join(words), entity)

    def phrases(self, blocks: Iterable[Block], data: str) -> Iterator[Mention]:
        """Find the forms that are not capitalised words in a row."""
        if not self._phrases:
            return
        ordered = sorted(self._phrases, key=lambda form: (-len(form), form))
        forms = (re.escape(f).replace(r"\ ", r"\s+") for f in ordered)
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")
        for block in blocks:
            for start, end in block.stretches():
                for match in pattern.finditer(data, start, end):
                    entity = self._phrases[" ".join(match[0].split())]
                    yield Mention(*match.span(), entity.kind, entity.ref, 0.97)

    def find(self, run: Run) -> list[Mention]:
        """Give the mentions in a run of capitalised words, longest forms first."""
        found: list[Mention] = []
        at = 0 if self._forms else len(run.tokens)
        while at < len(run.tokens):
            mention, step = self._at(run, at)
            if mention:
                found.append(mention)
            at += step
        return found

    def _at(self, run: Run, at: int) -> tuple[Mention | None, int]:
        tokens = run.tokens
        for length in range(min(self._longest, len(tokens) - at), 0, -1):
            part = tokens[at : at + length]
            entities = self._forms.get(tuple(t.word for t in part))
            if entities:
                entity = max(entities, key=lambda e: self._recent.get(e.ref, -1))
                if len(entities) == 1:
                    self._recent[entity.ref] = next(self._clock)
                score = 0.97 if len(entities) == 1 else 0.7
                span = run.start + part[0].start, run.start + part[-1].end
                return Mention(*span, entity.kind, entity.ref, score), length
        return None, 1


def make_register(mentions: Iterable[Mention], data: str) -> list[tuple[str, str]]:
    """Make a register of the persons named in full: id and name, in order."""
    names: dict[str, str] = {}
    for mention in mentions:
        name = plain_name(data[mention.start : mention.end])
        if mention.kind == "persName" and not mention.ref and " " in name:
            names.setdefault(_identifier(name), name)
    return sorted(names.items())


def link(
    mentions: Iterable[Mention], register: list[tuple[str, str]], data: str
) -> Iterator[Mention]:
    """Link mentions to a register made of the text.

    A surname alone is linked if one bearer is named in full far more often than all
    others.
    """
    by_name = {name: key for key, name in register}
    bearers: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        name = plain_name(data[mention.start : mention.end])
        if name in by_name:
            bearers[name.split()[-1]][by_name[name]] += 1
    chiefs = {name: _chief(counts) for name, counts in bearers.items()}
    for mention in mentions:
        name = plain_name(data[mention.start : mention.end])
        key = by_name.get(name) or chiefs.get(name, "")
        is_open = mention.kind == "persName" and not mention.ref and key
        yield Mention(*mention[:3], f"#{key}", mention.score) if is_open else mention


def _chief(bearers: Counter[str]) -> str:
    """Give the bearer of a surname who is named most, if that is clear."""
    ranked = bearers.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _CLEAR * ranked[1][1]):
        return ""
    return ranked[0][0]


@lru_cache(maxsize=4096)
def plain_name(text: str) -> str:
    """Give a name without titles and line breaks."""
    words = text.split()
    while len(words) > 1 and words[0].rstrip(".") in TITLES:
        words = words[1:]
    return " ".join(w.capitalize() if w.isupper() and len(w) > 3 else w for w in words)


@lru_cache(maxsize=4096)
def _identifier(name: str) -> str:
    """Give an id of plain letters; names in other scripts get the hash of theirs."""
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", folded.lower()).strip("-")
    return f"p-{words or words_hash(name)}"
