import pytest

from octavo.validate.languages import check, usual
from octavo.validate.outline import Item, Outline


def codes(tag):
    outline = Outline(languages=(Item(0, "p", "xml:lang", tag),))
    return [problem.code for problem in check(outline)]


@pytest.mark.parametrize(
    "tag",
    [
        "en",
        "de-CH",
        "grc",
        "la",
        "zh-Hant-TW",
        "sr-Latn",
        "de-1996",
        "x-inky",
        "i-klingon",
        "en-a-bbb-x-a",
        "ar-Latn-x-dmg",
        "mul",
        "und",
        "en-US",
    ],
)
def test_a_tag_of_bcp_47_is_taken(tag):
    assert codes(tag) == []


@pytest.mark.parametrize("tag", ["english", "Deutsch", "e", "abcde", "de-", "en-GBR1"])
def test_what_is_no_tag_is_said_here_or_by_the_grammar(tag):
    assert codes(tag) == ([] if tag.endswith("-") else ["LNG001"])


@pytest.mark.parametrize("tag", ["eng", "ger-CH", "lat"])
def test_a_tag_with_a_shorter_form_is_a_warning(tag):
    assert codes(tag) == ["LNG002"]


@pytest.mark.parametrize("tag", ["EN", "de-ch", "zh-hant", "sr-LATN"])
def test_unusual_capitals_are_a_remark(tag):
    assert codes(tag) == ["LNG003"]


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("EN_us", "en-US"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("DE-1996", "de-1996"),
        ("x-DMG", "x-DMG"),
        ("ar-latn-x-DMG", "ar-Latn-x-DMG"),
    ],
)
def test_a_tag_has_usual_capitals(tag, written):
    assert usual(tag) == written
