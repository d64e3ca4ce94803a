"""Feed a document to expat: any encoding, entities of its own only.

Nothing is fetched: an external DTD or entity is read only if the catalog has it as a
local file.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from xml.parsers import expat
from xml.parsers.expat import XMLParserType

from octavo.hints import BinaryIO, Final
from octavo.relaxng.namespaces import Namespaces

FindEntity = Callable[[str, str], bytes | None]
"""Gives the bytes of an external entity by its system and public identifier."""

CHUNK: Final = 1 << 16
"""Bytes given to the parser at a time."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FIRST: Final = ((b"<\0?\0", "utf-16-le"), (b"\0<\0?", "utf-16-be"))
_DECLARED: Final = re.compile(
    rb"""<\?xml[ \t\r\n][^>]*?encoding[ \t\r\n]*=[ \t\r\n]*["']([A-Za-z0-9._-]+)["']"""
)
_HANDLERS: Final = (
    "StartElementHandler",
    "EndElementHandler",
    "CharacterDataHandler",
    "StartNamespaceDeclHandler",
    "EndNamespaceDeclHandler",
    "UnparsedEntityDeclHandler",
    "SkippedEntityHandler",
    "ExternalEntityRefHandler",
)
_PLAIN: Final = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})


class EncodingError(ValueError):
    """The bytes are not text in the encoding that they claim."""


def chunks_of(data: bytes) -> Iterator[bytes]:
    """Cut a document into pieces of UTF-8."""
    return utf8(data[i : i + CHUNK] for i in range(0, len(data), CHUNK))


def chunks_from(file: BinaryIO) -> Iterator[bytes]:
    """Read a document in pieces of UTF-8."""
    return utf8(iter(lambda: file.read(CHUNK), b""))


def utf8(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Turn the pieces of a document into UTF-8, without byte order mark."""
    rest = iter(chunks)
    first = next(rest, b"")
    encoding, mark = _encoding(first)
    first = first[mark:]
    if encoding in _PLAIN:
        yield first
        yield from rest
        return
    try:
        decoder = codecs.getincrementaldecoder(encoding)()
        yield decoder.decode(first).encode()
        for chunk in rest:
            yield decoder.decode(chunk).encode()
        yield decoder.decode(b"", True).encode()
    except LookupError as error:
        raise EncodingError(f'the encoding "{encoding}" is unknown') from error
    except UnicodeError as error:
        raise EncodingError(f"the bytes are not {encoding}: {error}") from error


def _encoding(start: bytes) -> tuple[str, int]:
    """Tell the encoding and the length of the byte order mark."""
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding, len(mark)
    for sign, encoding in _FIRST:
        if start.startswith(sign):
            return encoding, 0
    declared = _DECLARED.match(start)
    return (declared.group(1).decode().lower() if declared else "utf-8"), 0


def parse(parser: XMLParserType, chunks: Iterable[bytes]) -> None:
    """Give all pieces to the parser, and take its handlers away.

    Handlers hold their parser and it them, so they would wait for a collection.
    """
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    finally:
        for handler in _HANDLERS:
            setattr(parser, handler, None)


def new_parser(
    namespaces: Namespaces, find: FindEntity | None, unread: Callable[[str], None]
) -> XMLParserType:
    """Make a parser that keeps the namespaces in scope up to date.

    ``unread`` is told the name of each entity whose text is not known.
    """
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    parser.ordered_attributes = True
    parser.StartNamespaceDeclHandler = namespaces.declare
    parser.EndNamespaceDeclHandler = namespaces.end
    if hasattr(parser, "SetReparseDeferralEnabled"):
        parser.SetReparseDeferralEnabled(False)  # events must not lag behind bytes
    _read_entities(parser, find, unread)

    def unparsed(
        name: str, _base: str | None, _system: str, _public: str | None, _note: str
    ) -> None:
        namespaces.unparsed(name)

    parser.UnparsedEntityDeclHandler = unparsed
    return parser


def _read_entities(
    parser: XMLParserType, find: FindEntity | None, unread: Callable[[str], None]
) -> None:
    """Let the parser read external entities that the catalog has, and no others."""

    def skipped(name: str, is_parameter: bool) -> None:
        if not is_parameter:
            unread(name)

    def external(
        context: str | None, _base: str | None, system: str | None, public: str | None
    ) -> int:
        data = find(system or "", public or "") if find else None
        if data is not None:
            inner = parser.ExternalEntityParserCreate(context)
            parse(inner, utf8([data]))
        elif context:
            unread(context.rpartition("\f")[2])
        return 1

    parser.SkippedEntityHandler = skipped
    parser.ExternalEntityRefHandler = external
    if find is not None:
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE)
