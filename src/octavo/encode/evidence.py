"""What a whole book says about its capitalised words: persons, places, or neither."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from octavo.encode.gazetteer import listed
from octavo.encode.mentions import Run, Token
from octavo.encode.namewords import (
    FORENAMES,
    GROUP_WORDS,
    IN_PLACE,
    LOWER_TITLES,
    NEVER,
    OPENERS,
    PLACE_WORDS,
    PLACES,
    SAINTS,
    SPEECH,
    TITLES,
)

ARTICLES = frozenset(("the", "a", "an", "this", "that", "these", "le", "la", "les"))


@dataclass
class Evidence:
    """Counts of what stands around each capitalised word, over the whole book.

    `nouns`: the language writes all nouns with a capital, so that one says little.
    """

    common: Counter[str]
    nouns: bool = False
    inside: Counter[str] = field(default_factory=Counter)
    person: Counter[str] = field(default_factory=Counter)
    place: Counter[str] = field(default_factory=Counter)
    article: Counter[str] = field(default_factory=Counter)
    surnames: dict[str, Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )

    def weigh(self, run: Run) -> None:
        """Take in one run of capitalised words."""
        tokens = self.trim(run)
        if not tokens:
            return
        run = shortened(run, tokens)
        for token in tokens:
            self.inside[token.word] += not (run.opens and token is run.tokens[0])
        last = tokens[-1].word
        if tokens[0].word.rstrip(".") in SAINTS and run.before.lower() in IN_PLACE:
            self.place[last] += 2
            return
        if any(is_title(t) for t in tokens[:-1]) or self.is_full_name(tokens, run):
            self.person[last] += 2
            full = [t.word for t in tokens if not is_title(t)]
            if len(full) > 1:
                self.surnames[last][" ".join(full)] += 1
        if len(tokens) == 1:
            self._weigh_single(last, run)

    def _weigh_single(self, word: str, run: Run) -> None:
        before = run.before.lower()
        self.person[word] += (run.after in SPEECH) + run.possessive
        self.person[word] += 2 * (before in LOWER_TITLES)
        self.place[word] += 2 * (before in IN_PLACE)
        self.article[word] += before in ARTICLES

    def trim(self, run: Run) -> tuple[Token, ...]:
        """Leave out words at the edges that are capitalised for another reason."""
        tokens = run.tokens
        opens = run.opens
        while tokens and self._is_filler(tokens[0], opens=opens, alone=len(tokens) < 2):
            tokens, opens = tokens[1:], False
        while len(tokens) > 1 and tokens[-1].word in NEVER:
            tokens = tokens[:-1]
        return tokens

    def _is_filler(self, token: Token, *, opens: bool, alone: bool) -> bool:
        word = token.word
        small = self.common[word.lower()]
        if word in NEVER:
            return True
        if word in OPENERS and (opens or word not in FORENAMES):
            return True
        if is_title(token):
            return alone and opens
        if word in FORENAMES:
            return opens and small > self.inside[word]
        return (opens and small > 0) or (not alone and small > 2 * self.inside[word])

    def is_full_name(self, tokens: tuple[Token, ...], run: Run) -> bool:
        """Tell whether a run of several words is the name of a person."""
        words = [t.word.rstrip(".") for t in tokens]
        if len(words) < 2 or any(w in GROUP_WORDS for w in words):
            return False
        if words[-1] in PLACE_WORDS or words[0] in PLACES or listed(words):
            return False
        if is_place_compound(words[-1]):
            return False
        initials = sum(len(w.replace(".", "")) < 3 and w.isupper() for w in words[:-1])
        if words[0] in FORENAMES or (initials > 0 and len(words[-1]) > 2):
            return True
        return self._is_plain_name(words, run)

    def _is_plain_name(self, words: list[str], run: Run) -> bool:
        """Tell whether words unknown in the language, in a row, name a person."""
        if self.nouns or run.before.lower() in ARTICLES or len(words) > 3:
            return False
        if run.before.lower() in IN_PLACE:
            return False
        return all(
            not self.common[w.lower()] and w not in NEVER and len(w) > 2 for w in words
        )


def is_place_compound(word: str) -> bool:
    """Tell whether a word with a hyphen ends in the name of a place: East-India."""
    return "-" in word and word.rpartition("-")[2] in PLACES


def is_title(token: Token) -> bool:
    """Tell whether a word is a title such as Captain or Mrs."""
    return token.word.rstrip(".") in TITLES


def shortened(run: Run, tokens: tuple[Token, ...]) -> Run:
    """Give a run without the word before it, if that stands before a trimmed one."""
    return run if tokens[0] is run.tokens[0] else run._replace(before="", opens=False)


def gather(runs: Iterable[Run], common: Counter[str], *, nouns: bool) -> Evidence:
    """Read the evidence out of all runs of the book."""
    found = Evidence(common, nouns)
    for run in runs:
        found.weigh(run)
    return found
