"""The spaces of a language between words and signs."""

import pytest

NARROW, FIXED = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("fr", "Oui ! dit-il ; non ?", f"Oui{NARROW}! dit-il{NARROW}; non{NARROW}?"),
        ("fr", "Oui! dit-il; quoi?!", f"Oui{NARROW}! dit-il{NARROW}; quoi{NARROW}?!"),
        ("fr", "Il dit : non: rien", f"Il dit{FIXED}: non{FIXED}: rien"),
        ("fr", "« oui » et «non»", f"«{FIXED}oui{FIXED}» et «{FIXED}non{FIXED}»"),
        ("fr", "à 12:30, voir a:b?c=d", "à 12:30, voir a:b?c=d"),
        ("fr", "» suite", "» suite"),
        ("fr-CA", "Oui !", f"Oui{NARROW}!"),
        ("pl", "a w mieście i z nim", f"a{FIXED}w{FIXED}mieście i{FIXED}z{FIXED}nim"),
        ("cs", "byl v lese", f"byl v{FIXED}lese"),
        ("en", "Yes ! A ; b « c »", "Yes ! A ; b « c »"),
    ],
)
def test_a_language_has_its_spaces(chapter_code, language, text, shown):
    code = chapter_code(f"<p>a</p><p xml:lang='{language}'>{text}</p>")
    assert f'"{shown}"' in code[1]


def test_a_sign_after_an_element_has_its_space(chapter_code):
    code = chapter_code("<p xml:lang='fr'>C’était <hi>tout</hi>?</p>")
    assert f'"{NARROW}?"' in code[0]
