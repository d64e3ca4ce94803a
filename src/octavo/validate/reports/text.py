"""Findings for people: a line each, the source line with a caret, the hint."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from octavo.diagnostics import Diagnostic, Severity
from octavo.validate.reports.json import counts

_WIDTH: Final = 100
_MANY: Final = 10
"""With more findings than this, their codes are counted, too."""
_BOLD: Final = "1"
_CYAN: Final = "36"
_COLORS: Final = {
    Severity.ERROR: "31;1",
    Severity.WARNING: "33;1",
    Severity.INFO: "34;1",
}
_PLURALS: Final = {
    Severity.ERROR: "errors",
    Severity.WARNING: "warnings",
    Severity.INFO: "remarks",
}


def write(findings: list[Diagnostic], *, is_colored: bool = False) -> str:
    """Write all findings and, at the end, count them."""
    paint = _paint if is_colored else _plain
    blocks = [line for finding in findings for line in _block(finding, paint)]
    if len(findings) > _MANY:
        blocks.append(by_code(findings))
    return "\n".join([*blocks, summary(findings)]) + "\n"


def by_code(findings: list[Diagnostic]) -> str:
    """Count the findings of each code, the most frequent first."""
    number = Counter(finding.code for finding in findings)
    ranked = sorted(number.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{code} {count}" for code, count in ranked)


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


def _block(finding: Diagnostic, paint: Callable[[str, str], str]) -> Iterator[str]:
    place, mark, words = str(finding).partition(f" {finding.severity} {finding.code}:")
    yield paint(place, _BOLD) + paint(mark, _COLORS[finding.severity]) + words
    if finding.line:
        yield from _excerpt(finding)
    if finding.hint:
        yield paint("  hint:", _CYAN) + f" {finding.hint}"


def _paint(words: str, style: str) -> str:
    return f"\x1b[{style}m{words}\x1b[0m"


def _plain(words: str, _style: str) -> str:
    return words


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
