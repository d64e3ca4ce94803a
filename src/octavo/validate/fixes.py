"""Repairs that leave no doubt: values of attributes; text and tags stay untouched."""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from octavo.diagnostics import Diagnostic

_ATTRIBUTE: Final = re.compile(r"""([^\s=<>"'/]+\s*=\s*)("[^"<]*"|'[^'<]*')""")
_LANGUAGE: Final = re.compile(r"write '([A-Za-z0-9-]+)'")
_POINTER: Final = re.compile(r'write [\w:]+="#([^"<&\s]+)"')


def fixed(findings: Iterable[Diagnostic]) -> dict[Path, tuple[bytes, int]]:
    """Give for each file that can be repaired its new bytes and how many repairs."""
    by_file: dict[Path, list[Diagnostic]] = defaultdict(list)
    for finding in findings:
        if is_fixable(finding):
            by_file[Path(finding.file)].append(finding)
    made = {file: _fixed(file.read_bytes(), by_file[file]) for file in sorted(by_file)}
    return {file: (data, number) for file, (data, number) in made.items() if number}


def is_fixable(finding: Diagnostic) -> bool:
    """Tell whether a finding can be repaired."""
    if finding.code in ("LNG001", "LNG002"):
        return _LANGUAGE.fullmatch(finding.hint) is not None
    return finding.code == "LNK002" and _POINTER.fullmatch(finding.hint) is not None


def _fixed(data: bytes, findings: list[Diagnostic]) -> tuple[bytes, int]:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data, 0
    starts = [0] + [match.end() for match in re.finditer("\n", text)]
    number = 0
    for finding in sorted(findings, key=lambda f: (f.line, f.column), reverse=True):
        at = starts[finding.line - 1] + finding.column - 1
        match = _ATTRIBUTE.match(text, at)
        value = _value(match.group(2)[1:-1], finding) if match else None
        if match and value is not None:
            quote = match.group(2)[0]
            new = f"{match.group(1)}{quote}{value}{quote}"
            text = text[: match.start()] + new + text[match.end() :]
            number += 1
    return text.encode("utf-8"), number


def _value(value: str, finding: Diagnostic) -> str | None:
    """Give the right value of an attribute, None if it is not what was found."""
    language = _LANGUAGE.fullmatch(finding.hint)
    if language:
        return language.group(1)
    pointer = _POINTER.fullmatch(finding.hint)
    name = pointer.group(1) if pointer else ""
    words = value.split(" ")
    if name not in words:
        return None
    words[words.index(name)] = f"#{name}"
    return " ".join(words)
