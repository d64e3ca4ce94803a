"""Parts: what pages have in common is made once.

The stylesheet puts it on the page of the chapter, between two marks; in the whole
text another mark stands for it. Here it is put there, with what differs: headings
are deeper, and links between pages become links within the page.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Final
from urllib.parse import quote, unquote

_MARK: Final = b"<?octavo-"
_LEVEL: Final = re.compile(rb' aria-level="(\d)"')
_DEEPEST: Final = 6
# What the engine writes as it is in the address of a link.
_PLAIN: Final = "".join(map(chr, range(0x20, 0x7F)))


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands in a chapter and in the whole, and the level of its headings."""

    data: bytes
    level: int


def joined(pages: Mapping[str, bytes], whole: str) -> dict[str, bytes]:
    """Put the parts of the chapters into the page of the whole text."""
    made = dict(pages)
    before, _, marked = made.get(whole, b"").partition(_MARK + b"ids ")
    if not marked:
        return made
    listed, _, rest = marked.partition(b"?>")
    words = listed.split()
    ids = dict(zip(words[::2], words[1::2], strict=True))
    parts: dict[bytes, _Part] = {}
    for name in map(bytes.decode, ids):
        made[name] = _taken(made[name], parts)
    prefix = whole.removesuffix(".html").encode()
    made[whole] = before + _filled(rest, parts, ids, prefix)
    return made


def _taken(page: bytes, parts: dict[bytes, _Part]) -> bytes:
    """Take the marks out of a page, and what is between them down."""
    kept, *pieces = page.split(_MARK)
    for piece in pieces:
        mark, _, data = piece.partition(b"?>")
        kind, name, *level = mark.split()
        if kind == b"part":
            parts[name] = _Part(data, int(level[0]))
        if kind == b"contents":
            kept += _marked(parts[kind].data, int(name))
        # The contents stand where a page asks for them.
        kept += b"" if (kind, name) == (b"part", b"contents") else data
    return kept


def _marked(entries: bytes, number: int) -> bytes:
    """Mark an entry of the contents as that of the page, in its link."""
    start = -1
    for _ in range(number):
        start = entries.index(b'<a href="', start + 1)
    end = entries.index(b'">', start) + 1
    return entries[:end] + b' aria-current="page"' + entries[end:]


def _filled(
    page: bytes, parts: Mapping[bytes, _Part], ids: Mapping[bytes, bytes], prefix: bytes
) -> bytes:
    """Put parts at their marks; `ids` are those of the pages, by their files.

    All these files begin with `prefix`.
    """
    first, *pieces = page.split(_MARK)
    made = [first]
    for piece in pieces:
        mark, _, rest = piece.partition(b"?>")
        _, name, level = mark.split()
        deeper = _deeper(parts[name].data, int(level) - parts[name].level)
        made += [_within(deeper, ids, prefix), rest]
    return b"".join(made)


def _within(part: bytes, ids: Mapping[bytes, bytes], prefix: bytes) -> bytes:
    """Make links to pages whose places are all on one page links within it."""
    first, *links = part.split(b' href="' + prefix)
    made = [first]
    for link in links:
        address = link[: link.find(b'"')]
        page, mark, _ = address.partition(b"#")
        if prefix + page not in ids:
            made.append(prefix + link)
        elif mark:
            made.append(link[len(page) :])
        else:
            made.append(b"#" + _id(ids[prefix + page]) + link[len(page) :])
    return b' href="'.join(made)


def _id(word: bytes) -> bytes:
    """Write an id as the engine does in an address."""
    return escape(quote(unquote(word.decode()), safe=_PLAIN)).encode()


def _deeper(part: bytes, by: int) -> bytes:
    """Make the headings of a part as deep as they are in the whole."""
    if not by:
        return part
    for mark in (b"<h", b"</h"):
        first, *pieces = part.split(mark)
        part = mark.join([first, *(_lowered(piece, by) for piece in pieces)])
    if b' aria-level="' not in part:
        return part
    return _LEVEL.sub(
        lambda m: b' aria-level="%d"' % min(_DEEPEST, int(m[1]) + by), part
    )


def _lowered(piece: bytes, by: int) -> bytes:
    """Make the level of a heading deeper; a piece of anything else begins otherwise."""
    level = piece[:1]
    if not level.isdigit() or not 0 < int(level) < _DEEPEST:
        return piece
    return b"%d" % min(_DEEPEST, int(level) + by) + piece[1:]
