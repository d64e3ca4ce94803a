"""`octavo doctor`: what is installed, what is missing, how to get it."""

import importlib.metadata
import importlib.util
import platform
import shutil
from dataclasses import dataclass
from typing import Final

import click

from octavo import __version__, resources
from octavo.cli.command import Command
from octavo.relaxng.acceptor import is_accelerated


@dataclass(frozen=True, slots=True)
class _Part:
    """Something Octavo uses: its package, what for, how to get it."""

    package: str
    purpose: str
    remedy: str = "pip install --upgrade octavo"


_NEEDED: Final = (
    _Part("lxml", "reads documents"),
    _Part("saxonche", "transforms documents"),
    _Part("typst", "sets the book"),
    _Part("fontpkg-eb-garamond", "the text font"),
    _Part("click", "the command line"),
    _Part("rich", "colours and progress"),
)
_CHECKERS: Final = (
    ("java", "runs the reference checkers epubcheck and Jing; users need none"),
)
_ACCELERATOR: Final = "validates faster; compiled where pip finds a C compiler"


@click.command(cls=Command, examples=("octavo doctor",))
@click.pass_context
def doctor(context: click.Context) -> None:
    """Say what is installed, what is missing, and how to get it."""
    click.echo(f"Octavo {__version__}, Python {platform.python_version()}")
    missing = [part for part in _NEEDED if not _report(part)]
    for folder in ("xslt", "schemas"):
        here = (resources.root() / folder).is_dir()
        _line(
            here, folder, "shipped with Octavo", "pip install --force-reinstall octavo"
        )
    for program, purpose in _CHECKERS:
        _optional(shutil.which(program) is not None, program, purpose)
    _optional(is_accelerated(), "accelerator", _ACCELERATOR)
    context.exit(1 if missing else 0)


def _optional(is_here: bool, name: str, purpose: str) -> None:
    click.echo(f"  {'ok' if is_here else '--':8}{name:26}optional: {purpose}")


def _report(part: _Part) -> bool:
    try:
        version = importlib.metadata.version(part.package)
    except importlib.metadata.PackageNotFoundError:
        _line(False, part.package, part.purpose, part.remedy)
        return False
    _line(True, f"{part.package} {version}", part.purpose, "")
    return True


def _line(is_here: bool, name: str, purpose: str, remedy: str) -> None:
    mark = (
        click.style("ok", fg="green") if is_here else click.style("missing", fg="red")
    )
    words = purpose if is_here else f"{purpose}; get it with: {remedy}"
    click.echo(f"  {mark}{' ' * (8 - len(click.unstyle(mark)))}{name:26}{words}")
