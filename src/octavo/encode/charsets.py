"""Which encoding bytes are in that are not UTF-8 and bear no mark.

The tables for European languages differ in a few letters only, so they are told apart
by the letters of the language that the plain words show; for other scripts the package
charset-normalizer is asked.
"""

import re
from collections import Counter
from typing import Final, NamedTuple

from octavo.encode.measure import guess_language

# In the order in which they are taken when all give the same text.
_LATIN: Final = (
    "latin-1",
    "cp1252",
    "iso8859-15",
    "mac-roman",
    "cp1250",
    "iso8859-2",
    "cp850",
    "cp852",
    "mac-latin2",
    "cp1254",
    "cp1257",
)
_OTHERS: Final = [
    "cp1251",
    "koi8_r",
    "iso8859_5",
    "mac_cyrillic",
    "cp866",
    "cp1253",
    "iso8859_7",
    "cp1255",
    "iso8859_8",
    "cp1256",
    "iso8859_6",
    "gb18030",
    "big5",
    "shift_jis",
    "euc_jp",
    "euc_kr",
]
_LETTERS: Final = {
    "en": "éèêëàâçîïôöüñæœä",
    "de": "äöüßé",
    "fr": "éèêëàâçùûüîïôœæ",
    "es": "áéíóúüñ",
    "it": "àèéìíòóùú",
    "pt": "ãõáéíóúâêôçàü",
    "la": "æœéèâêîôûëï",
    "nl": "éëïöüáóèê",
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýž",
    "hu": "áéíóöőúüű",
    "sv": "åäöé",
    "da": "æøåé",
    "hr": "čćđšž",
    "ro": "ăâîşţ",
    "tr": "çğıöşü",
}
_ANY: Final = frozenset("".join(_LETTERS.values()))
_SIGNS: Final = frozenset("“”„«»‘’‚‹›—–…§°£¿¡ªº©®†‡€½¼¾²³·•\xa0\xad×´")
_INSIDE: Final = frozenset("’‘—–·\xad\xa0…")  # signs that may stand between letters
_PIECE: Final = re.compile(rb"[A-Za-z]?[\x80-\xff]+[A-Za-z]?")
_MANY: Final = 0.3  # of the bytes of a text in Latin letters are never beyond ASCII
_FEW: Final = 20  # bytes that say nothing of a script
_PIECES: Final = 3000
_CLOSE: Final = 0.05  # two readings that differ by less
_UNSURE: Final = 0.6


class Guess(NamedTuple):
    """An encoding, and how sure that is, from 0 to 1."""

    encoding: str
    sure: float


def guess(data: bytes) -> Guess:
    """Guess the encoding of bytes that are not UTF-8."""
    if wide := _wide(data):
        return wide
    pieces = Counter(_PIECE.findall(data))
    beyond = sum(len(piece) * n for piece, n in pieces.items())
    if beyond > max(_FEW, _MANY * len(data)) and (other := _other(data)):
        return other
    language = guess_language(data[:200_000].decode("latin-1"))
    return _best(dict(pieces.most_common(_PIECES)), language)


def _wide(data: bytes) -> Guess | None:
    """Tell whether every other byte is empty: UTF-16 without its mark."""
    sample = data[:4000]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    for few, many, encoding in ((even, odd, "utf-16-le"), (odd, even, "utf-16-be")):
        if many > 0.4 * half and few < 0.05 * half and fits(data, encoding):
            return Guess(encoding, 0.98)
    return None


def fits(data: bytes, encoding: str) -> bool:
    """Tell whether bytes can be read in an encoding."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _best(pieces: dict[bytes, int], language: str) -> Guess:
    """Give the table of European letters that fits best."""
    joined = b" ".join(pieces)
    languages = [language] if language in _LETTERS else sorted(_LETTERS)
    found: dict[str, Guess] = {}
    for encoding in _LATIN:
        if not fits(joined, encoding):
            continue
        text = joined.decode(encoding)
        if text not in found:
            weighed = zip(text.split(" "), pieces.values(), strict=True)
            found[text] = Guess(encoding, _score(list(weighed), languages))
    first, *rest = sorted(found.values(), key=lambda guess: -guess.sure)
    count = sum(pieces.values())
    is_close = bool(rest) and first.sure - rest[0].sure < _CLOSE
    sure = min(first.sure * count / (count + 1), _UNSURE if is_close else 1.0)
    return Guess(first.encoding, round(max(0.0, sure), 2))


def _score(pieces: list[tuple[str, int]], languages: list[str]) -> float:
    """Say how well letters and signs fit a language, from -1 to 1."""
    count = sum(n for _, n in pieces) or 1
    best = -1.0
    for language in languages:
        letters = frozenset(_LETTERS[language])
        total = sum(n * _piece(piece, letters) for piece, n in pieces)
        best = max(best, total / count)
    return best


def _piece(piece: str, letters: frozenset[str]) -> float:
    padded = f" {piece} "
    values = [
        _value(before, sign, after, letters)
        for before, sign, after in zip(padded[:-2], piece, padded[2:], strict=True)
        if sign > "\x7f"
    ]
    return sum(values) / len(values) if values else 0.0


def _value(before: str, sign: str, after: str, letters: frozenset[str]) -> float:
    if sign.isalpha() and sign not in "ªº":
        if sign.isupper() and before.islower():
            return -1.0
        small = sign.lower()
        return 1.0 if small in letters else 0.3 if small in _ANY else -0.5
    if sign not in _SIGNS:
        return -1.0
    is_inside = before.isalpha() and after.isalpha()
    return 0.9 if sign in _INSIDE or not is_inside else -0.5


def _other(data: bytes) -> Guess | None:
    """Ask charset-normalizer about scripts other than Latin."""
    import charset_normalizer  # here, as few texts need it

    best = charset_normalizer.from_bytes(data, cp_isolation=_OTHERS).best()
    if best is None or not fits(data, best.encoding):
        return None
    return Guess(best.encoding, round(max(0.1, best.coherence - best.chaos), 2))
