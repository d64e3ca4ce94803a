"""The rules: what a grammar cannot say, by Schematron."""

from collections.abc import Iterator
from functools import cache

from octavo import schematron
from octavo.diagnostics import Diagnostic
from octavo.source import Source
from octavo.validate.choice import Rules


def check(source: Source, chosen: Rules) -> Iterator[Diagnostic]:
    """Give the findings of one document against the rules of one schema."""
    yield from _load(chosen).validate(source)


@cache
def _load(chosen: Rules) -> schematron.Schema:
    if chosen.phase:
        return schematron.load(chosen.path, chosen.phase)
    return schematron.load(chosen.path)
