"""Images of an edition: whether a file is what its name promises, and whole."""

from pathlib import Path
from typing import Final

from lxml import etree

from octavo.errors import SourceError
from octavo.source.reading import parse

_BEGINS: Final = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"),
    "webp": (b"RIFF",),
    "tif": (b"II*\0", b"MM\0*"),
    "tiff": (b"II*\0", b"MM\0*"),
    "jp2": (b"\0\0\0\x0cjP  ",),
    "pdf": (b"%PDF",),
}
# What a file that was not cut off has at its end; more may follow.
_ENDS: Final = {"png": b"IEND", "jpg": b"\xff\xd9", "jpeg": b"\xff\xd9"}


def is_picture(name: str, data: bytes) -> bool:
    """Tell whether an image begins and ends as the ending of its name promises."""
    kind = Path(name).suffix.lower().removeprefix(".")
    if kind == "svg":
        return _is_drawing(name, data)
    begins = data.startswith(_BEGINS[kind]) if kind in _BEGINS else False
    return begins and _ENDS.get(kind, b"") in data


def _is_drawing(name: str, data: bytes) -> bool:
    try:
        return etree.QName(parse(data, Path(name)).root).localname == "svg"
    except SourceError:
        return False
