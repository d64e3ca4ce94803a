"""`octavo validate`: grammar, rules and links."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, TypedDict, Unpack, cast, get_args

import click

from octavo import files
from octavo.cli import console, progress
from octavo.cli.command import Command
from octavo.diagnostics import Diagnostic, Severity
from octavo.errors import UsageError
from octavo.source import STANDARD_INPUT
from octavo.validate import CHECKS, FORMATS, Check, Selection, Watch, fixes, write
from octavo.validate import validate as check

_BROKEN: Final = 3
_INTERRUPTED: Final = 130


class Given(TypedDict):
    """What the command is given."""

    paths: tuple[Path, ...]
    schema: tuple[str, ...]
    only: tuple[str, ...]
    form: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    jobs: int
    fresh: bool
    fix: bool
    in_place: bool


@click.command(
    cls=Command,
    examples=(
        "octavo validate",
        "octavo validate my-edition --only links",
        "octavo validate letter.xml --schema tei_all.rng",
        "octavo validate --format json > findings.json",
        "octavo validate -j 4 --ignore LNK005,TXT",
        "octavo validate - < letter.xml",
    ),
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH...]")
@click.option(
    "--schema",
    multiple=True,
    metavar="FILE|NAME",
    help="Grammar or rules to use; a grammar named twice is used for its rules, too.",
)
@click.option(
    "--only",
    multiple=True,
    metavar="CHECK,...",
    help=f"Only these checks: {', '.join(CHECKS)}.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How to write the findings.",
)
@click.option(
    "--select", multiple=True, metavar="CODE,...", help="Only findings of these codes."
)
@click.option(
    "--ignore", multiple=True, metavar="CODE,...", help="No findings of these codes."
)
@click.option(
    "-j",
    "jobs",
    type=click.IntRange(1),
    default=1,
    metavar="N",
    help="Number of processes.",
)
@click.option("--fresh", is_flag=True, help="Check unchanged documents again, too.")
@click.option(
    "--fix",
    is_flag=True,
    help="Repair what leaves no doubt, in copies named NAME.xml.fixed.",
)
@click.option(
    "--in-place", is_flag=True, help="With --fix: repair the files themselves."
)
@click.pass_context
def validate(context: click.Context, /, **given: Unpack[Given]) -> None:
    """Validate editions and documents.

    PATH is an edition, a folder, a TEI file, or - for the standard input; without
    one, the edition in this folder. The findings of a document come together, sorted
    by place.
    """
    outcome = Outcome()
    is_colored = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    try:
        with progress.bar("validating") as bar:
            found = outcome.watch(_checked(given, bar.show))
            for piece in write(found, given["form"], is_colored=is_colored):
                bar.clear()
                click.echo(piece, nl=False)
    except KeyboardInterrupt:
        click.echo("stopped; what is done is not done again next time", err=True)
        context.exit(_INTERRUPTED)
    if given["fix"]:
        _fix(outcome.fixable, given["in_place"])
    context.exit(outcome.exit_code)


@dataclass(slots=True)
class Outcome:
    """What findings that pass by mean for the end of the command."""

    exit_code: int = 0
    fixable: list[Diagnostic] = field(default_factory=list)
    _names: dict[str, str] = field(default_factory=dict)

    def watch(self, findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Let findings pass, their files named as seen from here."""
        for finding in findings:
            if finding.code.startswith("XML"):
                self.exit_code = _BROKEN
            elif finding.severity is Severity.ERROR:
                self.exit_code = self.exit_code or 1
            if fixes.is_fixable(finding):
                self.fixable.append(finding)
            yield replace(finding, file=self._shown(finding.file))

    def _shown(self, file: str) -> str:
        if file not in self._names:
            self._names[file] = console.shown(Path(file)) if file else ""
        return self._names[file]


def _checked(given: Given, watch: Watch) -> Iterator[Diagnostic]:
    if STANDARD_INPUT in given["paths"] and (given["paths"][1:] or given["fix"]):
        raise UsageError(
            "the standard input is checked alone, and cannot be repaired",
            hint="leave out --fix and all paths but -",
        )
    return check(
        given["paths"] or (Path(),),
        schema=given["schema"],
        only=_checks(given["only"]),
        jobs=given["jobs"],
        keeps=not given["fresh"],
        selection=Selection(_codes(given["select"]), _codes(given["ignore"])),
        watch=watch,
    )


def _checks(only: tuple[str, ...]) -> tuple[Check, ...]:
    asked = console.names(only)
    for name in asked:
        if name not in get_args(Check):
            raise UsageError(
                f"--only: no check '{name}'", hint=console.near(name, CHECKS)
            )
    return cast("tuple[Check, ...]", tuple(asked)) or CHECKS


def _codes(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.upper() for code in console.names(given))


def _fix(found: list[Diagnostic], in_place: bool) -> None:
    """Write the repaired files and say so, away from the report."""
    for path, (data, number) in fixes.fixed(found).items():
        # No copy may become a document of the edition.
        copy = path.with_name(f"{path.name}.fixed")
        target = path.resolve() if in_place else copy
        mode = path.stat().st_mode
        files.write(target, data)
        target.chmod(mode)
        words = "1 repair" if number == 1 else f"{number} repairs"
        click.echo(f"{console.shown(target)}: {words}", err=True)
