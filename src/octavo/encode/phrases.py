"""Phrases inside paragraphs: foreign words, titles of works, quotations in the line.

Only what can be told with little doubt: foreign words and titles are looked for among
words that the text itself sets off, quotations between marks that close.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from octavo.encode.blocks import Block
from octavo.encode.namewords import TITLES
from octavo.encode.spans import Element, leaf
from octavo.encode.vocabulary import FREQUENT, words

_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SMALL: Final = words(
    """a an and as at by de des der die das du en et for from in la le les und of on or
    the to von zu with"""
)
_LONGEST: Final = 1000  # characters of a quotation in the line
# Marks that open and close, as a text may use them.
STYLES: Final = ("“”", "„“", "„”", "»«", "«»", '""', "‘’")


def settle_phrases(spans: Iterable[Element], data: str, language: str) -> None:
    """Name emphasised words by what they are, if that can be told.

    Titles are told by their capitals, so only where plain nouns are written small.
    """
    small = language.split("-")[0] in ("en", "fr")
    for span in spans:
        if span.name != "hi" or span.attributes.get("rend") != "italic":
            continue
        found = _WORD.findall(data[span.start : span.end])
        if foreign := _foreign(found, language):
            span.name = "foreign"
            span.attributes["xml:lang"] = foreign
        elif small and _is_title(found, data[span.start : span.end]):
            span.name = "title"


def _foreign(found: list[str], language: str) -> str:
    """Give the other language that words are in; empty if that is not clear."""
    small = [word.casefold() for word in found]
    own = FREQUENT.get(language.split("-")[0])
    if own is None or len(small) < 2 or any(word in own for word in small):
        return ""
    counts = Counter(
        {name: len(known.intersection(small)) for name, known in FREQUENT.items()}
    )
    (best, count), (_, second) = counts.most_common(2)
    return best if count > max(1, second) and count >= len(small) // 5 else ""


def _is_title(found: list[str], text: str) -> bool:
    """Tell whether words look like the title of a work: capitals, small words small."""
    if len(found) < 2 or text[-1] in ".,;:!?" or found[0] in TITLES:
        return False
    great = [word for word in found if word.lower() not in _SMALL]
    if not great or not found[0][0].isupper() or not found[-1][0].isupper():
        return False
    if text.isupper() or not all(word[0].isupper() for word in great):
        return False
    has_small = any(word in _SMALL for word in found[1:-1])
    return has_small or found[0] in ("The", "A", "An", "Le", "La", "Les", "Der", "Die")


def quotation_style(data: str) -> str:
    """Find which marks a text sets around quotations; empty if hardly any."""
    counts = Counter(
        {style: min(data.count(c) for c in style) for style in STYLES[:-1]}
    )
    counts['""'] //= 2
    counts["«»"] -= sum(1 for _ in re.finditer(r"»[^\s»«][^»«]{0,200}«", data)) // 2
    counts["»«"] -= sum(1 for _ in re.finditer(r"«\s?[^»«]{1,200}»", data)) // 2
    style, count = counts.most_common(1)[0]
    if count < 2 and data.count("‘") > 2:
        return STYLES[-1]
    return style if count > 1 else ""


def quotations(blocks: Iterable[Block], data: str, style: str) -> Iterator[Element]:
    """Give the quotations in the lines of paragraphs, marks and all."""
    if not style:
        return
    first, last = re.escape(style[0]), re.escape(style[1])
    pattern = re.compile(rf"(?<!\w){first}[^\s{first}{last}][^{first}{last}]*{last}")
    for block in blocks:
        for start, end in block.stretches():
            for match in pattern.finditer(data, start, end):
                whole = match.span() == (start, end) and block.kind == "quote"
                if len(match[0]) < _LONGEST and not whole:
                    yield leaf("q", *match.span())
