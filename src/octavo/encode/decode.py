"""Bytes to text: which encoding a source has, how sure that is, and who says so."""

import codecs
import difflib
import re
from encodings.aliases import aliases
from typing import Final

from octavo.diagnostics import Diagnostic, Severity
from octavo.encode.charsets import fits, guess
from octavo.errors import SourceError, UsageError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_STRAY: Final = re.compile("[\udc80-\udcff]")
_SURE: Final = 0.9
_FEW: Final = 0.1  # of the characters beyond ASCII that may be damaged in UTF-8


def decode(data: bytes, name: str, encoding: str = "") -> tuple[str, list[Diagnostic]]:
    """Give the text of some bytes, and a finding if they are not plain UTF-8.

    `encoding` is what the editor says; raises UsageError if nobody knows it, and
    SourceError if the bytes are not in it.
    """
    if encoding:
        return _as_said(data, name, encoding), []
    for mark, marked in _MARKS[1:]:
        if data.startswith(mark):
            text = data.decode(marked, "replace")
            sure = 1 - text.count("\ufffd") / len(text)
            return text, [_finding(name, f"read as {marked}, as it says", sure)]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    if mixed := _mixed(data):
        text, count = mixed
        words = f"UTF-8, but for {count} bytes, which were read as cp1252"
        return text, [_finding(name, words, 0.8, line)]
    found = guess(data)
    words = f"not UTF-8; read as {found.encoding}"
    return data.decode(found.encoding), [_finding(name, words, found.sure, line)]


def _mixed(data: bytes) -> tuple[str, int] | None:
    """Read UTF-8 with a few bytes of the common table for Western Europe in it."""
    text = data.decode("utf-8", "surrogateescape")
    stray = sum("\udc80" <= c <= "\udcff" for c in text)
    beyond = sum(c > "\x7f" for c in text)
    if stray > _FEW * beyond and not data.startswith(codecs.BOM_UTF8):
        return None
    return _STRAY.sub(_western, text), stray


def _western(match: re.Match[str]) -> str:
    byte = match[0].encode("utf-8", "surrogateescape")
    return byte.decode("cp1252" if fits(byte, "cp1252") else "latin-1")


def check_encoding(encoding: str) -> str:
    """Give an encoding back if it is one of text; raises UsageError."""
    try:
        "".encode(encoding)
    except LookupError as error:
        folded = encoding.lower().replace("-", "_")
        near = difflib.get_close_matches(folded, sorted(aliases), n=1)
        raise UsageError(
            f"unknown encoding '{encoding}'",
            hint=f"did you mean '{near[0]}'?"
            if near
            else "known are utf-8, utf-16, latin-1, cp1252, cp1250, mac-roman, ...",
        ) from error
    return encoding


def _as_said(data: bytes, name: str, encoding: str) -> str:
    try:
        return data.decode(check_encoding(encoding)).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceError(
            f"{name}: not {encoding}: byte {data[error.start]:#04x} in line {line}",
            hint="leave the encoding out to have it detected",
        ) from error


def _finding(name: str, words: str, sure: float, line: int = 0) -> Diagnostic:
    severity = Severity.INFO if sure >= _SURE else Severity.WARNING
    return Diagnostic(
        "ENC001",
        severity,
        f"{words} ({sure:.0%} sure)",
        name,
        line,
        hint="say another with --encoding if letters with accents came out wrong",
    )
