"""A Schematron schema, ready to check documents."""

import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlparse

from lxml import etree

from octavo import saxon, source
from octavo.diagnostics import Diagnostic
from octavo.errors import SourceError, TransformError
from octavo.schematron import embedded, expand, phases, problems, store, variables
from octavo.schematron.compile import Program, compile_schema
from octavo.schematron.failures import SchemaError
from octavo.schematron.include import Library, Translate
from octavo.schematron.names import OWN
from octavo.source import Source

_OUTSIDE: Final = re.compile(
    rb"\b(doc|document|collection|uri-collection|json-doc|unparsed-text[a-z-]*"
    rb"|doc-available|current-date|current-dateTime|environment-variable)\s*\("
)


def _refuse(path: Path, _data: bytes) -> bytes:
    message = f"{path}: rules inside the compact syntax cannot be read here"
    raise SchemaError(message, hint="convert the schema to .rng")


class Schema:
    """A compiled schema. Rules that fail do not stop the others."""

    def __init__(
        self,
        path: Path,
        phase: str = phases.DEFAULT,
        *,
        cache: Path | None = None,
        translate: Translate = _refuse,
    ) -> None:
        self.path = path
        self._phase = phase
        self._translate = translate
        kept = store.find(cache, path, phase) if cache else None
        self._program = kept or compile_schema(self._read_schema())
        if cache and not kept:
            store.keep(cache, path, phase, self._library.files, self._program)

    @cached_property
    def is_closed(self) -> bool:
        """Tell whether findings depend on nothing but the schema and the document."""
        return _OUTSIDE.search(self._program.stylesheet) is None

    @cached_property
    def _library(self) -> Library:
        return Library(self._translate)

    def _read_schema(self) -> "etree._Element":
        """Take the schema through all stages but the last."""
        root = self._library.read(self.path)
        self._library.add_parts(root)
        made = embedded.schema(root)
        self._library.resolve(made)
        expand.expand(made)
        phases.choose(made, self._phase)
        variables.lift(made)
        return made

    def validate(self, document: Source) -> Iterator[Diagnostic]:
        """Give the findings of one document, each at its line and column."""
        yield from self._findings(*self._run(document), document)

    def _run(self, document: Source) -> tuple[str, Program]:
        """Run the stylesheet; if a rule fails, run the guarded one."""
        uri = document.path.resolve().as_uri()
        given = saxon.Document(document.data, uri)
        try:
            result = saxon.transform(given, _written(self._program.stylesheet))
        except TransformError as error:
            problems.explain(error, self._program.stylesheet)
            return self._run_guarded(given), self._guarded
        return result.principal, self._program

    def _run_guarded(self, given: saxon.Document) -> str:
        try:
            stylesheet = _written(self._guarded.stylesheet)
            return saxon.transform(given, stylesheet).principal
        except TransformError as error:
            raise problems.stopped(error, self.path) from error

    @cached_property
    def _guarded(self) -> Program:
        return compile_schema(self._read_schema(), guarded=True)

    def _findings(
        self, report: str, program: Program, document: Source
    ) -> Iterator[Diagnostic]:
        parser = etree.XMLParser(huge_tree=True)
        root = etree.fromstring(report.encode(), parser)
        for found in root.iter(f"{{{OWN}}}finding"):
            test = program.tests[int(found.get("test", 0))]
            where = _document(found.get("file", ""), document)
            path = found.get("path", "/")
            line, column = where.locate(path)
            text, *hints = (_words(part) for part in found)
            yield Diagnostic(
                test.code,
                test.severity,
                text,
                str(where.path),
                line,
                column,
                path,
                "; ".join(hints),
                self.path.name,
            )


def load(
    path: Path,
    phase: str = phases.DEFAULT,
    *,
    cache: Path | None = None,
    translate: Translate = _refuse,
) -> Schema:
    """Load a schema, or the rules inside a RELAX NG schema or an ODD.

    `cache` is a folder to keep compiled schemas in; `translate` gives the XML syntax
    of a grammar in the compact one. Raises SchemaError if the schema cannot be used.
    """
    return Schema(path, phase, cache=cache, translate=translate)


def _words(element: "etree._Element") -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _document(uri: str, document: Source) -> Source:
    """Give the document that a finding is about, if it is another one."""
    if uri and uri != document.path.resolve().as_uri():
        with suppress(SourceError):
            return source.read(Path(unquote(urlparse(uri).path)))
    return document


@cache
def _folder() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="octavo-")


def _written(stylesheet: bytes) -> Path:
    """Write a stylesheet where the engine can find it, named by its content."""
    path = Path(_folder().name) / f"{sha256(stylesheet).hexdigest()[:16]}.xsl"
    if not path.exists():
        path.write_bytes(stylesheet)
    return path
