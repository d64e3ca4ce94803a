"""Letters as data to take away: CSV, and CMIF, the format of correspSearch.

CMIF, the Correspondence Metadata Interchange Format, is a TEI document that has a
correspDesc for each letter and points to where it can be read.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from lxml import etree

from octavo.edition import Manifest
from octavo.names import TEI, tei
from octavo.render.letters import Letter, Name
from octavo.render.lists import PREFIXES, literal
from octavo.render.registers import Entry

_DATES: Final = ("when", "notBefore", "notAfter", "from", "to")
_COLUMNS: Final = (
    *_DATES,
    *("date", "senders", "addressees", "sent from", "sent to", "letter", "address"),
)


def data(
    letters: Sequence[Letter], entries: Iterable[Entry], manifest: Manifest
) -> dict[str, bytes]:
    """Make the files about the letters of an edition; none if it has none."""
    if not letters:
        return {}
    url = manifest.web.url.rstrip("/")
    authorities = {entry.id: _authority(entry) for entry in entries}
    return {
        "data/letters.csv": _csv(letters, url),
        "data/cmif.xml": _cmif(letters, authorities, manifest, url),
    }


def address(letter: Letter, url: str = "") -> str:
    """Give where a letter can be read."""
    place = f"{letter.document}.html" + (f"#{letter.target}" if letter.target else "")
    return f"{url}/{place}" if url else place


def _csv(letters: Sequence[Letter], url: str) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for letter in letters:
        limits = dict(letter.limits)
        names = (letter.senders, letter.addressees, letter.sent_from, letter.sent_to)
        words = [
            letter.stated,
            *("; ".join(name.words for name in group) for group in names),
            letter.title,
            address(letter, url),
        ]
        dates = [limits.get(name, "") for name in _DATES]
        writer.writerow([*dates, *(literal(cell) for cell in words)])
    return out.getvalue().encode("utf-8-sig")


def _authority(entry: Entry) -> str:
    """Give the address of an entry in an authority file, if it has one."""
    for kind, number in entry.authorities:
        base = PREFIXES.get(kind.lower(), "")
        if number.startswith(("http://", "https://")):
            return number
        if base:
            return base + number
    return ""


def _cmif(
    letters: Sequence[Letter],
    authorities: Mapping[str, str],
    manifest: Manifest,
    url: str,
) -> bytes:
    root = etree.fromstring(f'<TEI xmlns="{TEI}"/>')
    header = etree.SubElement(root, tei("teiHeader"))
    _file(etree.SubElement(header, tei("fileDesc")), manifest, url)
    profile = etree.SubElement(header, tei("profileDesc"))
    for letter in letters:
        _describe(profile, letter, authorities, url)
    body = etree.SubElement(etree.SubElement(root, tei("text")), tei("body"))
    etree.SubElement(body, tei("p"))
    etree.indent(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _file(file: etree._Element, manifest: Manifest, url: str) -> None:
    titles = etree.SubElement(file, tei("titleStmt"))
    _add(titles, "title", manifest.title)
    _add(titles, "editor", manifest.editor)
    published = etree.SubElement(file, tei("publicationStmt"))
    _add(published, "publisher", manifest.publisher or manifest.title)
    _add(published, "idno", f"{url}/data/cmif.xml" if url else "cmif.xml", type="url")
    if manifest.date:
        _add(published, "date", manifest.date, when=manifest.date)
    if manifest.licence:
        terms = etree.SubElement(published, tei("availability"))
        _add(terms, "licence", manifest.licence, target=manifest.licence)
    source = etree.SubElement(file, tei("sourceDesc"))
    _add(source, "bibl", manifest.title, type="online")


def _describe(
    profile: etree._Element,
    letter: Letter,
    authorities: Mapping[str, str],
    url: str,
) -> None:
    described = etree.SubElement(
        profile, tei("correspDesc"), ref=address(letter, url), key=letter.title
    )
    sent = etree.SubElement(described, tei("correspAction"), type="sent")
    _names(sent, "persName", letter.senders, authorities)
    _names(sent, "placeName", letter.sent_from, authorities)
    if letter.limits:
        limits = {name: value for name, value in letter.limits if name != "cert"}
        etree.SubElement(sent, tei("date"), limits)
    if letter.addressees or letter.sent_to:
        received = etree.SubElement(described, tei("correspAction"), type="received")
        _names(received, "persName", letter.addressees, authorities)
        _names(received, "placeName", letter.sent_to, authorities)


def _names(
    action: etree._Element,
    kind: str,
    names: Iterable[Name],
    authorities: Mapping[str, str],
) -> None:
    for name in names:
        known = authorities.get(name.ref, "")
        _add(action, kind, name.words, **({"ref": known} if known else {}))


def _add(parent: etree._Element, name: str, words: str, **attributes: str) -> None:
    etree.SubElement(parent, tei(name), attributes).text = words
