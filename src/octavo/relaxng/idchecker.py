"""Check the ids of a document: each once, and references lead to one."""

from __future__ import annotations

from collections.abc import Sequence

from octavo.relaxng.derivative import words
from octavo.relaxng.findings import Findings
from octavo.relaxng.idtypes import IdTypes
from octavo.relaxng.reporter import Situation


class IdChecker:
    """The ids of one document, and the references that have not met theirs yet."""

    def __init__(self, types: IdTypes, findings: Findings) -> None:
        self._types = types
        self._findings = findings
        self._lines: dict[str, int] = {}
        self._waiting: dict[str, list[Situation]] = {}

    def note(self, element: str, attributes: Sequence[str]) -> None:
        """Note the ids and references of a start tag."""
        for index, kind in self._types.of(element, tuple(attributes[::2])):
            name, value = attributes[index - 1], attributes[index]
            found = words(value)
            if len(found) == 1 or (found and kind == "IDREFS"):
                for word in found:
                    self._note(kind, name, word)
            elif kind != "IDREFS":
                self._findings.id_words(name, value)

    def _note(self, kind: str, name: str, value: str) -> None:
        if kind != "ID":
            if value not in self._lines:
                here = self._findings.situation(name)
                self._waiting.setdefault(value, []).append(here)
        elif value in self._lines:
            self._findings.duplicate_id(name, value, self._lines[value])
        else:
            self._lines[value] = self._findings.line
            self._waiting.pop(value, None)

    def finish(self) -> None:
        """Report the references that lead nowhere."""
        for value, places in self._waiting.items():
            for place in places:
                self._findings.dangling_reference(value, place, self._lines)
