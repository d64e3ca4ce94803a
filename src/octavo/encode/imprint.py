"""What a text says of itself: title, author, publisher, place, dates, ISBN, rights."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from octavo.encode.blocks import Block
from octavo.encode.front import PUBLISHER, Part, is_author_line
from octavo.encode.titlelines import (
    SMALL,
    is_firm,
    is_town,
    publishers,
    roman_year,
    shown,
)
from octavo.encode.traits import named_part

_ISBN: Final = re.compile(
    r"(?P<label>e-?\s?book |print |paperback |hardback )?e?-?ISBN(?:-?1[03])?"
    r"(?:\s*\((?P<kind>[^)]{2,20})\))?:?\s*(?P<number>[\d][\d\s–-]{8,20}[\dXx])",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?<![–—-])\b(1[4-9]\d\d|20\d\d)\b(?! ?[–—-] ?\d)")
_HOLDER: Final = re.compile(
    r"(?:©|\(c\)|copyright)[\s,:]*(?:\d{4}[\s,]*)*(?:by )?", re.I
)
_PUBLISHED: Final = re.compile(
    r"(?P<what>.*?)\bpublished (?:as .{1,60}? )?by "
    r"(?P<who>.+?),?(?: in)? (?P<year>\d{4})",
    re.IGNORECASE,
)
_IMPRINT_OF: Final = re.compile(
    r"(.{2,60}?) is (?:the |an )?imprint of (?:the )?(.+)", re.I
)
_RIGHTS: Final = re.compile(
    r"©|\(c\) ?\d|copyright|rights|licen[cs]e|alle rechte|tous droits", re.I
)
_NAME: Final = re.compile(
    r"(?:[^\W\d_a-z][\w'’]*\.?[\s-]){1,4}[^\W\d_a-z][\w'’-]+(?:, [A-Z][\w. ]{1,20})?"
)
_PLACES: Final = re.compile(
    r"[^\W\d_a-z][\w.’'-]*"
    r"(?:(?:[,:;]| and| und| et| &| [-–—])? [^\W\d_a-z][\w.’'-]*){0,5}"
)
_DEGREE: Final = re.compile(
    r",? (?:[A-Z]\. ?[A-Z]\.|[A-Z]\.[A-Za-z]{1,2}\.|B\. ?D\.).*$"
)
_AT: Final = re.compile(r"(?P<place>[^:;]{2,40}?)\s*[:;]\s+(?P<who>\S.+)")
_LAST: Final = 3  # blocks that a signature may have
_BRIEF: Final = 60
_PG: Final = re.compile(
    r"(Title|Author|Language|Release Date|Translator|Editor):\s*(.+)"
)


@dataclass
class Imprint:
    """The facts of a title page and imprint, as the text gives them.

    `signature` and `signed` are name and year below a preface.
    """

    title: str = ""
    subtitle: str = ""
    authors: list[str] = field(default_factory=list)
    publishers: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    years: list[str] = field(default_factory=list)
    edition: str = ""
    distributor: str = ""
    isbns: list[tuple[str, str]] = field(default_factory=list)
    rights: list[str] = field(default_factory=list)
    history: list[str] = field(default_factory=list)
    signature: str = ""
    signed: str = ""


def read_licence(lines: Iterable[str], imprint: Imprint) -> None:
    """Read title and author where a distributor has put them on top."""
    for line in lines:
        match = _PG.fullmatch(line)
        if match is None or match[2].strip().casefold() in ("unknown", "various"):
            continue
        if match[1] == "Title" and not imprint.title:
            imprint.title = match[2].strip()
        elif match[1] == "Author" and not imprint.authors:
            imprint.authors = [match[2].strip()]


def read_parts(parts: list[Part], imprint: Imprint) -> None:
    """Read the parts of the front matter."""
    for part in parts:
        if part.type == "titlePage":
            _title_page(part.blocks, imprint)
        elif part.type == "imprint":
            for block in part.blocks:
                _imprint_line(block.text, imprint)
    if not imprint.authors:
        _author_from(parts, imprint)


def _title_page(blocks: list[Block], imprint: Imprint) -> None:
    texts = [b.text for b in blocks]
    at = _author_lines(texts, imprint)
    title = [t for t in texts[:at] if t]
    if title and not imprint.title:
        imprint.title, imprint.subtitle = _split_title(title)
    before = ""
    for text in texts[at:]:
        _imprint_line(text, imprint)
        if not (imprint.title and _names(text, imprint)):
            _printed(text, before, imprint)
        before = text


def _printed(text: str, before: str, imprint: Imprint) -> None:
    """Read a line that may say who printed the book, and where."""
    if (match := _AT.match(text)) and is_town(match["place"]):
        imprint.places.append(shown(match["place"]))
        imprint.publishers += publishers(match["who"])
    elif _looks_like_publisher(text) or (is_town(before) and is_firm(text)):
        imprint.publishers += publishers(text)
    elif imprint.title and _looks_like_place(text):
        imprint.places.append(shown(text))


def _author_lines(texts: list[str], imprint: Imprint) -> int:
    """Find where the title ends; take the authors that follow."""
    for index, text in enumerate(texts):
        if is_author_line(text):
            rest = re.sub(r"^\w+\b[.:]?\s*", "", text)
            names = [rest] if len(rest) > 3 else texts[index + 1 : index + 2]
            _add_authors(names, imprint)
            return index
    for index, text in enumerate(texts[1:], 1):
        if is_name(text):
            run = texts[index : index + 6]
            names = [t for n, t in enumerate(run) if all(map(is_name, run[: n + 1]))]
            _add_authors(names, imprint)
            return index
        if _looks_like_publisher(text) or _YEAR.search(text):
            return index
    return len(texts)


def _names(text: str, imprint: Imprint) -> bool:
    """Tell whether a line of the title page says who wrote the text."""
    return is_author_line(text) or any(
        author in shown(text) for author in imprint.authors
    )


def _add_authors(names: Iterable[str], imprint: Imprint) -> None:
    if not imprint.authors:
        imprint.authors = [shown(_DEGREE.sub("", name).strip(" ,.")) for name in names]


def _split_title(lines: list[str]) -> tuple[str, str]:
    main = [lines[0]]
    rest = lines[1:]
    while rest and (len(rest[0]) < 5 or len(main[-1]) < 5):
        main.append(rest.pop(0))
    return shown(" ".join(main).rstrip(":;.,")), shown(" ".join(rest[:2]))


def is_name(text: str) -> bool:
    """Tell whether a line is nothing but the name of a person."""
    if PUBLISHER.search(text) or not _NAME.fullmatch(text):
        return False
    return not SMALL & set(text.casefold().split()) and len(text) < 50


def _looks_like_publisher(text: str) -> bool:
    if re.search(r"divinity|harvard|fellow|member|professor|author of", text, re.I):
        return False
    return bool(PUBLISHER.search(text)) and len(text) < 90


def _looks_like_place(text: str) -> bool:
    """Tell whether a line is one or more names of towns: "London and New York:"."""
    return len(text) < 40 and bool(_PLACES.fullmatch(text.strip(" .:,")))


def _imprint_line(text: str, imprint: Imprint) -> None:
    if match := _PUBLISHED.match(text):
        imprint.publishers.append(match["who"].strip())
        if match["what"].strip() and "first" not in match["what"].casefold():
            imprint.edition = match["what"].strip()
        imprint.history.append(text)
    if match := _IMPRINT_OF.match(text):
        imprint.distributor = match[2].strip(" .")
    for match in _ISBN.finditer(text):
        number = match["number"].strip()
        if check_isbn(number):
            electronic = text[: match.end()].casefold()
            is_electronic = re.search(r"e-?\s?book|eisbn", electronic)
            kind = ' subtype="electronic"' if is_electronic else ""
            imprint.isbns.append((kind, number))
    if _RIGHTS.search(text):
        imprint.rights.append(text)
    imprint.years += _YEAR.findall(text) or roman_year(text)


def read_signature(blocks: list[Block], imprint: Imprint) -> None:
    """Read name and year below a preface, where the text says no more of itself."""
    heads = [i for i, block in enumerate(blocks) if block.kind == "head"]
    for at, end in pairwise([*heads, len(blocks)]):
        if named_part(blocks[at].text) not in ("preface", "dedication"):
            continue
        for block in blocks[max(at + 1, end - _LAST) : end]:
            text = block.text.strip(" .")
            if is_name(text) and not imprint.signature:
                imprint.signature = shown(text)
            elif len(text) < _BRIEF and (years := _YEAR.findall(text)):
                imprint.signed = imprint.signed or years[0]
        return


def check_isbn(number: str) -> bool:
    """Tell whether the check digit of an ISBN is right."""
    digits = [10 if c in "Xx" else int(c) for c in number if c.isdigit() or c in "Xx"]
    if len(digits) == 13:
        return sum(d * (1, 3)[i % 2] for i, d in enumerate(digits)) % 10 == 0
    if len(digits) == 10:
        return sum(d * (10 - i) for i, d in enumerate(digits)) % 11 == 0
    return False


def _author_from(parts: list[Part], imprint: Imprint) -> None:
    """Take the author from the note about him, else from the holder of rights."""
    for part in parts:
        words = part.blocks[0].text if part.type == "about" else ""
        if match := re.match(r"(?:[^\W\d_a-z]{2,}[\s-]){1,3}[^\W\d_a-z]{2,}", words):
            imprint.authors = [shown(match[0])]
            return
    for text in imprint.rights:
        name = _YEAR.sub("", _HOLDER.sub("", text)).strip(" ,.")
        if _HOLDER.search(text) and is_name(name):
            imprint.authors = [shown(name)]
            return
