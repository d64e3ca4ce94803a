"""The order of headings in a register."""

import pytest

from octavo.render.collation import initial, key


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("en", ["d'Arc", "Darwin", "de Gaulle", "Étienne", "Eve"]),
        ("de", ["Adam", "Äneas", "Anna", "Öl", "Zoe"]),
        ("sv", ["Adam", "Anna", "Zoe", "Åke", "Äneas", "Öl"]),
        ("es", ["Nube", "Ñandú", "Oca"]),
        ("fr", ["cote", "coté", "côte", "œuvre", "or"]),
        ("en", ["Serge", "Serge, Victor", "Sergei"]),
    ],
)
def test_headings_sort_by_the_rules_of_the_language(language, headings):
    backwards = headings[::-1]
    backwards.sort(key=lambda heading: key(heading, language))
    assert backwards == headings


def test_the_letter_of_a_heading_has_no_mark_unless_the_language_says_so():
    assert [initial("Étienne", "fr"), initial("Ñandú", "es"), initial("'t Hooft")] == [
        "E",
        "Ñ",
        "T",
    ]
