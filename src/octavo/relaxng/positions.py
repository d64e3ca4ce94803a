"""Places of tags and texts in a document, to the column.

A mistake in a tag is placed behind the tag, as Jing does: there the whole tag is known.
A misplaced text is placed where Jing's parser hands it over. That parser hands over the
text piece by piece, and a piece ends at a line end, a reference or a tag.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_TAG: Final = re.compile(rb"""<(?:[^>"']|"[^"]*"|'[^']*')*>|&[^;]*;""")
_LINE_END: Final = re.compile("\r\n|\r|\n")
_PIECE: Final = re.compile(rb"(?:\r\n|\r|\n)*[^\r\n<&\]]*")
_REFERENCE: Final = re.compile(rb"&[^;]*;")
_BRACKETS: Final = re.compile(rb"\]+")
_CDATA: Final = re.compile(rb"<!\[CDATA\[.*?\]\]>", re.DOTALL)
_BLANK: Final = b" \t\r\n"

_KEPT: Final = 1 << 17


class Spot(NamedTuple):
    """A line and a column, both from one."""

    line: int
    column: int

    def after(self, raw: bytes) -> Spot:
        """Give the spot behind some bytes of UTF-8 that begin here."""
        text = raw.decode("utf-8", "replace")
        ends = list(_LINE_END.finditer(text))
        if not ends:
            return Spot(self.line, self.column + len(text))
        return Spot(self.line + len(ends), len(text) - ends[-1].end() + 1)


class Window:
    """The bytes around the place where the parser is."""

    __slots__ = ("_data", "_offset")

    def __init__(self) -> None:
        self._data = b""
        self._offset = 0

    def feed(self, chunk: bytes, keep: int) -> None:
        """Add a chunk; bytes before a byte index are no longer needed."""
        keep = max(keep - 2, self._offset + len(self._data) - _KEPT, self._offset)
        self._data = self._data[keep - self._offset :] + chunk
        self._offset = keep

    def behind_tag(self, index: int, spot: Spot) -> Spot:
        """Give the spot behind the tag, or the entity reference, at a byte index."""
        found = _TAG.match(self._data, index - self._offset)
        return spot.after(found.group()) if found else spot

    def follows_empty_tag(self, index: int) -> bool:
        """Tell whether an empty tag ends at a byte index."""
        end = index - self._offset
        return self._data[max(end - 2, 0) : end] == b"/>"

    def tag(self, index: int) -> bytes:
        """Give the tag at a byte index as it is written."""
        found = _TAG.match(self._data, index - self._offset)
        return found.group() if found else b""

    def text(self, index: int, spot: Spot) -> Spot:
        """Give the spot where a text is handed over that begins at a byte index."""
        position = index - self._offset
        while 0 <= position < len(self._data):
            end, handed = self._piece(position)
            content = self._data[position:end]
            shown = self._data[position:handed]
            if content.strip(_BLANK) or handed == position:
                return spot.after(shown)
            if self._data[end : end + 1] == b"<":
                return spot.after(shown)
            spot, position = spot.after(self._data[position:end]), end
        return spot

    def _piece(self, start: int) -> tuple[int, int]:
        """Give the end of the text handed over, and how far the parser has read."""
        data = self._data
        for special in (_REFERENCE, _CDATA):
            if found := special.match(data, start):
                return found.end(), found.end()
        end = _end(_PIECE, data, start)
        following = data[end : end + 1]
        if following == b"<":
            return end, end + (2 if data[end + 1 : end + 2] == b"/" else 1)
        if following == b"&":
            return end, end + 1
        if following == b"]":
            end = _end(_BRACKETS, data, end)
        second = _end(_PIECE, data, end)
        return second, second


def _end(pattern: re.Pattern[bytes], data: bytes, start: int) -> int:
    found = pattern.match(data, start)
    return found.end() if found else start
