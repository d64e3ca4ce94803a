"""Registers as data to take away: CSV of each, BEACON for authority files."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from octavo.render.registers import Entry

# Pages of the registers, without their endings.
PAGES: Final = {
    "person": "persons",
    "place": "places",
    "org": "organisations",
    "bibl": "works",
    "event": "events",
}
# Authority files with a BEACON of their own, and what their numbers follow.
PREFIXES: Final = {
    "gnd": "https://d-nb.info/gnd/",
    "viaf": "https://viaf.org/viaf/",
    "wikidata": "https://www.wikidata.org/wiki/",
    "geonames": "https://www.geonames.org/",
}


def lists(
    entries: Sequence[Entry], named: Iterable[str], url: str, title: str
) -> dict[str, bytes]:
    """Make the files of all registers; `named` has an id for each occurrence."""
    counts = Counter(named)
    files = {}
    for kind, page in PAGES.items():
        found = [entry for entry in entries if entry.kind == kind]
        if found:
            files[f"data/{page}.csv"] = _csv(found, counts)
        files |= _beacons(found, page, url, title)
    return files


def _csv(entries: Sequence[Entry], counts: Mapping[str, int]) -> bytes:
    authorities = sorted({name for entry in entries for name, _ in entry.authorities})
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["id", "heading", "occurrences", *authorities])
    for entry in entries:
        numbers = dict(reversed(entry.authorities))
        writer.writerow(
            [
                entry.id,
                literal(entry.heading),
                counts[entry.id],
                *(literal(numbers.get(name, "")) for name in authorities),
            ]
        )
    return out.getvalue().encode("utf-8-sig")


def literal(text: str) -> str:
    """Keep a spreadsheet from reading words as a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def _beacons(
    entries: Sequence[Entry], page: str, url: str, title: str
) -> dict[str, bytes]:
    """Make a BEACON for each authority file, if the site has an address."""
    files = {}
    for authority, prefix in PREFIXES.items():
        numbers = {
            number.removeprefix(prefix): entry.id
            for entry in entries
            for name, number in entry.authorities
            if name.lower() == authority
        }
        if numbers and url:
            head = [
                "#FORMAT: BEACON",
                f"#PREFIX: {prefix}",
                f"#TARGET: {url.rstrip('/')}/{page}.html#{{ID}}",
                f"#NAME: {title}",
            ]
            lines = [f"{number}||{ident}" for number, ident in sorted(numbers.items())]
            text = "\n".join([*head, "", *lines, ""])
            files[f"data/{page}-{authority}.beacon.txt"] = text.encode()
    return files
