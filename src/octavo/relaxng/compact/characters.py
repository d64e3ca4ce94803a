r"""From bytes to the characters of a schema, each with its place.

Escapes as `\x{E9}` stand for their character wherever they are, and are replaced
before anything else is looked at. A line end that was written as an escape does not
end a line; it is kept as a stand-in that no text can contain.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from typing import Final

from octavo.relaxng.compact.messages import compact_error
from octavo.relaxng.syntax import Place

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ESCAPE: Final = re.compile(r"\\x+\{([0-9a-fA-F]*)(\}?)")
_NOT_XML: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STAND_INS: Final = {"\n": "\udc0a", "\r": "\udc0d"}
_RESTORED: Final = {ord(value): key for key, value in _STAND_INS.items()}


def restore(text: str) -> str:
    """Put back the line ends that were written as escapes."""
    return text.translate(_RESTORED)


class Characters:
    """The text of a schema with escapes replaced."""

    def __init__(self, data: bytes, file: str) -> None:
        """Decode the bytes; raise `SchemaError` at what is no text."""
        self.file = file
        self._shifts: list[tuple[int, int]] = [(0, 0)]
        source = _decode(data, file).replace("\r\n", "\n").replace("\r", "\n")
        self._lines = [0, *(found.end() for found in re.finditer("\n", source))]
        wrong = _NOT_XML.search(source)
        if wrong:
            character = f"U+{ord(wrong[0]):04X}"
            place = self._source_place(wrong.start())
            raise compact_error(place, "character", character=character)
        self.text = self._unescape(source)

    def place(self, position: int) -> Place:
        """Tell the line and column of a position in the text."""
        nearest = bisect_right(self._shifts, (position, len(self._shifts) << 60)) - 1
        return self._source_place(position + self._shifts[nearest][1])

    def _source_place(self, position: int) -> Place:
        line = bisect_right(self._lines, position)
        return Place(self.file, line, position - self._lines[line - 1] + 1)

    def _unescape(self, source: str) -> str:
        if "\\x" not in source:
            return source
        parts: list[str] = []
        length = end = 0
        for found in _ESCAPE.finditer(source):
            parts += [source[end : found.start()], self._character(found)]
            length += found.start() - end + 1
            end = found.end()
            self._shifts.append((length, end - length))
        return "".join([*parts, source[end:]])

    def _character(self, found: re.Match[str]) -> str:
        digits = found[1].lstrip("0")
        number = int(digits or "0", 16) if found[2] and len(digits) <= 6 else 0
        char = chr(number) if number <= 0x10FFFF else "\0"
        if _NOT_XML.match(char):
            place = self._source_place(found.start())
            raise compact_error(place, "escape", escape=found[0])
        return _STAND_INS.get(char, char)


def _decode(data: bytes, file: str) -> str:
    mark, encoding = next(
        ((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8")
    )
    body = data[len(mark) :]
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        before = body[: error.start].decode(encoding)
        line = before.count("\n") + 1
        place = Place(file, line, len(before) - before.rfind("\n"))
        raise compact_error(
            place, "encoding", encoding=encoding.upper(), reason=error.reason
        ) from error
