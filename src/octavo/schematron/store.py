"""Keep compiled schemas in files, so that they need not be compiled again.

A kept one counts only while every file it was made of has the same content, and the
compiler is the same; one that cannot be read is no failure.
"""

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from octavo import __version__, files
from octavo.diagnostics import Severity
from octavo.errors import UsageError
from octavo.schematron.compile import Program
from octavo.schematron.messages import Test


def find(folder: Path, path: Path, phase: str) -> Program | None:
    """Give what is kept of a schema, None if there is nothing or it is stale."""
    try:
        data = _place(folder, path, phase).read_bytes()
        digest, _, content = data.partition(b"\n")
        if digest != _digest(content):
            return None
        record: dict[str, Any] = json.loads(content)
        if any(_fingerprint(Path(file)) != known for file, known in record["files"]):
            return None
        return _restored(record)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(
    folder: Path, path: Path, phase: str, parts: Mapping[Path, bytes], program: Program
) -> None:
    """Keep a compiled schema; a folder that cannot be written is no failure."""
    record = {
        "files": [[str(f.absolute()), sha256(d).hexdigest()] for f, d in parts.items()],
        "stylesheet": program.stylesheet.decode(),
        "tests": [[t.code, t.severity, t.is_report] for t in program.tests],
    }
    content = json.dumps(record).encode()
    try:
        files.write(_place(folder, path, phase), _digest(content) + b"\n" + content)
    except UsageError:
        return


def _restored(record: dict[str, Any]) -> Program:
    tests = [Test(code, Severity(s), report) for code, s, report in record["tests"]]
    return Program(record["stylesheet"].encode(), tests)


def _place(folder: Path, path: Path, phase: str) -> Path:
    what = repr((_compiler(), str(path.absolute()), str(path), phase))
    return folder / f"{sha256(what.encode()).hexdigest()[:32]}.json"


@cache
def _compiler() -> str:
    """Give what changes when the compiler does."""
    modules = sorted(Path(__file__).parent.glob("*.py"))
    states = [(m.name, m.stat().st_size, m.stat().st_mtime_ns) for m in modules]
    return repr((__version__, states))


def _fingerprint(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _digest(content: bytes) -> bytes:
    return sha256(content).hexdigest().encode()
