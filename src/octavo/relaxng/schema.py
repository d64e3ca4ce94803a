"""A schema that documents can be validated with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from octavo.diagnostics import Diagnostic
from octavo.relaxng import acceptor, catalog, document, ids, limits, restrictions
from octavo.relaxng.automaton import Automaton
from octavo.relaxng.codes import schema_error
from octavo.relaxng.examiner import examine
from octavo.relaxng.findings import Findings
from octavo.relaxng.includes import Library
from octavo.relaxng.index import Index
from octavo.relaxng.simplify import Simplifier
from octavo.relaxng.syntax import Node


class Schema:
    """A checked RELAX NG schema."""

    def __init__(self, root: Node, library: Library) -> None:
        """Simplify and check a schema; raise SchemaError if it is not correct."""
        self.root = root
        self.file = root.place.file
        try:
            with limits.deep_recursion():
                self._compile(root, library)
        except limits.LimitExceededError as error:
            raise schema_error(root.place, "limit", reason=str(error)) from error

    def _compile(self, root: Node, library: Library) -> None:
        simplifier = Simplifier(library)
        self.start = simplifier.start(root)
        self.elements = restrictions.check(self.start, root)
        simplifier.check_unused()
        self.id_types = ids.find(self.elements)
        self.index = Index(self.elements, simplifier.patterns)
        self.automaton = Automaton(simplifier.patterns, self.start, self.id_types)

    def accepts(self, data: bytes) -> bool:
        """Tell whether a document is valid."""
        with limits.deep_recursion():
            chunks = document.chunks_of(data)
            return acceptor.accepts(self.automaton, chunks)

    def validate(
        self, data: bytes, file: str = "", *, names: int = 5
    ) -> Iterator[Diagnostic]:
        """Find all mistakes of a document."""
        if not self.accepts(data):
            yield from self._examine(document.chunks_of(data), file, names)

    def stream(
        self, source: BinaryIO, file: str = "", *, names: int = 5
    ) -> Iterator[Diagnostic]:
        """Find all mistakes of a document that is read piece by piece."""
        yield from self._examine(document.chunks_from(source), file, names)

    def _examine(
        self, chunks: Iterable[bytes], file: str, names: int
    ) -> Iterator[Diagnostic]:
        findings = Findings(self.automaton, self.index, file, self.file, names)
        yield from examine(self.automaton, self.index, chunks, findings)


def load(path: Path, *, catalog_file: Path | None = None) -> Schema:
    """Read a schema in either syntax; raise SchemaError if it is not correct."""
    known = catalog.read(catalog_file) if catalog_file else None
    library = Library(known)
    return Schema(library.root(Path(path)), library)
