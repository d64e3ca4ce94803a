"""The spaces of a language between words and signs."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from octavo.render.spacing import spaced
from octavo.source import parse

NARROW, FIXED = "\u202f", "\u00a0"
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{}</body></text></TEI>'


def words(body, language="en"):
    source = parse(TEI.format(body).encode(), Path("/e/a.xml"))
    return "".join(etree.fromstring(spaced(source, language)).itertext())


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("fr", "Oui ! dit-il ; non ?", f"Oui{NARROW}! dit-il{NARROW}; non{NARROW}?"),
        ("fr", "Oui! dit-il; quoi?!", f"Oui{NARROW}! dit-il{NARROW}; quoi{NARROW}?!"),
        ("fr", "Il dit : non: rien", f"Il dit{FIXED}: non{FIXED}: rien"),
        ("fr", "« oui » et «non»", f"«{FIXED}oui{FIXED}» et «{FIXED}non{FIXED}»"),
        ("fr", "«quoi?»", f"«{FIXED}quoi{NARROW}?{FIXED}»"),
        ("fr", "à 12:30, voir a:b?c=d", "à 12:30, voir a:b?c=d"),
        ("fr", "» suite", "» suite"),
        ("fr", "un <hi>tout</hi>?", f"un tout{NARROW}?"),
        ("fr", "<code>a ;</code> b", "a ; b"),
        ("fr-CA", "Oui !", f"Oui{NARROW}!"),
        ("pl", "a w mieście i z nim", f"a{FIXED}w{FIXED}mieście i{FIXED}z{FIXED}nim"),
        ("cs", "byl v lese", f"byl v{FIXED}lese"),
        ("en", "Yes ! A ; b « c »", "Yes ! A ; b « c »"),
    ],
)
def test_a_language_has_its_spaces(language, text, shown):
    assert words(f"<p>{text}</p>", language) == shown
    assert words(f"<p xml:lang='{language}'>{text}</p><p>a !</p>") == f"{shown}a !"


def test_words_in_another_language_keep_their_spaces():
    mixed = "<p>Oui !<q xml:lang='en'>Yes !</q> bon !<!-- a ! --> non !</p>"
    assert words(mixed, "fr") == f"Oui{NARROW}!Yes ! bon{NARROW}! non{NARROW}!"


def test_a_text_without_such_languages_keeps_its_bytes():
    source = parse(TEI.format("<p>a !</p>").encode(), Path("/e/a.xml"))
    assert spaced(source, "en") is source.data


@given(st.text("abz ;:!?«»’\n\u00a0", max_size=30), st.sampled_from(("fr", "pl")))
def test_only_white_space_changes(text, language):
    made = words(f"<p>{text}</p>", language)
    assert "".join(made.split()) == "".join(text.split())
