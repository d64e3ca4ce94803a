"""Run the checks over what is asked for; findings come sorted by place."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from octavo.diagnostics import Diagnostic, by_place
from octavo.source import read
from octavo.validate import images, scope
from octavo.validate.examine import CHECKS, Check, Examined, Plan, examine
from octavo.validate.links import Links
from octavo.validate.places import place
from octavo.validate.scope import Scope


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
    plan = Plan(scope.wishes(schema, wanted), tuple(only))
    done = {path: examine(path, plan) for path in wanted.files}
    links = _links(wanted, plan, done) if "links" in only else None
    for path in wanted.files:
        found = list(done[path].findings)
        if links and done[path].is_readable:
            found += _together(done[path], links, wanted)
        yield from sorted(found, key=by_place)


def _links(wanted: Scope, plan: Plan, done: Mapping[Path, Examined]) -> Links:
    """Gather the names of all documents, those not asked for included."""
    outlines = {path: examined.outline for path, examined in done.items()}
    silent = replace(plan, only=("links",))
    for path in wanted.context:
        if path not in outlines:
            outlines[path] = examine(path, silent).outline
    return Links(outlines)


def _together(examined: Examined, links: Links, wanted: Scope) -> Iterator[Diagnostic]:
    """Give the findings that need the edition around a document."""
    problems = [
        *links.check(examined.path),
        *images.check(examined.outline, examined.path, wanted.root),
    ]
    if problems:
        yield from place(problems, read(examined.path))
