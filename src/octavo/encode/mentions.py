"""Runs of capitalised words: what may be a name, with what stands around it."""

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from octavo.encode.blocks import Block
from octavo.encode.namewords import PARTICLES
from octavo.encode.vocabulary import NUMBERED

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


class Token(NamedTuple):
    """A capitalised word (or a particle before one) and its place."""

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
    """Capitalised words in a row; `opens` says that a sentence begins with them."""

    tokens: tuple[Token, ...]
    opens: bool
    before: str
    after: str
    possessive: bool


def find_runs(blocks: Iterable[Block], data: str) -> Iterator[Run]:
    """Give all runs of capitalised words in the blocks.

    The number of a part, such as "Parte Primera", is no name.
    """
    for block in blocks:
        number = NUMBERED.match(data, block.start) if block.kind == "head" else None
        for start, end in block.stretches():
            start = max(start, number.end()) if number else start
            for match in _RUN.finditer(data, start, end):
                yield _run(match, data, start)


def _run(match: re.Match[str], data: str, floor: int) -> Run:
    start, end = match.span()
    spaced = " " in match[0] or "\n" in match[0]
    tokens = tuple(
        Token(_small(m[0]) if spaced else m[0], start + m.start(), start + m.end())
        for m in _SPLIT.finditer(match[0])
    )
    lead = data[max(floor, start - 25) : start].rstrip()
    opening = lead.rstrip("\"'“‘„»«(—–-_ ")
    opens = not opening or opening[-1] in ".!?:;" or lead != opening
    before = _WORD.findall(lead)[-1:] if opening == lead else []
    follow = data[end : end + 25]
    after = re.match(r"\s+([^\W\d_]+)", follow)
    return Run(
        tokens,
        opens,
        before[0] if before else "",
        after[1] if after else "",
        bool(re.match(r"[’']s?\b(?!\w)", follow)),
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
