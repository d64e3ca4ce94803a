"""What commands print, and how: findings, failures, progress."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import click

from octavo.diagnostics import Diagnostic
from octavo.errors import EditionError
from octavo.settings import near as near

__all__ = [
    "counted",
    "failure",
    "findings",
    "from_here",
    "names",
    "near",
    "output_folder",
    "progress",
    "shown",
]
T = TypeVar("T")


def failure(error: EditionError) -> None:
    """Say on the standard error what stopped the command, and what to do."""
    click.echo(click.style("error: ", fg="red", bold=True) + error.message, err=True)
    if error.hint:
        click.echo(click.style("  hint: ", fg="cyan") + error.hint, err=True)


def findings(found: Iterable[Diagnostic]) -> None:
    """Say on the standard error what was found on the way."""
    for diagnostic in from_here(found):
        click.echo(str(diagnostic), err=True)
        if diagnostic.hint:
            click.echo(f"  hint: {diagnostic.hint}", err=True)


def from_here(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Name the files of findings as seen from here."""
    return [replace(d, file=shown(Path(d.file))) if d.file else d for d in found]


def shown(path: Path) -> str:
    """Write a path as short as it can be: from here, if it lies below."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def output_folder(path: Path) -> Path:
    """Give the folder to write for an edition or a document where none is named."""
    return (path if path.is_dir() else path.parent) / "dist"


@contextmanager
def progress(words: str) -> Iterator[None]:
    """Show that something is going on, on a terminal only."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # here, since it costs 60 ms to import

    with Console(stderr=True).status(words):
        yield


def counted(items: Sequence[T], words: Callable[[T], str]) -> Iterator[T]:
    """Give items one by one and show how far it has come, on a terminal only."""
    for number, item in enumerate(items, 1):
        place = f" ({number} of {len(items)})" if len(items) > 1 else ""
        with progress(words(item) + place):
            yield item


def names(values: Sequence[str]) -> list[str]:
    """Split the values of an option that takes several words, by commas."""
    return [w.strip() for value in values for w in value.split(",") if w.strip()]
