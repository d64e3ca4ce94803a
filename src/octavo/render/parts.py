"""Parts: what a chapter and the whole text have in common is made once.

The stylesheet puts it on the page of the chapter, between two marks; in the whole
text another mark stands for it. Here it is put there, with what differs: headings
are deeper, and links between pages become links within the page.
"""

import re
from collections.abc import Mapping
from html import escape
from typing import Final
from urllib.parse import quote, unquote

_PART: Final = re.compile(
    rb"<\?octavo-part (\S+) (\d) *\?>(.*?)<\?octavo-end \1 *\?>", re.DOTALL
)
_PUT: Final = re.compile(rb"<\?octavo-put (\S+) (\d) *\?>")
_IDS: Final = re.compile(rb"<\?octavo-ids (.*?) *\?>")
_LEVEL: Final = re.compile(rb' aria-level="(\d)"')
_DEEPEST: Final = 6
# What the engine writes as it is in the address of a link.
_PLAIN: Final = "".join(map(chr, range(0x20, 0x7F)))


def joined(pages: Mapping[str, bytes], whole: str) -> dict[str, bytes]:
    """Put the parts of the chapters into the page of the whole text."""
    made = dict(pages)
    listed = _IDS.search(made.get(whole, b""))
    if not listed:
        return made
    words = listed[1].split()
    ids = dict(zip(words[::2], words[1::2], strict=True))
    parts: dict[bytes, tuple[bytes, int]] = {}
    for file in ids:
        name = file.decode()
        for mark, level, part in _PART.findall(made[name]):
            parts[mark] = part, int(level)
        made[name] = _PART.sub(rb"\3", made[name])
    prefix = whole.removesuffix(".html").encode()
    made[whole] = _filled(_IDS.sub(b"", made[whole]), parts, ids, prefix)
    return made


def _filled(
    page: bytes,
    parts: Mapping[bytes, tuple[bytes, int]],
    ids: Mapping[bytes, bytes],
    prefix: bytes,
) -> bytes:
    """Put parts at their marks; `ids` are those of the pages, by their files.

    All these files begin with `prefix`.
    """
    link = re.compile(rb' href="(%s[^"#]*)(#?)' % re.escape(prefix))

    def here(found: re.Match[bytes]) -> bytes:
        if found[1] not in ids:
            return found[0]
        return b' href="#' + (b"" if found[2] else _id(ids[found[1]]))

    def put(mark: re.Match[bytes]) -> bytes:
        part, level = parts[mark[1]]
        return link.sub(here, _deeper(part, int(mark[2]) - level))

    return _PUT.sub(put, page)


def _id(word: bytes) -> bytes:
    """Write an id as the engine does in an address."""
    return escape(quote(unquote(word.decode()), safe=_PLAIN)).encode()


def _deeper(part: bytes, by: int) -> bytes:
    """Make the headings of a part as deep as they are in the whole."""
    if not by:
        return part
    for level in range(_DEEPEST - 1, 0, -1):
        old, new = b"h%d" % level, b"h%d" % min(_DEEPEST, level + by)
        part = part.replace(b"<" + old, b"<" + new).replace(b"</" + old, b"</" + new)
    return _LEVEL.sub(
        lambda m: b' aria-level="%d"' % min(_DEEPEST, int(m[1]) + by), part
    )
