"""What can be said of one document alone, in two stages.

First its outline, and what is wrong with it; then what its schemas say. The outlines
of all documents come first, so that the findings of each can then be given at once,
those about pointers among them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

from octavo.diagnostics import Diagnostic
from octavo.errors import SourceError
from octavo.source import Source
from octavo.validate import (
    composing,
    dates,
    grammar,
    identifiers,
    languages,
    namespaces,
    rules,
)
from octavo.validate.choice import MISSING, Choice, Wishes, choose
from octavo.validate.outline import Outline, outline
from octavo.validate.places import place

Check = Literal["grammar", "rules", "links"]
CHECKS: Final[tuple[Check, ...]] = get_args(Check)
Stage = Literal["outline", "schemas"]
_ABOUT: Final = (dates, identifiers, languages)


@dataclass(frozen=True, slots=True)
class Plan:
    """What to check documents against; nothing more decides their findings."""

    wishes: Wishes
    only: tuple[Check, ...] = CHECKS

    @property
    def has_schemas(self) -> bool:
        """Tell whether there is anything to do in the second stage."""
        return "grammar" in self.only or "rules" in self.only


@dataclass(frozen=True, slots=True)
class Examined:
    """One document after a stage.

    `is_final` tells that the document and its schemas alone decided the result.
    """

    path: Path
    findings: tuple[Diagnostic, ...]
    outline: Outline
    schemas: tuple[Path, ...] = ()
    is_readable: bool = True
    included: tuple[Path, ...] = ()
    is_final: bool = True


def run(stage: Stage, path: Path, plan: Plan) -> Examined:
    """Take a document through a stage; raises SourceError if there is none."""
    return _outlined(path, plan) if stage == "outline" else _judged(path, plan)


def _outlined(path: Path, plan: Plan) -> Examined:
    try:
        composed = composing.load(path, plan.wishes.root)
    except SourceError as error:
        if not error.diagnostics:
            raise
        return Examined(path, error.diagnostics, Outline(), is_readable=False)
    source = composed.source
    astray = namespaces.check(source, has_schema=plan.wishes.is_fixed)
    drawn = outline(source) if "links" in plan.only and not astray else Outline()
    problems = (problem for about in _ABOUT for problem in about.check(drawn))
    found = composed.place([*astray, *place(problems, source)])
    return Examined(
        path,
        (*composed.findings, *found),
        drawn,
        is_readable=not astray,
        included=composed.included,
        is_final=composed.is_alone,
    )


def _judged(path: Path, plan: Plan) -> Examined:
    composed = composing.load(path, plan.wishes.root)
    chosen = choose(composed.source, plan.wishes)
    found = [*chosen.findings, *_check(composed.source, plan, chosen)]
    return Examined(
        path,
        tuple(composed.place(found)),
        Outline(),
        (*chosen.grammars, *(rule.path for rule in chosen.rules)),
        included=composed.included,
        is_final=composed.is_alone
        and all(f.code != MISSING for f in found)
        and ("rules" not in plan.only or all(map(rules.is_closed, chosen.rules))),
    )


def _check(source: Source, plan: Plan, chosen: Choice) -> Iterator[Diagnostic]:
    if "grammar" in plan.only:
        for schema in chosen.grammars:
            yield from grammar.check(source, schema, plan.wishes.root)
    if "rules" in plan.only:
        for schematron in chosen.rules:
            yield from rules.check(source, schematron)
