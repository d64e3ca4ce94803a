"""Letters of an edition by date: who wrote to whom, when and where.

From the correspDesc of every document. A letter without a date stands at the end,
one with limits where it may have been written at the earliest.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from octavo.names import EDITION, TEI, XML_ID, tei
from octavo.source import Source

_NS: Final = {"t": TEI}
_WHO: Final = ("persName", "orgName", "name", "rs")
_WHERE: Final = ("placeName", "settlement", "geogName")
LIMITS: Final = ("when", "notBefore", "notAfter", "from", "to", "cert")
_ISO: Final = re.compile(r"(-?)(\d{4,})(.*)")


@dataclass(frozen=True, slots=True)
class Name:
    """A person, organisation or place, and the entry of a register it points to."""

    words: str
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter; `limits` are the attributes of its date, `stated` its words.

    `prev` and `next` are documents: the letters before and after it between the
    same persons, unless the source names others.
    """

    document: str
    title: str
    target: str = ""
    senders: tuple[Name, ...] = ()
    addressees: tuple[Name, ...] = ()
    sent_from: tuple[Name, ...] = ()
    sent_to: tuple[Name, ...] = ()
    limits: tuple[tuple[str, str], ...] = ()
    stated: str = ""
    prev: str = ""
    next: str = ""

    def order(self) -> tuple[bool, int, str]:
        """Give the key of its place among the letters."""
        dates = dict(self.limits)
        first = next((dates[name] for name in LIMITS[:5] if dates.get(name)), "")
        found = _ISO.fullmatch(first)
        if not found:
            return True, 0, ""
        return False, int(found.group(1) + found.group(2)), found.group(3)

    def between(self) -> frozenset[str]:
        """Give the persons it passed between."""
        return frozenset(n.ref or n.words for n in self.senders + self.addressees)


def gather(sources: Iterable[tuple[str, str, Source]]) -> tuple[Letter, ...]:
    """List the letters of documents, each given with id and title, by date."""
    found = [letter for one in sources for letter in _letters(*one)]
    return tuple(_joined(sorted(found, key=Letter.order)))


def of(letters: Sequence[Letter], document: str) -> tuple[Letter, ...]:
    """Give the letters of one document."""
    return tuple(letter for letter in letters if letter.document == document)


def described(letters: Iterable[Letter]) -> etree._Element:
    """List letters for the stylesheet."""
    root = etree.Element(f"{{{EDITION}}}letters")
    for letter in letters:
        names = ("document", "title", "target", "prev", "next")
        facts = {name: str(getattr(letter, name)) for name in names}
        element = etree.SubElement(root, f"{{{EDITION}}}letter", facts)
        for kind in ("senders", "addressees", "sent_from", "sent_to"):
            for name in getattr(letter, kind):
                shown = etree.SubElement(element, f"{{{EDITION}}}{kind}", ref=name.ref)
                shown.text = name.words
        date = etree.SubElement(element, f"{{{EDITION}}}date", dict(letter.limits))
        date.text = letter.stated
    return root


def _letters(ident: str, title: str, source: Source) -> Iterator[Letter]:
    for described in source.root.iter(tei("correspDesc")):
        sent = _action(described, "sent")
        received = _action(described, "received")
        date = next((d for a in (sent, received) for d in a.iter(tei("date"))), None)
        yield Letter(
            document=ident,
            title=title,
            target=_target(described, source),
            senders=_names(sent, _WHO),
            addressees=_names(received, _WHO),
            sent_from=_names(sent, _WHERE),
            sent_to=_names(received, _WHERE),
            limits=tuple(
                (name, date.get(name, ""))
                for name in LIMITS
                if date is not None and date.get(name)
            ),
            stated="" if date is None else _words(date),
            prev=_context(described, "prev"),
            next=_context(described, "next"),
        )


def _action(described: etree._Element, kind: str) -> etree._Element:
    found = described.find(f"t:correspAction[@type='{kind}']", _NS)
    return etree.Element(tei("correspAction")) if found is None else found


def _names(action: etree._Element, kinds: Sequence[str]) -> tuple[Name, ...]:
    """Give the outermost names of some kinds."""
    return tuple(
        Name(_words(element), element.get("ref", "").split("#")[-1].split(" ")[0])
        for element in action.iter(*(tei(kind) for kind in kinds))
        if element.getparent() is action
    )


def _target(described: etree._Element, source: Source) -> str:
    """Give the id of the part of the text that is the letter; empty for all of it."""
    pointer = described.get("corresp", "") or described.get("ref", "")
    if pointer.startswith("#"):
        return pointer[1:]
    own = f"#{described.get(XML_ID)}"
    return next(
        (
            element.get(XML_ID, "")
            for text in source.root.iter(tei("text"))
            for element in text.iter("{*}*")
            if own in element.get("decls", "").split()
        ),
        "",
    )


def _context(described: etree._Element, kind: str) -> str:
    """Give the file that the source itself names as the letter before or after."""
    found = described.find(f"t:correspContext//t:*[@type='{kind}'][@target]", _NS)
    return "" if found is None else found.get("target", "").partition("#")[0]


def _joined(letters: Sequence[Letter]) -> Iterator[Letter]:
    """Name, for each letter, those before and after it between the same persons."""
    files = {letter.document: letter for letter in letters}
    series: dict[frozenset[str], list[str]] = {}
    for letter in letters:
        series.setdefault(letter.between(), []).append(letter.document)
    for letter in letters:
        run = series[letter.between()] if letter.between() else []
        at = run.index(letter.document) if run else 0
        before = run[at - 1] if at else ""
        after = run[at + 1] if at + 1 < len(run) else ""
        yield replace(
            letter,
            prev=_named(letter.prev, files) or before,
            next=_named(letter.next, files) or after,
        )


def _named(file: str, documents: Iterable[str]) -> str:
    stem = file.rpartition("/")[2].removesuffix(".xml")
    return stem if stem in documents else ""


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
