"""Registers: the entries of persons, places, organisations and works, in order.

Entries come from the register files of the edition and from the stand-off lists
of its documents. Their headings and order are made here, since the XSLT engine
has no rules for the alphabets of languages.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from octavo.names import TEI, XML_ID, tei
from octavo.render import collation
from octavo.source import Source

# The kinds of entries: element, and the register it belongs to.
KINDS: Final = {
    "person": "person",
    "personGrp": "person",
    "place": "place",
    "org": "org",
    "bibl": "bibl",
    "biblStruct": "bibl",
    "biblFull": "bibl",
    "event": "event",
}
_LISTS: Final = ("listPerson", "listPlace", "listOrg", "listBibl", "listEvent")
_NS: Final = {"t": TEI}
_FIRST: Final = ("when", "notBefore", "from", "notAfter")
_LAST: Final = ("when", "notAfter", "to", "notBefore")
_NAMES: Final = {
    "person": ("persName", "name"),
    "place": ("placeName", "geogName", "settlement", "region", "country", "name"),
    "org": ("orgName", "name"),
    "event": ("label", "head", "eventName", "desc"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a register: its id, its kind, its heading and initial letter.

    `authorities` are numbers in authority files, each with the name of the file;
    `place` is latitude and longitude; `dates` are those of birth and death, or of
    an event.
    """

    id: str
    kind: str
    heading: str
    initial: str
    authorities: tuple[tuple[str, str], ...] = ()
    place: tuple[float, float] | None = None
    dates: tuple[str, str] = ("", "")


def entries(sources: Iterable[Source], language: str) -> tuple[Entry, ...]:
    """List the entries with an id, by kind and then by heading."""
    found: dict[str, Entry] = {}
    for source in sources:
        for element in _elements(source):
            entry = _entry(element, language)
            found.setdefault(entry.id, entry)
    order = {kind: n for n, kind in enumerate(dict.fromkeys(KINDS.values()))}
    return tuple(
        sorted(
            found.values(),
            key=lambda e: (order[e.kind], collation.key(e.heading, language), e.id),
        )
    )


def standoff(source: Source) -> bytes:
    """Give the lists that a document keeps apart from its text; empty if none."""
    lists = [
        element
        for name in ("standOff", "teiHeader")
        for element in source.root.iter(tei(name))
        if next(element.iter(*(tei(kind) for kind in KINDS)), None) is not None
    ]
    kept = [found for element in lists for found in _outermost_lists(element)]
    if not kept:
        return b""
    root = etree.Element(tei("TEI"))
    holder = etree.SubElement(root, tei("standOff"))
    holder.extend([etree.fromstring(etree.tostring(e, with_tail=False)) for e in kept])
    return etree.tostring(root, encoding="utf-8")


def _outermost_lists(element: etree._Element) -> list[etree._Element]:
    found: list[etree._Element] = []
    for child in element.iter(*(tei(name) for name in _LISTS)):
        parents = {etree.QName(p).localname for p in child.iterancestors()}
        if not parents & {*_LISTS, "sourceDesc"}:
            found.append(child)
    return found


def _elements(source: Source) -> Iterator[etree._Element]:
    """Give the entries of a register file, or of the stand-off lists of a text."""
    holders = (
        _outermost_lists(source.root)
        if source.root.find("t:text/t:body/t:div", _NS) is not None
        else [source.root]
    )
    for holder in holders:
        for element in holder.iter(*(tei(kind) for kind in KINDS)):
            if element.get(XML_ID) and not _is_in_header(element):
                yield element


def _is_in_header(element: etree._Element) -> bool:
    return any(e.tag == tei("sourceDesc") for e in element.iterancestors())


def _entry(element: etree._Element, language: str) -> Entry:
    kind = KINDS[etree.QName(element).localname]
    ident = element.get(XML_ID, "")
    heading = _work(element) if kind == "bibl" else _name(element, kind)
    heading = heading or ident
    authorities = tuple(
        (number.get("type", "URI"), _words(number))
        for number in element.findall(tei("idno"))
    )
    initial = collation.initial(heading, language)
    where, when = _place(element), _dates(element)
    return Entry(ident, kind, heading, initial, authorities, where, when)


def _place(element: etree._Element) -> tuple[float, float] | None:
    """Give latitude and longitude, as TEI writes them in this order."""
    geo = element.find("t:location/t:geo", _NS)
    numbers = [] if geo is None else _words(geo).replace(",", " ").split()
    try:
        latitude, longitude = map(float, numbers)
    except ValueError:
        return None
    if abs(latitude) <= 90 and abs(longitude) <= 180:
        return latitude, longitude
    return None


def _dates(element: etree._Element) -> tuple[str, str]:
    """Give the first and the last date: of birth and death, or of an event."""
    birth, death = element.find(tei("birth")), element.find(tei("death"))
    first = element if birth is None else birth
    last = element if death is None else death
    return (
        next((first.get(name, "") for name in _FIRST if first.get(name)), ""),
        next((last.get(name, "") for name in _LAST if last.get(name)), ""),
    )


def _name(element: etree._Element, kind: str) -> str:
    """Give the main name: surname first if the parts are marked."""
    for name in _NAMES[kind]:
        found = element.findall(tei(name))
        if found:
            main = [e for e in found if e.get("type") in ("main", "reg", "preferred")]
            return _inverted((main or found)[0])
    return ""


def _inverted(name: etree._Element) -> str:
    if name.get("sort") or name.find(tei("surname")) is None:
        return _words(name)
    last = " ".join(_words(e) for e in name.findall(tei("surname")))
    rest = " ".join(
        _words(e)
        for e in name
        if e.tag in (tei("forename"), tei("nameLink"), tei("genName"))
    )
    return f"{last}, {rest}" if rest else last


def _work(element: etree._Element) -> str:
    """Give author and title of a work."""
    author = next(element.iter(tei("author"), tei("editor")), None)
    title = next(element.iter(tei("title")), None)
    if title is None:
        return _words(element)
    words = _words(title)
    if author is None:
        return words
    return f"{_inverted(_person(author))}: {words}"


def _person(author: etree._Element) -> etree._Element:
    name = author.find(tei("persName"))
    return author if name is None else name


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
