"""Plain text of a document."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from octavo.edition import Manifest
from octavo.edition.manifest import Text
from octavo.names import tei
from octavo.render import context
from octavo.render.text import text
from octavo.source import parse

TITLE = "<titleStmt><title>T</title></titleStmt>"
HEADER = f"<teiHeader><fileDesc>{TITLE}</fileDesc></teiHeader>"


def render(content, **settings):
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}{content}</TEI>'.encode()
    source = parse(data, Path("/e/a.xml"))
    return (
        text(source, context.build(Manifest(text=Text(**settings)), [source], []))
        .files["a.txt"]
        .decode()
    )


def body(content, **settings):
    return render(f"<text><body>{content}</body></text>", **settings)


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("<p>a  b\n c</p><p>d</p>", "a b c\n\nd"),
        ("<div><head>One</head><p>a</p></div>", "One\n===\n\na"),
        ("<lg><l>a</l><l rend='indent'>b</l></lg><p>c</p>", "    a\n        b\n\nc"),
        ("<list><item>a</item><item>b</item></list>", "    • a\n    • b"),
        ("<p>a<list><item>b</item></list>c</p>", "a\n\n    • b\n\nc"),
        ("<table><row><cell>a</cell><cell>b</cell></row></table>", "a | b"),
        (
            "<figure><figDesc>a map</figDesc><head>M</head></figure>",
            "[Figure: a map]\n\nM",
        ),
        ("<p>a <choice><sic>x</sic><corr>y</corr></choice></p>", "a y"),
        ("<quote><p>a</p></quote>", "    a"),
    ],
)
def test_blocks_stand_as_on_a_typed_page(content, shown):
    assert body(content) == f"T\n\n\n{shown}\n"


def test_notes_stand_at_the_end_under_their_signs():
    made = body("<p>a<note>one</note> b<note><p>two</p><p>three</p></note></p>")
    assert made == (
        "T\n\n\na[1] b[2]\n\n\nNotes\n=====\n\n[1] one\n\n[2] two\n\nthree\n"
    )


def test_notes_stand_in_place_each_once_when_asked():
    call = '<ref type="noteref" target="#n">1</ref>'
    made = body(
        f'<p>a{call} b{call}</p><note xml:id="n">c {call}<note>d</note></note>',
        notes="place",
    )
    assert made == "T\n\n\na[1: c [1][2: d]] b[1]\n"


def test_a_width_of_nought_leaves_one_line_a_paragraph():
    words = "word " * 40
    made = body(f"<p>{words}</p><lg><l>a</l><l>b</l></lg>", width=0)
    assert made == f"T\n\n\n{words.strip()}\n\n    a\n    b\n"


WORDS = st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1)


@settings(max_examples=50, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=3))
def test_text_goes_through_unchanged(paragraphs):
    holder = etree.Element(tei("body"))
    for words in paragraphs:
        etree.SubElement(holder, tei("p")).text = words
    made = render(f"<text>{etree.tostring(holder, encoding='unicode')}</text>")
    expected = [word for words in paragraphs for word in words.split()]
    assert made.split() == ["T", *expected]
