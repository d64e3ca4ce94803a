"""`octavo build`: the outputs of an edition."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast, get_args

import click

from octavo import edition
from octavo.cli import console
from octavo.cli.command import Command
from octavo.diagnostics import Diagnostic, has_errors
from octavo.edition import Edition, Output
from octavo.errors import UsageError
from octavo.files import Folder
from octavo.publish import Published, publish


@click.command(
    cls=Command,
    examples=(
        "octavo build",
        "octavo build my-edition --only pdf",
        "octavo build letter.xml --out site",
        "octavo build my-edition --explain",
        "octavo build my-edition --check",
    ),
)
@click.argument("path", type=click.Path(path_type=Path), default=".", metavar="[DIR]")
@click.option(
    "--only",
    multiple=True,
    metavar="OUTPUT,...",
    help=f"Only these outputs: {', '.join(get_args(Output))}.",
)
@click.option(
    "--out", type=click.Path(path_type=Path), help="Folder to write; else DIR/dist."
)
@click.option("--explain", is_flag=True, help="Say why each output is made.")
@click.option("--check", is_flag=True, help="Prove that no output has lost a word.")
@click.option("--force", is_flag=True, help="Make everything again.")
@click.pass_context
def build(
    context: click.Context,
    /,
    path: Path,
    only: tuple[str, ...],
    out: Path | None,
    explain: bool,
    check: bool,
    force: bool,
) -> None:
    """Build the outputs of an edition.

    DIR is a folder with an edition.toml, or a single TEI file. Only what has
    changed is made again; the bytes are those of a clean build.
    """
    asked = _outputs(only)
    found = edition.load(path)
    outputs = asked or found.manifest.outputs
    folder = out or console.output_folder(path)
    with console.progress("building"):
        made = publish(found, outputs, folder, force=force)
        lost = _lost(found, outputs, made, folder) if check else ()
    if explain:
        _explain(made)
    console.findings((*made.diagnostics, *lost))
    for entry in made.entries:
        click.echo(console.shown(entry))
    if check and not lost:
        click.echo("no word lost", err=True)
    context.exit(1 if has_errors((*made.diagnostics, *lost)) else 0)


def _lost(
    found: Edition, outputs: Sequence[Output], made: Published, folder: Path
) -> tuple[Diagnostic, ...]:
    """Compare what lies in the folder with the documents."""
    from octavo.render import proof  # here, since it takes long to import

    names = frozenset(name for done in made.done for name in done.outputs)
    return proof.prove(found, outputs, Folder(folder, names))


def _outputs(only: tuple[str, ...]) -> tuple[Output, ...]:
    asked = console.names(only)
    known = get_args(Output)
    for name in asked:
        if name not in known:
            raise UsageError(
                f"--only: no output '{name}'", hint=console.near(name, known)
            )
    return cast("tuple[Output, ...]", tuple(asked))


def _explain(made: Published) -> None:
    for done in made.done:
        click.echo(f"{done.name}: {', '.join(done.reasons) or 'up to date'}", err=True)
