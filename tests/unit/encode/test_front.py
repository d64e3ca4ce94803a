"""What stands before the first chapter: mottos, dedications, the title once more."""

import pytest
from lxml import etree

from octavo.encode import encode
from octavo.names import tei

PROSE = (
    "The road went down to the harbour and the boats lay in rows under the\n"
    "wall. Nobody was about at that hour except the gulls, and they had not\n"
    "much to say to anybody who had walked so far.\n"
)
PAGE = "A WALK.\n\nBY ANNA BERG\n\nLONDON, 1901\n"
CHAPTER = "CHAPTER I.\n\n\n" + PROSE * 3
APART = "\n\n\n\n"


def text_of(source):
    return etree.fromstring(encode(source).tei).find(tei("text"))


def kinds(text):
    return [division.get("type") for division in text.iter(tei("div"))]


def test_a_quotation_below_the_title_page_is_an_epigraph_of_the_front():
    motto = "\n".join(f"    {line}" for line in PROSE.splitlines())
    page = PAGE.replace("\nLONDON, 1901\n", f"\n{motto}\n\n    HOLM.\n")
    text = text_of(page + APART + CHAPTER)
    assert [e.tag for e in text.find(tei("front"))] == [
        tei("titlePage"),
        tei("epigraph"),
    ]


@pytest.mark.parametrize("preface", ["", f"{APART}PREFACE.\n\n\n{PROSE * 3}"])
def test_the_title_above_the_first_chapter_is_no_part(preface):
    text = text_of(f"{PAGE}{preface}{APART}A WALK.\n\n\n{CHAPTER}")
    (chapter,) = text.findall(f"{tei('body')}/{tei('div')}")
    assert chapter.get("type") == "chapter"
    assert [h.text for h in chapter.iter(tei("head"))] == ["A WALK.", "CHAPTER I."]


def test_a_long_dedication_is_known_by_the_word():
    words = (
        "TO DR. HOLM OF THE MUSEUM THIS BOOK IS\n"
        "DEDICATED AS A SMALL TOKEN OF GRATITUDE FOR HIS UNFAILING HELP.\n"
    )
    text = text_of(f"{PAGE}{APART}{words}{APART}{CHAPTER}")
    assert kinds(text) == ["dedication", "chapter"]


def test_a_short_dedication_on_a_page_of_its_own_is_no_heading():
    text = text_of(f"{PAGE}{APART}To my Mother.\n{APART}PREFACE.\n\n\n{PROSE * 3}")
    assert kinds(text) == ["dedication", "preface"]
    assert [h.text for h in text.iter(tei("head"))] == ["PREFACE."]
