"""What the stages answer about a text: ids, notes, pages, choices."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octavo import saxon
from octavo.saxon import Document

QUESTIONS = Path(__file__).with_name("stages.xsl")
TEI = "http://www.tei-c.org/ns/1.0"


def ask(question, text, **params):
    """Ask a question of a document whose text is given; answer a list of lines."""
    data = f'<TEI xmlns="{TEI}"><teiHeader/>{text}</TEI>'.encode()
    mode = f"{{urn:x-octavo:modes}}{question}"
    answer = saxon.apply_mode(Document(data), QUESTIONS, mode, params).principal
    return answer.splitlines()


def body(content):
    return f"<text><body>{content}</body></text>"


def test_ids_come_from_the_source_or_the_position():
    text = body(
        '<div><p>a</p><div><p>b</p></div><p xml:id="own">c</p><p>d</p></div>'
        '<div xml:id="two"><lg><l>e</l><l>f</l></lg><figure/><pb n="12 r"/></div>'
    )
    assert ask("ids", text)[4:] == [
        *("body-1", "body-1-p1", "body-1-1", "body-1-1-p1", "own", "body-1-p3"),
        *("two", "two-l1", "two-l2", "figure1", "page12r"),
    ]


def test_a_made_id_gives_way_to_an_id_of_the_source():
    assert ask("ids", body('<p>a</p><p xml:id="body-p1">b</p>'))[4:] == [
        "body-p1_",
        "body-p1",
    ]


def test_calls_of_one_note_have_one_number():
    calls = '<ref type="noteref" target="#{}"/>'
    text = calls.format("a") * 2 + "<note>c</note>" + calls.format("b") * 2
    notes = '<back><div><note xml:id="a">a</note><note xml:id="b">b</note></div></back>'
    found = ask("calls", body(f"<p>{text}</p>").replace("</text>", f"{notes}</text>"))
    assert [line.split()[0] + line[-1] for line in found] == [
        "1a",
        "1a",
        "2c",
        "3b",
        "3b",
    ]


def test_page_numbers_used_twice_make_counted_ids():
    assert ask("ids", body('<pb n="1"/><pb n="2"/><pb n="1"/>'))[4:] == [
        "pb1",
        "page2",
        "pb3",
    ]


TREES = st.recursive(
    st.sampled_from(["<p/>", "<l/>", "<note/>", "<figure/>", '<pb n="1"/>'])
    | st.sampled_from(["x", "x-1", "body-1", "note1", "body-p1", "page1", "x-p1"]).map(
        lambda name: f'<p xml:id="{name}"/>'
    ),
    lambda inner: st.tuples(
        st.sampled_from(["<div>", '<div xml:id="x">', '<div xml:id="x-1">', "<q>"]),
        st.lists(inner, max_size=4),
    ).map(
        lambda pair: (
            f"{pair[0]}{''.join(pair[1])}</{re.match('<([a-z]+)', pair[0])[1]}>"
        )
    ),
    max_leaves=20,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(TREES, max_size=4))
def test_no_two_elements_have_the_same_id(trees):
    ids = ask("ids", body("".join(trees)))
    assert len(ids) == len(set(ids))


def test_notes_in_place_and_notes_in_the_back_are_called_alike():
    text = (
        "<text><body><p>a<note>first</note> b"
        '<ref type="noteref" target="#n1">*</ref></p></body>'
        '<back><div type="notes"><note xml:id="n1">second</note></div></back></text>'
    )
    assert ask("calls", text) == ["1 call1 note1 first", "* call2 n1 second"]


def test_notes_that_call_each_other_end():
    text = (
        '<text><body><p>a<ref target="#n1">1</ref></p></body><back><div>'
        '<note xml:id="n1">x<ref target="#n2">2</ref></note>'
        '<note xml:id="n2">y<ref target="#n1">1</ref></note></div></back></text>'
    )
    assert [call[0] for call in ask("calls", text)] == ["1", "2", "1"]


def test_a_reference_in_words_calls_no_note():
    text = body(
        '<p>see <ref target="#n">the long note</ref> <note xml:id="n">x</note></p>'
    )
    assert ask("calls", text) == ["1 call1 n x"]


BOOK = """<text><front><titlePage><p>T</p></titlePage><div><p>Preface</p></div></front>
<body><pb n="1"/><div type="part"><head>Part</head><div><p>One</p></div><pb n="2"/>
<div><p>Two</p><div><p>Sub</p></div></div></div><div><p>Three</p></div>
<trailer>End</trailer></body></text>"""


def test_pages_hold_every_node_once():
    assert ask("pages", BOOK) == [
        "front-title: T",
        "front-1: Preface",
        "body-1: Part",
        "body-1-1: One",
        "body-1-2: Two Sub",
        "body-2: Three End",
    ]


def test_a_pointer_to_any_node_finds_its_page():
    assert " ".join(ask("page-of", BOOK)) == (
        "front-title front-1 front-1 body-1 body-1 body-1 body-1-1 body-1-1 body-1-2 "
        "body-1-2 body-1-2 body-1-2 body-1-2 body-2 body-2 body-2"
    )


@pytest.mark.parametrize(
    ("split", "count"),
    [("none", 1), ("part", 4), ("1", 4), ("chapter", 6), ("2", 6), ("section", 7)],
)
def test_the_depth_of_splitting_can_be_set(split, count):
    assert len(ask("pages", BOOK, split=split)) == count


def test_a_division_whose_notes_are_called_elsewhere_is_no_page():
    text = (
        '<text><body><div><p>a<ref target="#n">1</ref></p></div></body>'
        '<back><div><head>Notes</head><note xml:id="n">x</note></div></back></text>'
    )
    assert ask("pages", text) == ["body-1: a"]


def test_titles_come_from_headings_or_from_the_kind():
    text = body(
        '<div><head>One<note>x</note><lb/>two</head></div><div type="dedication"/>'
        '<div type="chapter" n="3"/><div type="odd"/>'
    )
    assert ask("titles", text) == ["One two", "Dedication", "Chapter 3", "Section"]
    assert ask("titles", text, language="de-AT")[1] == "Widmung"


CHOICES = (
    "<p><choice><sic>teh</sic><corr>the</corr></choice> <choice><abbr>Mr</abbr>"
    '<expan>Mister</expan></choice> <app><lem wit="#A">red</lem>'
    '<rdg wit="#B">read</rdg></app> '
    "<subst><del>in</del><add>at</add></subst></p>"
)


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({}, "the Mister red at"),
        ({"view": "diplomatic"}, "teh Mr red inat"),
        ({"witness": "B"}, "the Mister read at"),
    ],
)
def test_a_view_shows_one_wording_of_each_choice(params, words):
    assert ask("words", body(CHOICES), **params) == [words]


def test_what_a_view_hides_is_declared():
    assert ask("hidden", body(CHOICES)) == ["teh", "Mr", "read", "in"]
