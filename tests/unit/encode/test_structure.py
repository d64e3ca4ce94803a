"""One small text for each thing the encoder finds."""

import re

import pytest
from lxml import etree

from octavo.encode import Image, Profile, encode
from octavo.encode.imprint import check_isbn
from octavo.names import XML_ID, tei

PROSE = (
    "The road went down to the harbour and the boats lay in rows under the wall. "
    "Nobody was about at that hour except the gulls, and they had nothing to say."
)


def root(text, **known):
    return etree.fromstring(encode(text, Profile(**known)).tei)


def words(element):
    return " ".join("".join(element.itertext()).split())


def found(tree, name):
    return [words(e) for e in tree.find(tei("text")).iter(tei(name))]


LISTED = ("List of illustrations", "1 A boat [drawn by me]", "2 A gull", "3 The sea")


def wrap(text, width=66):
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) >= width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


def test_headings_open_divisions_and_chapters_lie_in_parts():
    text = "\n\n\n".join(
        [
            "PART I.",
            "CHAPTER I.\n\nTHE HARBOUR.",
            wrap(PROSE),
            "CHAPTER II.",
            wrap(PROSE),
        ]
    )
    tree = root(text)
    part = tree.find(f".//{tei('body')}/{tei('div')}")
    assert part.get("type") == "part"
    chapters = part.findall(tei("div"))
    assert [found_head(c) for c in chapters] == [
        ["CHAPTER I.", "THE HARBOUR."],
        ["CHAPTER II."],
    ]


def found_head(division):
    return [words(e) for e in division.findall(tei("head"))]


def test_a_note_in_brackets_is_linked_to_its_mark():
    text = f"CHAPTER I.\n\n{wrap(PROSE)}[1]\n\n[Footnote 1: A bird.]\n\n{wrap(PROSE)}"
    tree = root(text)
    (reference,) = tree.iter(tei("ref"))
    (note,) = tree.iter(tei("note"))
    assert reference.get("target") == f"#{note.get(XML_ID)}"
    assert words(note) == "A bird."


def test_a_number_glued_to_a_word_is_a_reference_only_if_a_note_fits():
    first = PROSE.replace("wall.", "wall.1").replace("hour", "hour in 1917")
    text = (
        f"\xa0 {first}\n\n\xa0 {PROSE}2\n\n\n\xa0 Notes\n\n\xa0 1 One.\n\n\xa0 2 Two.\n"
    )
    tree = root(text)
    assert found(tree, "ref") == ["1", "2"]
    assert found(tree, "note") == ["One.", "Two."]


def test_verse_is_told_from_prose_by_its_lines():
    song = "    The boats are out,\n    The nets are in,\n    The day is short."
    tree = root(f"CHAPTER I.\n\n{wrap(PROSE)}\n\n{song}\n\n{wrap(PROSE)}")
    assert len(found(tree, "l")) == 3
    assert len(found(tree, "p")) == 2


def test_pages_lose_running_heads_and_keep_their_numbers():
    body = [wrap("    " + PROSE * 3, 60) for _ in range(5)]
    pages = [
        f"{n:<8}THE HARBOUR AND THE SEA\n\n    {page}\n"
        for n, page in enumerate(body, 2)
    ]
    tree = root("\f".join(pages))
    assert [e.get("n") for e in tree.iter(tei("pb"))] == ["2", "3", "4", "5", "6"]
    assert "THE HARBOUR AND" not in words(tree.find(tei("text")))


def test_a_hyphen_at_a_line_end_goes_if_the_book_has_the_word_whole():
    text = (
        "They said that the old harbour was empty when we came to the har-\n"
        "bour again late in the evening, and that nobody had been there."
    )
    tree = root(f"{wrap(PROSE)}\n\n{text}\n\n{wrap(PROSE)}")
    assert "came to the harbour again" in found(tree, "p")[1]


