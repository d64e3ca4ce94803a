"""Registers of persons, places and organisations: which forms name whom."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from octavo.errors import SourceError
from octavo.names import XML_ID, tei

if TYPE_CHECKING:
    from lxml import etree

# The list a register holds, its entries, the name elements in them, our markup.
_KINDS: Final = (
    ("person", "persName"),
    ("place", "placeName"),
    ("org", "orgName"),
)


@dataclass
class Entity:
    """Someone or something with names: the markup it gets, and where it points."""

    kind: str
    ref: str
    forms: list[str] = field(default_factory=list)


def read_registers(registers: Mapping[str, bytes]) -> list[Entity]:
    """Read the entries of TEI registers; the keys are their addresses."""
    found: list[Entity] = []
    for address in sorted(registers):
        root = _parse(registers[address], address)
        for entry, name in _KINDS:
            found += [
                entity
                for element in root.iter(tei(entry))
                if (entity := _entity(element, name, address))
            ]
    return found


def _parse(data: bytes, address: str) -> "etree._Element":
    from lxml import etree  # here, since it takes long to load

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise SourceError(f"{address}: not well-formed: {error.msg}") from error


def _entity(element: "etree._Element", name: str, address: str) -> Entity | None:
    identifier = element.get(XML_ID)
    if not identifier:
        return None
    forms: dict[str, None] = {}
    for form in element.iter(tei(name)):
        if form.getparent() is element:
            forms.update(dict.fromkeys(_spellings(form)))
    return Entity(name, f"{address}#{identifier}", [f for f in forms if f])


def _spellings(form: "etree._Element") -> Iterable[str]:
    """Give the forms a name stands for: as written, and turned round at a comma."""
    text = " ".join("".join(map(str, form.itertext())).split())
    yield text
    if match := re.fullmatch(r"([^,]+), ([^,\d]+)", text):
        yield f"{match[2]} {match[1]}"
    surnames = [e for e in form.iter(tei("surname")) if e.text]
    if surnames:
        yield " ".join("".join(map(str, surnames[-1].itertext())).split())
