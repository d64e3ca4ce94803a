"""Hyphens at the ends of lines: dropped, or kept where they are the word's own."""

from itertools import product

import pytest
from lxml import etree

from octavo.encode import Profile, encode
from octavo.names import tei

LINES = {
    "en": (
        "The road went down to the harbour and the drop was steep, and nobody was",
        "about at that hour except the gulls, who had nothing at all to say of the",
    ),
    "de": (
        "Die Straße ging hinab zum Hafen und das Boot lag dort unter der Mauer, es",
        "war um diese Stunde niemand dort außer den Möwen, und man hatte zu tun, da",
    ),
    "fr": (
        "La route allait vers le port et il ajouta que les bateaux étaient là, au",
        "pied du mur ; il ne se trouva sur la rive que les mouettes et le champ, il",
    ),
}


@pytest.mark.parametrize(
    ("language", "head", "tail", "word"),
    [
        ("en", "pre-", "vented", "prevented"),
        ("de", "nieder-", "gelegt", "niedergelegt"),
        ("de", "zum-", "niemand", "zumniemand"),
        ("de", "Hafen-", "Mauer", "Hafen-Mauer"),
        ("de", "Hafen-", "und", "Hafen-"),
        ("fr", "ajouta-", "t-il", "ajouta-t-il"),
        ("fr", "sur-", "le-champ", "sur-le-champ"),
        ("fr", "autre-", "fois", "autrefois"),
    ],
)
def test_a_hyphen_is_kept_where_the_language_and_the_book_would(
    language, head, tail, word
):
    first, second = LINES[language]
    text = "\n".join(
        [first, second, f"{second[:66]} {head}", f"{tail} {first}", second]
    )
    tree = etree.fromstring(encode(text, Profile(language=language, names=False)).tei)
    words = "".join(tree.find(tei("text")).itertext()).split()
    assert word in words


@pytest.mark.parametrize(
    ("head", "tail", "word"),
    [
        ("dew-", "drop", "dew-drop"),
        ("bad-", "drop", "baddrop"),
        ("s-", "drop", "sdrop"),
    ],
)
def test_a_part_that_no_other_word_begins_with_keeps_the_hyphen(head, tail, word):
    known = " ".join("".join(letters) for letters in product("abcde", repeat=5))
    first, second = LINES["en"]
    text = "\n".join([first, f"{second[:66]} {head}", f"{tail} {first}", second, known])
    tree = etree.fromstring(encode(text, Profile(language="en", names=False)).tei)
    assert word in "".join(tree.find(tei("text")).itertext()).split()
