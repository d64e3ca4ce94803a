"""Run the checks over what is asked for; findings come sorted by place."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Final, Literal, get_args

from octavo.diagnostics import Diagnostic, by_place
from octavo.errors import SourceError
from octavo.source import Source, read
from octavo.validate import grammar, rules, scope
from octavo.validate.links import Links
from octavo.validate.scope import Scope

Check = Literal["grammar", "rules", "links"]
CHECKS: Final[tuple[Check, ...]] = get_args(Check)


def validate(
    paths: Sequence[Path], *, schema: str = "", only: Collection[Check] = CHECKS
) -> Iterator[Diagnostic]:
    """Check documents and editions; give the findings file by file.

    `schema` names a grammar to use in place of the edition's own. A document that
    is not well-formed is a finding (`XML...`); a missing one raises SourceError.
    """
    for wanted in scope.scopes(paths):
        yield from _check(wanted, schema, only)


def _check(wanted: Scope, schema: str, only: Collection[Check]) -> Iterator[Diagnostic]:
    files = wanted.context if "links" in only else wanted.files
    sources, broken = _read_all(dict.fromkeys((*files, *wanted.files)))
    links = Links(sources.values()) if "links" in only else None
    for path in wanted.files:
        if path in broken:
            yield from broken[path]
            continue
        found = list(_check_schemas(sources[path], wanted, schema, only))
        if links:
            found += links.check(sources[path])
        yield from sorted(found, key=by_place)


def _check_schemas(
    source: Source, wanted: Scope, schema: str, only: Collection[Check]
) -> Iterator[Diagnostic]:
    if "grammar" in only:
        yield from grammar.check(source, scope.grammar(schema, wanted))
    if "rules" in only:
        for file in scope.rules(wanted):
            yield from rules.check(source, file)


def _read_all(
    files: Collection[Path],
) -> tuple[dict[Path, Source], dict[Path, tuple[Diagnostic, ...]]]:
    """Read the files; those that are not well-formed give their findings instead."""
    sources: dict[Path, Source] = {}
    broken: dict[Path, tuple[Diagnostic, ...]] = {}
    for path in files:
        try:
            sources[path] = read(path)
        except SourceError as error:
            if not error.diagnostics:
                raise
            broken[path] = error.diagnostics
    return sources, broken
