"""Set a book: Typst code and images in, PDF out, in a process with limits.

The typesetter sees a fresh folder with the template, the code, copies of the
images and of the files to attach, and nothing else.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Literal

from octavo import resources
from octavo.diagnostics import Diagnostic, Severity
from octavo.errors import TransformError
from octavo.render import fonts
from octavo.render.fonts import Fonts, set_up
from octavo.render.images import is_image as is_image

STANDARDS: Final = ("a-3a", "ua-1")
# What a book follows instead if it has letters without a meaning to machines.
_WEAKER: Final = {"a-3a": "a-3b"}
# Runs after the first. Each starts where the last one stopped.
_PASSES: Final = 7


@dataclass(frozen=True, slots=True)
class Limits:
    """What one book may use: seconds of CPU and bytes of address space."""

    cpu_seconds: int = 600
    memory: int = 8 * 1024**3


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes into the PDF: its name, its bytes, what it is to the book."""

    name: str
    data: bytes
    relationship: Literal["source", "data", "supplement"] = "source"

    def parts(self) -> tuple[bytes, bytes]:
        """Give name and content, to tell attachments apart."""
        return self.name.encode(), self.data

    @property
    def kind(self) -> str:
        """Give the media type that the ending of the name stands for."""
        compact = self.name.endswith(".rnc")
        return "application/relax-ng-compact-syntax" if compact else "application/xml"


