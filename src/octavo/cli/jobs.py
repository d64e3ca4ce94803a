"""What `octavo encode` is asked for: which texts, with what, and where the TEI goes."""

import codecs
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from octavo import edition
from octavo.encode import Profile, load_decisions, load_profile
from octavo.errors import SourceError, UsageError

_MARKED: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)  # as UTF-32 is too
_SAMPLE: Final = 4000
_SUFFIX: Final = ".txt"


@dataclass(frozen=True, slots=True)
class Job:
    """One raw text to encode: its file, where the TEI goes, what is known of it."""

    raw: Path | None
    out: Path | None
    profile: Profile
    registers: tuple[Path, ...]

    @property
    def name(self) -> str:
        """The name of the text in messages."""
        return str(self.raw) if self.raw else "-"

    def data(self) -> bytes:
        """Read the text; raises SourceError."""
        data = sys.stdin.buffer.read() if self.raw is None else read(self.raw)
        return _text(data, self.name if self.raw else "standard input")


def jobs(
    sources: tuple[str, ...],
    out: Path | None,
    profile: Path | None,
    register: tuple[Path, ...],
    said: Mapping[str, str | bool],
) -> list[Job]:
    """List the texts; `said` are keys of the profile given with the command."""
    known = (load_profile(profile) if profile else Profile()).over(**said)
    found: list[Job] = []
    for source in sources:
        path = Path(source)
        if source == "-":
            found.append(Job(None, out, known, register))
        elif not path.is_dir():
            found.append(Job(path, out, known, register))
        elif _is_edition(path):
            if out or profile or register:
                raise _says_itself(path)
            found += _of_edition(path, said)
        else:
            found += [Job(raw, out, known, register) for raw in _texts(path)]
    return found


def decide(found: list[Job], decisions: Path | None) -> list[Job]:
    """Put in what the editor decided on one text; raises UsageError."""
    if decisions is None:
        return found
    if len(found) > 1:
        raise UsageError(
            "decisions are about one text",
            hint="encode the texts one by one, each with its decisions",
        )
    made = load_decisions(decisions)
    return [replace(job, profile=job.profile.decided(made)) for job in found]


def _is_edition(folder: Path) -> bool:
    return (folder / "edition.toml").exists() or not _texts(folder)


def _texts(folder: Path) -> list[Path]:
    return sorted(p for p in folder.iterdir() if p.suffix.lower() == _SUFFIX)


def _says_itself(folder: Path) -> UsageError:
    return UsageError(
        f"{folder}: an edition says itself what to use and where to write",
        hint="leave out -o, --profile and --register",
    )


def _of_edition(folder: Path, said: Mapping[str, str | bool]) -> Iterator[Job]:
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
        yield Job(folder / item.raw, folder / item.text, profile, registers)


def addressed(found: list[Job], out: Path | None) -> list[Job]:
    """Give each text the file that it becomes."""
    several = len(found) > 1
    if several and out is not None and out.is_file():
        raise UsageError(f"{out}: several texts cannot become one file")
    placed: dict[Path | None, Job] = {}
    for job in found:
        target = _target(job, out, are_several=several)
        if target in placed:
            other = placed[target]
            raise UsageError(f"{job.name} and {other.name} would both become {target}")
        placed[target] = Job(job.raw, target, job.profile, job.registers)
    return list(placed.values())


def _target(job: Job, out: Path | None, *, are_several: bool) -> Path | None:
    if out is None:
        if are_several and job.out is None:
            raise UsageError(
                "several texts need a folder to go to", hint="add -o FOLDER"
            )
        return job.out
    into = out / f"{job.raw.stem if job.raw else 'text'}.xml"
    into = into if are_several or out.is_dir() else out
    if job.raw is not None and into.resolve() == job.raw.resolve():
        raise UsageError(f"{job.raw}: the TEI would replace its own source")
    return into


def _text(data: bytes, name: str) -> bytes:
    """Refuse what is no text: nothing at all, or the bytes of another kind of file."""
    if not data.strip():
        raise SourceError(f"{name}: there is no text in it")
    if b"\0" in data and data[:2] not in _MARKED and not _is_wide(data[:_SAMPLE]):
        raise SourceError(
            f"{name}: this is not a text file",
            hint="save it as plain text; a PDF goes through pdftotext first",
        )
    return data


def _is_wide(sample: bytes) -> bool:
    """Tell whether bytes look like UTF-16: of each pair one is empty, the other not."""
    zeros = (sample[0::2].count(0), sample[1::2].count(0))
    return max(zeros) > len(sample) // 5 and min(zeros) < len(sample) // 40


def read(path: Path) -> bytes:
    """Read a file; raises SourceError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(
            f"{path}: {(error.strerror or 'unreadable').lower()}"
        ) from error
