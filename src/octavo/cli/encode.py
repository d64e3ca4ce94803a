"""`octavo encode`: raw text to TEI."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import click

from octavo import files
from octavo.cli import console, progress
from octavo.cli.command import Command
from octavo.cli.encoding import Done, Work, results
from octavo.cli.jobs import Job, addressed, decide, jobs
from octavo.diagnostics import has_errors
from octavo.encode import Reviewed, as_toml, review_html, review_json

_INTERRUPTED: Final = 130


@click.command(
    cls=Command,
    examples=(
        "octavo encode raw/letters.txt -o texts/letters.xml",
        "octavo encode raw/*.txt -o texts --register registers/persons.xml",
        "octavo encode raw -o texts -j 4    (all *.txt of a folder)",
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
    "--decisions",
    type=click.Path(path_type=Path),
    help="What you decided after a report, in TOML; for one text.",
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
@click.option(
    "-j",
    "number",
    type=click.IntRange(1),
    default=1,
    metavar="N",
    help="Number of processes, for several texts.",
)
@click.pass_context
def encode(
    context: click.Context,
    /,
    sources: tuple[str, ...],
    out: Path | None,
    report: Path | None,
    profile: Path | None,
    decisions: Path | None,
    register: tuple[Path, ...],
    show_profile: bool,
    number: int,
    **said: str | bool,
) -> None:
    """Encode raw text as TEI.

    Each FILE is a raw text, a folder of raw texts (*.txt), a folder with an
    edition.toml, or - for the standard input. Without -o the TEI goes to the
    standard output. Sources are never changed.
    """
    named = decide(jobs(sources, out, profile, register, said), decisions)
    found = named if show_profile else addressed(named, out)
    context.exit(_run(found, report, number, shows=show_profile))


def _run(found: Sequence[Job], report: Path | None, number: int, *, shows: bool) -> int:
    """Encode the texts, say what has become of each; give the exit code."""
    work = Work(writes=not shows, reviews=report is not None)
    done: list[Done] = []
    codes = [0]
    try:
        for result in _watched(found, results(found, work, number)):
            codes.append(_tell(result, len(found), shows=shows))
            done.append(result)
    except KeyboardInterrupt:
        click.echo("stopped; the texts named above are written", err=True)
        return _INTERRUPTED
    if report:
        _write_report(report, [one for one in done if not one.failure])
    return max(codes)


def _watched(found: Sequence[Job], made: Iterable[Done]) -> Iterator[Done]:
    """Show how far the work is, on a terminal only."""
    if len(found) == 1:
        with console.progress(f"encoding {found[0].name}"):
            made = list(made)
    with progress.bar("encoding") as bar:
        for number, result in enumerate(made, 1):
            bar.clear()
            yield result
            bar.show(number, len(found))


def _tell(done: Done, number: int, *, shows: bool) -> int:
    """Say what has become of a text; give the exit code.

    Raises what failed if there is one text only; else the others are encoded.
    """
    if done.failure:
        if number == 1:
            raise done.failure
        console.failure(done.failure)
        return done.failure.exit_code
    if shows:
        click.echo(as_toml(done.measured, done.job.name), nl=False)
    elif done.job.out:
        click.echo(console.shown(done.job.out), err=True)
    console.findings(done.diagnostics)
    return int(has_errors(done.diagnostics))


def _write_report(path: Path, done: Sequence[Done]) -> None:
    if not done:
        return
    if path.suffix == ".json":
        items = [
            replace(item, file=_tei(one, path)) for one in done for item in one.review
        ]
        files.write(path, review_json(items).encode())
        return
    texts = [
        Reviewed(one.job.raw.name if one.job.raw else "-", one.review, _tei(one, path))
        for one in done
    ]
    files.write(path, review_html(texts).encode())


def _tei(done: Done, report: Path) -> str:
    """Give the address of the TEI file as the report names it; empty if none."""
    return files.relative(done.job.out, report.parent) if done.job.out else ""
