"""Layouts of books: what a rule must tell in one and leave alone in another."""

import textwrap

import pytest
from lxml import etree

from octavo.encode import Profile, encode
from octavo.names import tei

VERSE = (
    "The boats came slowly round the bend",
    "And all the lamps were lit;",
    "The harbour was the journey's end,",
    "And we were glad of it.",
)
PROSE = "The harbour lay below the town, and nobody was about at that early hour. "


def found(text, name):
    tree = etree.fromstring(encode(text, Profile(names=False)).tei)
    body = tree.find(tei("text")).iter(tei(name))
    return [" ".join("".join(e.itertext()).split()) for e in body]


def poems(margin, heading):
    titles = ("THE BOATS", "Of Lamps and Harbours", "A Journey's End", "Gladness")
    stanza = "\n".join(" " * margin + line for line in VERSE)
    return "\n\n\n".join(f"{heading(t)}\n\n{stanza}\n\n{stanza}" for t in titles)


def test_headings_in_the_middle_of_the_page_stand_over_poems():
    text = poems(6, lambda title: title.center(62).rstrip())
    assert found(text, "head")[1] == "Of Lamps and Harbours"
    assert len(found(text, "head")) == 4
    assert len(found(text, "l")) == 32


def test_couplets_in_a_book_of_poems_are_no_quotations():
    couplet = f"    {VERSE[0]} for us,\n    {VERSE[2]}"
    text = poems(4, str).replace("\n\n\n", f"\n\n{couplet}\n\n\n")
    assert found(text, "quote") == []
    assert len(found(text, "l")) == 32 + 3 * 2


def test_the_decimals_of_a_number_call_no_note():
    text = f"Version 2.1 of it. {PROSE}\n\nIn a word1 it said so. {PROSE}\n\n" + (
        "Notes\n\n1 So it did, and more than once.\n"
    )
    tree = etree.fromstring(encode(text).tei)
    (ref,) = tree.iter(tei("ref"))
    assert ref.getparent().text.endswith("In a word")


@pytest.mark.parametrize(
    ("head", "tail", "shown"),
    [
        ("fair", "haired", "fair-haired"),  # the second part asks for it
        ("Fort", "night", "Fortnight"),  # seldom written apart
        ("non", "harbour", "non-harbour"),
        ("sem", "harbour", "semharbour"),
        ("To", "morrow", "To-morrow"),
        ("town", "hour", "town-hour"),  # two words of the book
        ("har", "bours", "harbours"),
    ],
)
def test_hyphens_of_compounds_stay_at_line_ends(head, tail, shown):
    text = 4 * ("A fair hour. A fort by night in the town, at the harbour. " + PROSE)
    lines = textwrap.wrap(text, 62)
    lines[3:3] = [f"The words go on to the end of the line, and here {head}-", tail]
    assert shown in found("\n".join(lines), "p")[0]


def indented(text):
    return "\n".join(textwrap.wrap(text, 62, initial_indent="    "))


def test_what_begins_left_of_the_paragraphs_is_a_list():
    entries = [
        "utterances",
        "vocal sounds that are no words, but which are counted so here,",
        "      such as coughs",
        "writing, regarded as a special class",
        "shifts of voice",
    ]
    whole = indented(6 * PROSE)
    announced = indented(4 * PROSE + "The text may hold any of the following, or so:")
    text = "\n".join([whole, announced, *entries, "", whole, whole])
    assert len(found(text, "p")) == 4
    assert [item.split()[0].strip(",") for item in found(text, "item")] == [
        "utterances",
        "vocal",
        "writing",
        "shifts",
    ]


def test_two_centred_lines_are_a_heading_not_verse():
    heading = "\n".join(
        line.center(62).rstrip()
        for line in (
            "Associating the Boats of One Harbour with the",
            "Lamps of Another",
        )
    )
    whole = "\n".join(4 * [indented(6 * PROSE)])
    text = f"{whole}\n\n{heading}\n\n{whole}"
    assert len(found(text, "head")) == 1
    assert found(text, "l") == []


