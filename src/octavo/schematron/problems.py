"""Why the engine refused a schema: its words, and the place in the schema."""

import re
from pathlib import Path
from typing import Final

from lxml import etree

from octavo.diagnostics import Diagnostic, Severity
from octavo.errors import TransformError
from octavo.schematron.failures import SchemaError, failure
from octavo.schematron.names import BASE, LINE

_PLACE: Final = re.compile(r"\bline (?:number )?(\d+)")
_STATIC: Final = re.compile(r"\b(X[PTQ]ST|XTSE|XTDE0)\d+")
_FIRST: Final = re.compile(
    r" of \w+\.xsl: ([A-Z]{4}\d{4}) (.*?)"
    r"(?=(?: \.\.\.)? (?:Error|Warning)s? (?:in|at|were)\b|$)"
)
"""The first of the engine's sentences: its code, and its words."""
_NOISE: Final = re.compile(
    r" \(see [^)]*\)|Q\{http://www.w3.org/2005/xpath-functions\}| before(?: \.\.\.)?$"
)


def explain(error: TransformError, stylesheet: bytes) -> None:
    """Raise SchemaError if the engine found a mistake before running anything."""
    words = error.message + " " + error.log
    if not _STATIC.search(words):
        return
    file, line = _origin(stylesheet, words)
    message = f"this schema does not compile: {_sentence(error.message)}"
    hint = "correct the XPath expression, or declare the prefix with ns"
    raise failure(
        Diagnostic("SCH002", Severity.ERROR, message, file, line, 0, hint=hint)
    ) from error


def stopped(error: TransformError, schema: Path) -> SchemaError:
    """Make the failure for a schema whose rules cannot be run to their end."""
    words = error.message.partition(": ")[2].rstrip(". ") or error.message
    message = f"these rules cannot be run: {words[:1].lower()}{words[1:]}"
    hint = "look for a function that calls itself without end"
    return failure(
        Diagnostic("SCH002", Severity.ERROR, message, str(schema), 1, 0, hint=hint)
    )


def _origin(stylesheet: bytes, words: str) -> tuple[str, int]:
    """Find where in the schema the line of the stylesheet comes from."""
    found = _PLACE.search(words)
    number = int(found.group(1)) if found else 0
    root = etree.fromstring(stylesheet)
    near = root
    for element in root.iter("{*}*"):
        line = element.sourceline
        if LINE in element.attrib and isinstance(line, int) and line <= number:
            near = element
    return near.get(BASE, ""), int(near.get(LINE, 0))


def _sentence(words: str) -> str:
    """Give what the engine says first, without the places in our stylesheet."""
    text = " ".join(_PLACE.sub("", words).split())
    found = _FIRST.search(text)
    if found is None:
        return text.partition(": ")[2] or text
    code, said = found.groups()
    said = _NOISE.sub("", said.strip()).replace("<eof>", "end").rstrip(". ")
    return f"{said[:1].lower()}{said[1:]} ({code})"
