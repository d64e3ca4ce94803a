"""`octavo schema`: the user's collection of schemas."""

import click

from octavo.cli.command import Command, Group
from octavo.validate import store
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


def _lines(kept: Stored) -> list[str]:
    return [
        f"name: {kept.name}",
        f"file: {store.folder() / kept.file}",
        f"address: {kept.address}",
        f"version: {kept.version or 'not given'}",
        f"checksum: sha256 {kept.checksum}",
    ]