def test_a_couplet_set_in_is_verse_and_no_quotation():
    couplet = '      "Fifteen boats in the harbour\'s mouth--\n      And never a lamp!"'
    whole = "\n".join(4 * [indented(6 * PROSE)])
    text = f"{whole}\n\n{couplet}\n\n{whole}"
    assert len(found(text, "l")) == 2
    assert found(text, "quote") == []


LINES = ("The boats in the harbour", "An hour of the night", "What the lamps show")


def loose(*blocks):
    whole = (6 * PROSE).strip()
    return "\n\n".join([whole, *blocks, whole, whole])


@pytest.mark.parametrize(
    "entries",
    [
        [f"{n}. {3 * PROSE}" for n in (1, 2, 3)],  # numbers that count up
        [f"{line}, {n}, {n + 40}" for n, line in enumerate(LINES, 8)],
        LINES,  # neither stops nor pauses
        [f"{line.lower()}, {PROSE.lower()}" for line in LINES],
    ],
)
def test_entries_in_a_row_are_a_list_where_each_paragraph_is_a_line(entries):
    assert len(found(loose(*entries), "item")) == 3
    assert len(found(loose(entries[0]), "item")) == 0


@pytest.mark.parametrize(
    "lines",
    [
        [f"{line}," for line in LINES],  # verse
        [f"{line}." for line in LINES],
    ],
)
def test_lines_in_a_row_may_be_no_list(lines):
    assert found(loose(*lines), "item") == []


def test_paragraphs_below_a_colon_that_begin_alike_are_a_list():
    entries = [f"Conflict between the boats and the lamps. {PROSE}" for _ in "ab"]
    text = loose(f"{PROSE} The conflicts are these:", *entries)
    assert len(found(text, "item")) == 2


def test_a_letter_set_in_on_a_printed_page_is_one_quotation():
    page = "\n".join(4 * [indented(6 * PROSE)])
    body = textwrap.wrap(5 * PROSE, 58, initial_indent=" " * 6, subsequent_indent="  ")
    letter = ["      My dear Anna,", *body, "      Your brother and friend."]
    (quote,) = found("\n".join([page, *letter, page]), "quote")
    assert quote.startswith("My dear Anna, The harbour")
    assert quote.endswith("that early hour. Your brother and friend.")


def test_a_title_said_twice_above_a_chapter_is_its_heading():
    lines = ["  Chapter 2: The Boats of the Harbour, 1861–1868", "  The Boats of the"]
    lines[1] += " Harbour, 1861–1868"
    whole = "  " + (6 * PROSE).strip()
    text = "\n\n".join([whole, whole, "\n" + "\n".join(lines), "  Anna Berg", whole])
    assert [len(x) for x in found(text, "head")] == [46, 35]
    assert found(text, "l") == found(text, "item") == []


def test_the_contents_end_where_the_first_chapter_begins():
    titles = {1: "The Boats", 2: "The Lamps", 3: "The Harbour", 4: "The Sea"}
    entries = "\n".join(f"  {n}. {title}" for n, title in titles.items())
    whole = "\n".join(textwrap.wrap(8 * PROSE, 72))
    parts = [f"CHAPTER {n}.\n\n\n{t.upper()}\n\n\n{whole}" for n, t in titles.items()]
    text = "\n\n\n\n\n".join([f"CONTENTS.\n\n\n{entries}", *parts])
    assert found(text, "head")[1:3] == ["CHAPTER 1.", "THE BOATS"]
    assert len(found(text, "item")) == 4


def test_a_ragged_line_of_a_paragraph_goes_on_in_the_next():
    lines = indented(12 * PROSE).splitlines()
    ragged = [
        *lines[:4],
        "was about, and to me it seemed (I thought",
        "impatiently) so.",
    ]
    page = "\n".join(4 * lines)
    assert "(I thought impatiently)" in found("\n".join([page, *ragged]), "p")[-1]


def test_the_end_of_a_sentence_is_no_button_of_a_site():
    text = "She found the door of the house where she was born and brought\nup in\n\n"
    made = encode(text * 3 + "Next page\n\nThe end of it.\n")
    assert [r.rule for r in made.removals] == ["site-furniture"]
    assert made.tei.count(b"\nup in<") == 3
