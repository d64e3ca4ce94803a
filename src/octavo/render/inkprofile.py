"""A colour profile of four ideal inks on white paper (ICC 2.4).

Archives refuse images in four inks without one. This one is worked out from the
plain mixture of ideal inks, so that it turns back what `octavo.render.inks` does.
"""

import itertools
import struct
from functools import cache
from typing import Final

_GRID: Final = 5
# Under D50, the light of printers.
_WHITE: Final = (0.9642, 1.0, 0.8249)
_TO_XYZ: Final = (
    (0.4361, 0.3851, 0.1431),
    (0.2225, 0.7169, 0.0606),
    (0.0139, 0.0971, 0.7141),
)


@cache
def profile() -> bytes:
    """Give the profile."""
    tags = {
        b"desc": _description(b"Four ideal inks"),
        b"cprt": b"text\0\0\0\0No copyright, use freely\0",
        b"wtpt": b"XYZ \0\0\0\0" + _fixed(*_WHITE),
        b"A2B0": _table(),
    }
    directory = struct.pack(">L", len(tags))
    start, body = 128 + 4 + 12 * len(tags), b""
    for name, tag in tags.items():
        directory += struct.pack(">4sLL", name, start + len(body), len(tag))
        body += tag + bytes(-len(tag) % 4)
    size = struct.pack(">L", start + len(body))
    return size + _header() + directory + body


def _header() -> bytes:
    return struct.pack(
        ">4sL4s4s4s12s4s4sLL4s8sL12s48s",
        *(b"\0\0\0\0", 0x02400000, b"scnr", b"CMYK", b"Lab "),
        struct.pack(">6H", 2000, 1, 1, 0, 0, 0),
        *(b"acsp", b"\0\0\0\0", 0, 0, b"\0\0\0\0", b"\0" * 8, 0),
        *(_fixed(*_WHITE), b"\0" * 48),
    )


def _fixed(*numbers: float) -> bytes:
    return struct.pack(f">{len(numbers)}l", *(round(n * 65536) for n in numbers))


def _description(words: bytes) -> bytes:
    counted = struct.pack(">4sLL", b"desc", 0, len(words) + 1) + words + b"\0"
    return counted + bytes(4 + 4 + 2 + 1 + 67)


def _table() -> bytes:
    """Give the look of each mixture of inks, on a grid of five steps an ink."""
    steps = [i / (_GRID - 1) for i in range(_GRID)]
    looks = b"".join(_lab(*mixture) for mixture in itertools.product(steps, repeat=4))
    head = struct.pack(">4sLBBBB", b"mft1", 0, 4, 3, _GRID, 0)
    identity = _fixed(1, 0, 0, 0, 1, 0, 0, 0, 1)
    straight = bytes(range(256))
    return head + identity + 4 * straight + looks + 3 * straight


def _lab(cyan: float, magenta: float, yellow: float, black: float) -> bytes:
    light = [_linear((1 - ink) * (1 - black)) for ink in (cyan, magenta, yellow)]
    x, y, z = (
        _root(sum(a * b for a, b in zip(row, light, strict=True)) / white)
        for row, white in zip(_TO_XYZ, _WHITE, strict=True)
    )
    values = (116 * y - 16) * 2.55, 500 * (x - y) + 128, 200 * (y - z) + 128
    return bytes(max(0, min(255, round(value))) for value in values)


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _root(share: float) -> float:
    return share ** (1 / 3) if share > 0.008856 else 7.787 * share + 16 / 116
