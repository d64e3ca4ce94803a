"""A schema that documents can be validated with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from octavo.diagnostics import Diagnostic
from octavo.relaxng import (
    acceptor,
    catalog,
    completion,
    document,
    ids,
    limits,
    restrictions,
)
from octavo.relaxng.automaton import Automaton
from octavo.relaxng.codes import schema_error
from octavo.relaxng.examiner import Examiner, examine
from octavo.relaxng.findings import Findings
from octavo.relaxng.includes import Library
from octavo.relaxng.index import Index
from octavo.relaxng.nameclass import names
from octavo.relaxng.simplify import Simplifier
from octavo.relaxng.syntax import Node

NAMES = 5
"""Names that a message lists before it counts the rest."""


class Schema:
    """A checked RELAX NG schema."""

    def __init__(self, root: Node, library: Library) -> None:
        """Simplify and check a schema; raise SchemaError if it is not correct."""
        self.root = root
        self.file = root.place.file
        self._library = library
        try:
            with limits.deep_recursion():
                self._compile(root, library)
        except limits.LimitExceededError as error:
            raise schema_error(root.place, "limit", reason=str(error)) from error

    def _compile(self, root: Node, library: Library) -> None:
        simplifier = Simplifier(library)
        start = simplifier.start(root)
        self.elements = restrictions.check(start, root)
        simplifier.check_unused()
        id_types = ids.find(self.elements)
        self.warnings = id_types.problem.diagnostics if id_types.problem else ()
        self._index = Index(self.elements, simplifier.patterns)
        self._automaton = Automaton(simplifier.patterns, start, id_types)

    def accepts(self, data: bytes) -> bool:
        """Tell whether a document is valid."""
        chunks = document.chunks_of(data)
        with limits.deep_recursion(), limits.without_collection():
            return acceptor.accepts(self._automaton, self._library.catalog, chunks)

    def validate(
        self, data: bytes, file: str = "", *, names: int = NAMES
    ) -> Iterator[Diagnostic]:
        """Find all mistakes of a document.

        ``names`` is how many names a message lists, the nearest first; 0 means all.
        """
        if not self.accepts(data):
            yield from self._examine(document.chunks_of(data), file, names)

    def stream(
        self, source: BinaryIO, file: str = "", *, names: int = NAMES
    ) -> Iterator[Diagnostic]:
        """Find all mistakes of a document that is read piece by piece."""
        yield from self._examine(document.chunks_from(source), file, names)

    def _examine(
        self, chunks: Iterable[bytes], file: str, names: int
    ) -> Iterator[Diagnostic]:
        findings = Findings(self._automaton, self._index, file, self.file, names)
        yield from examine(self._examiner(findings), chunks, findings)

    def _examiner(self, findings: Findings) -> Examiner:
        catalog = self._library.catalog
        return Examiner(self._automaton, self._index, catalog, findings)

    def allowed_at(self, data: bytes, line: int, column: int) -> completion.Allowed:
        """Tell what may stand at a place of a document, finished or not.

        Between tags these are elements, text and the end of the open element; inside
        of a start tag, behind its name, they are attributes.
        """
        findings = Findings(self._automaton, self._index, "", self.file, NAMES)
        run = self._examiner(findings)
        place = (line, column)
        return completion.allowed_at(run, data, place, self._library.documentation)

    def defaults(self) -> dict[tuple[str, str], str]:
        """Give the default values that the schema states, by element and attribute.

        Names are written as namespace, blank, local name; nothing is added to a
        document by validation.
        """
        found: dict[tuple[str, str], str] = {}
        for element in self.elements:
            for name, default in completion.defaults_in(element.content):
                found.update({(owner, name): default for owner in names(element.names)})
        return found


def load(path: Path, *, catalog_file: Path | None = None) -> Schema:
    """Read a schema in either syntax; raise SchemaError if it is not correct.

    Addresses of other files are looked up in the catalog; nothing is fetched.
    """
    known = catalog.read(catalog_file) if catalog_file else None
    library = Library(known)
    with limits.without_collection():
        return Schema(library.root(Path(path)), library)
