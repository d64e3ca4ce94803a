"""The search index: the passages of the site, each with its address and its names.

The index is a script that sets one variable, since a page opened from a folder may
load scripts but read no other files. It holds the text itself: a browser looks
through a few megabytes faster than one can type, and needs no second copy of each
word.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from lxml import etree

from octavo.names import EDITION
from octavo.render.passages import Passage, passages, plain

NAME: Final = "assets/search-index.js"
TITLES: Final = "assets/{}/search-titles.js"
_TITLE: Final = " · "
_HOLDER: Final = f"{{{EDITION}}}searched"
Element = etree._Element


def enclose(root: Element, pages: Mapping[str, bytes]) -> None:
    """Put what is searched of some pages into the extract of their document."""
    found = [
        [name, title, passages] for name, title, passages in _read(pages) if passages
    ]
    etree.SubElement(root, _HOLDER).text = json.dumps(found, ensure_ascii=False)


def take_out(extract: Element) -> list[list[Any]]:
    """Take what is searched out of an extract: pages with name, title, passages."""
    holder = extract.find(_HOLDER)
    if holder is None:
        return []
    extract.remove(holder)
    found: list[list[Any]] = json.loads(holder.text or "[]")
    return found


def index(pages: Sequence[Sequence[Any]], entries: Mapping[str, str]) -> bytes:
    """Make the index of some pages; `entries` maps ids of registers to headings."""
    named = {entry for _, _, passages in pages for p in passages for entry in p[2]}
    known = [entry for entry in entries if entry in named]
    numbers = {entry: number for number, entry in enumerate(known)}
    data = {
        "entries": [[entry, entries[entry]] for entry in known],
        "pages": [
            [name, title, [_packed(p, numbers) for p in passages]]
            for name, title, passages in pages
        ],
    }
    packed = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"const octavoIndex={packed};\n".encode()


def titles(pages: Sequence[Sequence[Any]], reader: str) -> Mapping[str, bytes]:
    """Give the titles of pages in a language of labels other than the edition's own."""
    if not reader:
        return {}
    known = {name: title for name, title, _ in pages}
    packed = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    return {TITLES.format(reader): f"const octavoTitles={packed};\n".encode()}


def _packed(passage: Sequence[Any], numbers: Mapping[str, int]) -> Sequence[Any]:
    ident, words, entries = passage
    if not entries:
        return passage[:2]
    named = sorted({numbers[entry] for entry in entries if entry in numbers})
    return [ident, words, *([named] if named else [])]


def _read(
    pages: Mapping[str, bytes],
) -> Iterator[tuple[str, str, list[Passage]]]:
    for name, data in pages.items():
        head, _, rest = data.partition(b"</title>")
        title = plain(head.rpartition(b"<title>")[2].decode())
        main = rest[rest.index(b"<main") : rest.rindex(b"</main>")]
        yield name, title.rpartition(_TITLE)[0] or title, passages(main.decode())
