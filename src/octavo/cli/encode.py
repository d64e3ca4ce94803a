"""`octavo encode`: raw text to TEI."""

import codecs
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from octavo import edition, files
from octavo.cli import console
from octavo.cli.command import Command
from octavo.diagnostics import has_errors
from octavo.encode import (
    Encoded,
    Profile,
    load_profile,
    review_html,
    review_json,
)
from octavo.encode import encode as encode_text
from octavo.errors import SourceError, UsageError

_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class _Job:
    """One raw text to encode: its file, where the TEI goes, what is known of it."""

    raw: Path | None
    out: Path | None
    profile: Profile
    registers: tuple[Path, ...]


@click.command(
    cls=Command,
    examples=(
        "octavo encode raw/letters.txt -o texts/letters.xml",
        "octavo encode raw/*.txt -o texts --register registers/persons.xml",
        "octavo encode my-edition          (as its edition.toml says)",
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
@click.option("--lang", default="", help="Language, BCP 47; else it is measured.")
@click.pass_context
def encode(context: click.Context, /, **options: object) -> None:
    """Encode raw text as TEI.

    Each FILE is a raw text, a folder with an edition.toml, or - for the standard
    input. Without -o the TEI goes to the standard output. Sources are never
    changed.
    """
    report = options.pop("report")
    found = False
    reviews: list[tuple[_Job, Encoded]] = []
    for job in _jobs(**options):  # type: ignore[arg-type]  # as click checked them
        with console.progress(f"encoding {job.raw or 'standard input'}"):
            encoded = _encode(job)
        _deliver(job, encoded)
        console.findings(encoded.diagnostics)
        reviews.append((job, encoded))
        found |= has_errors(encoded.diagnostics)
    if isinstance(report, Path):
        _write_report(report, reviews)
    context.exit(1 if found else 0)


def _jobs(
    sources: tuple[str, ...],
    out: Path | None,
    profile: Path | None,
    register: tuple[Path, ...],
    title: str,
    author: str,
    lang: str,
) -> Iterator[_Job]:
    if len(sources) > 1 and out is not None and out.is_file():
        raise UsageError(f"{out}: several texts cannot become one file")
    known = load_profile(profile) if profile else Profile()
    known = known.over(title=title, author=author, language=lang)
    for source in sources:
        path = Path(source)
        if path.is_dir():
            if out or profile or register:
                raise _says_itself(path)
            said = {"title": title, "author": author, "language": lang}
            yield from _of_edition(path, said)
        elif source == "-":
            yield _Job(None, out, known, register)
        else:
            yield _Job(path, _target(path, out, len(sources) > 1), known, register)


def _says_itself(folder: Path) -> UsageError:
    return UsageError(
        f"{folder}: an edition says itself what to use and where to write",
        hint="leave out -o, --profile and --register",
    )


def _of_edition(folder: Path, said: dict[str, str]) -> Iterator[_Job]:
    found = edition.load_manifest(folder)
    if not found.encode:
        raise UsageError(
            f"{folder}: the edition names no raw text",
            hint='add [[encode]] with raw = "raw/a.txt" and text = "texts/a.xml"',
        )
    for item in found.encode:
        profile = load_profile(folder / item.profile) if item.profile else Profile()
        registers = tuple(sorted((folder / "registers").glob("*.xml")))
        profile = profile.over(**said).under(
            publisher=found.publisher, date=found.date, licence=found.licence
        )
        yield _Job(folder / item.raw, folder / item.text, profile, registers)


def _target(raw: Path, out: Path | None, are_several: bool) -> Path | None:
    if out is None:
        if are_several:
            raise UsageError(
                "several texts need a folder to go to", hint="add -o FOLDER"
            )
        return None
    into = out / f"{raw.stem}.xml" if are_several or out.is_dir() else out
    if into.resolve() == raw.resolve():
        raise UsageError(f"{raw}: the TEI would replace its own source")
    return into


def _encode(job: _Job) -> Encoded:
    data = _text(sys.stdin.buffer.read() if job.raw is None else _read(job.raw), job)
    registers = {_href(p, job.out): _read(p) for p in job.registers}
    name = str(job.raw) if job.raw else "-"
    return encode_text(data, job.profile, name=name, registers=registers)


def _text(data: bytes, job: _Job) -> bytes:
    """Refuse what is no text: nothing at all, or the bytes of another kind of file."""
    name = job.raw or "standard input"
    if not data.strip():
        raise SourceError(f"{name}: there is no text in it")
    if b"\0" in data and data[:2] not in _UTF16:
        raise SourceError(
            f"{name}: this is not a text file",
            hint="save it as plain text; a PDF goes through pdftotext first",
        )
    return data


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(
            f"{path}: {(error.strerror or 'unreadable').lower()}"
        ) from error


def _href(register: Path, out: Path | None) -> str:
    """Give the address of a register as the TEI file will name it."""
    return files.relative(register, out.parent if out else Path())


def _deliver(job: _Job, encoded: Encoded) -> None:
    if job.out is None:
        sys.stdout.buffer.write(encoded.tei)
        return
    files.write(job.out, encoded.tei)
    click.echo(f"{console.shown(job.out)}", err=True)


def _write_report(path: Path, reviews: list[tuple[_Job, Encoded]]) -> None:
    items = [item for _, encoded in reviews for item in encoded.review]
    if path.suffix == ".json":
        files.write(path, review_json(items).encode())
        return
    titles = ", ".join(job.raw.name if job.raw else "-" for job, _ in reviews)
    out = reviews[0][0].out
    tei = files.relative(out, path.parent) if out else ""
    files.write(path, review_html(items, titles, tei).encode())
