"""Findings as SARIF 2.1.0, for services that collect them."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from octavo import __version__
from octavo.diagnostics import Diagnostic, Severity
from octavo.validate.explain import explanations

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}


def write(findings: Iterable[Diagnostic]) -> Iterator[str]:
    """Write one run with its rules and results, when all of them are there."""
    found = list(findings)
    codes = sorted({finding.code for finding in found})
    driver = {
        "name": "octavo",
        "semanticVersion": __version__,
        "rules": [_rule(code) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(f, codes.index(f.code)) for f in found],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str) -> dict[str, Any]:
    """Describe a rule, if it is one of ours."""
    known = explanations().get(code)
    if known is None:
        return {"id": code}
    rule: dict[str, Any] = {
        "id": code,
        "shortDescription": {"text": "; or ".join(known.meanings)},
        "defaultConfiguration": {"level": _LEVELS[Severity(known.severity)]},
    }
    if known.remedy:
        rule["help"] = {"text": known.remedy}
    return rule


def _result(finding: Diagnostic, rule: int) -> dict[str, Any]:
    words = f"{finding.message} ({finding.hint})" if finding.hint else finding.message
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": words},
    }
    if finding.file:
        result["locations"] = [_location(finding)]
    return result


def _location(finding: Diagnostic) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.file)}}
    if finding.line:
        physical["region"] = {"startLine": finding.line}
        if finding.column:
            physical["region"]["startColumn"] = finding.column
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding.xpath:
        name = {"fullyQualifiedName": finding.xpath}
        location["logicalLocations"] = [name]
    return location


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
