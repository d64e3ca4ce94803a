"""Writes spans as TEI, once, at the end.

White space: a run with a line break becomes one line break, any other run one space;
a single no-break space stays.
"""

import re
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from octavo.encode.removals import Removals
from octavo.encode.spans import Element

_RUN: Final = re.compile("[ \t]{2,}|\\s{2,}|[\t\n\r\f\v\x85\u2028\u2029]")
_BREAK: Final = re.compile("[\n\r\f\v\x85\u2028\u2029]")


def squeeze(text: str) -> str:
    """Reduce each run of white space to one character."""
    return _RUN.sub(lambda m: "\n" if _BREAK.search(m[0]) else " ", text)


class Writer:
    """Writes elements over one source."""

    def __init__(self, data: str, removals: Removals) -> None:
        self._data = data
        self._removals = removals
        self._out: list[str] = []

    def write(self, root: Element) -> str:
        """Give the XML of an element and all below it."""
        self._out = []
        self._element(root)
        return "".join(self._out)

    def _element(self, element: Element) -> None:
        out = self._out
        name = element.name
        attributes = "".join(
            f" {key}={quoteattr(value)}" for key, value in element.attributes.items()
        )
        if not (element.children or element.mixed or element.text):
            out.append(f"<{name}{attributes}/>")
        else:
            out.append(f"<{name}{attributes}>")
            if element.mixed:
                self._mixed(element)
            else:
                out.append(escape(element.text) or "\n")
                for child in element.children:
                    self._element(child)
                    out.append("\n")
            out.append(f"</{name}>")

    def _mixed(self, element: Element) -> None:
        at, first = element.start, True
        for child in element.children:
            self._text(at, child.start, first=first)
            self._element(child)
            at, first = max(at, child.end), False
        self._text(at, element.end, first=first)

    def _text(self, start: int, end: int, *, first: bool) -> None:
        if start >= end:
            return
        pieces = (piece for _, piece in self._removals.kept(self._data, start, end))
        text = squeeze("".join(pieces))
        self._out.append(escape(text.lstrip("\n") if first else text))
