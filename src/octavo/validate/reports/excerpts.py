"""A line of a document with a caret below the place meant."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from octavo import source
from octavo.diagnostics import Diagnostic

_WIDTH: Final = 100
_CUT: Final = "…"
_CONTROL: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)
"""What could move the cursor of a terminal, or turn the direction of its line."""


def excerpt(finding: Diagnostic) -> Iterator[str]:
    """Give the line of the source around a finding, and a caret below its place."""
    lines = _lines(Path(finding.file))
    if not 0 < finding.line <= len(lines):
        return
    line = lines[finding.line - 1]
    at = min(max(finding.column, 1) - 1, len(line))
    start = max(0, min(at - _WIDTH // 2, len(line) - _WIDTH))
    end = start + _WIDTH
    before = (_CUT if start else "") + visible(line[start:at])
    after = visible(line[at:end].rstrip()) + (_CUT if end < len(line) else "")
    yield before + after
    if finding.column:
        yield " " * _columns(before) + "^"


def visible(text: str) -> str:
    """Give text as a terminal can show it in one line, without being steered."""
    return _CONTROL.sub(
        lambda m: " " if m.group() == "\t" else "\N{REPLACEMENT CHARACTER}", text
    )


def _columns(text: str) -> int:
    """Count the columns of a terminal that a text takes."""
    marks = sum(unicodedata.category(c) in ("Mn", "Me", "Cf") for c in text)
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) - marks + wide


@lru_cache(maxsize=4)
def _lines(path: Path) -> list[str]:
    try:
        data = source.content(path)
    except OSError:
        return []
    mark = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    text = data.decode("utf-16" if mark else "utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
