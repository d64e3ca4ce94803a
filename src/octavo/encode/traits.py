"""What can be seen of a block by itself: the evidence for its kind."""

import re
from functools import lru_cache
from typing import Final

from octavo.encode.blocks import Block
from octavo.encode.measure import Measured
from octavo.encode.vocabulary import BARE_NUMBER, numbered, part_type

FIGURE: Final = re.compile(
    r"\[(?:Illustration|Abbildung|Figure|Frontispiece|Image|Picture|Plate|Tafel)\b"
    r"(?P<colon>:?)\s*(?P<caption>.*?)\]?$",
    re.IGNORECASE | re.DOTALL,
)
SEPARATOR: Final = re.compile(r"(?:[*•·⁂~#=_—–-]\s*){1,40}|❦|✻")
ENTRY: Final = re.compile(
    r"(?P<open>\(?)(?P<n>\d{1,3}|[ivxlc]{1,7}|[IVXLC]{1,9}|[a-zA-Z])(?P<close>[.)]?)\s+"
    r"(?=\S)"
)
BULLET: Final = re.compile(r"[•·▪◦‣*–—-]\s+(?=\S)")
_LEADER: Final = re.compile(r"(?:\s*\.){2,}\s*(\d{1,4}|[ivxlc]{1,7})$|\s{3,}(\d{1,4})$")
_TERMINAL: Final = frozenset(".!?…")
_QUOTES: Final = "\"'“”„‘’«»‹›"
_VERSE: Final = 4  # lines; in prose hardly so many in a row begin with a capital
_OPENING: Final = _QUOTES + "[(—-"
_SPEECH: Final = (*_QUOTES, "—", "–", "--", "- ")
_SMALL: Final = re.compile("[a-z]")
# A block is looked at from its neighbours too, so answers are kept for a while.
_kept: Final = lru_cache(maxsize=512)
_ROMAN: Final = tuple("ivxlc")
_PAGE: Final = re.compile(r"\s+(?:\d{1,4}|[ivxlc]{1,6})$")
_SIGNS: Final = re.compile(r"[\W_]+")
_ENTRY: Final = 500  # characters that no entry or heading has


@_kept
def is_caps(text: str) -> bool:
    """Tell whether a text is set in capitals."""
    if _SMALL.search(text):
        return False
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 1 and all(c == c.upper() for c in letters)


@_kept
def is_closed(text: str) -> bool:
    """Tell whether a text ends as a sentence does."""
    bare = text.rstrip(_QUOTES + ")]")
    return bool(bare) and bare[-1] in _TERMINAL


def is_speech(text: str) -> bool:
    """Tell whether a text begins as direct speech does."""
    return text.startswith(_SPEECH)


@_kept
def is_balanced(text: str) -> bool:
    """Tell whether all quotation marks of a text are closed."""
    pairs = ("„", "“") if "„" in text else ("“", "”")
    curved = text.count(pairs[0]) == text.count(pairs[1])
    guillemets = text.count("«") == text.count("»")
    return curved and guillemets and text.count('"') % 2 == 0


@_kept
def is_numbered(text: str) -> bool:
    """Tell whether a text begins as the heading of a numbered part does."""
    match = numbered(text)
    if match is None:
        return False
    rest = text[match.end() :].strip()
    if is_caps(text) or not rest or text[match.end() - 1] == ".":
        return True
    return rest[0] in ":—–-." or (rest[0].isupper() and not is_closed(text))


@_kept
def is_bare_number(text: str) -> bool:
    """Tell whether a text is a number and nothing else."""
    return bool(BARE_NUMBER.fullmatch(text.strip()))


@_kept
def is_number_only(text: str) -> bool:
    """Tell whether a heading is the number of a part, and no title."""
    match = numbered(text)
    rest = text[match.end() :] if match else text
    return is_bare_number(text) or (match is not None and len(rest.strip(" .:")) < 2)


def is_centred(block: Block, measured: Measured) -> bool:
    """Tell whether each line stands in the middle of the page."""
    return block.indent > 4 and all(
        line.indent > 4
        and abs(line.indent - (measured.width - len(line.content)) / 2) <= 3
        for line in block.lines
    )


def is_inset(block: Block, measured: Measured) -> bool:
    """Tell whether a whole block of full lines is set in."""
    if not (block.indent and measured.wrapped) or measured.set_in or block.count < 2:
        return False
    indents = block.indents
    body = min(indents)
    if not body:
        return False
    full = block.is_filled(measured.width - (body if measured.indent else 0))
    hangs = any(indent > indents[0] for indent in indents)
    return full and not hangs and indents[0] - body <= 6


def verse_lines(block: Block, measured: Measured) -> float:
    """Say how much the lines look like verse, from 0 to 1."""
    lines = block.contents
    capital = sum(map(_opens_large, lines)) / len(lines)
    short = sum(len(line) < 0.75 * measured.width for line in lines)
    share = 1.0 if is_capitalised(block) else short / len(lines)
    return float(capital * share**0.5)


def is_capitalised(block: Block) -> bool:
    """Tell whether more lines begin with a capital than chance would give prose."""
    return block.count >= _VERSE and all(map(_opens_large, block.contents))


def _opens_large(line: str) -> bool:
    return line[0].isupper() or line.lstrip(_OPENING)[:1].isupper()


def _may_lead(text: str) -> bool:
    """Tell whether a text ends as the number of a page does."""
    return text[-1:].isdecimal() or text[-1:] in _ROMAN


def has_leader(text: str) -> bool:
    """Tell whether dots or a wide gap lead to the number of a page."""
    return _may_lead(text) and _LEADER.search(text) is not None


@_kept
def plain(text: str) -> str:
    """Reduce an entry or heading to its words, without number and page number."""
    if len(text) > _ENTRY:
        return text
    text = text.casefold()
    if _may_lead(text):
        text = _PAGE.sub("", _LEADER.sub("", text))
    return _SIGNS.sub(" ", text).strip()


@_kept
def named_part(text: str) -> str:
    """Tell which part of a book a heading names; empty if none."""
    return part_type(text.strip(" .:[]")) if len(text) < 90 else ""
