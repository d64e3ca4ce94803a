"""Run the checks over what is asked for; findings come sorted by place."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from octavo.diagnostics import Diagnostic, by_place
from octavo.validate import cache, images, scope
from octavo.validate.cache import Cache
from octavo.validate.composing import load
from octavo.validate.examine import CHECKS, Check, Examined, Plan
from octavo.validate.links import Links
from octavo.validate.places import place
from octavo.validate.running import run
from octavo.validate.scope import Scope
from octavo.validate.selection import Decisions, Selection

_ALL: Final = Selection()


@dataclass(frozen=True, slots=True)
class Options:
    """What to check, and with how much effort.

    `schema` names a grammar to use in place of the edition's own; `jobs` is the number
    of processes; `keeps` tells whether results of unchanged files may be used again.
    """

    schema: str = ""
    only: Collection[Check] = CHECKS
    jobs: int = 1
    keeps: bool = False
    selection: Selection = _ALL


def validate(
    paths: Sequence[Path],
    *,
    schema: str = "",
    only: Collection[Check] = CHECKS,
    jobs: int = 1,
    keeps: bool = False,
    selection: Selection = _ALL,
) -> Iterator[Diagnostic]:
    """Check documents and editions; give the findings file by file.

    A document that is not well-formed is a finding (`XML...`); a missing one raises
    SourceError. The other arguments are those of `Options`.
    """
    options = Options(schema, only, jobs, keeps, selection)
    with cache.opened(is_wanted=keeps) as kept:
        for wanted in scope.scopes(paths):
            decisions = Decisions(wanted.root or Path(), wanted.manifest)
            for finding in _check(wanted, options, kept):
                if selection.keeps(finding) and decisions.keeps(finding):
                    yield finding


def _check(wanted: Scope, options: Options, kept: Cache) -> Iterator[Diagnostic]:
    plan = Plan(scope.wishes(options.schema, wanted), tuple(sorted(options.only)))
    results = run(wanted.files, plan, kept, options.jobs)
    if "links" not in plan.only:
        for result in _wholes(results).values():
            yield from sorted(result.findings, key=by_place)
        return
    done = _wholes(results)
    parts = _parts(done.values())
    others = [
        path
        for path in wanted.context
        if path not in done and path.resolve() not in parts
    ]
    silent = replace(plan, only=("links",))
    outlines = {r.path: r.outline for r in run(others, silent, kept, options.jobs)}
    links = Links({path: done[path].outline for path in done} | outlines)
    for result in done.values():
        found = list(result.findings)
        if result.is_readable:
            found += _together(result, links, wanted)
        yield from sorted(found, key=by_place)


def _wholes(results: Iterable[Examined]) -> dict[Path, Examined]:
    """Give the results by path, without those of files that others include."""
    done = {result.path: result for result in results}
    parts = _parts(done.values())
    return {path: done[path] for path in done if path.resolve() not in parts}


def _parts(results: Iterable[Examined]) -> set[Path]:
    return {part.resolve() for result in results for part in result.included}


def _together(examined: Examined, links: Links, wanted: Scope) -> Iterator[Diagnostic]:
    """Give the findings that need the edition around a document."""
    problems = [
        *links.check(examined.path),
        *images.check(examined.outline, examined.path, wanted.root),
    ]
    if problems:
        composed = load(examined.path, wanted.root)
        yield from composed.place(place(problems, composed.source))
