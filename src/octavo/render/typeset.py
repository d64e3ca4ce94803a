"""Set a book: Typst code and images in, PDF out, in a process with limits.

The typesetter sees a fresh folder with the template, the code, copies of the
images and of the files to attach, and nothing else. Names of images are checked
before they are written; what is not an image is refused.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any, Final

from octavo import resources
from octavo.diagnostics import Diagnostic, Severity
from octavo.errors import TransformError
from octavo.render.fonts import Fonts

STANDARDS: Final = ("a-3a", "ua-1")
_NAME: Final = re.compile(r"[\w.,()+@ -]+")
_KINDS: Final = {
    ".gif": (b"GIF8",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".jpg": (b"\xff\xd8\xff",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".webp": (b"RIFF",),
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one book may use: seconds of CPU and bytes of address space."""

    cpu_seconds: int = 600
    memory: int = 8 * 1024**3


@dataclass(frozen=True, slots=True)
class Job:
    """One book to set.

    `images` and `attachments` map a path relative to the book's folder to its
    bytes; `settings` is what the template reads; `date` an ISO date.
    """

    code: str
    settings: Mapping[str, object]
    fonts: Fonts
    images: Mapping[str, bytes]
    attachments: Mapping[str, bytes]
    date: str = ""
    template: bytes = b""
    standards: tuple[str, ...] = STANDARDS


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished book, and what there is to say about it."""

    pdf: bytes
    diagnostics: tuple[Diagnostic, ...]


def typeset(job: Job, limits: Limits = Limits()) -> Typeset:
    """Set a book.

    Raises TransformError if the typesetter fails, or needs more than it may.
    """
    with tempfile.TemporaryDirectory(prefix="octavo-") as name:
        folder = Path(name).resolve()
        _furnish(folder, job)
        answer = _run(_order(folder, job, limits), limits)
        pdf = (folder / "book.pdf").read_bytes()
    return Typeset(pdf, tuple(_diagnostics(answer)))


def is_image(name: str, data: bytes) -> bool:
    """Tell whether a file has the name and the first bytes of an image."""
    parts = PurePosixPath(name).parts
    if not parts or any(p in (".", "..") or not _NAME.fullmatch(p) for p in parts):
        return False
    suffix = PurePosixPath(name).suffix.lower()
    if suffix == ".svg":
        return b"<svg" in data[:4096] or b":svg" in data[:4096]
    return data.startswith(_KINDS.get(suffix, ()))


def _furnish(folder: Path, job: Job) -> None:
    shutil.copytree(resources.stylesheet("typst"), folder / "octavo")
    for path, data in {**job.images, **job.attachments}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    (folder / "settings.json").write_text(json.dumps(job.settings), encoding="utf-8")
    (folder / "house.typ").write_bytes(job.template)
    (folder / "book.typ").write_text(job.code, encoding="utf-8", newline="\n")


def _order(folder: Path, job: Job, limits: Limits) -> dict[str, object]:
    return {
        "input": str(folder / "book.typ"),
        "output": str(folder / "book.pdf"),
        "root": str(folder),
        "fonts": job.fonts.families,
        "font_paths": [str(path) for path in job.fonts.folders],
        "doubtful": job.fonts.doubtful(job.code.replace("\n", "")),
        "standards": list(job.standards),
        "timestamp": _timestamp(job.date),
        "cpu_seconds": limits.cpu_seconds,
        "memory": limits.memory,
    }


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
    remarks = [
        Diagnostic("PRN002", Severity.WARNING, f"typesetting: {message}")
        for message in answer["warnings"]
    ]
    missing = [
        Diagnostic(
            "PRN003",
            Severity.WARNING,
            f"no font draws '{character}' (U+{ord(character):04X})",
            hint="install a font package that has its script, for example "
            "fontpkg-noto-serif",
        )
        for character in answer["undrawable"]
    ]
    return remarks + missing
