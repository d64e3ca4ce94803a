"""Writes spans as TEI, once, at the end."""

from typing import BinaryIO, Final

from octavo.encode.floats import opened
from octavo.encode.layers import Layers
from octavo.encode.markup import escape, quoted
from octavo.encode.removals import Removals
from octavo.encode.spacing import Spacing
from octavo.encode.spans import Element, Run

_INLINE: Final = frozenset({"choice"})  # may stand inside a word
_MANY: Final = 4096  # pieces that are written at once


class Writer:
    """Writes elements over one source, piece by piece."""

    def __init__(
        self, data: str, removals: Removals, layers: Layers, out: BinaryIO
    ) -> None:
        self._data = data
        self._removals = removals
        self._layers = layers
        self._out = out
        self._pieces: list[str] = []
        self._spacing = Spacing(data)

    def write(self, root: Element) -> None:
        """Write an element and all below it; the divisions are opened bit by bit."""
        self._division(root)
        self._send()

    def _division(self, element: Element) -> None:
        if isinstance(element, Run) or element.mixed or not element.children:
            for made in opened(element, self._layers):
                self._element(made)
            return
        self._pieces.append(f"<{element.name}{_attributes(element)}>")
        self._pieces.append(escape(element.text) or "\n")
        for child in element.children:
            if isinstance(child, Run):
                for made in opened(child, self._layers):
                    self._element(made)
                    self._pieces.append("\n")
            else:
                self._division(child)
                self._pieces.append("\n")
        self._pieces.append(f"</{element.name}>")

    def _send(self) -> None:
        self._out.write("".join(self._pieces).encode())
        self._pieces.clear()

    def _element(self, element: Element) -> None:
        put = self._pieces.append
        name = element.name
        if len(self._pieces) > _MANY:
            self._send()
        attributes = _attributes(element) if element.attributes else ""
        if element.mixed and not element.children:
            text = escape(self._text(element.start, element.end).lstrip("\n"))
            put(f"<{name}{attributes}>{text}</{name}>")
            return
        if not (element.children or element.mixed or element.text):
            put(f"<{name}{attributes}/>")
            return
        put(f"<{name}{attributes}>")
        if element.mixed:
            self._mixed(element)
        else:
            gap = "" if name in _INLINE else "\n"
            put(escape(element.text) or gap)
            for child in element.children:
                self._element(child)
                put(gap)
        put(f"</{name}>")

    def _mixed(self, element: Element) -> None:
        put, at, first = self._pieces.append, element.start, True
        for child in element.children:
            text = self._text(at, child.start)
            put(escape(text.lstrip("\n") if first else text))
            self._element(child)
            at, first = max(at, child.end), False
        put(escape(self._text(at, element.end)))

    def _text(self, start: int, end: int) -> str:
        if start >= end:
            return ""
        return self._spacing.squeeze(self._removals.text(self._data, start, end))


def _attributes(element: Element) -> str:
    return "".join(
        [f" {key}={quoted(value)}" for key, value in element.attributes.items()]
    )
