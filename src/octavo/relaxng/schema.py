"""A schema that documents can be validated with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from os import PathLike, fspath

from octavo.hints import TYPE_CHECKING, BinaryIO
from octavo.relaxng import acceptor, document, limits
from octavo.relaxng.syntax import Place, SchemaError, schema_error

# What only messages or a schema that was not kept need is imported where it is used:
# most runs find nothing wrong, and should start at once.
if TYPE_CHECKING:
    from octavo.diagnostics import Diagnostic
    from octavo.relaxng.automaton import Automaton
    from octavo.relaxng.catalog import Catalog
    from octavo.relaxng.compiled import Compiled
    from octavo.relaxng.completion import Allowed
    from octavo.relaxng.document import FindEntity
    from octavo.relaxng.examiner import Examiner
    from octavo.relaxng.findings import Findings
    from octavo.relaxng.includes import Library
    from octavo.relaxng.syntax import Node

File = str | PathLike[str]

NAMES = 5
"""Names that a message lists before it counts the rest."""


class Schema:
    """A checked RELAX NG schema."""

    def __init__(self, path: str, catalogs: tuple[str, ...], cache: str) -> None:
        """Find a schema in the cache, or read and check it."""
        limits.leave_at_exit()
        self._cycle = self  # which only the collector ends, not the end of the program
        self._path = path
        self._catalogs = catalogs
        self._cache = cache
        kept = self._kept() if cache else None
        self._is_kept = kept is not None  # which no doubtful schema is
        self._automaton: Automaton = kept or self._compiled.automaton

    def _kept(self) -> Automaton | None:
        from octavo.relaxng import store

        return store.find(self._cache, self._path, self._catalogs)

    @property
    def file(self) -> str:
        """The file the schema was read from, as it was given."""
        return self._path

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """What is doubtful about the schema, but does not make it unusable."""
        return () if self._is_kept else self._compiled.warnings

    @property
    def _find(self) -> FindEntity | None:
        """How to find external entities; None means that there are none."""
        return self._entity if self._catalogs else None

    def _entity(self, system: str, public: str) -> bytes | None:
        return self._catalog.entity(system, public)

    @cached_property
    def _catalog(self) -> Catalog:
        from pathlib import Path

        from octavo.relaxng import catalog

        return catalog.read(*map(Path, self._catalogs))

    @cached_property
    def _compiled(self) -> Compiled:
        with limits.lasting_objects():
            try:
                compiled = self._compile(is_quick=True)
            except SchemaError:
                compiled = self._compile(is_quick=False)  # to say where it is wrong
            record = compiled.record() if self._cache else None
        if self._cache and record:
            from octavo.relaxng import store

            files = [*compiled.library.files(), *self._catalog.files()]
            store.keep(self._cache, self._path, self._catalogs, files, record)
        return compiled

    def _compile(self, *, is_quick: bool) -> Compiled:
        from octavo.relaxng.compiled import Compiled
        from octavo.relaxng.includes import Library

        catalog = self._catalog if self._catalogs else None
        library = Library(catalog, is_quick=is_quick)
        return Compiled(self._root(library), library)

    def _root(self, library: Library) -> Node:
        """Read the schema, which may be nested deeper than Python's stack."""
        try:
            with limits.deep_recursion():
                return library.root(self._path)
        except limits.LimitExceededError as error:
            place = Place(self.file, 1, 1)
            raise schema_error(place, "limit", reason=str(error)) from error

    def accepts(self, data: bytes) -> bool:
        """Tell whether a document is valid."""
        return self._accepts(document.chunks_of(data))

    def _accepts(self, chunks: Iterable[bytes]) -> bool:
        with limits.deep_recursion(), limits.without_collection():
            return acceptor.accepts(self._automaton, self._find, chunks)

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
        """Find all mistakes of a document that is read piece by piece.

        A file that can be rewound is gone through quickly first; most are valid.
        """
        if source.seekable():
            start = source.tell()
            if self._accepts(document.chunks_from(source)):
                return
            source.seek(start)
        yield from self._examine(document.chunks_from(source), file, names)

    def _examine(
        self, chunks: Iterable[bytes], file: str, names: int
    ) -> Iterator[Diagnostic]:
        from octavo.relaxng.examiner import examine

        run, findings = self._examiner(file, names)
        yield from examine(run, chunks, findings)

    def _examiner(self, file: str, names: int) -> tuple[Examiner, Findings]:
        from octavo.relaxng.examiner import Examiner
        from octavo.relaxng.findings import Findings

        known = self._compiled
        findings = Findings(known.automaton, known.index, file, self.file, names)
        run = Examiner(known.automaton, known.index, self._find, findings)
        return run, findings

    def allowed_at(self, data: bytes, line: int, column: int) -> Allowed:
        """Tell what may stand at a place of a document, finished or not.

        Between tags these are elements, text and the end of the open element; inside
        of a start tag, behind its name, they are attributes.
        """
        from octavo.relaxng import completion

        run, _ = self._examiner("", NAMES)
        document_of = self._compiled.library.documentation
        return completion.allowed_at(run, data, (line, column), document_of)

    def defaults(self) -> dict[tuple[str, str], str]:
        """Give the default values that the schema states, by element and attribute.

        Names are written as namespace, blank, local name; nothing is added to a
        document by validation.
        """
        from octavo.relaxng import completion

        return completion.defaults(self._compiled.elements)


def load(path: File, *, catalogs: Sequence[File] = (), cache: File = "") -> Schema:
    """Read a schema in either syntax; raise SchemaError if it is not correct.

    Addresses of other files are looked up in the catalogs, one after the other; nothing
    is fetched. In the cache, a folder, checked schemas are kept for the next time.
    """
    known = tuple([fspath(catalog) for catalog in catalogs])
    return Schema(fspath(path), known, fspath(cache))
