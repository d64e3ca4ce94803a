"""`octavo validate`: grammar, rules and links."""

import os
import sys
from pathlib import Path
from typing import cast, get_args

import click

from octavo import files
from octavo.cli import console
from octavo.cli.command import Command
from octavo.diagnostics import Diagnostic, has_errors
from octavo.errors import UsageError
from octavo.validate import CHECKS, FORMATS, Check, Selection, fixes, write
from octavo.validate import validate as check


@click.command(
    cls=Command,
    examples=(
        "octavo validate",
        "octavo validate my-edition --only links",
        "octavo validate letter.xml --schema tei_all.rng",
        "octavo validate --format json > findings.json",
        "octavo validate -j 4 --ignore LNK005,TXT",
    ),
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH...]")
@click.option("--schema", default="", metavar="FILE|NAME", help="Grammar to use.")
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
@click.option("-j", "jobs", default=1, metavar="N", help="Number of processes.")
@click.option("--fresh", is_flag=True, help="Check unchanged documents again, too.")
@click.option(
    "--fix",
    is_flag=True,
    help="Repair what leaves no doubt, in copies named NAME.fixed.xml.",
)
@click.option(
    "--in-place", is_flag=True, help="With --fix: repair the files themselves."
)
@click.pass_context
def validate(
    context: click.Context,
    /,
    paths: tuple[Path, ...],
    schema: str,
    only: tuple[str, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    jobs: int,
    fresh: bool,
    fix: bool,
    in_place: bool,
) -> None:
    """Validate editions and documents.

    PATH is an edition, a folder, or a TEI file; without one, the edition in this
    folder. All findings of a document come in one run, sorted by place.
    """
    with console.progress("validating"):
        findings = check(
            paths or (Path(),),
            schema=schema,
            only=_checks(only),
            jobs=jobs,
            keeps=not fresh,
            selection=Selection(_codes(select), _codes(ignore)),
        )
        found = console.from_here(findings)
    is_colored = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    click.echo(write(found, form, is_colored=is_colored), nl=False)
    if fix:
        _fix(found, in_place)
    is_broken = any(diagnostic.code.startswith("XML") for diagnostic in found)
    context.exit(3 if is_broken else 1 if has_errors(found) else 0)


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
        target = path if in_place else path.with_suffix(f".fixed{path.suffix}")
        files.write(target, data)
        words = "1 repair" if number == 1 else f"{number} repairs"
        click.echo(f"{console.shown(target)}: {words}", err=True)
