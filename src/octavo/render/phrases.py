"""Running text in Markdown: emphasis, links, calls of notes, and escapes."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from octavo.render.whole import (
    Element,
    Run,
    called,
    classes,
    is_added,
    is_block,
    name,
)

_ESCAPED: Final = re.compile(r"([\\`*_{}\[\]<>~^$@|])|(?<!\S)(#)(?=\S)")
_SPACE: Final = re.compile(r"\s+")
# Elements and their marks on both sides.
_MARKS: Final = {
    "b": "**",
    "strong": "**",
    "i": "*",
    "em": "*",
    "cite": "*",
    "del": "~~",
}
_CLASSES: Final = {"smallcaps": "smallcaps", "underline": "underline"}


class Phrases:
    """Writes running text; `targets` are the ids that the text points to."""

    def __init__(self, targets: frozenset[str]) -> None:
        self._targets = targets

    def run(self, run: Run) -> str:
        """Write phrases that stand side by side."""
        return self._joined(run.parts, added=False)

    def inside(self, element: Element, *, added: bool = False) -> str:
        """Write what is in an element, on request with what the edition added."""
        parts: list[str | Element] = [element.text or ""]
        for child in element:
            parts += [child, child.tail or ""]
        return self._joined(parts, added=added)

    def _joined(self, parts: Iterable[str | Element], *, added: bool) -> str:
        words = "".join(
            _escaped(part) if isinstance(part, str) else self._element(part, added)
            for part in parts
        )
        return re.sub(r"(?<!\\)[ \t]+", " ", words)

    def _element(self, element: Element, added: bool) -> str:
        note = called(element)
        if not isinstance(element.tag, str):
            return ""
        if note:
            return f"[^{note}]"
        if "pb" in classes(element):
            ident = element.get("id")
            return f"[]{{#{ident} .pb}}" if ident else ""
        if is_added(element) and not added:
            return ""
        local = name(element)
        writer = _WRITERS.get(local)
        inner = self.inside(element, added=added)
        marked = writer(element, inner) if writer else _looks(element, inner)
        if is_block(element):
            marked = f" {marked} "
        return self._anchor(element) + marked

    def _anchor(self, element: Element) -> str:
        ident = element.get("id", "")
        return f"[]{{#{ident}}}" if ident in self._targets else ""


def _escaped(text: str) -> str:
    plain = _SPACE.sub(" ", text)
    return _ESCAPED.sub(lambda m: "\\" + m.group(), plain)


def _around(mark: str, words: str) -> str:
    """Put marks around words; white space stays outside, where it must be."""
    core = words.strip()
    if not core:
        return words
    lead = words[: len(words) - len(words.lstrip())]
    return f"{lead}{mark}{core}{mark}{words[len(words.rstrip()) :]}"


def _looks(element: Element, words: str) -> str:
    local = name(element)
    if local in _MARKS:
        return _around(_MARKS[local], words)
    for known in classes(element):
        if known in _CLASSES and words.strip():
            return f"[{words}]{{.{_CLASSES[known]}}}"
    return words


def _link(element: Element, words: str) -> str:
    address = element.get("href", "")
    if not words.strip() or not address.startswith(("#", "http:", "https:", "mailto:")):
        return words
    return f"[{words}]({address})"


def _image(element: Element, _: str) -> str:
    return f"![{_escaped(element.get('alt', ''))}]({element.get('src', '')})"


def _raised(sign: str) -> Callable[[Element, str], str]:
    def write(_: Element, words: str) -> str:
        spaced = words.strip().replace(" ", "\\ ")
        return f"{sign}{spaced}{sign}" if spaced else words

    return write


def _code(element: Element, _: str) -> str:
    words = _SPACE.sub(" ", "".join(map(str, element.itertext())))
    return f"`` {words} ``" if "`" in words else f"`{words}`" if words else ""


def _quoted(element: Element, words: str) -> str:
    return words if "bare" in classes(element) else f"“{words}”"


_WRITERS: Final[dict[str, Callable[[Element, str], str]]] = {
    "a": _link,
    "br": lambda _, __: "\\\n",
    "code": _code,
    "img": _image,
    "q": _quoted,
    "sub": _raised("~"),
    "sup": _raised("^"),
}
