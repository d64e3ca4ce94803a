"""Run the checks over what is asked for; findings come sorted by place."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, repeat
from pathlib import Path
from typing import Final

from octavo.diagnostics import Diagnostic, by_place, readable_path
from octavo.validate import cache, composing, images, scope
from octavo.validate.examine import CHECKS, Check, Examined, Plan, Stage
from octavo.validate.links import Links
from octavo.validate.places import place
from octavo.validate.running import Runner, runner
from octavo.validate.scope import Scope
from octavo.validate.selection import Decisions, Selection

Watch = Callable[[int, int], None]
"""What is told how many documents are done, and of how many."""
_ALL: Final = Selection()
_ECHOES: Final = {"DAT006": "RNG107", "LNK008": "RNG110"}
"""Our codes, and those of the grammar for the same mistakes."""
_NAMESPACE: Final = re.compile(r"Q\{[^}]*\}|(?<=[/@])[\w.-]+:")


def _unwatched(_done: int, _of: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Options:
    """What to check, and with how much effort.

    `schemas` name those to use in place of the edition's own; `jobs` is the number of
    processes; `keeps` tells whether results of unchanged files may be used again;
    `watch` is called after each step of a document.
    """

    schemas: tuple[str, ...] = ()
    only: Collection[Check] = CHECKS
    jobs: int = 1
    keeps: bool = False
    selection: Selection = _ALL
    watch: Watch = _unwatched


def validate(
    paths: Sequence[Path],
    *,
    schema: str | Sequence[str] = (),
    only: Collection[Check] = CHECKS,
    jobs: int = 1,
    keeps: bool = False,
    selection: Selection = _ALL,
    watch: Watch = _unwatched,
) -> Iterator[Diagnostic]:
    """Check documents and editions; give the findings file by file, as they come.

    A document that is not well-formed is a finding (`XML...`); a missing one raises
    SourceError. The other arguments are those of `Options`.
    """
    schemas = (schema,) if isinstance(schema, str) else tuple(schema)
    options = Options(schemas, only, jobs, keeps, selection, watch)
    composing.forget()
    with cache.opened(is_wanted=keeps) as kept:
        for wanted in scope.scopes(paths):
            decisions = Decisions(wanted.root or Path(), wanted.manifest)
            number = len({*wanted.files, *wanted.context})
            with runner(kept, jobs, number) as examiner:
                for finding in _check(wanted, options, examiner):
                    if selection.keeps(finding) and decisions.keeps(finding):
                        yield finding


def _check(wanted: Scope, options: Options, runner: Runner) -> Iterator[Diagnostic]:
    """Draw the outlines of all documents, then give the findings of each."""
    plan = Plan(scope.wishes(options.schemas, wanted), tuple(sorted(options.only)))
    others = wanted.others if "links" in plan.only else []
    steps = len(others) + len(wanted.files) * (1 + plan.has_schemas)
    done = count(1)

    def run(stage: Stage, paths: Sequence[Path]) -> Iterator[Examined]:
        for result in runner.run(stage, paths, plan):
            options.watch(next(done), steps)
            yield result

    drawn = {r.path: r for r in run("outline", [*others, *wanted.files])}
    wholes = _wholes(drawn)
    links = Links({path: result.outline for path, result in wholes.items()})
    readable = [p for p in wanted.files if p in wholes and wholes[p].is_readable]
    judged = run("schemas", readable) if plan.has_schemas else repeat(None)
    of_schemas: set[Diagnostic] = set()
    for result in (wholes[path] for path in wanted.files if path in wholes):
        found = list(result.findings)
        if result.is_readable:
            more = next(judged)
            found += _new(more.findings, of_schemas) if more else ()
            found += _together(result, links, wanted)
        for finding in sorted(_without_echoes(found), key=by_place):
            yield replace(finding, xpath=readable_path(finding.xpath))


def _new(found: Iterable[Diagnostic], said: set[Diagnostic]) -> Iterator[Diagnostic]:
    """Leave out what was said of a schema before; it is said of each document."""
    for finding in found:
        if finding.source != finding.file:
            yield finding
        elif finding not in said:
            said.add(finding)
            yield finding


def _without_echoes(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Leave out what the grammar has said of the same attribute."""
    said = {(f.code, _local(f.xpath)) for f in found if f.code in _ECHOES.values()}
    return (f for f in found if (_ECHOES.get(f.code), _local(f.xpath)) not in said)


def _local(xpath: str) -> str:
    return _NAMESPACE.sub("", xpath)


def _wholes(drawn: dict[Path, Examined]) -> dict[Path, Examined]:
    """Leave out the files that others include."""
    parts = {p.resolve() for result in drawn.values() for p in result.included}
    return {p: result for p, result in drawn.items() if p.resolve() not in parts}


def _together(examined: Examined, links: Links, wanted: Scope) -> Iterator[Diagnostic]:
    """Give the findings that need the edition around a document."""
    problems = [
        *links.check(examined.path),
        *images.check(examined.outline, examined.path, wanted.root),
    ]
    if problems:
        composed = composing.load(examined.path, wanted.root)
        yield from composed.place(place(problems, composed.source))
