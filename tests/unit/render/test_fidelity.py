"""The proof that no word was lost on the way to the page."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from octavo.edition import Manifest, load
from octavo.names import tei
from octavo.render import context, fidelity, html, proof
from octavo.source import parse


def document(text):
    return parse(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>{text}</TEI>'.encode(),
        Path("/e/a.xml"),
    )


def page(article, notes=""):
    return (
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body><article>{article}</article>'
        f'<section role="doc-endnotes"><ol>{notes}</ol></section></body></html>'
    ).encode()


def found(text, *shown, hidden=""):
    source = document(text)
    left_out = source.root.iterfind(hidden) if hidden else ()
    return [
        (d.line, d.message.partition(":")[0])
        for d in fidelity.check(source, page(*shown), left_out)
    ]


BODY = "<text><body>\n<p>one <hi>two</hi></p>\n<p>three</p></body></text>"


def test_the_same_words_in_order_are_no_finding():
    assert found(BODY, "<p>one <i>two</i></p> <p>three</p>") == []
    assert found(BODY, '<h1 class="gen">T</h1><p>onetwo</p><p>thr ee</p>') == []


def test_lost_words_are_found_at_their_place():
    assert found(BODY, "<p>one <i>two</i></p>") == [(3, "words in <p> are lost")]


def test_words_in_another_order_are_found():
    assert len(found(BODY, "<p>three</p><p>one <i>two</i></p>")) > 0


def test_words_that_the_text_has_not_are_found():
    assert found(BODY, "<p>one <i>two</i> and</p> <p>three</p>") == [
        (3, "the page has words the text has not")
    ]


def test_what_is_declared_hidden_is_not_missed():
    assert found(BODY, "<p>one two</p>", hidden=f".//{tei('p')}[2]") == []


def test_notes_are_compared_where_they_stand():
    text = "<text><body><p>a<note>b</note> c</p></body></text>"
    assert found(text, "<p>a c</p>", '<li id="note1">b</li>') == []
    assert len(found(text, "<p>a c</p>", '<li id="note1">x</li>')) == 2
    assert len(found(text, "<p>a c</p>")) == 1


def lost(text, shown):
    return [d.message for d in fidelity.missing(document(text), shown, ())]


def test_an_output_without_marks_may_add_words_but_lose_none():
    text = "<text><body><p>one <hi>two</hi><note>a b</note></p></body></text>"
    assert lost(text, "Title. 1 one _two_[1] [1] a b") == []
    assert lost(text, "Title. 1 one [1] [1] a b") == ["words in <hi> are lost: 'two'"]
    assert lost(text, "Title. 1 one _two_ [1]") == ["words in <note> are lost: 'ab'"]


def test_a_short_word_is_missed_though_it_occurs_elsewhere():
    long = "this is a sentence that is long enough to be found by itself"
    text = (
        f"<text><body><p>on <hi>{long}</hi> off</p><p>{long[5:]} on</p></body></text>"
    )
    assert lost(text, f"on {long} off {long[5:]} on") == []
    assert lost(text, f"{long} off {long[5:]} on") == ["words in <p> are lost: 'on'"]


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=30
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=4), WORDS)
def test_any_text_goes_through_html_unchanged(paragraphs, note):
    body = etree.Element(tei("body"))
    for words in paragraphs:
        paragraph = etree.SubElement(body, tei("p"))
        paragraph.text = words
        etree.SubElement(paragraph, tei("note")).text = note
    source = document(f"<text>{etree.tostring(body, encoding='unicode')}</text>")
    known = context.build(Manifest(), [source], [])
    made = html.pages(source, known).rendered
    shown = etree.fromstring(made.files["a.html"])
    texts = [
        "".join(p.xpath(".//text()[not(ancestor::*[local-name() = 'sup'])]"))
        for p in shown.iterfind(".//{*}article//{*}p")
    ]
    assert [text.split() for text in texts] == [words.split() for words in paragraphs]
    assert proof.check(source, known, "html", made.files) == ()


BOOK = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>
<div><head>H</head><p xml:id="a">a <hi>{}</hi></p><p>two <note>three</note></p></div>
</body></text></TEI>"""


@pytest.mark.slow
def test_a_book_is_proved_with_the_text_that_faces_it_and_its_house_style(tmp_path):
    (tmp_path / "texts").mkdir()
    for name, word in (("a", "one"), ("b", "eins")):
        (tmp_path / f"texts/{name}.xml").write_text(BOOK.format(word))
    house = (
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
        ' xmlns:m="urn:x-octavo:modes" xpath-default-namespace="http://www.tei-c.org/ns/1.0">'
        '<xsl:template mode="m:print" match="hi[. = \'eins\']" priority="99"/>'
        "</xsl:stylesheet>"
    )
    (tmp_path / "house.xsl").write_text(house)
    facing = '[[print.facing]]\ntexts = ["texts/a.xml", "texts/b.xml"]\n'
    for style, lost in (
        ("", []),
        ("[print]\nstylesheet = 'house.xsl'\n", ["eins"] * 2),
    ):
        (tmp_path / "edition.toml").write_text(style + facing)
        found = proof.prove(load(tmp_path), ("pdf",), {})
        assert [f.message.split("'")[1] for f in found] == lost
