"""The grammar: what may stand where, by our own RELAX NG engine."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from octavo.diagnostics import Diagnostic
from octavo.relaxng import Schema, load
from octavo.source import Source
from octavo.validate import folders


def check(source: Source, schema: Path) -> Iterator[Diagnostic]:
    """Give the findings of one document against a grammar, in its order."""
    return _load(schema).validate(source.data, str(source.path))


@cache
def _load(schema: Path) -> Schema:
    return load(schema, cache=folders.cache() / "grammars")
