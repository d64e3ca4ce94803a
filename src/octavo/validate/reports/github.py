"""Findings as annotations of GitHub Actions."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from octavo.diagnostics import Diagnostic, Severity

_LEVELS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}
_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY: Final = str.maketrans(
    {"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"}
)


def write(findings: Iterable[Diagnostic]) -> Iterator[str]:
    """Write one workflow command a finding."""
    return (f"{_command(finding)}\n" for finding in findings)


def _command(finding: Diagnostic) -> str:
    properties: dict[str, str | int] = {
        "file": Path(finding.file).as_posix() if finding.file else "",
        "line": finding.line,
        "col": finding.column,
        "title": finding.code,
    }
    given = ",".join(
        f"{name}={str(value).translate(_PROPERTY)}"
        for name, value in properties.items()
        if value
    )
    words = finding.message + (f"\n{finding.hint}" if finding.hint else "")
    return f"::{_LEVELS[finding.severity]} {given}::{words.translate(_DATA)}"
