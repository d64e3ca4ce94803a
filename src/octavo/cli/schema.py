"""`octavo schema`: the user's collection of schemas."""

from pathlib import Path
from typing import cast, get_args

import click

from octavo.cli import console
from octavo.cli.command import Command, Group
from octavo.errors import UsageError
from octavo.relaxng.convert import Syntax, convert_file
from octavo.validate import folders, store
from octavo.validate.store import Stored


@click.group(
    cls=Group, examples=("octavo schema add tei_all.rng", "octavo schema list")
)
def schema() -> None:
    """Keep schemas at hand: documents that ask for them are checked offline."""


@schema.command(cls=Command, examples=("octavo schema add tei_all.rng",))
@click.argument("address", metavar="URL|FILE")
def add(address: str) -> None:
    """Keep a copy of the schema at URL or in FILE."""
    kept = store.add(address)
    click.echo(f"kept as '{kept.name}', version {kept.version or 'not given'}")


@schema.command(name="list", cls=Command, examples=("octavo schema list",))
def list_() -> None:
    """List the schemas kept, with version and address."""
    click.echo("octavo: Octavo's own grammar")
    for kept in store.stored():
        click.echo(f"{kept.name}: {kept.version or 'no version'}, {kept.address}")


@schema.command(cls=Command, examples=("octavo schema show tei_all",))
@click.argument("name")
def show(name: str) -> None:
    """Show what is known of the schema NAME."""
    for line in _lines(store.show(name)):
        click.echo(line)


@schema.command(cls=Command, examples=("octavo schema remove tei_all",))
@click.argument("name")
def remove(name: str) -> None:
    """Forget the schema NAME."""
    store.remove(name)


@schema.command(
    cls=Command,
    examples=(
        "octavo schema convert my.rnc my.rng",
        "octavo schema convert tei_all.rng tei_all.rnc",
    ),
)
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
def convert(source: Path, target: Path) -> None:
    """Write the schema SOURCE in the syntax of TARGET, .rng or .rnc.

    The files that it includes are converted with it. Annotations are kept.
    """
    syntax = target.suffix.removeprefix(".").lower()
    if syntax not in get_args(Syntax):
        raise UsageError(
            f"{target}: there is no schema syntax '{syntax}'",
            hint="name the target .rng for the XML syntax, .rnc for the compact one",
        )
    for written in convert_file(source, cast("Syntax", syntax), target):
        click.echo(console.shown(written))


def _lines(kept: Stored) -> list[str]:
    return [
        f"name: {kept.name}",
        f"file: {folders.schemas() / kept.file}",
        f"address: {kept.address}",
        f"version: {kept.version or 'not given'}",
        f"checksum: sha256 {kept.checksum}",
    ]
