"""Findings: what there is to tell the editor, and where.

A finding is a value. What stops a command is an exception (`octavo.errors`).
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters; only errors change the exit code."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a stable code, a sentence, a place, and if known a remedy.

    Lines and columns count from one; zero means unknown. `xpath` names the
    node, `source` the origin of the rule (a grammar, a Schematron, a check).
    """

    code: str
    severity: Severity
    message: str
    file: str = ""
    line: int = 0
    column: int = 0
    xpath: str = ""
    hint: str = ""
    source: str = ""

    def __str__(self) -> str:
        """Write the finding in one line, as editors of text can jump to."""
        place = ":".join(
            [self.file or "-", *(str(n) for n in (self.line, self.column) if n)]
        )
        return f"{place}: {self.severity} {self.code}: {self.message}"

    def record(self) -> dict[str, str | int]:
        """Give the fields by name, in their fixed order."""
        fields = asdict(self)
        order = ("code", "severity", "file", "line", "column")
        rest = ("xpath", "message", "hint", "source")
        return {name: fields[name] for name in order + rest}


def by_place(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    """Sort key: file, line, column, then code and message."""
    return (
        diagnostic.file,
        diagnostic.line,
        diagnostic.column,
        diagnostic.code,
        diagnostic.message,
    )


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether one of the findings is an error."""
    return any(d.severity is Severity.ERROR for d in diagnostics)
