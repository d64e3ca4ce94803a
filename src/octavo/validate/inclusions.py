"""Where a document includes others, and what it includes: XInclude, read by expat."""

import re
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

_XINCLUDE: Final = "http://www.w3.org/2001/XInclude"
MARK: Final = _XINCLUDE.encode()
"""What a document that includes others must contain."""
_TAG: Final = re.compile(rb"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_ID: Final = "http://www.w3.org/XML/1998/namespace id"


@dataclass(slots=True)
class Inclusion:
    """One xi:include: its stretch of the document, its wish, its fallback."""

    start: int
    attributes: dict[str, str]
    end: int = 0
    fallback: tuple[int, int] | None = None


@dataclass(slots=True)
class Reading:
    """What one reading of a document finds: inclusions, and stretches by id."""

    inclusions: list[Inclusion] = field(default_factory=list)
    named: dict[str, tuple[int, int]] = field(default_factory=dict)
    root: tuple[int, int] = (0, 0)


def read(data: bytes) -> Reading:
    """Read a well-formed document in UTF-8."""
    reader = _Reader(data)
    reader.parser.Parse(data, True)
    return reader.reading


@dataclass(slots=True)
class _Open:
    name: str
    start: int
    ident: str


class _Reader:
    """One pass of expat that keeps byte offsets."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._open: list[_Open] = []
        self._including: Inclusion | None = None
        self.reading = Reading()
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        at = self.parser.CurrentByteIndex
        self._open.append(_Open(name, at, attributes.get(_ID, "")))
        if name == f"{_XINCLUDE} include" and self._including is None:
            self._including = Inclusion(at, attributes)
        elif name == f"{_XINCLUDE} fallback" and self._including:
            inside = self._behind(at)
            self._including.fallback = (inside, inside)

    def _end(self, name: str) -> None:
        closed = self._open.pop()
        end = self._after(closed)
        if closed.ident:
            self.reading.named.setdefault(closed.ident, (closed.start, end))
        if not self._open:
            self.reading.root = (closed.start, end)
        including = self._including
        if including is None:
            return
        if name == f"{_XINCLUDE} fallback" and including.fallback:
            inside = max(including.fallback[0], self.parser.CurrentByteIndex)
            including.fallback = (including.fallback[0], inside)
        elif closed.start == including.start:
            including.end = end
            self.reading.inclusions.append(including)
            self._including = None

    def _after(self, closed: _Open) -> int:
        """Give the offset after an element that ends here."""
        behind = self._behind(closed.start)
        if self._data[behind - 2 : behind] == b"/>":
            return behind
        return self._data.index(b">", self.parser.CurrentByteIndex) + 1

    def _behind(self, start: int) -> int:
        """Give the offset behind the tag that begins here."""
        tag = _TAG.match(self._data, start)
        return tag.end() if tag else start
