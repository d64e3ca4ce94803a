"""Findings as one JSON object, for programs."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from octavo.diagnostics import Diagnostic, Severity


def write(findings: Iterable[Diagnostic]) -> Iterator[str]:
    """Write `findings`, a list of records, and `counts`, when all of them are there."""
    found = list(findings)
    number = Counter(finding.severity for finding in found)
    report = {
        "findings": [finding.record() for finding in found],
        "counts": {str(severity): number[severity] for severity in Severity},
    }
    yield json.dumps(report, ensure_ascii=False, indent=2) + "\n"
