"""What is wrong with a document that is not well-formed: where, what, the remedy."""

import re
from typing import Final
from xml.parsers import expat

from octavo.diagnostics import Diagnostic, Severity

MAX_DEPTH: Final = 150
_SENTENCES: Final = {
    expat.errors.XML_ERROR_NO_ELEMENTS: (
        "there is no element here",
        'a TEI document begins with <TEI xmlns="http://www.tei-c.org/ns/1.0">',
    ),
    expat.errors.XML_ERROR_UNCLOSED_TOKEN: (
        "a tag or comment that begins here does not end",
        "look for a missing '>' or '-->'",
    ),
    expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: (
        "there is something after the end of the document",
        "a document has one outermost element; move this inside it or take it out",
    ),
    expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE: (
        "an attribute stands twice in this tag",
        "keep one of the two",
    ),
    expat.errors.XML_ERROR_UNDEFINED_ENTITY: (
        "this entity is not declared",
        "write the character itself, or '&amp;' for an ampersand",
    ),
    expat.errors.XML_ERROR_INVALID_TOKEN: (
        "this character cannot stand here",
        "write '&amp;' for an ampersand and '&lt;' for '<'; "
        "an attribute needs a value in quotes",
    ),
    expat.errors.XML_ERROR_UNBOUND_PREFIX: (
        "this prefix is not declared",
        'declare it with xmlns:prefix="..." or write the name without it',
    ),
    expat.errors.XML_ERROR_UNKNOWN_ENCODING: (
        "the encoding named in the first line is not known",
        "save the file as UTF-8",
    ),
    expat.errors.XML_ERROR_INCORRECT_ENCODING: (
        "the encoding named in the first line is not the encoding of the file",
        "save the file as UTF-8",
    ),
    expat.errors.XML_ERROR_MISPLACED_XML_PI: (
        "the XML declaration does not stand at the very beginning",
        "take out what stands before '<?xml'",
    ),
}
_ENTITY_WORDS: Final = (
    "the entities of this document grow without limit",
    "write the text itself in place of the entities",
)
_DEPTH_WORDS: Final = (
    f"elements are nested more than {MAX_DEPTH} deep",
    "look for an element that is not closed where it should be",
)
_OUTSIDE: Final = (
    "no document may read other files this way; "
    "put the text in its place, or use xi:include"
)
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_BINARY: Final = "this is not a text file, or it was damaged; take out the character"
_ENCODING_HINT: Final = (
    "save the file as UTF-8, or name its encoding in the first line: "
    '<?xml version="1.0" encoding="ISO-8859-1"?>'
)


class _RefusedError(Exception):
    """Something well-formed that no document may do: code, sentence, remedy."""


def explain(data: bytes, file: str) -> Diagnostic | None:
    """Find the first place where a document cannot be read; None if it can be."""
    scan = _Scan()
    try:
        scan.parser.Parse(data, True)
    except expat.ExpatError as error:
        message, hint = _sentence(error, data, scan.opened)
        code = "XML005" if (message, hint) == _ENTITY_WORDS else "XML001"
        return _finding(code, message, hint, file, error.lineno, error.offset + 1)
    except _RefusedError as refused:
        code, message, hint = refused.args
        return _finding(code, message, hint, file, *scan.place())
    except (LookupError, ValueError):
        words = _SENTENCES[expat.errors.XML_ERROR_UNKNOWN_ENCODING]
        return _finding("XML002", *words, file, 1, 1)
    return None


class _Scan:
    """One reading by expat that remembers which elements are open."""

    def __init__(self) -> None:
        self.opened: list[tuple[str, int]] = []
        self._entities: set[str] = set()
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.namespace_prefixes = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.EntityDeclHandler = self._entity
        self.parser.ExternalEntityRefHandler = self._external
        self.parser.SkippedEntityHandler = self._skipped

    def place(self) -> tuple[int, int]:
        """Give the line and column reached, from one."""
        return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1

    def _start(self, name: str, _attributes: object) -> None:
        self.opened.append((_written(name), self.parser.CurrentLineNumber))
        if len(self.opened) > MAX_DEPTH:
            raise _RefusedError("XML004", *_DEPTH_WORDS)

    def _end(self, _name: str) -> None:
        self.opened.pop()

    def _entity(self, name: str, _is_parameter: bool, *rest: str | None) -> None:
        if rest[2] is not None and rest[4] is None:
            self._entities.add(name)

    def _external(self, context: str | None, *_ids: str | None) -> int:
        names = [name for name in (context or "").split("\f") if "=" not in name]
        raise _RefusedError(
            "XML003", f"the entity '{names[-1]}' lies outside", _OUTSIDE
        )

    def _skipped(self, _name: str, is_parameter: bool) -> None:
        if not is_parameter:
            raise _RefusedError(
                "XML001", *_SENTENCES[expat.errors.XML_ERROR_UNDEFINED_ENTITY]
            )


def _finding(
    code: str, message: str, hint: str, file: str, line: int, column: int
) -> Diagnostic:
    return Diagnostic(
        code, Severity.ERROR, message, file, line, column, "", hint, "XML 1.0"
    )


def _sentence(
    error: expat.ExpatError, data: bytes, opened: list[tuple[str, int]]
) -> tuple[str, str]:
    words = expat.errors.messages[error.code]
    if "amplification" in words:
        return _ENTITY_WORDS
    if words == expat.errors.XML_ERROR_TAG_MISMATCH and opened:
        name, line = opened[-1]
        return (
            f"this end tag does not match <{name}>, opened in line {line}",
            f"close the elements in reverse order: </{name}> comes first",
        )
    if words == expat.errors.XML_ERROR_NO_ELEMENTS and opened:
        name, line = opened[-1]
        return (
            f"the document ends, but <{name}>, opened in line {line}, is not closed",
            f"add </{name}> where the element ends",
        )
    if words == expat.errors.XML_ERROR_INVALID_TOKEN:
        return _invalid(data)
    if words == expat.errors.XML_ERROR_SYNTAX and not opened:
        words = expat.errors.XML_ERROR_NO_ELEMENTS
    return _SENTENCES.get(words, (f"not well-formed: {words}", ""))


def _invalid(data: bytes) -> tuple[str, str]:
    """Tell a stray byte and a wrong encoding from a stray `&` or `<`."""
    if data[:2] not in _UTF16 and not _is_utf8(data):
        return "these bytes are not UTF-8", _ENCODING_HINT
    control = _CONTROL.search(data)
    if control and data[:2] not in _UTF16:
        return f"the character {control.group()[0]:#04x} cannot stand in XML", _BINARY
    return _SENTENCES[expat.errors.XML_ERROR_INVALID_TOKEN]


def _written(name: str) -> str:
    """Undo expat's 'uri local prefix' for a message."""
    parts = name.split(" ")
    return f"{parts[2]}:{parts[1]}" if len(parts) == 3 else parts[-1]


def _is_utf8(data: bytes) -> bool:
    if b"encoding=" in data[:100]:
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
