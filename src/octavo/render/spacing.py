"""Spacing: the spaces that a language wants between words and signs in a book.

French has a narrow space before ; ! and ?, a space before : and inside « », none of
them at the end of a line. In Polish, Czech and Slovak no line ends with a word of one
letter. Only white space changes; a text in other languages keeps its bytes.
"""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import reduce
from typing import Final

from lxml import etree

from octavo.names import XML_LANG, tei
from octavo.source import Source

Element = etree._Element
Spacing = Callable[[str], str]

_NARROW: Final = "\u202f"
_FIXED: Final = "\u00a0"
_BLANK: Final = f"[\\s{_FIXED}{_NARROW}]"
# Signs among letters, as in addresses and times, are no stops.
_FRENCH: Final = tuple(
    (re.compile(pattern), shown)
    for pattern, shown in (
        (f"{_BLANK}+(?=[;!?])", _NARROW),
        (f"(?<![;!?{_NARROW}])(?=[;!?]+(?:[\\s{_FIXED}»”)\\]]|$))", _NARROW),
        (f"{_BLANK}*:(?=\\s|$)", f"{_FIXED}:"),
        (f"«{_BLANK}*", f"«{_FIXED}"),
        (f"{_BLANK}*»", f"{_FIXED}»"),
    )
)
_ONE_LETTER: Final = re.compile(r"(?<![\w’'])([aikosuvwz])\s", re.IGNORECASE)
_TAG: Final = re.compile(rb"xml:lang\s*=\s*[\"']([A-Za-z]{2,8})")
# What begins a paragraph has nothing before it.
_FIRST: Final = re.compile(r"\s*[;:!?»]")
# Words of programs are left as they are.
_PROGRAMS: Final = frozenset(map(tei, ("code", "eg", "ident", "gi", "att", "val")))


def _french(words: str) -> str:
    return reduce(lambda w, rule: rule[0].sub(rule[1], w), _FRENCH, words)


def _one_letter(words: str) -> str:
    return _ONE_LETTER.sub(rf"\1{_FIXED}", words)


_SPACINGS: Final[dict[str, Spacing]] = {
    **{"fr": _french, "pl": _one_letter, "cs": _one_letter, "sk": _one_letter}
}


def spaced(source: Source, language: str) -> bytes:
    """Give a document with the spaces of its languages; `language` is its own."""
    tags = {language, *(tag.decode() for tag in _TAG.findall(source.data))}
    if _SPACINGS.keys().isdisjoint(map(_primary, tags)):
        return source.data
    tree = deepcopy(source.tree)
    for element, spacing, around in _languages(tree.getroot(), language):
        if spacing and element.text and isinstance(element.tag, str):
            first = _FIRST.match(element.text)
            start = first.end() if first else 0
            element.text = element.text[:start] + spacing(element.text[start:])
        if around and element.tail:
            element.tail = around(element.tail)
    return etree.tostring(tree, encoding="utf-8", xml_declaration=True)


def _languages(
    root: Element, language: str
) -> Iterator[tuple[Element, Spacing | None, Spacing | None]]:
    """Give each node with the spacing of its words and of those that follow it."""
    known: dict[Element | None, Spacing | None] = {
        None: _SPACINGS.get(_primary(language))
    }
    for element in root.iter():
        around = known.get(element.getparent())
        own = around if element is not root else known[None]
        if element.get(XML_LANG):
            own = _SPACINGS.get(_primary(element.get(XML_LANG, "")))
        known[element] = None if element.tag in _PROGRAMS else own
        yield element, known[element], around


def _primary(tag: str) -> str:
    return re.split("[-_]", tag.lower())[0]
