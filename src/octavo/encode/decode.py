"""Bytes to text: which encoding a source has, and how sure that is."""

import codecs
from typing import Final

from octavo.diagnostics import Diagnostic, Severity

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, name: str) -> tuple[str, list[Diagnostic]]:
    """Give the text of some bytes, and a finding if its encoding was guessed."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "surrogateescape"), []
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    encoding = "cp1252" if _fits(data, "cp1252") else "latin-1"
    finding = Diagnostic(
        "ENC001",
        Severity.WARNING,
        f"not UTF-8; read as {encoding}",
        name,
        line,
        hint="save the text as UTF-8 if letters with accents came out wrong",
    )
    return data.decode(encoding), [finding]


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
