"""Findings for people: a line each, the source line with a caret, the hint."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from octavo.diagnostics import Diagnostic, Severity
from octavo.validate.reports.excerpts import excerpt, visible

_MANY: Final = 10
"""With more findings than this, their codes are counted, too."""
_BOLD: Final = "1"
_CYAN: Final = "36"
_COLORS: Final = {
    Severity.ERROR: "31;1",
    Severity.WARNING: "33;1",
    Severity.INFO: "34;1",
}
_WORDS: Final = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("remark", "remarks"),
}


def write(findings: Iterable[Diagnostic], *, is_colored: bool = False) -> Iterator[str]:
    """Write each finding when it comes and, at the end, count them."""
    paint = _paint if is_colored else _plain
    codes: Counter[str] = Counter()
    severities: Counter[Severity] = Counter()
    for finding in findings:
        codes[finding.code] += 1
        severities[finding.severity] += 1
        yield "".join(f"{line}\n" for line in _block(finding, paint))
    if codes.total() > _MANY:
        yield f"{_by_code(codes)}\n"
    yield f"{_summary(severities)}\n"


def _by_code(codes: Counter[str]) -> str:
    ranked = sorted(codes.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{code} {count}" for code, count in ranked)


def _summary(number: Counter[Severity]) -> str:
    words = (
        f"{number[severity]} {one if number[severity] == 1 else many}"
        for severity, (one, many) in _WORDS.items()
        if number[severity]
    )
    return ", ".join(words) or "nothing to find fault with"


def _block(finding: Diagnostic, paint: Callable[[str, str], str]) -> Iterator[str]:
    said = visible(str(finding))
    place, mark, words = said.partition(f" {finding.severity} {finding.code}:")
    yield paint(place, _BOLD) + paint(mark, _COLORS[finding.severity]) + words
    if finding.line:
        yield from (f"  | {line}" for line in excerpt(finding))
    if finding.hint:
        yield paint("  hint:", _CYAN) + f" {visible(finding.hint)}"


def _paint(words: str, style: str) -> str:
    return f"\x1b[{style}m{words}\x1b[0m"


def _plain(words: str, _style: str) -> str:
    return words
