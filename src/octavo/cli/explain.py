"""`octavo explain`: what a code means and what to do."""

import click

from octavo.cli.command import Command
from octavo.validate.explain import explain as explanation_of


@click.command(cls=Command, examples=("octavo explain APP001", "octavo explain rng102"))
@click.argument("codes", nargs=-1, required=True, metavar="CODE...")
def explain(codes: tuple[str, ...]) -> None:
    """Explain the CODE of a finding: what it means and what to do."""
    for code in codes:
        known = explanation_of(code)
        click.echo(f"{known.code} ({known.severity})")
        for meaning in known.meanings:
            click.echo(f"  {meaning}")
        if known.remedy:
            click.echo(f"  what to do: {known.remedy}")
