"""Findings written down: for people, for programs, for services."""

from collections.abc import Callable, Iterable
from typing import Final

from octavo.diagnostics import Diagnostic
from octavo.validate.reports import github, json, sarif, text

FORMATS: Final[dict[str, Callable[[list[Diagnostic]], str]]] = {
    "text": text.write,
    "json": json.write,
    "sarif": sarif.write,
    "github": github.write,
}


def write(
    findings: Iterable[Diagnostic], form: str = "text", *, is_colored: bool = False
) -> str:
    """Write findings in one of the formats; colours are for text on a terminal."""
    if form == "text":
        return text.write(list(findings), is_colored=is_colored)
    return FORMATS[form](list(findings))
