"""Findings: what there is to tell the editor, and where.

A finding is a value. What stops a command is an exception (`octavo.errors`).
"""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Final

from octavo import names

_NAMESPACE: Final = re.compile(r"Q\{([^}]*)\}")


class Severity(StrEnum):
    """How much a finding matters; only errors change the exit code."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a stable code, a sentence, a place, and if known a remedy.

    Lines and columns count from one; zero means unknown. `xpath` names the
    node in the form of `readable_path`, `source` the origin of the rule (a grammar, a
    Schematron, a check).
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


def readable_path(path: str) -> str:
    """Write a path of XPath's `path()` as a person would, without losing its meaning.

    Elements in the namespace of the root and attributes in none go by their local
    names, those of XML by its prefix; all others keep their `Q{namespace}`.
    """
    root = _NAMESPACE.search(path)
    home = root.group(1) if root else ""

    def short(found: re.Match[str]) -> str:
        uri, is_attribute = found.group(1), path[: found.start()].endswith("@")
        if uri == names.XML:
            return "xml:"
        return "" if uri == ("" if is_attribute else home) else found.group()

    return _NAMESPACE.sub(short, path)


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
