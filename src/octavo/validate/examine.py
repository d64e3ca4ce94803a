"""What can be said of one document alone: its findings and its outline."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

from octavo.diagnostics import Diagnostic
from octavo.errors import SourceError
from octavo.source import Source
from octavo.validate import grammar, identifiers, languages, rules
from octavo.validate.choice import MISSING, Choice, Wishes, choose
from octavo.validate.composing import load
from octavo.validate.outline import Outline, outline
from octavo.validate.places import place

Check = Literal["grammar", "rules", "links"]
CHECKS: Final[tuple[Check, ...]] = get_args(Check)


@dataclass(frozen=True, slots=True)
class Plan:
    """What to check documents against; nothing more decides their findings."""

    wishes: Wishes
    only: tuple[Check, ...] = CHECKS


@dataclass(frozen=True, slots=True)
class Examined:
    """One document after its examination."""

    path: Path
    findings: tuple[Diagnostic, ...]
    outline: Outline
    schemas: tuple[Path, ...] = ()
    is_readable: bool = True
    included: tuple[Path, ...] = ()

    @property
    def is_final(self) -> bool:
        """Tell whether the document and its schemas alone decided the findings."""
        decided = all(f.code not in (MISSING, "XIN001") for f in self.findings)
        return decided and not self.included


def examine(path: Path, plan: Plan) -> Examined:
    """Check a document by itself; raises SourceError if there is none."""
    try:
        composed = load(path, plan.wishes.root)
    except SourceError as error:
        if not error.diagnostics:
            raise
        return Examined(path, error.diagnostics, Outline(), is_readable=False)
    source = composed.source
    chosen = _choose(source, plan)
    found = [*chosen.findings, *_check(source, plan, chosen)]
    drawn = Outline()
    if "links" in plan.only:
        drawn = outline(source)
        problems = [*identifiers.check(drawn), *languages.check(drawn)]
        found += place(problems, source)
    schemas = (*chosen.grammars, *(rule.path for rule in chosen.rules))
    findings = (*composed.findings, *composed.place(found))
    return Examined(path, findings, drawn, schemas, included=composed.included)


def _choose(source: Source, plan: Plan) -> Choice:
    needs_schemas = "grammar" in plan.only or "rules" in plan.only
    return choose(source, plan.wishes) if needs_schemas else Choice()


def _check(source: Source, plan: Plan, chosen: Choice) -> Iterator[Diagnostic]:
    if "grammar" in plan.only:
        for schema in chosen.grammars:
            yield from grammar.check(source, schema)
    if "rules" in plan.only:
        for schematron in chosen.rules:
            yield from rules.check(source, schematron)