@dataclass(frozen=True, slots=True)
class Job:
    """One book to set.

    `images` map the name of a file in the folder `images` to its bytes, `settings`
    is what the template reads, `date` an ISO date, `template` a house style.
    """

    code: str
    settings: Mapping[str, object]
    fonts: Fonts
    images: Mapping[str, bytes]
    attachments: tuple[Attachment, ...] = ()
    date: str = ""
    template: bytes = b""
    standards: tuple[str, ...] = STANDARDS


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished book, what there is to say about it, and where its ids stand."""

    pdf: bytes
    diagnostics: tuple[Diagnostic, ...]
    places: Mapping[str, tuple[int, float]]


def typeset(job: Job, limits: Limits = Limits()) -> Typeset:
    """Set a book, again and again until every note is on the page of its call.

    Once is enough for most books, since the template repairs what it can within
    one run. Raises TransformError if the typesetter fails or needs more than it
    may.
    """
    with tempfile.TemporaryDirectory(prefix="octavo-") as name:
        folder = Path(name).resolve()
        _furnish(folder, job)
        order = _order(folder, job, limits)
        best = latest = _set(folder, order, limits)
        for _ in range(_PASSES):
            known = {key: latest.answer[key] for key in ("forces", "undrawable")}
            if latest.is_settled or known["forces"] == order["forces"]:
                break
            order |= known
            latest = _set(folder, order, limits)
            best = min(latest, best, key=lambda done: done.badness)
        found = [*_diagnostics(best.answer), *_private_letters(job)]
    return Typeset(best.pdf, tuple(found), best.answer["places"])


@dataclass(frozen=True, slots=True)
class _Pass:
    """One run of the typesetter: what it made, and what it says of it."""

    pdf: bytes
    answer: Mapping[str, Any]

    @property
    def is_settled(self) -> bool:
        """Tell whether a further run would find nothing new to repair."""
        return not any("converge" in warning for warning in self.answer["warnings"])

    @property
    def badness(self) -> tuple[int, bool]:
        """Order runs by the notes off their page, then by what did not settle."""
        return len(self.answer["strays"]), not self.is_settled


def _set(folder: Path, order: Mapping[str, object], limits: Limits) -> _Pass:
    answer = _run(order, limits)
    return _Pass((folder / "book.pdf").read_bytes(), answer)


def _furnish(folder: Path, job: Job) -> None:
    shutil.copytree(resources.stylesheet("typst"), folder / "octavo")
    for place, files in (("fonts", set_up(job.fonts)), ("images", job.images)):
        (folder / place).mkdir()
        for name, data in files.items():
            (folder / place / name).write_bytes(data)
    attached = []
    for number, file in enumerate(job.attachments):
        (folder / f"attached-{number}").write_bytes(file.data)
        attached.append(
            [f"/attached-{number}", file.name, file.relationship, file.kind]
        )
    settings = json.dumps({**job.settings, "attachments": attached})
    (folder / "settings.json").write_text(settings, encoding="utf-8")
    (folder / "house.typ").write_bytes(job.template)
    (folder / "book.typ").write_text(job.code, encoding="utf-8", newline="\n")


def _order(folder: Path, job: Job, limits: Limits) -> dict[str, object]:
    return {
        "input": str(folder / "book.typ"),
        "output": str(folder / "book.pdf"),
        "root": str(folder),
        "fonts": job.fonts.families,
        "font_paths": [str(folder / "fonts")],
        "doubtful": job.fonts.doubtful(job.code.replace("\n", "")),
        "standards": _standards(job),
        "timestamp": _timestamp(job.date),
        "cpu_seconds": limits.cpu_seconds,
        "memory": limits.memory,
        "forces": {},
        "undrawable": None,
    }


def _private(job: Job) -> list[str]:
    """List the letters that a font has at places of private use, as MUFI does."""
    asked = {c for c in set(job.code) if unicodedata.category(c) == "Co"}
    return sorted(asked - set(job.fonts.doubtful("".join(asked))))


def _standards(job: Job) -> list[str]:
    """Give the standards; the strictest for archives has no letters of private use."""
    if not _private(job):
        return list(job.standards)
    return [_WEAKER.get(standard, standard) for standard in job.standards]


def _private_letters(job: Job) -> list[Diagnostic]:
    letters = [f"U+{ord(letter):04X}" for letter in _private(job)]
    if not letters or _standards(job) == list(job.standards):
        return []
    words = f"letters of private use make the book PDF/A-3b: {', '.join(letters)}"
    hint = "nothing to do, unless an archive asks for PDF/A-3a"
    return [replace(_finding("PRN006", words, hint), severity=Severity.INFO)]


def _timestamp(date: str) -> int:
    """Give the first second of an ISO date, which may lack day and month."""
    year, month, day = ([int(n) for n in date.split("-") if n] + [1, 1, 1])[:3]
    return int(datetime(year if date else 1970, month, day, tzinfo=UTC).timestamp())


def _run(order: Mapping[str, object], limits: Limits) -> dict[str, Any]:
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "octavo.render.typesetter"],
            input=json.dumps(order),
            capture_output=True,
            encoding="utf-8",
            env=_environment(),
            timeout=4 * limits.cpu_seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _too_much(limits, "") from error
    if done.returncode != 0:
        raise _too_much(limits, done.stderr)
    answer: dict[str, Any] = json.loads(done.stdout)
    if "error" in answer:
        raise TransformError(
            f"typesetting: {answer['error']}",
            hint="; ".join(answer["hints"]),
            log=done.stderr,
        )
    return answer


def _environment() -> dict[str, str]:
    """Give the typesetter no way out to the network."""
    closed = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), "http://[::1]:1")
    return {**os.environ, **closed, "PYTHONIOENCODING": "utf-8"}


def _too_much(limits: Limits, log: str) -> TransformError:
    return TransformError(
        "typesetting: the typesetter was stopped; it may use "
        f"{limits.cpu_seconds} s and {limits.memory // 1024**2} MB",
        hint="look for huge images, or print fewer texts in one book",
        log=log,
    )


def _diagnostics(answer: Mapping[str, Any]) -> list[Diagnostic]:
    said = [w for w in answer["warnings"] if not _is_of_settling(w)]
    remarks = [_finding("PRN002", f"typesetting: {words}", "") for words in said]
    if any("converge" in warning for warning in answer["warnings"]):
        words = "the pages did not come quite to rest: a number of a page may be wrong"
        remarks.append(_finding("PRN002", words, "look up what they refer to"))
    strays = [
        _finding(
            "PRN005",
            f"the note called on page {call} of the PDF stands on page {place}",
            "change a word or a line break before it, or shorten the note",
        )
        for call, place in answer["strays"]
    ]
    missing = [
        _finding(
            "PRN003",
            f"no font draws '{character}' (U+{ord(character):04X})",
            f"install a font package with its script, as {fonts.package(character)}",
        )
        for character in answer["undrawable"]
    ]
    return remarks + strays + missing


def _is_of_settling(warning: str) -> bool:
    return "converge" in warning or "stabilize" in warning


def _finding(code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, message, hint=hint)
