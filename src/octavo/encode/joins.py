"""Words that a line end has cut: joined by the vocabulary of the book itself."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from octavo.encode.blocks import Block
from octavo.encode.removals import Removals
from octavo.encode.spans import Removal
from octavo.encode.text import Line, Rows
from octavo.encode.wordparts import WordParts

_TOKEN: Final = re.compile(
    r"(?<![-‐¬\u00ad]\n)(?<![^\W\d_])[^\W\d_]++(?:[-'’][^\W\d_]++)*+(?![-‐¬\u00ad]\n)"
)
_HEAD: Final = re.compile(r"((?:[^\W\d_]+-)*)([^\W\d_]+)[-‐¬\u00ad]$")
_TAIL: Final = re.compile(r"[^\W\d_]+")
_HYPHENS: Final = "-‐¬\u00ad"
_TENS: Final = re.compile(r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty", re.I)
_UNITS: Final = re.compile(
    r"one|two|three|four|five|six|seven|eight|nine|first|second|third|fifth|ninth"
)
_ENDINGS: Final = re.compile(
    r"(?:ment|tion|sion)s?|less|ness|ties|able|ible|ful|ing|ed|ly"
)
_INFLECTED: Final = re.compile(r"(\w{3,}?)(?:e?s|e?d|ing|e?rs?)")
_SUFFIXES: Final = ("ish", "less", "same", "pen", "way")  # of selfish, halfway
# What is written before others with a hyphen, and what behind others, with or without.
_PREFIXES: Final = re.compile(
    r"non|semi|quasi|vice|pseudo|demi|anglo|franco|au|ci|là|après|avant", re.IGNORECASE
)
_PARTED: Final = re.compile(
    r"(?:head|hair|eye|hand|face|heart|mind|foot|legg|wing|colou?r|look|neck|shap)ed(?:ly)?"
    r"|looking|like|stricken|making|inspiring|on|ils?|elles?|même|mêmes|là|ci"
)
_PARTING: Final = re.compile(r"day|night|morrow|bye?")
_CLOSING: Final = re.compile(
    r"m[ae]n|wom[ae]n|some|hood|ships?|wards?|wise|where|ever|more|things?|body|time|maid"
    r"|sel(?:f|ves)|days?|wi(?:fe|ves)|pen(?:ny|ce)|sides?|hold|nights?|ways?|month|fully"
)
# By language: second parts that close a word, and words that follow others by a hyphen.
_CLOSINGS: Final = {
    "fr": re.compile(
        r"fois|tenant|jours?|hommes?|temps|tant|quoi|que|suite|fin|donn\w*|ven(?:ir|u)"
        r"|tôt|près|port\w*"
    )
}
_CLITICS: Final = {
    "fr": re.compile(
        r"[mt]oi|lui|[nv]ous|leur|je|tu|ce|ils?|elles?|on|l(?:es?|a)|y|en|t|mêmes?|là|ci"
    ),
    "pt": re.compile(r"[mts]e|lhes?|[nv]os|l?[ao]s?|n[ao]s?"),
}
# Languages that hardly put a hyphen before a small letter.
_CLOSED: Final = frozenset(["de", "es", "it", "la", "nl", "pl"])
_CONJUNCTIONS: Final = {
    "en": frozenset(["and", "or"]),
    "de": frozenset(["und", "oder", "bis", "sowie", "bzw", "beziehungsweise", "resp"]),
    "nl": frozenset(["en", "of"]),
}
_LATIN: Final = re.compile(r"pr[eo]|re|mid", re.IGNORECASE)
_MANY: Final = 2000  # lines whose words are counted at once
_LONG: Final = 95  # no wrapped line is so long


class _Book(NamedTuple):
    """The words of a book, with how often each stands there, and its language."""

    words: Counter[str]
    parts: WordParts
    language: str


def count_words(rows: Rows) -> Counter[str]:
    """Count the words of a text, those with a hyphen as one word and as two.

    "self-" and "-like" count the words that are made so.
    """
    counts: Counter[str] = Counter()
    for part in _parts(rows):
        counts.update(_TOKEN.findall(part))
    for word, count in list(counts.items()):
        if "-" in word:
            first, *_, last = parts = word.split("-")
            counts.update(dict.fromkeys(parts, count))
            counts.update([f"{first.lower()}-", f"-{last.lower()}"])
        if word[0].isupper():
            counts[word.lower()] += count
    return counts


def _parts(rows: Rows) -> Iterator[str]:
    """Give the lines, many at a time, with an empty one where blank lines stand."""
    text = rows.text
    held: list[str] = []
    before = below = -1
    for row, content in zip(rows.order, rows.contents(), strict=True):
        above = text.above(row)
        if above - below > row - before:
            held.append("")
        elif len(held) > _MANY and held[-1][-1:] not in _HYPHENS:
            yield "\n".join(held)
            held.clear()
        held.append(content)
        before, below = row, above
    yield "\n".join(held)


def joins(
    blocks: Iterable[Block], rows: Rows, data: str, taken: Removals, language: str
) -> list[Removal]:
    """Find hyphens to drop and breaks to close inside the blocks.

    `taken` are the stretches between lines that are not white space: running heads
    and notes. The words of all the lines tell how a word is written.
    """
    found: list[Removal] = []
    words: Counter[str] = Counter()
    book = _Book(words, WordParts(words), language[:2])
    for block in blocks:
        if not _is_cut(block):
            continue
        for line, following in pairwise(block.lines):
            is_long = len(block.lines[0].content) > _LONG
            if not words and (line.content[-1] in _HYPHENS or is_long):
                words = count_words(rows)
                book = _Book(words, WordParts(words), language[:2])
            if line.content[-1] in _HYPHENS:
                hyphen = _hyphen(line, following, book)
            elif is_long:
                hyphen = _cut(line, following, words, data)
            else:
                continue
            if hyphen is not None:
                found += hyphen
                found += _closed(line.end, following.start, data, taken)
    return found


def _closed(start: int, end: int, data: str, taken: Removals) -> Iterator[Removal]:
    for at, gap in taken.kept(data, start, end):
        yield Removal(at, at + len(gap), "line-break")


def _is_cut(block: Block) -> bool:
    """Tell whether a line of a block ends in a hyphen, or may be cut without one."""
    if block.kind in ("l", "row") or block.stop - block.first == 1:
        return False
    text, rows = block.shelf.text, block.shelf.order[block.first : block.stop]
    is_long = text.ends[rows[0]] - text.starts[rows[0]] > _LONG
    return is_long or any(text.data[text.ends[row] - 1] in _HYPHENS for row in rows)


def _hyphen(line: Line, following: Line, book: _Book) -> list[Removal] | None:
    """Give the hyphen to remove; none if it stays, None if the lines stay apart."""
    head, tail = _HEAD.search(line.content), _TAIL.match(following.content)
    if head is None or tail is None:
        return None
    if _is_suspended(head[2], tail[0], book):
        return None
    after = following.content[tail.end() : tail.end() + 1]
    if head[1] or _keeps_hyphen(head[2], tail[0], after, book):
        return []
    return [Removal(line.end - 1, line.end, "line-end-hyphen")]


def _is_suspended(head: str, tail: str, book: _Book) -> bool:
    """Tell whether the rest of a compound comes later, as in "Hoch- und Tiefbau"."""
    conjunctions = _CONJUNCTIONS.get(book.language, frozenset())
    whole = book.words[head + tail] or book.words[(head + tail).lower()]
    known = book.words[head] or book.words[head.lower()] or book.language == "de"
    return bool(tail in conjunctions and known and len(head) > 2 and not whole)


def _keeps_hyphen(head: str, tail: str, after: str, book: _Book) -> bool:
    """Tell whether a hyphen is the word's own; `after` is what follows the tail."""
    words = book.words
    joined = words[head + tail] + words[(head + tail).lower()]
    apart = words[f"{head}-{tail}"] or words[f"{head}-{tail}".lower()]
    if joined or apart:
        return apart > joined
    if _ENDINGS.fullmatch(tail):
        return False
    if tail[0].isupper() or _is_custom(head, tail, words):
        return True
    heads = words[head] + words[head.lower()]
    clitic = _CLITICS.get(book.language)
    is_clitic = clitic is not None and clitic.fullmatch(tail) is not None
    if heads > 1 and (is_clitic or (after == "-" and words[tail] > 0)):
        return True
    return book.language not in _CLOSED and _is_compound(head, tail, heads, book)


