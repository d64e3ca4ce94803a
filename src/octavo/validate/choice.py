"""Which schemas a document is checked with.

Those asked for on the command line; else those that the document asks for; else
those of the edition; else Octavo's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from octavo import resources
from octavo.diagnostics import Diagnostic, Severity
from octavo.source import Source
from octavo.validate.addresses import scheme
from octavo.validate.associations import Association, associations
from octavo.validate.finder import Finder

MISSING: Final = "SCM001"
"""Code of a schema that is asked for and not here."""


@dataclass(frozen=True, slots=True)
class Rules:
    """A Schematron schema and the phase to use."""

    path: Path
    phase: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """The schemas for one document, and what is wrong with its wishes."""

    grammars: tuple[Path, ...] = ()
    rules: tuple[Rules, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Wishes:
    """What command line and edition say about schemas.

    `is_fixed` tells that the command line named them, so that documents cannot choose.
    """

    grammars: tuple[Path, ...]
    rules: tuple[Path, ...] = ()
    is_fixed: bool = False
    root: Path | None = None


def choose(source: Source, wishes: Wishes) -> Choice:
    """Choose the schemas for a document."""
    asked = [] if wishes.is_fixed else associations(source)
    known = [item for item in asked if item.kind != "unknown"]
    own = tuple(Rules(path) for path in wishes.rules)
    if not known:
        return Choice(wishes.grammars, (*_with_own(wishes.grammars), *own))
    finder = Finder(wishes.root)
    found = [(item, finder.referred(item.href, source.path)) for item in known]
    chosen = tuple(path for item, path in found if path and item.kind == "grammar")
    rules = [
        Rules(path, item.phase) for item, path in found if path and item.kind == "rules"
    ]
    missing = [_missing(item, source) for item, path in found if path is None]
    nearly = [_nearly(item, source) for item in known if item.meant]
    return Choice(chosen, (*_with_own(chosen), *rules, *own), (*missing, *nearly))


def _with_own(grammars: tuple[Path, ...]) -> Iterator[Rules]:
    """Octavo's own rules go with its own grammar."""
    if any(_is_own(path) for path in grammars):
        yield Rules(resources.schema("octavo.sch"))


@cache
def _is_own(grammar: Path) -> bool:
    return grammar.resolve() == resources.schema("octavo.rnc").resolve()


def _missing(item: Association, source: Source) -> Diagnostic:
    hint = "put it there, or name another one with --schema"
    if scheme(item.href) in ("http", "https"):
        hint = f"'octavo schema add {item.href}' keeps a copy; --schema names another"
    return Diagnostic(
        MISSING,
        Severity.ERROR,
        f"the schema '{item.href}' is not here, so nothing is checked against it",
        str(source.path),
        item.line,
        item.column,
        hint=hint,
        source="xml-model",
    )


def _nearly(item: Association, source: Source) -> Diagnostic:
    return Diagnostic(
        "SCM002",
        Severity.WARNING,
        f"the schema language of '{item.href}' is named nearly, but not quite right",
        str(source.path),
        item.line,
        item.column,
        hint=f'write schematypens="{item.meant}"',
        source="xml-model",
    )
