"""The command line: it parses, calls, prints and exits, nothing else."""

import importlib
import traceback
from typing import Any, Final

import click

from octavo import __version__
from octavo.cli import console
from octavo.errors import EditionError

_COMMANDS: Final = {
    "new": "a small edition that validates and builds at once",
    "encode": "raw text to TEI",
    "validate": "grammar, rules and links",
    "explain": "what the code of a finding means",
    "schema": "the schemas kept for documents that ask for them",
    "build": "the outputs of an edition",
    "serve": "a live preview in the browser",
    "doctor": "what is installed, what is missing, how to get it",
}


class _Commands(click.Group):
    """Commands loaded when they are called; the one place where failures end."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        module = importlib.import_module(f"octavo.cli.{name}")
        command: click.Command = getattr(module, name)
        return command

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if self.get_command(context, name) is None and not name.startswith("-"):
            context.fail(f"no command '{name}'; {console.near(name, list(_COMMANDS))}")
        return super().resolve_command(context, args)

    def format_commands(
        self, _context: click.Context, formatter: click.HelpFormatter
    ) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def invoke(self, context: click.Context) -> Any:  # noqa: ANN401  # as click has it
        try:
            return super().invoke(context)
        except EditionError as error:
            console.failure(error)
            if context.params.get("debug"):
                click.echo(error.log or traceback.format_exc(), err=True)
            context.exit(error.exit_code)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="octavo")
@click.option("--debug", is_flag=True, help="Show tracebacks and the engines' logs.")
def main(debug: bool) -> None:
    """Make digital editions of texts in TEI: encode, validate, publish.

    A first edition in two steps: `octavo new my-edition`, then
    `octavo build my-edition`.
    """
