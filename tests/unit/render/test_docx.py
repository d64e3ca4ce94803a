"""Word-processor files of documents."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from octavo.edition import Manifest
from octavo.render import context
from octavo.render.docx import docx
from octavo.render.images import Images
from octavo.source import parse

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADER = """<teiHeader><fileDesc><titleStmt><title>T</title><author>Ann Lee</author>
  </titleStmt></fileDesc></teiHeader>"""
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
PERSON = (
    '<listPerson><person xml:id="bo"><persName>Ek, Bo</persName></person></listPerson>'
)


def make(content, title="T"):
    tei = 'TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="fr"'
    text = f"<text><body>{content}</body></text>"
    header = HEADER.replace("<title>T", f"<title>{title}")
    source = parse(f"<{tei}>{header}{text}</TEI>".encode(), Path("/e/a.xml"))
    people = f"<{tei}>{HEADER}<standOff>{PERSON}</standOff></TEI>".encode()
    lists = [parse(people, Path("/e/r.xml"))]
    known = context.build(Manifest(date="2026-01-02"), [source], lists)
    images = Images({"images/m.svg": "images/m.svg"}, {"images/m.svg": SVG})
    return docx(source, known, images).files["a.docx"]


def paragraphs(content):
    document = Document(io.BytesIO(make(content)))
    return [(p.style.name, p.text) for p in document.paragraphs][1:]


def part(data, name, end=".xml"):
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return etree.fromstring(packed.read(f"word/{name}{end}"))


def words(element):
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


@pytest.mark.parametrize(
    ("content", "written"),
    [
        ("<p>a\n b</p>", [("Body Text", "a b")]),
        (
            "<div><head>One</head><div><head>Two</head><p>a</p></div></div>",
            [("Heading 1", "One"), ("Heading 2", "Two"), ("Body Text", "a")],
        ),
        ("<quote><p>a</p></quote>", [("Quote", "a")]),
        ("<lg><l>a</l><l>b</l></lg>", [("Verse", "a"), ("Verse", "b")]),
        (
            "<sp><speaker>A</speaker><p>b</p></sp>",
            [("Speaker", "A"), ("Dialogue", "b")],
        ),
        (
            "<list><item>a<list><item>b</item></list></item></list>",
            [("List Bullet", "a"), ("List Bullet 2", "b")],
        ),
        ("<list rend='numbered'><item>a</item></list>", [("List Number", "a")]),
    ],
)
def test_every_kind_of_text_has_a_style_of_its_own(content, written):
    assert paragraphs(content) == written


def test_notes_are_footnotes():
    made = make("<p>a<note><p>one</p><p>two</p></note> b</p>")
    body, notes = part(made, "document"), part(made, "footnotes")
    (call,) = body.iter(f"{W}footnoteReference")
    (note,) = [n for n in notes if n.get(f"{W}id") == call.get(f"{W}id")]
    assert [words(p).strip() for p in note] == ["one", "two"]
    assert words(body) == "Ta b"


def test_a_note_on_a_note_stands_in_it_for_footnotes_have_none():
    notes = part(make("<p>a<note>b<note>c</note></note></p>"), "footnotes")
    assert [words(note).strip() for note in notes][2:] == ["b [c]"]


def test_a_note_is_written_once_and_its_number_repeated():
    call = '<ref type="noteref" target="#n">1</ref>'
    made = make(f'<p>a{call} b{call}</p><note xml:id="n">c {call}</note>')
    body, notes = part(made, "document"), part(made, "footnotes")
    assert words(body) == "Ta b1"
    assert [words(note).strip() for note in notes][2:] == ["c 1"]
    (mark,) = body.iter(f"{W}bookmarkStart")
    (repeat,) = body.iter(f"{W}instrText")
    assert mark.get(f"{W}name") in repeat.text


def test_a_note_has_addresses_of_its_own():
    made = make('<p>a<note>b <ref target="https://a.example/">c</ref></note></p>')
    (link,) = part(made, "footnotes").iter(f"{W}hyperlink")
    (known,) = part(made, "_rels/footnotes.xml.rels", end="")
    assert words(link) == "c"
    assert known.get("Target") == "https://a.example/"


def test_names_carry_marks_for_an_index():
    body = part(make('<p><persName ref="#bo">Bo</persName></p>'), "document")
    (mark,) = body.iter(f"{W}instrText")
    assert mark.text == ' XE "Ek, Bo" '


def test_links_lead_to_places_and_addresses():
    made = make(
        '<p xml:id="x">a</p><p><ref target="#x">see b</ref> '
        '<ref target="https://a.example/">see c</ref></p>'
    )
    inner, outer = part(made, "document").iter(f"{W}hyperlink")
    (place,) = part(made, "document").iter(f"{W}bookmarkStart")
    assert inner.get(f"{W}anchor") == place.get(f"{W}name")
    assert words(outer) == "see c"


def test_figures_have_captions_and_descriptions():
    made = make(
        '<figure><graphic url="images/m.svg"/><head>M</head>'
        "<figDesc>a map</figDesc></figure>"
    )
    document = Document(io.BytesIO(made))
    (picture,) = document.inline_shapes
    assert picture._inline.docPr.get("descr") == "a map"
    assert document.paragraphs[-1].style.name == "Caption"


def test_tables_keep_rows_and_spans():
    made = make(
        "<table><row><cell cols='2'>a</cell></row>"
        "<row><cell>b</cell><cell>c</cell></row></table>"
    )
    (table,) = Document(io.BytesIO(made)).tables
    assert [[c.text for c in row.cells] for row in table.rows] == [
        ["a", "a"],
        ["b", "c"],
    ]


def test_facts_come_from_header_and_manifest():
    facts = Document(io.BytesIO(make("<p>a</p>"))).core_properties
    assert (facts.title, facts.author, facts.language) == ("T", "Ann Lee", "fr")
    assert facts.modified.isoformat()[:10] == "2026-01-02"


def test_a_long_title_is_cut_among_the_facts_of_the_file_alone():
    made = Document(io.BytesIO(make("<p>a</p>", title="t" * 300)))
    assert made.core_properties.title == "t" * 254 + "…"
    assert made.paragraphs[0].text == "t" * 300


def test_the_same_text_makes_the_same_bytes():
    assert make("<p>a<note>b</note></p>") == make("<p>a<note>b</note></p>")


def test_nothing_of_the_blue_template_is_left():
    styles = part(make("<p>a</p>"), "styles")
    assert not list(styles.iter(f"{W}pBdr"))
    headings = [s for s in styles if s.get(f"{W}styleId", "").startswith("Heading")]
    assert headings
    assert not [c for s in headings for c in s.iter(f"{W}color")]
