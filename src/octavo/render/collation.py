"""Sort keys for registers: letters without marks first, by the rules of a language.

Three levels as in the Unicode Collation Algorithm: letters, then marks, then
case. Punctuation does not count. Languages that put some letters in places of
their own say so in `_PLACES`; scripts other than Latin sort by code point.
"""

import unicodedata
from typing import Final

# Letters after which a letter of its own stands: Swedish å after z, and so on.
_PLACES: Final = {
    "cs": {"č": "c", "ř": "r", "š": "s", "ž": "z"},
    "da": {"æ": "z1", "ø": "z2", "å": "z3"},
    "es": {"ñ": "n"},
    "et": {"š": "s", "ž": "z", "õ": "w1", "ä": "w2", "ö": "w3", "ü": "w4"},
    "fi": {"å": "z1", "ä": "z2", "ö": "z3"},
    "hr": {"č": "c1", "ć": "c2", "đ": "d", "š": "s", "ž": "z"},
    "hu": {"ö": "o", "ő": "o", "ü": "u", "ű": "u"},
    "is": {"ð": "d", "þ": "z1", "æ": "z2", "ö": "z3"},
    "nb": {"æ": "z1", "ø": "z2", "å": "z3"},
    "nn": {"æ": "z1", "ø": "z2", "å": "z3"},
    "no": {"æ": "z1", "ø": "z2", "å": "z3"},
    "pl": {
        **{"ą": "a", "ć": "c", "ę": "e", "ł": "l", "ń": "n", "ó": "o"},
        **{"ś": "s", "ź": "z1", "ż": "z2"},
    },
    "sv": {"å": "z1", "ä": "z2", "ö": "z3"},
    "tr": {"ç": "c", "ğ": "g", "ı": "h", "ö": "o", "ş": "s", "ü": "u"},
}
# Letters written as others where no language says otherwise.
_FOLDED: Final = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i"}
)
Key = tuple[tuple[tuple[str, str], ...], str, str]


def key(text: str, language: str = "en") -> Key:
    """Give the sort key of a heading in a language."""
    places = _PLACES.get(language.split("-")[0].lower(), {})
    folded = unicodedata.normalize("NFC", text).casefold()
    letters = tuple(
        place for character in folded for place in _letters(character, places)
    )
    marks = unicodedata.normalize("NFD", folded)
    return letters, marks, text.swapcase()


def initial(text: str, language: str = "en") -> str:
    """Give the letter under which a heading stands, in upper case."""
    places = _PLACES.get(language.split("-")[0].lower(), {})
    for character in unicodedata.normalize("NFC", text).casefold():
        if character in places:
            return character.upper()
        for letter, _ in _letters(character, places):
            if letter.isalnum():
                return letter.upper()
    return ""


def _letters(character: str, places: dict[str, str]) -> list[tuple[str, str]]:
    """Give the letters that count for a character, each with its place after it."""
    if character in places:
        after = places[character]
        return [(after[0], after[1:] or "1")]
    if character.isspace():
        return [(" ", "")]
    plain = unicodedata.normalize("NFKD", character.translate(_FOLDED))
    return [(letter, "") for letter in plain if letter.isalnum()]
