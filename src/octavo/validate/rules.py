"""The rules: what a grammar cannot say, by Schematron."""

from collections.abc import Iterator
from functools import cache

from octavo import schematron
from octavo.diagnostics import Diagnostic
from octavo.source import Source
from octavo.validate import folders
from octavo.validate.choice import Rules
from octavo.validate.compactrules import translated


def check(source: Source, chosen: Rules) -> Iterator[Diagnostic]:
    """Give the findings of one document against the rules of one schema."""
    yield from _load(chosen).validate(source)


def is_closed(chosen: Rules) -> bool:
    """Tell whether the rules look at nothing but the document."""
    return _load(chosen).is_closed


@cache
def _load(chosen: Rules) -> schematron.Schema:
    kept = folders.cache() / "rules"
    if chosen.phase:
        return schematron.load(
            chosen.path, chosen.phase, cache=kept, translate=translated
        )
    return schematron.load(chosen.path, cache=kept, translate=translated)
