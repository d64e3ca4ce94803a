"""Turn the indexes of bytes in a schema into lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Final

from octavo.relaxng.syntax import Place

_LINE_END: Final = re.compile(rb"\r\n|\r|\n")
_ENCODING: Final = re.compile(rb"<\?xml[^>]*?encoding[ \t\r\n]*=[ \t\r\n]*.([\w.-]+)")
_PLAIN: Final = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii"})


class Lines:
    """The lines of a file in UTF-8."""

    def __init__(self, data: bytes, file: str) -> None:
        self._data = data
        self._file = file

    @property
    def are_sure(self) -> bool:
        """Whether the file begins at once, and in UTF-8 as far as it says."""
        declared = _ENCODING.match(self._data)
        is_plain = declared is None or declared.group(1).lower() in _PLAIN
        return self._data.startswith(b"<") and is_plain

    def place(self, index: int) -> Place:
        """Give the place of a byte."""
        line = bisect_right(self._starts, index)
        before = self._data[self._starts[line - 1] : index]
        return Place(self._file, line, len(before.decode("utf-8", "replace")) + 1)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _LINE_END.finditer(self._data))]
