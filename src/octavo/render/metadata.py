"""What cameras and programs write into images about where, when and by whom.

Readers of a site need none of it, and it may tell more than the editor knows.
It is taken out without unpacking the image; colour profiles stay.
"""

from collections.abc import Iterator
from typing import Final

_JPEG: Final = b"\xff\xd8"
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_TOLD: Final = (b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME")
_SCAN: Final = 0xDA
_COMMENT: Final = 0xFE
# The application segments that an image needs: JFIF, a colour profile, Adobe's colours.
_NEEDED: Final = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}


def bare(data: bytes) -> bytes:
    """Give a JPEG or PNG without metadata; other files as they are."""
    if data.startswith(_PNG):
        return _PNG + b"".join(_chunks(data))
    if data.startswith(_JPEG):
        return _JPEG + b"".join(_segments(data))
    return data


def _chunks(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at < len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] not in _TOLD:
            yield data[at:end]
        at = end


def _segments(data: bytes) -> Iterator[bytes]:
    at = len(_JPEG)
    while data[at : at + 1] == b"\xff" and data[at + 1 : at + 2] != bytes((_SCAN,)):
        marker = data[at + 1] if at + 1 < len(data) else 0
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if _stays(marker, data[at + 4 : end]):
            yield data[at:end]
        at = end
    yield data[at:]


def _stays(marker: int, content: bytes) -> bool:
    if 0xE0 <= marker <= 0xEF:
        return marker in _NEEDED and content.startswith(_NEEDED[marker])
    return marker != _COMMENT
