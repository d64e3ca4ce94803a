"""Markdown of documents."""

from pathlib import Path

import pytest

from octavo.edition import Manifest
from octavo.render import context
from octavo.render.markdown import markdown
from octavo.source import parse

TITLE = "<titleStmt><title>T</title></titleStmt>"
HEADER = f"<teiHeader><fileDesc>{TITLE}</fileDesc></teiHeader>"


def render(content):
    text = f"<text><body>{content}</body></text>"
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}{text}</TEI>'.encode()
    source = parse(data, Path("/e/a.xml"))
    made = markdown(source, context.build(Manifest(), [source], []))
    return made.files["a.md"].decode()


def body(content):
    return render(content).split("---\n\n", 1)[1].rstrip("\n")


def test_metadata_come_first():
    assert render("<p>a</p>").startswith('---\ntitle: "T"\nlang: "en"\n---\n\na')


@pytest.mark.parametrize(
    ("content", "written"),
    [
        ("<p>a\n  b</p><p>c</p>", "a b\n\nc"),
        ("<div xml:id='d'><head>One</head><p>a</p></div>", "# One {#d}\n\na"),
        ("<p>a <hi rend='italic'>b </hi>c <emph>d</emph></p>", "a *b* c *d*"),
        ("<p>10<hi rend='sup'>2</hi> x<hi rend='sub'>i</hi></p>", "10^2^ x~i~"),
        ("<p><hi rend='smallcaps'>ad</hi> 9</p>", "[ad]{.smallcaps} 9"),
        ("<lg><l>a</l><l rend='indent'>b</l></lg>", "| a\n|     b"),
        ("<quote><p>a</p><p>b</p></quote>", "> a\n>\n> b"),
        ("<list><item>a</item><item>b</item></list>", "-   a\n-   b"),
        ("<list rend='numbered'><item>a</item></list>", "1.  a"),
        (
            "<list><label>a</label><item>b</item></list>",
            "a\n\n:   b",
        ),
        (
            "<table><row role='label'><cell>a</cell><cell>b</cell></row>"
            "<row><cell>1 | 2</cell><cell>3</cell></row></table>",
            "| a | b |\n| --- | --- |\n| 1 \\| 2 | 3 |",
        ),
        (
            "<p>a</p><table><head>H</head><row><cell>b</cell></row></table>",
            "a\n\nTable: H\n\n|  |\n| --- |\n| b |",
        ),
        (
            "<figure xml:id='m'><graphic url='images/m.svg'/><head>M</head>"
            "<figDesc>a map</figDesc></figure>",
            '![M](images/m.svg){#m alt="a map"}',
        ),
        ("<p>a <ref target='https://a.example/'>b</ref></p>", None),
    ],
)
def test_each_kind_of_text_has_its_form(content, written):
    assert body(content) == (written or "a [b](https://a.example/)")


def test_notes_are_notes_with_all_their_paragraphs():
    made = body("<p>a<note><p>one</p><p>two</p></note> b</p>")
    assert made == "a[^note1] b\n\n[^note1]: one\n\n    two"


def test_a_place_the_text_points_to_can_be_found():
    made = body("<p xml:id='x'>a</p><p><ref target='#x'>see above</ref></p>")
    assert made == "[]{#x}a\n\n[see above](#x)"


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("1. May", "1\\. May"),
        ("(a) b", "(a\\) b"),
        ("# a", "\\# a"),
        ("- a", "\\- a"),
        ("a * b_c [d] ~e~ $f @g", "a \\* b\\_c \\[d\\] \\~e\\~ \\$f \\@g"),
    ],
)
def test_what_looks_like_markdown_stays_words(words, written):
    assert body(f"<p>{words}</p>") == written