def test_the_list_of_illustrations_becomes_figures_when_there_are_images():
    listed = "\n\n".join(LISTED)
    text = f"{listed}\n\n\n\nCHAPTER I.\n\n{wrap(PROSE)}"
    image = Image(
        "1", "boat.svg", "A boat", "", "A boat on land.", "", "The road", "b.svg"
    )
    tree = root(text, figures=(image,), plates=True)
    figures = {e.get("corresp"): e for e in tree.iter(tei("figure"))}
    boat = figures["#ill1"]
    assert boat.find(tei("graphic")).get("url") == "b.svg"
    assert words(boat.find(tei("head"))) == "A boat"
    assert boat.getparent().get("type") == "chapter"


def test_names_of_a_register_are_linked_without_their_possessive():
    register = (
        b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>'
        b'<person xml:id="berg"><persName><forename>Anna</forename> '
        b"<surname>Berg</surname></persName></person></listPerson></standOff></TEI>"
    )
    text = (
        "The boat was Anna Berg’s. It was old, and Berg knew it. The Bergish was new."
    )
    tree = etree.fromstring(encode(text, registers={"people.xml": register}).tei)
    names = [(e.text, e.get("ref")) for e in tree.iter(tei("persName"))]
    assert names == [("Anna Berg", "people.xml#berg"), ("Berg", "people.xml#berg")]


def test_the_header_has_what_the_imprint_says():
    text = (
        "\xa0 The Harbour\n\n\xa0 By\n\n\xa0 Anna Berg\n\n\xa0 First published by "
        f"Quay Books 1987\n\n\xa0 ISBN: 978-3-16-148410-0\n\n\n\n\xa0 Notice\n{PROSE}\n"
    )
    header = root(text).find(tei("teiHeader"))
    assert words(next(header.iter(tei("title")))) == "The Harbour"
    assert words(next(header.iter(tei("author")))) == "Anna Berg"
    assert "Quay Books" in [words(e) for e in header.iter(tei("publisher"))]
    assert "978-3-16-148410-0" in [words(e) for e in header.iter(tei("idno"))]


@pytest.mark.parametrize("number", ["978-3-16-148410-0", "0-306-40615-2"])
def test_the_check_digit_of_an_isbn_is_checked(number):
    assert check_isbn(number)
    assert not check_isbn(number[:-1] + "7")


def test_bytes_that_are_not_utf8_are_read_and_reported():
    encoded = encode("Das Gebäude war groß.".encode("cp1252"), name="a.txt")
    assert [(d.code, d.file) for d in encoded.diagnostics] == [("ENC001", "a.txt")]
    assert "Gebäude" in encoded.tei.decode()


def test_the_review_lists_the_most_harmful_doubt_first():
    text = f"CHAPTER I.\n\n{wrap(PROSE)}\n\nA line by itself\n\n{wrap(PROSE)}"
    weights = [item.weight for item in encode(text).review]
    assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize("first", ["Dear Anna,", "Monday"])
def test_short_first_lines_without_imprint_are_no_title_page(first):
    tree = root(f"{first}\n\nI came home late.\n\nThe house was dark.\n")
    assert tree.find(f".//{tei('front')}") is None
    assert "I came home late." in found(tree, "p")


def test_a_thousand_headings_in_a_row_do_not_nest_without_end():
    source = "".join(f"CHAPTER {number}\n" for number in range(1, 1001))
    tree = etree.fromstring(encode(source, Profile(layout="lines")).tei)
    depth = max(len(list(e.iterancestors())) for e in tree.iter(tei("head")))
    assert depth < 40


def test_initials_below_the_last_paragraph_are_a_signature():
    text = "PREFACE\n\nThese words are mine, and so are their mistakes.\n\n  M. L.\n"
    tei = encode(text + "\nCHAPTER I\n\nIt begins.\n").tei.decode()
    assert re.search(r"<closer>\s*<signed>(<persName[^>]*>)?M\. L\.", tei)
