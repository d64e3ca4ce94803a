"""Turn the indexes of bytes in a schema into lines and columns."""

from __future__ import annotations

import re
from functools import cached_property

from octavo.hints import Final
from octavo.relaxng.syntax import Place

_LINE_END: Final = rb"\r\n|\r|\n"


class Lines:
    """The lines of a file in UTF-8."""

    def __init__(self, data: bytes, file: str) -> None:
        self._data = data
        self._file = file

    def place(self, index: int) -> Place:
        """Give the place of a byte."""
        from bisect import bisect_right  # most schemas are right

        line = bisect_right(self._starts, index)
        before = self._data[self._starts[line - 1] : index]
        return Place(self._file, line, len(before.decode("utf-8", "replace")) + 1)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer(_LINE_END, self._data))]
