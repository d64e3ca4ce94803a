"""Findings as one JSON object, for programs."""

import json
from collections import Counter
from collections.abc import Iterable

from octavo.diagnostics import Diagnostic, Severity


def counts(findings: Iterable[Diagnostic]) -> dict[str, int]:
    """Count the findings of each severity."""
    found = Counter(finding.severity for finding in findings)
    return {str(severity): found[severity] for severity in Severity}


def write(findings: list[Diagnostic]) -> str:
    """Write `findings`, a list of records, and `counts`."""
    report = {
        "findings": [finding.record() for finding in findings],
        "counts": counts(findings),
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
