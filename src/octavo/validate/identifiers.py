"""Numbers with check digits: ISBN, ISSN, ORCID and the names of authority files."""

import re
from collections.abc import Callable, Iterator
from typing import Final
from urllib.parse import urlsplit

from octavo.validate.outline import Item, Outline
from octavo.validate.places import Problem

_ADDRESSES: Final = {
    "orcid.org": ("ORCID", re.compile(r"^/([^/]+)/?$")),
    "isni.org": ("ISNI", re.compile(r"^/(?:isni/)?([^/]+)/?$")),
    "viaf.org": ("VIAF", re.compile(r"^/(?:[a-z]+/)?viaf/([^/]+)/?$")),
    "d-nb.info": ("GND", re.compile(r"^/gnd/([^/]+)/?$")),
    "wikidata.org": ("WIKIDATA", re.compile(r"^/(?:wiki|entity)/([^/]+)/?$")),
    "geonames.org": ("GEONAMES", re.compile(r"^/([^/]+)(?:/[^/]*)?$")),
    "doi.org": ("DOI", re.compile(r"^/(.+)$")),
}


def check(outline: Outline) -> Iterator[Problem]:
    """Give the numbers of a document that cannot be right."""
    for item in outline.numbers:
        yield from _problem(item, item.attribute.upper(), item.value)
    for item in outline.pointers:
        kind, value = _of_address(item.value)
        yield from _problem(item, kind, value)


def is_valid(kind: str, value: str) -> bool:
    """Tell whether a number of a kind can be right; unknown kinds always can."""
    return kind not in _CHECKS or _CHECKS[kind](value)


def _problem(item: Item, kind: str, value: str) -> Iterator[Problem]:
    if value and not is_valid(kind, value):
        message = f"'{value}' cannot be the right {_WORDS[kind]}"
        hint = _HINTS.get(kind, "compare it with the source, digit by digit")
        yield Problem(_CODES[kind], item, message, hint, check="numbers")


def _of_address(address: str) -> tuple[str, str]:
    """Give kind and number that the address of an authority file contains."""
    if not address.startswith("http"):
        return "", ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", ""
    host = (parts.hostname or "").removeprefix("www.").removeprefix("sws.")
    kind, pattern = _ADDRESSES.get(host, ("", None))
    found = pattern.match(parts.path) if pattern else None
    return (kind, found.group(1)) if found else ("", "")


def _plain(value: str) -> str:
    return re.sub(r"[\s‐‑–-]", "", value).upper()


def _isbn(value: str) -> bool:
    digits = re.sub(r"^ISBN(-1[03])?:?", "", _plain(value))
    if re.fullmatch(r"\d{9}[\dX]", digits):
        return _weighted(digits, range(10, 0, -1)) % 11 == 0
    if re.fullmatch(r"97[89]\d{10}", digits):
        return _weighted(digits, [1, 3] * 6 + [1]) % 10 == 0
    return False


def _issn(value: str) -> bool:
    digits = re.sub(r"^E?ISSN:?", "", _plain(value))
    found = re.fullmatch(r"\d{7}[\dX]", digits)
    return bool(found) and _weighted(digits, range(8, 0, -1)) % 11 == 0


def _mod_11_2(value: str) -> bool:
    """Check a number of 16 digits as ISO 7064 MOD 11-2 does."""
    digits = _plain(re.sub(r"^https?://[^/]+/(isni/)?", "", value)).rstrip("/")
    if not re.fullmatch(r"\d{15}[\dX]", digits):
        return False
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    return (12 - total % 11) % 11 == _value(digits[-1])


def _gnd(value: str) -> bool:
    """Check a number of the German authority file, old form or new."""
    digits = re.sub(r"^https?://d-nb\.info/gnd/", "", value.strip()).upper().rstrip("/")
    found = re.fullmatch(r"(\d{1,9})-?([\dX])", digits)
    if not found:
        return False
    body, last = found.groups()
    total = sum(int(d) * w for w, d in enumerate(reversed(body), 2))
    return (11 - total % 11) % 11 == _value(last) or total % 11 == _value(last)


def _matching(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern)
    return lambda value: compiled.fullmatch(value.strip()) is not None


def _weighted(digits: str, weights: "range | list[int]") -> int:
    return sum(_value(d) * w for d, w in zip(digits, weights, strict=True))


def _value(digit: str) -> int:
    return 10 if digit == "X" else int(digit)


_CHECKS: Final[dict[str, Callable[[str], bool]]] = {
    "ISBN": _isbn,
    "ISSN": _issn,
    "ORCID": _mod_11_2,
    "ISNI": _mod_11_2,
    "GND": _gnd,
    "VIAF": _matching(r"(https?://(www\.)?viaf\.org/viaf/)?[1-9]\d{0,21}/?"),
    "WIKIDATA": _matching(
        r"(https?://(www\.)?wikidata\.org/(wiki|entity)/)?[QPL][1-9]\d*/?"
    ),
    "GEONAMES": _matching(r"(https?://(www\.|sws\.)?geonames\.org/)?[1-9]\d*/?"),
    "DOI": _matching(r"((https?://(dx\.)?doi\.org/)|doi:)?10\.\d{4,9}(\.\d+)*/\S+"),
}
_CODES: Final = {
    "ISBN": "IDN001",
    "ISSN": "IDN002",
    "ORCID": "IDN003",
    "ISNI": "IDN004",
    "GND": "IDN005",
    "VIAF": "IDN006",
    "WIKIDATA": "IDN007",
    "GEONAMES": "IDN008",
    "DOI": "IDN009",
}
_WORDS: Final = {
    "ISBN": "ISBN",
    "ISSN": "ISSN",
    "ORCID": "ORCID",
    "ISNI": "ISNI",
    "GND": "number of the GND",
    "VIAF": "number of VIAF",
    "WIKIDATA": "number of Wikidata",
    "GEONAMES": "number of GeoNames",
    "DOI": "DOI",
}
_HINTS: Final = {
    "ISBN": "an ISBN has 10 or 13 digits, the last one checks the others",
    "WIKIDATA": "a number of Wikidata is Q and digits, for example Q1234",
    "DOI": "a DOI begins with 10. and has a slash, for example 10.1000/182",
}
