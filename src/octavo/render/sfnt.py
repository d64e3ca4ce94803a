"""Font files: a fixed font out of a variable one, under its own name.

A variable font is shaped a third slower than a fixed one, since each advance is
worked out anew. Nearly all of a book is set in the default instance, which is the
same file without the tables that vary it. The whole font stays at hand for bold,
under another name, or the typesetter would take it for all.
"""

import struct
from collections.abc import Iterator
from typing import Final

_VARIATION: Final = frozenset(
    (b"avar", b"cvar", b"fvar", b"gvar", b"HVAR", b"MVAR", b"STAT", b"VVAR")
)
# The family, and the family as typographers group it.
_FAMILY: Final = (1, 16)
_MACINTOSH: Final = 1


def weights_name(family: str) -> str:
    """Give the name under which a variable font is kept for its weights."""
    return f"{family} Weights"


def tables(font: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give the tables of a TrueType or OpenType font: tag and content."""
    for i in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _, offset, length = struct.unpack_from(">4sLLL", font, 12 + 16 * i)
        yield tag, font[offset : offset + length]


def is_variable(font: bytes) -> bool:
    """Tell whether a font has axes of variation."""
    return any(tag == b"fvar" for tag, _ in tables(font))


def default_instance(font: bytes) -> bytes:
    """Give a variable font as it is without any variation."""
    kept = {tag: table for tag, table in tables(font) if tag not in _VARIATION}
    return _written(font[:4], kept)


def renamed(font: bytes, family: str) -> bytes:
    """Give a font under another family name."""
    changed = dict(tables(font))
    changed[b"name"] = _with_family(changed[b"name"], family)
    return _written(font[:4], changed)


def _with_family(table: bytes, family: str) -> bytes:
    _, count, start = struct.unpack_from(">HHH", table)
    records, words = b"", b""
    for i in range(count):
        *kind, name, length, offset = struct.unpack_from(">HHHHHH", table, 6 + 12 * i)
        text = table[start + offset : start + offset + length]
        if name in _FAMILY:
            text = family.encode("latin-1" if kind[0] == _MACINTOSH else "utf-16-be")
        records += struct.pack(">HHHHHH", *kind, name, len(text), len(words))
        words += text
    # version 1 adds names of languages, which no family name needs
    head = struct.pack(">HHH", 0, count, 6 + len(records))
    return head + records + words


def _written(kind: bytes, made: dict[bytes, bytes]) -> bytes:
    """Write a font file; checksums stay empty, since nothing here reads them."""
    directory = struct.pack(">4sHHHH", kind, len(made), 0, 0, 0)
    start = len(directory) + 16 * len(made)
    body = b""
    for tag in sorted(made):
        table = made[tag]
        directory += struct.pack(">4sLLL", tag, 0, start + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    return directory + body
