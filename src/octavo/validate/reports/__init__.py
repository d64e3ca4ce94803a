"""Findings written down: for people, for programs, for services."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from octavo.diagnostics import Diagnostic
from octavo.validate.reports import github, json, sarif, text

_Writer = Callable[[Iterable[Diagnostic]], Iterator[str]]
FORMATS: Final[dict[str, _Writer]] = {
    "text": text.write,
    "json": json.write,
    "sarif": sarif.write,
    "github": github.write,
}


def write(
    findings: Iterable[Diagnostic], form: str = "text", *, is_colored: bool = False
) -> Iterator[str]:
    """Write findings in one of the formats, piece by piece as they come.

    Colours are for text on a terminal.
    """
    if form == "text":
        return text.write(findings, is_colored=is_colored)
    return FORMATS[form](findings)
