"""Commands that show examples in their help, each a line a user can type."""

import click


class _Examples(click.Command):
    def __init__(
        self, name: str | None, *, examples: tuple[str, ...], **options: object
    ) -> None:
        super().__init__(name, **options)  # type: ignore[arg-type]  # handed on
        self.examples = examples

    def format_epilog(
        self, _context: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the examples below the options."""
        with formatter.section("Examples"):
            for example in self.examples:
                formatter.write_text(example)


class Command(_Examples):
    """A command with examples."""


class Group(_Examples, click.Group):
    """A command of several commands, with examples."""
