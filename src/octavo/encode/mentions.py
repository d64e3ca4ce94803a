"""Runs of capitalised words: what may be a name, with what stands around it."""

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from octavo.encode.blocks import Block
from octavo.encode.namewords import PARTICLES
from octavo.encode.vocabulary import numbered

_UPPER: Final = "".join(
    chr(c)
    for c in range(0x41, 0x530)
    if c < sys.maxunicode and unicodedata.category(chr(c)) in ("Lu", "Lt")
)
_LINKED: Final = rf"[-’'](?:(?:{PARTICLES}|en|sur)-)?[{_UPPER}]\w+"
_TOKEN: Final = rf"(?:[{_UPPER}]\.(?:[{_UPPER}]\.)*|[{_UPPER}]\w*(?:{_LINKED})*)"
_TITLE_DOT: Final = (
    r"(?:(?<=Mr|Dr|St|Ms)\.|(?<=Mrs|Rev|Hon|Col|Gen)\.|(?<=Capt|Prof)\.)?"
)
_RUN: Final = re.compile(
    rf"(?<![\w’'.-]){_TOKEN}{_TITLE_DOT}"
    rf"(?:\s+(?:(?:{PARTICLES})\s+|d['’])?{_TOKEN}{_TITLE_DOT})*"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_LOWER: Final = re.compile(r"(?<![\w’'-])[^\W\d_A-Z][^\W\d_]+")
_SPLIT: Final = re.compile(rf"{_TOKEN}|(?:{PARTICLES})(?=\s)|d['’]")
_AFTER: Final = re.compile(r"\s+([^\W\d_]+)")
_GENITIVE: Final = re.compile(r"[’']s?\b(?!\w)")
_OPENING: Final = "\"'“‘„»«(—–-_ "
_NEAR: Final = 25  # characters beside a run that are looked at


class Token(NamedTuple):
    """A capitalised word (or a particle before one) and its place among others."""

    word: str
    start: int
    end: int


class Mention(NamedTuple):
    """A name in the text: where, which markup, whom it names, how sure that is."""

    start: int
    end: int
    kind: str
    ref: str
    score: float


class Run(NamedTuple):
    """Capitalised words in a row; `opens` says that a sentence begins with them.

    `before` is the word before them. The places of the tokens count from `start`, so
    that equal words share them.
    """

    start: int
    words: str
    opens: bool
    before: str
    data: str

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Give the words one by one."""
        return _tokens(self.words)

    @property
    def after(self) -> str:
        """Give the word behind."""
        end = self.start + len(self.words)
        match = _AFTER.match(self.data, end, end + _NEAR)
        return match[1] if match else ""

    @property
    def possessive(self) -> bool:
        """Tell whether the words are in the genitive."""
        end = self.start + len(self.words)
        return _GENITIVE.match(self.data, end, end + _NEAR) is not None


def find_runs(blocks: Iterable[Block], data: str) -> Iterator[Run]:
    """Give all runs of capitalised words in the blocks.

    The number of a part, such as "Parte Primera", is no name.
    """
    for block in blocks:
        number = _number_end(block, data) if block.kind == "head" else 0
        for start, end in block.stretches():
            start = max(start, number)
            for match in _RUN.finditer(data, start, end):
                yield _run(match, data, start)


def _number_end(block: Block, data: str) -> int:
    """Give the end of the number of a part, which may stand in the next line."""
    match = numbered(data[block.start : block.end + _NEAR])
    return block.start + match.end() if match else 0


def _run(match: re.Match[str], data: str, floor: int) -> Run:
    start = match.start()
    lead = data[max(floor, start - _NEAR) : start].rstrip()
    opening = lead.rstrip(_OPENING)
    opens = lead != opening or not opening or opening[-1] in ".!?:;"
    before = _last_word(lead) if opening == lead else ""
    return Run(start, match[0], opens, before, data)


def _last_word(lead: str) -> str:
    """Give the last word of some text; nothing else may stand behind it but signs."""
    for piece in reversed(lead.split()):
        if piece.isalpha():
            return piece
        if found := _WORD.findall(piece):
            return str(found[-1])
    return ""


@lru_cache(maxsize=4096)
def _tokens(words: str) -> tuple[Token, ...]:
    spaced = " " in words or "\n" in words
    return tuple(
        Token(_small(m[0]) if spaced else m[0], m.start(), m.end())
        for m in _SPLIT.finditer(words)
    )


def _small(word: str) -> str:
    """Write a word in capitals as a name is written."""
    if len(word) > 3 and word.isupper() and "." not in word:
        return "-".join(part.capitalize() for part in word.split("-"))
    return word


def common_words(blocks: Iterable[Block], data: str) -> Counter[str]:
    """Count the words written small, to know capitals that only open a sentence."""
    counts: Counter[str] = Counter()
    for block in blocks:
        for start, end in block.stretches():
            counts.update(_LOWER.findall(data, start, end))
    return counts
