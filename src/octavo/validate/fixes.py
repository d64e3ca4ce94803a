"""Repairs that leave no doubt: values of attributes; text and tags stay untouched."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from octavo.diagnostics import Diagnostic
from octavo.names import TEI
from octavo.validate import calendar, languages

_ATTRIBUTE: Final = re.compile(r"""([^\s=<>"'/?]+)(\s*=\s*)("[^"<]*"|'[^'<]*')""")
_TAG: Final = re.compile(r"""<\??[^\s<>"'/?]+""")
_LINE: Final = re.compile(r"\r\n|\r|\n")
_WRITE: Final = re.compile(r"""write (?:([\w:]+)=)?["']([^"'<&\s]+)["']""")
_NAME: Final = re.compile(r"#([^\W\d][\w.-]*)")
_MEANT: Final = re.compile(r'did you mean "([^"<&]+)"')
_DATES: Final = re.compile(r"(when|from|to|notBefore|notAfter)(-iso)?")
_NEW: Final = f' xmlns="{TEI}"'


def is_fixable(finding: Diagnostic) -> bool:
    """Tell whether a finding is of a kind that can be repaired."""
    return finding.code in _REPAIRS


def fixed(findings: Iterable[Diagnostic]) -> dict[Path, tuple[bytes, int]]:
    """Give for each file that can be repaired its new bytes and how many repairs."""
    by_file: dict[Path, list[Diagnostic]] = defaultdict(list)
    for finding in findings:
        if is_fixable(finding):
            by_file[Path(finding.file)].append(finding)
    made = {file: _fixed(file.read_bytes(), by_file[file]) for file in sorted(by_file)}
    return {file: (data, number) for file, (data, number) in made.items() if number}


def _fixed(data: bytes, findings: list[Diagnostic]) -> tuple[bytes, int]:
    """Repair from the end to the beginning, so that places stay true."""
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    try:
        text = data[len(mark) :].decode("utf-8")
    except UnicodeDecodeError:
        return data, 0
    starts = [0, *(match.end() for match in _LINE.finditer(text))]
    number = 0
    for finding in sorted(findings, key=lambda f: (f.line, f.column), reverse=True):
        if 0 < finding.line <= len(starts):
            at = starts[finding.line - 1] + finding.column - 1
            new = _repaired(text, at, finding)
            number += new != text
            text = new
    return mark + text.encode("utf-8"), number


def _repaired(text: str, at: int, finding: Diagnostic) -> str:
    """Give the text with one repair, or as it is if that would leave a doubt."""
    if finding.code == "SCM003":
        return _with_namespace(text, at)
    match = _attribute(text, at, finding)
    if match is None or "&" in match[3]:
        return text
    name, equals, quoted = match.groups()
    value = _REPAIRS[finding.code](name, quoted[1:-1], finding)
    if value is None or (name == "xml:id" and _is_taken(value, text)):
        return text
    new = f"{name}{equals}{quoted[0]}{value}{quoted[0]}"
    return text[: match.start()] + new + text[match.end() :]


def _attribute(text: str, at: int, finding: Diagnostic) -> "re.Match[str] | None":
    """Find the attribute meant: at the place, or in the tag around it, by name."""
    if finding.code not in ("RNG107", "SCM002"):
        return _ATTRIBUTE.match(text, at)
    start = at if finding.code == "SCM002" else text.rfind("<", 0, at)
    wanted = "schematypens"
    if finding.code == "RNG107":
        wanted = re.split(r"[:}]", finding.xpath.rpartition("@")[2])[-1]
    end = text.find("?>", at) if finding.code == "SCM002" else at
    found = [
        match
        for match in _ATTRIBUTE.finditer(text, start, end)
        if match[1].rpartition(":")[2] == wanted
    ]
    return found[0] if len(found) == 1 else None


def _with_namespace(text: str, at: int) -> str:
    """Give the outermost element the namespace of TEI."""
    tag = _TAG.match(text, at)
    if tag is None:
        return text
    prefix = tag.group()[1:].rpartition(":")[0]
    name = f"xmlns:{prefix}" if prefix else "xmlns"
    for match in _ATTRIBUTE.finditer(text, tag.end(), text.find(">", at)):
        if match[1] == name:
            return f"{text[: match.start(3)]}{_NEW[7:]}{text[match.end() :]}"
    return text[: tag.end()] + _NEW + text[tag.end() :]


def _is_taken(name: str, text: str) -> bool:
    return (
        re.search(rf"""xml:id\s*=\s*["']\s*{re.escape(name)}\s*["']""", text)
        is not None
    )


def _as_said(_name: str, _value: str, finding: Diagnostic) -> str | None:
    """Write what the hint says."""
    said = _WRITE.match(finding.hint)
    return said[2] if said else None


def _pointer(name: str, value: str, finding: Diagnostic) -> str | None:
    """Correct the one pointer of several that the hint is about."""
    said = _WRITE.fullmatch(finding.hint)
    if said is None or said[1] != name:
        return None
    new = said[2]
    parts = [value] if _loosely(value) == _loosely(new) else value.split(" ")
    meant = [part for part in parts if part != new and _loosely(part) == _loosely(new)]
    if len(meant) != 1:
        return None
    return " ".join(new if part == meant[0] else part for part in parts)


def _loosely(address: str) -> str:
    return unquote(address).strip().replace("\\", "/").lstrip("#").casefold()


def _refused(name: str, value: str, finding: Diagnostic) -> str | None:
    """Correct a value that the grammar refuses, if it can only mean one thing."""
    bare = value.strip()
    meant = _MEANT.match(finding.hint)
    if meant and meant[1] != bare and meant[1].casefold() == bare.casefold():
        return meant[1]
    if _DATES.fullmatch(name):
        return calendar.corrected(bare)
    if name == "xml:lang" and languages.is_well_formed(languages.usual(bare)):
        return languages.usual(bare)
    identity = _NAME.fullmatch(bare) if name == "xml:id" else None
    return identity[1] if identity else None


_REPAIRS: Final[dict[str, Callable[[str, str, Diagnostic], str | None]]] = {
    "DAT006": _as_said,
    "IMG001": _pointer,
    "LNG001": _as_said,
    "LNG002": _as_said,
    "LNG003": _as_said,
    "LNK002": _pointer,
    "RNG107": _refused,
    "SCM002": _as_said,
    "SCM003": _as_said,
}
