"""The grammar: what may stand where, by our own RELAX NG engine."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from octavo.diagnostics import Diagnostic
from octavo.relaxng import Schema, load
from octavo.source import Source
from octavo.validate import folders
from octavo.validate.finder import Finder


def check(source: Source, schema: Path, root: Path | None) -> Iterator[Diagnostic]:
    """Give the findings of one document against a grammar, in its order.

    What is doubtful about the grammar itself comes first. What the grammar includes
    is looked up in the catalogs of the edition at the root.
    """
    known = _load(schema, tuple(Finder(root).catalogs()))
    yield from known.warnings
    yield from known.validate(source.data, str(source.path))


@cache
def _load(schema: Path, catalogs: tuple[Path, ...]) -> Schema:
    return load(schema, catalogs=catalogs, cache=folders.cache() / "grammars")
