"""A command that shows examples in its help."""

import click


class Command(click.Command):
    """A click command with examples, each a line a user can type."""

    def __init__(
        self,
        name: str | None,
        *,
        examples: tuple[str, ...],
        **options: object,
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
