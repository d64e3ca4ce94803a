"""Findings for people: a line each, the source line with a caret, the hint."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from octavo.diagnostics import Diagnostic, Severity
from octavo.validate.reports.json import counts

_WIDTH: Final = 100
_PLURALS: Final = {
    Severity.ERROR: "errors",
    Severity.WARNING: "warnings",
    Severity.INFO: "remarks",
}


def write(findings: list[Diagnostic]) -> str:
    """Write all findings and a last line that counts them."""
    blocks = [line for finding in findings for line in _block(finding)]
    return "\n".join([*blocks, summary(findings)]) + "\n"


def summary(findings: list[Diagnostic]) -> str:
    """Count the findings in one line."""
    number = counts(findings)
    words = [
        f"{number[str(s)]} {str(s) if number[str(s)] == 1 else plural}"
        for s, plural in _PLURALS.items()
        if number[str(s)]
    ]
    return (
        ", ".join(words).replace("1 info", "1 remark") or "nothing to find fault with"
    )


def _block(finding: Diagnostic) -> Iterator[str]:
    yield str(finding)
    if finding.line:
        yield from _excerpt(finding)
    if finding.hint:
        yield f"  hint: {finding.hint}"


def _excerpt(finding: Diagnostic) -> Iterator[str]:
    """Give the line of the source and a caret below the place."""
    lines = _lines(Path(finding.file))
    if not 0 < finding.line <= len(lines):
        return
    line = lines[finding.line - 1].replace("\t", " ")
    at = max(finding.column, 1) - 1
    start = max(0, min(at - _WIDTH // 2, len(line) - _WIDTH))
    yield f"  | {line[start : start + _WIDTH].rstrip()}"
    if finding.column:
        yield f"  | {' ' * (at - start)}^"


@lru_cache(maxsize=4)
def _lines(path: Path) -> list[str]:
    try:
        data = path.read_bytes()
    except OSError:
        return []
    mark = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    text = data.decode("utf-16" if mark else "utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
