"""`octavo encode`: raw text to TEI."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from octavo import files
from octavo.cli import console
from octavo.cli.command import Command
from octavo.cli.jobs import Job, addressed, jobs, read
from octavo.diagnostics import has_errors
from octavo.encode import Encoded, as_toml, review_html, review_json
from octavo.encode import encode as encode_text
from octavo.errors import EditionError


@click.command(
    cls=Command,
    examples=(
        "octavo encode raw/letters.txt -o texts/letters.xml",
        "octavo encode raw/*.txt -o texts --register registers/persons.xml",
        "octavo encode raw -o texts         (all *.txt of a folder)",
        "octavo encode raw/letters.txt --show-profile",
        "octavo encode my-edition           (as its edition.toml says)",
        "pdftotext book.pdf - | octavo encode - > book.xml",
    ),
)
@click.argument("sources", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), help="File or folder to write."
)
@click.option(
    "--report",
    type=click.Path(path_type=Path),
    help="Write what to review to this file, .html or .json.",
)
@click.option(
    "--profile",
    type=click.Path(path_type=Path),
    help="What you know of the text, in TOML; the rest is measured.",
)
@click.option(
    "--register",
    multiple=True,
    type=click.Path(path_type=Path),
    help="TEI file with persons or places to link names to.",
)
@click.option("--title", default="", help="Title, where the text does not say it.")
@click.option("--author", default="", help="Author, where the text does not say it.")
@click.option(
    "--lang", "language", default="", help="Language, BCP 47; else it is measured."
)
@click.option("--encoding", default="", help="Encoding; else it is detected.")
@click.option(
    "--repair-mojibake",
    is_flag=True,
    help="Repair characters that were read in a wrong encoding (needs ftfy).",
)
@click.option(
    "--show-profile", is_flag=True, help="Show what was measured; write no TEI."
)
@click.pass_context
def encode(
    context: click.Context,
    /,
    sources: tuple[str, ...],
    out: Path | None,
    report: Path | None,
    profile: Path | None,
    register: tuple[Path, ...],
    show_profile: bool,
    **said: str | bool,
) -> None:
    """Encode raw text as TEI.

    Each FILE is a raw text, a folder of raw texts (*.txt), a folder with an
    edition.toml, or - for the standard input. Without -o the TEI goes to the
    standard output. Sources are never changed.
    """
    found = jobs(sources, out, profile, register, said)
    if not show_profile:
        found = addressed(found, out)
    reviews, worst = _encode_all(found, show_profile=show_profile)
    if report and reviews:
        _write_report(report, reviews)
    context.exit(worst)


def _encode_all(
    found: Sequence[Job], *, show_profile: bool
) -> tuple[list[tuple[Job, Encoded]], int]:
    """Encode text after text; give what was made, and the worst exit code.

    Raises what fails if there is one text only; else the others are encoded.
    """
    reviews: list[tuple[Job, Encoded]] = []
    worst = 0
    for job in console.counted(found, lambda job: f"encoding {job.name}"):
        try:
            encoded = _encode(job)
            _deliver(job, encoded, show_profile=show_profile)
        except EditionError as error:
            if len(found) == 1:
                raise
            console.failure(error)
            worst = max(worst, error.exit_code)
            continue
        reviews.append((job, encoded))
        worst = max(worst, int(has_errors(encoded.diagnostics)))
    return reviews, worst


def _encode(job: Job) -> Encoded:
    registers = {_href(p, job.out): read(p) for p in job.registers}
    return encode_text(job.data(), job.profile, name=job.name, registers=registers)


def _deliver(job: Job, encoded: Encoded, *, show_profile: bool) -> None:
    """Write what was asked for, and say what was found on the way."""
    if show_profile:
        click.echo(as_toml(encoded.measured, job.name), nl=False)
    elif job.out is None:
        sys.stdout.buffer.write(encoded.tei)
    else:
        files.write(job.out, encoded.tei)
        click.echo(f"{console.shown(job.out)}", err=True)
    console.findings(encoded.diagnostics)


def _href(register: Path, out: Path | None) -> str:
    """Give the address of a register as the TEI file will name it."""
    return files.relative(register, out.parent if out else Path())


def _write_report(path: Path, reviews: list[tuple[Job, Encoded]]) -> None:
    items = [
        replace(item, file=files.relative(job.out, path.parent) if job.out else "")
        for job, encoded in reviews
        for item in encoded.review
    ]
    if path.suffix == ".json":
        files.write(path, review_json(items).encode())
        return
    titles = ", ".join(job.raw.name if job.raw else "-" for job, _ in reviews)
    files.write(path, review_html(items, titles, "").encode())
