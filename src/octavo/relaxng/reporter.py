"""Collect the diagnostics of a run, each with its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from octavo.diagnostics import Diagnostic, Severity, readable_path
from octavo.relaxng.automaton import Opening
from octavo.relaxng.codes import DOCUMENT
from octavo.relaxng.nameclass import split
from octavo.relaxng.positions import Spot
from octavo.relaxng.tracker import Tracker


class Frame(NamedTuple):
    """An element that is open: the step into it, its name, and as it is written.

    ``inherits``: a datatype was to look at the text around it.
    """

    opening: Opening
    name: str
    written: str
    inherits: bool = False


class Situation(NamedTuple):
    """A place of a document and its path."""

    spot: Spot
    path: str


def step(name: str) -> str:
    """Write a name as a step of XPath's `path()`."""
    namespace, local = split(name)
    return f"Q{{{namespace}}}{local}"


class Reporter:
    """Collects the diagnostics of one document.

    ``names``: how many names a message lists before it counts the rest; 0 means all.
    """

    def __init__(self, file: str, source: str, names: int) -> None:
        self._file = file
        self._source = source
        self.names = names
        self._found: list[Diagnostic] = []
        self._tracker: Tracker
        self.frames: Sequence[Frame] = ()
        self.has_reported = False

    def attach(self, tracker: Tracker, frames: Sequence[Frame]) -> None:
        """Follow a run."""
        self._tracker = tracker
        self.frames = frames

    def take(self) -> list[Diagnostic]:
        """Give the diagnostics made since the last time."""
        found, self._found = self._found, []
        return found

    @property
    def path(self) -> str:
        """The path of the open element."""
        return readable_path(self._tracker.path)

    def has_reported_at(self, place: Situation) -> bool:
        """Tell whether a place has just been reported already."""
        return any(
            (d.line, d.column, d.xpath) == (*place.spot, place.path)
            for d in self._found
        )

    @property
    def home(self) -> str:
        """The namespace of the root; names in it are shown without it."""
        return split(self.frames[0].name)[0] if self.frames else ""

    @property
    def siblings(self) -> Mapping[str, int]:
        """How often each local name stands in the open element so far."""
        counts = self._tracker.children
        return {name.rpartition("}")[2]: count for name, count in counts.items()}

    @property
    def parent(self) -> str:
        """The open element as it is shown, empty before the root."""
        return f'"{self.frames[-1].written}"' if self.frames else ""

    @property
    def line(self) -> int:
        """The line of the present tag."""
        return self._tracker.line

    def situation(self, attribute: str = "") -> Situation:
        """Give the present place."""
        path = self._tracker.path
        if attribute:
            path += f"/@{step(attribute)}"
        return Situation(self._tracker.behind(), readable_path(path))

    def report(
        self, key: str, place: Situation, hint: str = "", **details: str
    ) -> None:
        """Add a diagnostic."""
        sentence = DOCUMENT[key]
        self.has_reported = True
        self._found.append(
            Diagnostic(
                sentence.code,
                Severity.ERROR,
                sentence.message.format_map(details),
                file=self._file,
                line=place.spot.line,
                column=place.spot.column,
                xpath=place.path,
                hint=hint or sentence.hint,
                source=self._source,
            )
        )
