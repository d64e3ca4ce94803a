"""`octavo new`: a small edition to begin with."""

from pathlib import Path

import click

from octavo import files, resources
from octavo.cli import console
from octavo.cli.command import Command
from octavo.errors import UsageError


@click.command(
    cls=Command, examples=("octavo new my-edition", "octavo build my-edition")
)
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
def new(folder: Path) -> None:
    """Make a small edition in DIR that validates and builds at once."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(
            f"{folder}: there is something here already",
            hint="name a folder that does not exist yet",
        )
    model = resources.new_edition()
    parts = sorted(path for path in model.rglob("*") if path.is_file())
    made = {path.relative_to(model).as_posix(): path.read_bytes() for path in parts}
    files.write_all(folder, made)
    click.echo(f"A new edition is in {console.shown(folder)}:")
    for name in made:
        click.echo(f"  {name}")
    click.echo(f"Next: octavo build {console.shown(folder)}")
