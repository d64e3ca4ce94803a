"""Where in the document a run is: line, column and path."""

from __future__ import annotations

from xml.parsers.expat import XMLParserType

from octavo.relaxng.positions import Spot, Window


class Tracker:
    """Follows a parser and knows the place of its present event.

    A path names every element as it is written, with its number among the siblings of
    the same name: ``/TEI[1]/text[1]/body[1]/p[3]``.
    """

    def __init__(self, parser: XMLParserType) -> None:
        self._parser = parser
        self._window = Window()
        self._names: list[str] = []
        self._counts: list[dict[str, int]] = [{}]
        self._just_started = False
        self._closing = False
        self._text_start: tuple[int, Spot] | None = None
        self._misplaced: tuple[int, Spot] | None = None
        parser.CommentHandler = self._break
        parser.ProcessingInstructionHandler = self._break
        parser.StartCdataSectionHandler = self._cdata
        parser.EndCdataSectionHandler = self._break

    def feed(self, chunk: bytes) -> None:
        """Note the bytes that the parser gets next."""
        keep = max(self._parser.CurrentByteIndex, 0)
        for start in (self._text_start, self._misplaced):
            if start is not None:
                keep = min(keep, start[0])
        self._window.feed(chunk, keep)

    @property
    def path(self) -> str:
        """The path of the open element."""
        numbered = zip(self._names, self._counts, strict=False)
        return "".join(f"/{name}[{counts[name]}]" for name, counts in numbered)

    @property
    def children(self) -> dict[str, int]:
        """How often each name stands in the open element so far."""
        return self._counts[-1]

    @property
    def line(self) -> int:
        """The line where the present event begins."""
        return self._parser.CurrentLineNumber

    def start(self, written: str) -> None:
        """Enter an element."""
        counts = self._counts[-1]
        counts[written] = counts.get(written, 0) + 1
        self._names.append(written)
        self._counts.append({})
        self._just_started = True
        self._closing = False
        self._text_start = None

    def close(self) -> None:
        """Note that the present event ends an element."""
        self._closing = True

    def end(self) -> None:
        """Leave an element."""
        self._names.pop()
        self._counts.pop()
        self._break()

    def text(self) -> None:
        """Note that text has come."""
        if self._text_start is None:
            self._text_start = self._here()
        self._just_started = False

    def misplaced_text(self) -> None:
        """Note that the text is not allowed."""
        if self._misplaced is None:
            self._misplaced = self._text_start

    def take_misplaced_text(self) -> Spot | None:
        """Give the place of text that was not allowed, once."""
        if self._misplaced is None:
            return None
        spot = self._window.text(*self._misplaced)
        self._misplaced = None
        return spot

    def behind(self) -> Spot:
        """Give the place behind the present tag."""
        index, spot = self._here()
        is_empty = self._closing and self._just_started
        if is_empty and self._window.follows_empty_tag(index):
            return spot
        return self._window.behind_tag(index, spot)

    def _here(self) -> tuple[int, Spot]:
        parser = self._parser
        spot = Spot(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        return parser.CurrentByteIndex, spot

    def _break(self, *_: object) -> None:
        self._just_started = False
        self._text_start = None

    def _cdata(self) -> None:
        self._break()
        self._text_start = self._here()
