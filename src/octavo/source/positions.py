"""The exact line and column of every start tag and attribute.

lxml knows lines only, and not always exactly; expat knows both. Columns count
characters from one.
"""

import codecs
import re
from array import array
from typing import Final
from xml.parsers import expat

_ATTRIBUTE: Final = re.compile(r"""([^\s=<>"'/]+)\s*=\s*("[^"]*"|'[^']*')""")
_TAG_NAME: Final = re.compile(r"""<[^\s<>"'/]+""")
_MARKS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_TAG: Final = re.compile(rb"""<(?:[^<>"']|"[^"]*"|'[^']*')*>?""")


class Positions:
    """Where the start tags of a well-formed document stand, in document order."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._lines = array("l")
        self._columns = array("l")
        self._offsets = array("q")
        self._encoding = "utf-8"
        self._scan()

    def _scan(self) -> None:
        parser = expat.ParserCreate()

        def start(_name: str, _attributes: object) -> None:
            self._lines.append(parser.CurrentLineNumber)
            self._columns.append(parser.CurrentColumnNumber + 1)
            self._offsets.append(parser.CurrentByteIndex)

        def declaration(_version: str, encoding: str | None, _standalone: int) -> None:
            self._encoding = encoding or "utf-8"

        parser.StartElementHandler = start
        parser.XmlDeclHandler = declaration
        parser.Parse(self._data, True)

    def element(self, number: int) -> tuple[int, int]:
        """Give line and column of the start tag with this number, from zero."""
        line, column = self._lines[number], self._columns[number]
        return line, column - (line == 1 and self._data.startswith(_MARKS))

    def attribute(self, number: int, name: str) -> tuple[int, int]:
        """Give line and column of an attribute, named as it is written.

        Falls back to the start tag where the attribute is not written out.
        """
        line, column = self.element(number)
        found = _TAG.match(self._data, self._offsets[number])
        tag = found.group().decode(self._encoding, "replace") if found else ""
        opening = _TAG_NAME.match(tag)
        for match in _ATTRIBUTE.finditer(tag, opening.end() if opening else 0):
            if match.group(1) == name:
                return _advance(line, column, tag[: match.start()])
        return line, column


def _advance(line: int, column: int, text: str) -> tuple[int, int]:
    breaks = text.count("\n")
    if not breaks:
        return line, column + len(text)
    return line + breaks, len(text) - text.rindex("\n")
