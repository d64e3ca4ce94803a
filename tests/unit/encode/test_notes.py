"""Notes and their references, in the ways in which books write them."""

import re

import pytest
from lxml import etree

from octavo.encode import encode
from octavo.names import tei

PROSE = (
    "The road went down to the harbour and the boats lay in rows under the wall. "
    "Nobody was about at that hour except the gulls, and they had nothing to say."
)


def body(text):
    return etree.fromstring(encode(text).tei).find(tei("text"))


def calls(text):
    """Give the words before each reference, and those of its note."""
    tree = body(text)
    notes = {
        n.get("{http://www.w3.org/XML/1998/namespace}id"): n
        for n in tree.iter(tei("note"))
    }
    return [
        (
            before(ref).split()[-1],
            " ".join("".join(notes[ref.get("target")[1:]].itertext()).split()),
        )
        for ref in tree.iter(tei("ref"))
    ]


def before(ref):
    previous = ref.getprevious()
    return (previous.tail if previous is not None else ref.getparent().text) or ""


def scraped(*paragraphs, notes):
    lines = [*paragraphs, "Notes", *(f"{n} {note}" for n, note in enumerate(notes, 1))]
    return "".join(f"\xa0 {line}\n\n" for line in lines)


def page(*lines, notes=()):
    return "\n".join(["", *lines, "", *notes, ""])


@pytest.mark.parametrize(
    ("mark", "label"), [(" (1)", "(1)"), ("1)", "1)"), ("*)", "*)"), (" *)", "*)")]
)
def test_marks_are_written_as_the_numbers_of_the_notes(mark, label):
    sheet = PROSE.replace("harbour", f"harbour{mark}").replace(". ", ".\n")
    text = "\f".join(page(sheet, notes=[f"{label} A small one."]) for _ in range(4))
    assert calls(text) == [("harbour", "A small one.")] * 4


def test_after_a_star_comes_a_dagger_or_two_stars():
    sheet = PROSE.replace("harbour", "harbour*").replace("gulls", "gulls†")
    text = "\f".join(page(sheet, notes=["* One.", "† Two."]) for _ in range(3))
    assert calls(text) == [("harbour", "One."), ("gulls", "Two.")] * 3


def test_numbers_in_brackets_are_no_references_where_most_are_bare():
    bare = [f"{PROSE} Word{n} here." for n in range(1, 5)]
    text = scraped(bare[0], f"{PROSE} Line[2].", *bare[1:], notes="ABCD")
    assert calls(text) == [("Word", letter) for letter in "ABCD"]


def test_a_short_name_with_a_number_that_comes_again_is_no_reference():
    text = scraped(f"{PROSE} Ra1 and Ra1.", f"{PROSE} A word1 here.", notes=["One."])
    assert calls(text) == [("word", "One.")]


def test_a_number_in_quotation_marks_is_no_reference():
    text = scraped(f'{PROSE} n="1" there.', f"{PROSE} A word 1, here.", notes=["One."])
    assert calls(text) == [("word", "One.")]


def test_a_reference_may_stand_right_behind_other_digits():
    notes = [f"Note {n}." for n in range(1, 13)]
    paragraphs = [f"{PROSE} Word{n} here." for n in range(1, 12)]
    text = scraped(*paragraphs, f"{PROSE} As in RFC 4712, of 1812.", notes=notes)
    assert calls(text)[-1] == ("47", "Note 12.")


def test_a_gap_inside_a_note_does_not_end_it():
    text = "One.[1] More.\n\n[Footnote 1: It begins\n\n\n\n\nand ends.]\n\nTwo.\n"
    tei = encode(text).tei.decode()
    assert re.search(r"<note [^>]*>\s*<p>It begins</p>\s*<p>and ends.</p>", tei)
