"""Lines of a title page: towns, firms, years in Roman numbers, capitals."""

import re
from itertools import pairwise
from typing import Final

from octavo.encode.traits import is_caps
from octavo.encode.vocabulary import words

SMALL: Final = words("of the and a an in on to with for by from or")
# Towns where many books were printed; another town is read as an unknown line.
_TOWNS: Final = words(
    """london edinburgh glasgow dublin oxford cambridge westminster bristol bath york
    manchester liverpool birmingham boston philadelphia chicago baltimore washington
    toronto montreal melbourne sydney calcutta bombay madras manila paris lyon rouen
    marseille bruxelles brussels genève geneva lausanne leipzig berlin stuttgart
    münchen munich tübingen jena gotha hamburg frankfurt dresden halle göttingen
    heidelberg köln bonn breslau königsberg weimar braunschweig hannover wien vienna
    prag prague zürich basel bern amsterdam leiden rotterdam haarlem utrecht antwerpen
    copenhagen kjøbenhavn stockholm roma rome milano firenze venezia madrid barcelona"""
)
_PAIRS: Final = frozenset(["new york", "san francisco", "the hague", "den haag"])
_PRINTED: Final = re.compile(
    r"(?:printed|published|imprimé|gedruckt|sold)(?: and (?:sold|published))?"
    r" (?:by|for|chez|bei|par)(?: the author,? by)? |(?:im )?verlag (?:von|der) |chez ",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(r"(?:in \w+ )?(?:vol|band|tome|bd|part|edition)\b", re.I)
_ROMAN: Final = re.compile(r"(?:anno )?(M[., ]*(?:[DCLXVI]+[., ]*)+)", re.I)
_FIRMS: Final = re.compile(r";(?:\s+(?:and|und|et)\b)?", re.I)
_VALUES: Final = {"M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1}


def is_town(text: str) -> bool:
    """Tell whether a line is nothing but the name of a town, or of several."""
    names = re.split(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b)\s*", text.strip(" .:,;"))
    plain = [name.casefold() for name in names if name]
    return bool(plain) and all(n in _TOWNS or n in _PAIRS for n in plain)


def is_firm(text: str) -> bool:
    """Tell whether a line below the name of a town can name who printed the book."""
    plain = text.strip(" .,")
    if not plain or plain[0].isdigit() or is_town(text) or roman_year(text):
        return False
    return len(text) < 90 and not _OTHER.match(text) and plain[0].isupper()


def publishers(text: str) -> list[str]:
    """Give the firms of a line, without the words that say what they did."""
    found = (
        part.strip(" .,;")
        for part in re.split(r";(?:\s+(?:and|und|et)\b)?", text, flags=re.I)
    )
    return [shown(_PRINTED.sub("", part, count=1)) for part in found if part]


def roman_year(text: str) -> list[str]:
    """Give the year of a line that has nothing else, in Roman numbers."""
    match = _ROMAN.fullmatch(text.strip(" ."))
    digits = [_VALUES[c] for c in match[1].upper() if c in _VALUES] if match else []
    year = sum(-n if n < later else n for n, later in pairwise([*digits, 0]))
    return [str(year)] if 1400 < year < 2100 else []


def shown(text: str) -> str:
    """Turn a line in capitals into ordinary writing."""
    if not is_caps(text):
        return text
    plain = text.lower().split()
    return " ".join(w if i and w in SMALL else _capital(w) for i, w in enumerate(plain))


def _capital(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
