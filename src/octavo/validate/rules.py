"""The rules: what a grammar cannot say, by Schematron."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from octavo import schematron
from octavo.diagnostics import Diagnostic
from octavo.source import Source


def check(source: Source, schema: Path) -> Iterator[Diagnostic]:
    """Give the findings of one document against the rules of one schema."""
    yield from _load(schema).validate(source)


@cache
def _load(schema: Path) -> schematron.Schema:
    return schematron.load(schema)
