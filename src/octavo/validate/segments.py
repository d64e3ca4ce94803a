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


@dataclass(slots=True)
class Assembly:
    """Bytes in UTF-8, put together in order."""

    parts: list[bytes] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    sources: dict[Path, bytes] = field(default_factory=dict)
    _size: int = 0

    def add(self, data: bytes, file: Path, offset: int) -> None:
        """Add a stretch that stands at an offset of a file."""
        if data:
            self.segments.append(Segment(self._size, file, offset))
            self.parts.append(data)
            self._size += len(data)

    def data(self) -> bytes:
        """Give the whole."""
        return b"".join(self.parts)

    def locate(self, data: bytes, line: int, column: int) -> tuple[Path, int, int]:
        """Give file, line and column for a line and column of the whole."""
        start = _line_start(data, line)
        text = data[start : _line_start(data, line + 1)].decode("utf-8", "replace")
        offset = start + len(text[: max(column - 1, 0)].encode())
        starts = [segment.start for segment in self.segments]
        segment = self.segments[bisect_right(starts, offset) - 1]
        source = self.sources[segment.file]
        return segment.file, *_place(source, segment.offset + offset - segment.start)


def _line_start(data: bytes, line: int) -> int:
    offset = 0
    for _ in range(line - 1):
        found = data.find(b"\n", offset)
        if found < 0:
            return len(data)
        offset = found + 1
    return offset


def _place(data: bytes, offset: int) -> tuple[int, int]:
    line_start = data.rfind(b"\n", 0, offset) + 1
    line = data.count(b"\n", 0, line_start) + 1
    return line, len(data[line_start:offset].decode("utf-8", "replace")) + 1
