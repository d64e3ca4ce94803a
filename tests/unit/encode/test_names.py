"""Which capitalised words are persons, which places."""

import pytest
from lxml import etree

from octavo.encode import Profile, encode
from octavo.names import tei


def named(text, language="en"):
    root = etree.fromstring(encode(text, Profile(language=language)).tei)
    found = root.find(tei("text")).iter(tei("persName"), tei("placeName"))
    return [(e.tag.partition("}")[2], "".join(e.itertext())) for e in found]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("He left the United States in the spring of that year.\n", "United States"),
        ("They had gone from there to Reykjavík, and stayed.\n", "Reykjavík"),
        ("It was told at the Moscow Trials, so they say.\n", "Moscow"),
        ("They lived in St. Lucar, and later left it.\n", "St. Lucar"),
    ],
)
def test_a_place_is_known_by_its_name_or_by_what_stands_before_it(text, place):
    assert named(text) == [("placeName", place)]


def test_the_name_of_a_country_with_a_direction_is_no_person():
    text = "The ships of Captain Holm and of Anna Berg met the East-India fleet.\n"
    assert ("persName", "East-India") not in named(text)


def test_german_nouns_are_no_places_although_small_words_stand_before_them():
    text = "Sie ging zu Haus in Haus und nach Haus, aus Haus und aus Prag. " * 2
    assert set(named(text + "\n", "de")) == {("placeName", "Prag")}


def test_german_and_french_titles_name_persons():
    assert named("Dort kam Hofrat Winkler.\n", "de") == [("persName", "Hofrat Winkler")]
    assert named("Il vit Comtesse Delmare.\n", "fr") == [
        ("persName", "Comtesse Delmare")
    ]
