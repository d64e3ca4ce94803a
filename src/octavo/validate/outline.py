"""What of a document matters to the others: its names, its pointers, its languages.

An outline is small and can be kept; the document is read again only to give a
finding its place.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

from octavo.names import TEI, XML_ID, XML_LANG, tei
from octavo.source import Source

_NAMES: Final = """
active ana change copyOf corresp decls edRef exclude facs hand mutual new next
passive period prev ref rendition require resp sameAs scribeRef scriptRef select
source spanTo synch target targetEnd toWhom where who wit
"""
_EVERYWHERE: Final = frozenset(_NAMES.split())
_ONLY_ON: Final = {
    "from": frozenset({"app", "span"}),
    "to": frozenset({"app", "span"}),
    "scheme": frozenset({"catRef", "classCode", "keywords"}),
    "url": frozenset({"graphic", "media"}),
    "inst": frozenset({"interp", "interpGrp", "span", "spanGrp"}),
}
_LANGUAGES: Final = {XML_LANG: "", "ident": "language", "mainLang": "textLang"}


@dataclass(frozen=True, slots=True)
class Item:
    """A value and where it stands: element by number and name, and attribute.

    `context` is the name of the parent for an id, the type of the element for a
    pointer.
    """

    number: int
    element: str
    attribute: str
    value: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline of one document; `names` are its ids, by id."""

    names: dict[str, Item] = field(default_factory=dict)
    pointers: tuple[Item, ...] = ()
    languages: tuple[Item, ...] = ()
    numbers: tuple[Item, ...] = ()
    prefixes: tuple[tuple[str, str, str], ...] = ()
    has_text: bool = False

    def record(self) -> dict[str, Any]:
        """Give the outline as plain values, to be kept."""
        return {
            "names": [_row(item) for item in self.names.values()],
            "pointers": [_row(item) for item in self.pointers],
            "languages": [_row(item) for item in self.languages],
            "numbers": [_row(item) for item in self.numbers],
            "prefixes": self.prefixes,
            "has_text": self.has_text,
        }

    @classmethod
    def restore(cls, record: dict[str, Any]) -> "Outline":
        """Make the outline again of plain values."""
        named = [Item(*row) for row in record["names"]]
        return cls(
            {item.value: item for item in named},
            tuple(Item(*row) for row in record["pointers"]),
            tuple(Item(*row) for row in record["languages"]),
            tuple(Item(*row) for row in record["numbers"]),
            tuple((a, b, c) for a, b, c in record["prefixes"]),
            record["has_text"],
        )


def outline(source: Source) -> Outline:
    """Read the outline of a document."""
    names: dict[str, Item] = {}
    pointers: list[Item] = []
    languages: list[Item] = []
    numbers: list[Item] = []
    for number, element in enumerate(source.tree.iter("{*}*")):
        if element.attrib:
            for item in _items(number, element):
                if item.attribute == XML_ID:
                    names.setdefault(item.value, item)
                elif item.attribute in _LANGUAGES:
                    languages.append(item)
                else:
                    pointers.append(item)
        if element.tag == _IDNO:
            text = "".join(map(str, element.itertext())).strip()
            numbers.append(Item(number, "idno", element.get("type", ""), text))
    return Outline(
        names,
        tuple(pointers),
        tuple(languages),
        tuple(numbers),
        tuple(_prefixes(source)),
        source.root.find(f".//{tei('text')}") is not None,
    )


_IDNO: Final = tei("idno")


def _items(number: int, element: "etree._Element") -> Iterator[Item]:
    """Give the attributes of an element that matter, pointers one by one."""
    name = etree.QName(element)
    local = name.localname
    for key, value in element.attrib.items():
        attribute, text = str(key), str(value)
        if attribute == XML_ID:
            parent = element.getparent()
            above = "" if parent is None else etree.QName(parent).localname
            yield Item(number, local, attribute, text.strip(), above)
        elif name.namespace != TEI:
            continue
        elif _LANGUAGES.get(attribute, "?") in ("", local):
            yield Item(number, local, attribute, text)
        elif attribute in _EVERYWHERE or local in _ONLY_ON.get(attribute, ()):
            for pointer in text.split():
                yield Item(number, local, attribute, pointer, element.get("type", ""))


def _prefixes(source: Source) -> Iterator[tuple[str, str, str]]:
    for element in source.tree.iter(tei("prefixDef")):
        keys = ("ident", "matchPattern", "replacementPattern")
        ident, pattern, replacement = (element.get(key, "") for key in keys)
        yield ident, pattern, replacement


def _row(item: Item) -> tuple[int, str, str, str, str]:
    return item.number, item.element, item.attribute, item.value, item.context
