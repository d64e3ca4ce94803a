"""The TEI document around the text: header, record of removals, text."""

import re
from collections import Counter
from io import BytesIO
from pathlib import PurePath

from octavo.encode.draft import Draft
from octavo.encode.front import front_parts
from octavo.encode.furniture import site_title
from octavo.encode.header import header
from octavo.encode.imprint import Imprint, read_licence, read_parts, read_signature
from octavo.encode.markup import escape
from octavo.encode.removals import Removals, record
from octavo.encode.titlelines import shown
from octavo.encode.writer import Writer
from octavo.names import TEI


def document(draft: Draft, removals: Removals, name: str) -> bytes:
    """Write the whole document."""
    source = draft.source
    removed = record(source, removals)
    persons = _persons(draft.persons)
    held = persons + removed
    stand_off = f"<standOff>\n{held}</standOff>\n" if held else ""
    language = draft.measured.language
    head = header(imprint_of(draft), draft.profile, language, PurePath(name).stem)
    out = BytesIO()
    out.write(
        (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<TEI xmlns="{TEI}" xml:lang="{language}">\n{head}{stand_off}'
        ).encode()
    )
    Writer(source.data, removals, draft.layers, out).write(draft.text)
    out.write(b"\n</TEI>\n")
    return out.getvalue()


def _persons(persons: list[tuple[str, str]]) -> str:
    entries = "".join(
        f'<person xml:id="{key}"><persName>{escape(name)}</persName></person>\n'
        for key, name in persons
    )
    return f"<listPerson>\n{entries}</listPerson>\n" if entries else ""


def imprint_of(draft: Draft) -> Imprint:
    """Gather what the text says of itself."""
    imprint = Imprint()
    data = draft.source.data
    removed = {rule: _lines(draft, rule) for rule in ("licence", "running-head")}
    read_licence(removed["licence"], imprint)
    front = [b for b in draft.blocks if "preliminary" in b.traits]
    read_parts(front_parts(front), imprint)
    if not (imprint.authors and imprint.years):
        read_signature(draft.blocks, imprint)
    if not imprint.title:
        imprint.title = site_title(draft.source) or _running_title(
            removed["running-head"]
        )
    if not imprint.title:
        first = next((b.text for b in draft.blocks if b.kind == "head"), "")
        imprint.title = first or " ".join(data[:300].split())[:60]
    return imprint


def _lines(draft: Draft, rule: str) -> list[str]:
    data = draft.source.data
    return [data[r.start : r.end] for r in draft.removals if r.rule == rule]


def _running_title(lines: list[str]) -> str:
    """Take the running head that most pages have as the title of the book."""
    plain = Counter(re.sub(r"^\d+\s+|\s+\d+$", "", line).strip() for line in lines)
    return shown(plain.most_common(1)[0][0]) if plain else ""