def _is_compound(head: str, tail: str, heads: int, book: _Book) -> bool:
    """Tell whether two parts that the book never joins look like words by themselves.

    `heads` is how often the first of them stands there.
    """
    words = book.words
    if _is_productive(head, tail):
        return True
    plain = words[tail] + words[tail.capitalize()]
    tails = plain + _stem_count(head, tail, words)
    if _PREFIXES.fullmatch(head) or _PARTED.fullmatch(tail):
        return tails > 0 or (heads > 0 and len(head) > 2)
    if len(tail) > 2 and _LATIN.fullmatch(head):
        return tails > 0
    closing = _CLOSINGS.get(book.language, _CLOSING)
    if min(len(head), len(tail)) < 3 or closing.fullmatch(tail):
        return False
    return (heads > 1 and tails > 0) or _is_whole(head, tail, heads, plain, book.parts)


def _is_whole(head: str, tail: str, heads: int, tails: int, parts: WordParts) -> bool:
    """Tell whether one part is a word and neither is a piece that words are made of.

    Such as the dew and the drop of dew-drop, not the pre and the vent of prevent.
    """
    if len(tail) < 4 or not parts.tell():
        return False
    if tails and not parts.begun(head) and parts.ended(tail) < 2:
        return True
    known = heads > 1 and len(head) > 3
    return known and not parts.ended(tail) and parts.begun(head) < 3


