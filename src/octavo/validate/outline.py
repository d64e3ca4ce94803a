"""What of a document matters to the others: its names, its pointers, its languages.

An outline is small and can be kept; the document is read again only to give a
finding its place.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

from lxml import etree

from octavo.names import TEI, XML_ID, XML_LANG, tei
from octavo.source import Source

_NAMES: Final = """
active ana calendar change copyOf corresp datingMethod datingPoint decls edRef end
exclude fVal facs feats hand lemmaRef mergedIn mutual next nymRef parts passive perf
period prev ref rendition require resp sameAs scribeRef scriptRef select since source
spanTo start synch target targetEnd toWhom unitRef where who wit
"""
_EVERYWHERE: Final = frozenset(_NAMES.split())
_ONLY_ON: Final = {
    "from": frozenset({"app", "span"}),
    "to": frozenset({"app", "span"}),
    "new": frozenset({"handShift"}),
    "origin": frozenset({"timeline"}),
    "domains": frozenset({"altGrp", "joinGrp", "linkGrp"}),
    "scheme": frozenset({"catRef", "classCode", "keywords"}),
    "url": frozenset({"graphic", "media"}),
    "inst": frozenset({"interp", "interpGrp", "span", "spanGrp"}),
}
_DATES: Final = frozenset(
    name + kind
    for name in ("when", "from", "to", "notBefore", "notAfter")
    for kind in ("", "-iso")
)
_NO_DATES: Final = frozenset({"app", "span", "biblScope", "citedRange", "locus", "arc"})
"""Elements whose @from and @to are something else."""
_LANGUAGES: Final = {XML_LANG: "", "ident": "language", "mainLang": "textLang"}
_KINDS: Final = ("repeated", "pointers", "languages", "numbers", "dates")
_IDNO: Final = tei("idno")
_OWNERS: Final = frozenset({tei("person"), tei("correspDesc")})
_EVENTS: Final = frozenset({"birth", "death", "sent", "received"})


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
    """The outline of one document; `names` are its ids, by id.

    An id that is there already is one of the `repeated`.
    """

    names: dict[str, Item] = field(default_factory=dict)
    repeated: tuple[Item, ...] = ()
    pointers: tuple[Item, ...] = ()
    languages: tuple[Item, ...] = ()
    numbers: tuple[Item, ...] = ()
    dates: tuple[Item, ...] = ()
    prefixes: tuple[tuple[str, str, str], ...] = ()
    has_text: bool = False

    def record(self) -> dict[str, Any]:
        """Give the outline as plain values, to be kept."""
        rows = {kind: [_row(item) for item in getattr(self, kind)] for kind in _KINDS}
        names = [_row(item) for item in self.names.values()]
        more = {"prefixes": self.prefixes, "has_text": self.has_text}
        return {"names": names, **rows, **more}

    @classmethod
    def restore(cls, record: dict[str, Any]) -> "Outline":
        """Make the outline again of plain values."""
        named = [Item(*row) for row in record["names"]]
        kinds = {kind: tuple(Item(*row) for row in record[kind]) for kind in _KINDS}
        return cls(
            {item.value: item for item in named},
            **kinds,
            prefixes=tuple((a, b, c) for a, b, c in record["prefixes"]),
            has_text=record["has_text"],
        )


def outline(source: Source) -> Outline:
    """Read the outline of a document."""
    names: dict[str, Item] = {}
    found: dict[str, list[Item]] = {kind: [] for kind in _KINDS}
    owners: dict[etree._Element, str] = {}
    for number, element in enumerate(source.tree.iter("{*}*")):
        if element.tag in _OWNERS:
            owners[element] = str(number)
        if element.tag == _IDNO:
            text = "".join(map(str, element.itertext())).strip()
            numbered = Item(number, "idno", element.get("type", ""), text)
            found["numbers"].append(numbered)
        for kind, item in _items(number, element) if element.attrib else ():
            if kind == "names" and names.setdefault(item.value, item) is not item:
                found["repeated"].append(item)
            elif kind == "dates":
                context = _event(element, owners)
                found[kind].append(replace(item, context=context))
            elif kind != "names":
                found[kind].append(item)
    return Outline(
        names,
        **{kind: tuple(items) for kind, items in found.items()},
        prefixes=tuple(_prefixes(source)),
        has_text=source.root.find(f".//{tei('text')}") is not None,
    )


def _items(number: int, element: "etree._Element") -> Iterator[tuple[str, Item]]:
    """Give the attributes of an element that matter, pointers one by one."""
    name = etree.QName(element)
    local = name.localname
    for key, value in element.attrib.items():
        attribute, text = str(key), str(value)
        if attribute == XML_ID:
            yield "names", Item(number, local, attribute, text.strip(), _home(element))
        elif name.namespace != TEI or local == "schemaSpec":
            continue
        elif _LANGUAGES.get(attribute, "?") in ("", local):
            yield "languages", Item(number, local, attribute, text)
        elif attribute in _EVERYWHERE or local in _ONLY_ON.get(attribute, ()):
            kind = element.get("type", "")
            for pointer in [text.strip()] if attribute == "url" else text.split():
                yield "pointers", Item(number, local, attribute, pointer, kind)
        elif attribute in _DATES and local not in _NO_DATES:
            yield "dates", Item(number, local, attribute, text)


def _home(element: "etree._Element") -> str:
    """Name what an element stands in; "notes" for a division of notes."""
    parent = element.getparent()
    name = "" if parent is None else etree.QName(parent).localname
    if parent is None or name != "div":
        return name
    is_back = next(element.iterancestors(tei("back")), None) is not None
    return "notes" if is_back or "note" in parent.get("type", "") else name


def _event(element: "etree._Element", owners: "dict[etree._Element, str]") -> str:
    """Say what happened at a date, and the number of whom or what it happened to."""
    for above in (element, *element.iterancestors()):
        local = etree.QName(above).localname
        event = above.get("type", "") if local == "correspAction" else local
        parent = above.getparent()
        if event in _EVENTS and parent in owners:
            return f"{event} {owners[parent]}"
        if above in owners:
            break
    return ""


def _prefixes(source: Source) -> Iterator[tuple[str, str, str]]:
    for element in source.tree.iter(tei("prefixDef")):
        keys = ("ident", "matchPattern", "replacementPattern")
        ident, pattern, replacement = (element.get(key, "") for key in keys)
        yield ident, pattern, replacement


def _row(item: Item) -> tuple[int, str, str, str, str]:
    return item.number, item.element, item.attribute, item.value, item.context
