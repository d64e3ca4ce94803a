"""A text put together of stretches of several files, and the way back to each."""

from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the whole: where it begins there, and where it comes from."""

    start: int
    file: Path
    offset: int


class Lines:
    """Where the lines of a text in UTF-8 begin."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._starts = [0]
        at = data.find(b"\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = data.find(b"\n", at + 1)

    def offset(self, line: int, column: int) -> int:
        """Give the offset of a line and column, both from one."""
        start = self._starts[min(line, len(self._starts)) - 1]
        # A character takes four bytes at most.
        text = self._data[start : start + 4 * column].decode("utf-8", "replace")
        return start + len(text[: max(column - 1, 0)].encode())

    def place(self, offset: int) -> tuple[int, int]:
        """Give the line and column of an offset."""
        line = bisect_right(self._starts, offset)
        start = self._starts[line - 1]
        return line, len(self._data[start:offset].decode("utf-8", "replace")) + 1


@dataclass(slots=True)
class Assembly:
    """Bytes in UTF-8, put together in order."""

    parts: list[bytes] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    sources: dict[Path, bytes] = field(default_factory=dict)
    _lines: dict[Path, Lines] = field(default_factory=dict)
    _whole: Lines | None = None
    _starts: list[int] = field(default_factory=list)
    _size: int = 0

    def add(self, data: bytes, file: Path, offset: int) -> None:
        """Add a stretch that stands at an offset of a file."""
        if data:
            self.segments.append(Segment(self._size, file, offset))
            self._starts.append(self._size)
            self.parts.append(data)
            self._size += len(data)

    def data(self) -> bytes:
        """Give the whole."""
        return b"".join(self.parts)

    def locate(self, line: int, column: int) -> tuple[Path, int, int]:
        """Give file, line and column for a line and column of the whole."""
        if self._whole is None:
            self._whole = Lines(self.data())
        offset = self._whole.offset(line, column)
        segment = self.segments[bisect_right(self._starts, offset) - 1]
        if segment.file not in self._lines:
            self._lines[segment.file] = Lines(self.sources[segment.file])
        lines = self._lines[segment.file]
        return segment.file, *lines.place(segment.offset + offset - segment.start)