def _stem_count(head: str, tail: str, words: Counter[str]) -> int:
    """Count the word that a second part such as "beds" or "forming" is made of."""
    stem = _INFLECTED.fullmatch(tail)
    return words[stem[1]] + words[f"{stem[1]}e"] if stem and len(head) > 2 else 0


def _is_productive(head: str, tail: str) -> bool:
    """Tell whether a word is one that is put before others with a hyphen."""
    if _TENS.fullmatch(head):
        return _UNITS.match(tail) is not None
    if head.casefold() in ("to", "good"):
        return _PARTING.fullmatch(tail) is not None
    if head.casefold() in ("well", "ill"):
        return tail.endswith("ed")
    if head.casefold() in ("re", "pre", "co"):
        return head[-1] == tail[0]
    return head.casefold() in ("self", "half") and not tail.startswith(_SUFFIXES)


def _is_custom(head: str, tail: str, words: Counter[str]) -> bool:
    """Tell whether the book itself makes several words of one part and a hyphen."""
    first = len(head) > 3 and words[f"{head.lower()}-"] > 2
    return first or (len(tail) > 3 and words[f"-{tail.lower()}"] > 1)


def _cut(
    line: Line, following: Line, words: Counter[str], data: str
) -> list[Removal] | None:
    """Tell whether a line broke inside a word although nothing shows it.

    Only breaks without any white space beside them can be such: a text that a site
    has cut into chunks has them.
    """
    if following.indent or data[line.end : following.start] not in ("\n", "\r\n"):
        return None
    head = re.search(r"[^\W\d_]+$", line.content)
    tail = _TAIL.match(following.content)
    if head is None or tail is None or not tail[0][0].islower():
        return None
    whole = words[head[0] + tail[0]]
    apart = min(words[head[0]], words[tail[0]])
    return [] if whole > 0 or apart < 2 else None
