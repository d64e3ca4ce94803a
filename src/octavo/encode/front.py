"""What stands before the first heading: title page, imprint, dedication, the author."""

import re
from dataclasses import dataclass, field
from typing import Final

from octavo.encode.blocks import Block
from octavo.encode.traits import (
    is_bare_number,
    is_caps,
    is_closed,
    is_numbered,
    named_part,
    plain,
)

_IMPRINT: Final = re.compile(
    r"©|\(c\) ?\d|copyright|all rights reserved|\bISBN\b|first (?:published|edition)"
    r"|published (?:by|in)|printed (?:by|in|at|for)|library of congress|british library"
    r"|catalog(?:ue|ing)|moral rights?|imprint of|entered according|edition first"
    r"|typeset|electrotyped|stereotyped|alle rechte|erste auflage|auflage|gedruckt"
    r"|druck von|verlag(?:s|,|$)"
    r"|tous droits|dépôt légal|imprim|achevé|^(?:UK|US|USA): |www\.|https?:",
    re.IGNORECASE,
)
_DEDICATION: Final = re.compile(
    r"(?:to|for|in memory of|in memoriam|dedicated|à|a la mémoire|au|pour|für|dem|den"
    r"|meine[rnm]?|zum (?:ge|an)denken|inscribed)\b",
    re.IGNORECASE,
)
_DEDICATED: Final = re.compile(
    r"\b(?:(?:dedicat|inscrib)ed|gewidmet|zugeeignet|dédiée?|dedicad[oa]|dedicat[oa])\b",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(
    r"(?:[^\W\d_][\w.’'-]+ ){1,4}(?:is|was|lives|teaches|ist|wurde|est|a été|vit)\b"
)
_BY: Final = re.compile(
    r"(?:by|von|par|por|door|przez|edited by|herausgegeben von)\b[.:]?", re.I
)
_YEAR: Final = re.compile(r"\b(?:1[4-9]\d\d|20\d\d)\b|\bM[DCLXVI]{3,}\b")
_VOLUME: Final = re.compile(r"(?:in \w+ )?(?:vol|band|tome|bd)\w*\b", re.I)
_PROSE: Final = 220
_BRIEF: Final = 800  # characters that may stand between two lines of one imprint
_APART: Final = 3  # blank lines above what stands by itself
_BELOW: Final = 2  # blank lines below a heading of a part
_NEAR: Final = 12  # blocks between two signs of front matter
PUBLISHER: Final = re.compile(
    r"compan(?:y|ies)|\bco\.|publish|\bpress\b|verlag|librairie|éditeur|buchhandlung"
    r"|& sons?\b|\bsons\b|brothers|\bbooks\b|printed for|printer|\boffice\b|\bltd\b"
    r"|limited|imprimerie|druckerei|\bhouse\b|university|\bfrères\b|department",
    re.IGNORECASE,
)


@dataclass
class Part:
    """A stretch of the front matter: its type and its blocks."""

    type: str
    blocks: list[Block] = field(default_factory=list)


def preliminaries(blocks: list[Block]) -> int:
    """Count the blocks before the first heading of a part or the first prose.

    None, unless something there says that it is a title page or an imprint.
    """
    count, last, meets_part = 0, -1, False
    for index, block in enumerate(blocks[:80]):
        is_led = index > last >= 0 and _leads(blocks, index)
        if _is_bare_dedication(blocks, index):
            last = index if last >= 0 else last
        elif meets_part := _is_part(block) or is_led:
            break
        if block.length > _PROSE and (
            index > last + _NEAR or (last < 0 and not _is_about(block.text, []))
        ):
            break
        if _tells(block):
            last = index
        count = index + 1
    if last < 0:
        return 0
    while (
        not meets_part
        and count > last + 1
        and (blocks[count - 1].kind == "head" or blocks[count - 1].length > _PROSE)
    ):
        count -= 1
    return count - _ends_in_title(blocks, count)


def _tells(block: Block) -> bool:
    """Tell whether a block says that it is of a title page or an imprint."""
    may = block.kind != "head" or _BY.match(block.text) or block.text[0] in "12"
    return bool(may) and _is_sign(block.text)


def _ends_in_title(blocks: list[Block], count: int) -> bool:
    """Tell whether the title comes again right above the first heading of a part."""
    if not 0 < count - 1 < len(blocks) - 1:
        return False
    block, below = blocks[count - 1 : count + 1]
    is_over = (block.top or block.gap >= _APART) and below.gap < _APART
    is_over = is_over and block.kind == "head" == below.kind
    return is_over and any(plain(b.text) == plain(block.text) for b in blocks[:3])


def _is_part(block: Block) -> bool:
    """Tell whether a named or numbered part, a list or a note begins here."""
    if (
        "opens" in block.traits
        or "list" in block.traits
        or block.kind in ("note", "figure")
    ):
        return True
    text = block.text
    if block.kind != "head" or _VOLUME.match(text):
        return False
    return bool(named_part(text) or is_numbered(text) or is_bare_number(text))


def _is_bare_dedication(blocks: list[Block], at: int) -> bool:
    """Tell whether a line such as "To my Mother." has a page of its own."""
    if at + 1 == len(blocks) or not _DEDICATION.match(blocks[at].text):
        return False
    block, below = blocks[at : at + 2]
    apart = block.top or block.gap >= _APART
    return apart and below.kind == "head" and (below.top or below.gap >= _APART)


def _leads(blocks: list[Block], at: int) -> bool:
    """Tell whether a heading of its own stands over prose, such as "To the Reader"."""
    block = blocks[at]
    if block.kind != "head" or block.gap < _APART or _is_sign(block.text):
        return False
    below = blocks[at + 1 : at + 3]
    return block.after >= _BELOW and any(b.length > _PROSE for b in below)


def _is_sign(text: str) -> bool:
    """Tell whether a line stands on title pages and imprints only."""
    if len(text) > 400:
        return False
    if is_author_line(text) and (len(text) < 8 or is_caps(text) or len(text) < 60):
        return True
    return bool(_IMPRINT.search(text)) or bool(
        re.fullmatch(r"(?:1[4-9]|20)\d\d\.?", text)
    )


def front_parts(blocks: list[Block]) -> list[Part]:
    """Cut what stands before the first heading into its parts."""
    parts: list[Part] = []
    titles = [b.text.casefold() for b in blocks[:12] if b.length < 60]
    for index, block in enumerate(blocks):
        last = parts[-1] if parts else None
        kind = _kind(blocks, index, last, titles)
        if last is None or kind != last.type or (kind == "" and block.gap >= 3):
            last = Part(kind)
            parts.append(last)
        last.blocks.append(block)
    return _joined(parts)


def _joined(parts: list[Part]) -> list[Part]:
    """Put imprints together again that a few plain lines part."""
    joined: list[Part] = []
    for part in parts:
        is_imprint = part.type == "imprint" and len(joined) > 1
        if is_imprint and joined[-2].type == "imprint" and _is_brief(joined[-1]):
            between = joined.pop()
            joined[-1].blocks += between.blocks + part.blocks
        else:
            joined.append(part)
    return joined


def _is_brief(part: Part) -> bool:
    return part.type == "" and sum(block.length for block in part.blocks) < _BRIEF


def _kind(blocks: list[Block], at: int, last: Part | None, titles: list[str]) -> str:
    block = blocks[at]
    text = block.text
    if block.kind in ("break", "note"):
        return last.type if last and last.type != "titlePage" else ""
    if last and (kind := _goes_on(block, last)):
        return kind
    if _IMPRINT.search(text) and block.length < 600:
        return "imprint"
    if last and last.type == "imprint" and _imprint_follows(blocks, at):
        return "imprint"
    if _is_dedication(blocks, at, last):
        return "dedication"
    if block.length > 90 and is_closed(text) and _is_about(text, titles):
        return "about"
    if block.length < 120 and (last is None or last.type == "titlePage"):
        return "titlePage"
    return ""


def _goes_on(block: Block, last: Part) -> str:
    """Name the part that a block goes on with: the title page, or the motto below."""
    if last.type not in ("titlePage", "epigraph"):
        return ""
    is_motto = block.kind == "quote" and (
        len(block.lines) > 1 or "source" in block.traits
    )
    if is_motto and block.gap < _APART and not block.top:
        return "epigraph"
    return "titlePage" * (last.type == "titlePage" and _is_near(block))


def _is_dedication(blocks: list[Block], at: int, last: Part | None) -> bool:
    if last and last.type == "dedication" and _still_dedication(blocks[at]):
        return True
    text = blocks[at].text
    if not _DEDICATION.match(text):
        return False
    return _stands_alone(blocks, at) or bool(_DEDICATED.search(text[:_BRIEF]))


def _is_about(text: str, titles: list[str]) -> bool:
    """Tell whether a paragraph begins with a name: one in capitals or of the title."""
    lower = text.casefold()
    named = any(lower.startswith(title) for title in titles if " " in title)
    words = re.match(r"(?:[^\W\d_][\w.’'-]+ ){2}", text)
    return named or bool(words and words[0].isupper()) or bool(_ABOUT.match(text))


def _imprint_follows(blocks: list[Block], at: int) -> bool:
    """Tell whether the imprint goes on right here or in the next lines."""
    if blocks[at].length > 160 or blocks[at].gap > 3:
        return False
    return any(_IMPRINT.search(b.text) for b in blocks[at + 1 : at + 4])


def _is_near(block: Block) -> bool:
    """Tell whether a line stands on the same page as the line above it."""
    return block.gap < 2 and not block.top and block.length < _PROSE


def _stands_alone(blocks: list[Block], at: int) -> bool:
    """Tell whether a line is no sentence of a text, by its end or by its place."""
    block = blocks[at]
    apart = block.gap >= _APART and (at + 1 == len(blocks) or block.after >= _APART)
    return block.length < 160 and (apart or not is_closed(block.text))


def _still_dedication(block: Block) -> bool:
    return block.gap < 2 and block.length < 90


def is_author_line(text: str) -> bool:
    """Tell whether a line of the title page names who wrote it: "By ..."."""
    return bool(_BY.match(text)) and len(text) < 120


def is_imprint_line(text: str) -> bool:
    """Tell whether a line of the title page says who printed it, where or when."""
    return bool(_YEAR.search(text) or PUBLISHER.search(text)) and len(text) < 120
