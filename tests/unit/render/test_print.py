"""A text becomes a book."""

import io
from pathlib import Path

import pypdf
import pytest

from octavo.edition import Manifest, Print
from octavo.errors import UsageError
from octavo.render import context
from octavo.render.print import book, layout
from octavo.render.supplies import Supplies
from octavo.source import parse

pytestmark = pytest.mark.slow

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>A Book</title><author>An Author</author></titleStmt>
<publicationStmt><p>p</p></publicationStmt><sourceDesc><p>s</p></sourceDesc></fileDesc>
</teiHeader><text><body>{}</body></text></TEI>"""
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0"/></svg>'
)


def printed(body, images=None, house=None, template=b"", **settings):
    source = parse(TEI.format(body).encode(), Path("/edition/texts/a.xml"))
    known = context.build(Manifest(date="2026-11-17"), [source], [])
    supplies = Supplies(images or {}, template=template, house=house)
    return book(source, known, Print(**settings), supplies)


def read(rendered):
    return pypdf.PdfReader(io.BytesIO(rendered.files["a.pdf"]))


def words(rendered):
    pages = (page.extract_text() for page in read(rendered).pages)
    return " ".join(" ".join(pages).split())


CHAPTERS = "".join(f"<div><head>Chapter {n}</head><p>x</p></div>" for n in "12")


def test_chapters_open_on_right_hand_pages_and_the_outline_names_them():
    pdf = read(printed(CHAPTERS))
    places = {i.title: pdf.get_destination_page_number(i) for i in pdf.outline}
    assert [name for name in places if name.startswith("Ch")] == [
        "Chapter 1",
        "Chapter 2",
    ]
    assert all(page % 2 == 0 for page in places.values())


def test_the_same_text_gives_the_same_bytes():
    assert printed(CHAPTERS).files == printed(CHAPTERS).files


def test_metadata_come_from_the_header_and_the_manifest():
    pdf = read(printed("<p>x</p>"))
    assert pdf.metadata.title == "A Book"
    assert pdf.metadata.author == "An Author"
    assert pdf.metadata.creation_date.year == 2026


def test_the_source_is_attached():
    pdf = read(printed("<p>x</p>"))
    assert b"<p>x</p>" in pdf.attachments["a.xml"][0]


HOSTILE = '"); #read("/etc/passwd") \\u{41} #import "@preview/x:1.0.0": * $x$'


@pytest.mark.parametrize(
    "place",
    [
        "<p>{}</p>",
        "<div><head>{}</head><p>x</p></div>",
        "<div><head>H</head><p>{} x</p></div>",
        "<p>a<note>{}</note></p>",
        "<p>a<ptr target='#x'/><ref target='\"); #read(1)'>{}</ref></p>",
        "<lg><l n='\"); #read(1)'>{}</l></lg>",
        "<list rend='{{'><item>{}</item></list>",
        "<table><row><cell>{}</cell></row></table>",
        "<p><app><lem>a</lem><rdg wit='#\")'>{}</rdg></app></p>",
        "<figure><head>{}</head><graphic url='/etc/passwd'/></figure>",
        "<sp><speaker>{}</speaker><p>x</p></sp>",
        "<eg>{}</eg>",
    ],
)
def test_text_that_looks_like_code_is_printed(place):
    shown = words(printed(place.format(HOSTILE), initials=True)).replace(" ", "")
    assert '");#read("/etc/passwd")\\u{41}#import"@preview/x:1.0.0":*$x$' in shown


def test_the_size_of_the_page_is_the_trim_size():
    box = read(printed("<p>x</p>", trim="A5")).pages[0].mediabox
    assert [round(float(n) / 72 * 25.4) for n in (box.width, box.height)] == [148, 210]


def test_images_are_shown_and_what_is_none_is_left_out():
    figure = '<figure><graphic url="{}"/><head>Cap</head></figure>'
    body = f"<p>x</p>{figure.format('a.svg')}{figure.format('b.svg')}"
    made = printed(body, {"a.svg": SVG, "b.svg": b"MZ"})
    assert [d.code for d in made.diagnostics] == ["PRN004"]
    assert words(made).count("Cap") == 2


def test_a_character_without_a_font_is_shown_by_its_number_and_reported():
    made = printed("<p>a \U0001f600 b</p>")
    assert "U+1F600" in words(made)
    (found,) = made.diagnostics
    assert (found.code, "U+1F600" in found.message) == ("PRN003", True)


@pytest.mark.parametrize("setting", [{"trim": "demi"}, {"font": "Garamont"}])
def test_unknown_names_are_answered_with_the_nearest_known(setting):
    with pytest.raises(UsageError) as failure:
        printed("<p>x</p>", **setting)
    assert failure.value.hint.startswith(
        ("did you mean 'demy'", "did you mean 'EB Gar")
    )


def test_a_house_style_in_xslt_is_laid_over(tmp_path):
    house = tmp_path / "house.xsl"
    house.write_text(
        '<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"'
        ' xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
        ' xmlns:m="urn:x-octavo:modes"'
        ' xpath-default-namespace="http://www.tei-c.org/ns/1.0">'
        '<xsl:template match="hi" mode="m:print">"house";</xsl:template>'
        "</xsl:stylesheet>"
    )
    assert "a house b" in words(printed("<p>a <hi>x</hi> b</p>", house=house))


def test_a_house_style_in_typst_is_laid_over():
    template = b'#let emphasis(body) = "[" + body + "]"'
    made = printed("<p>a <emph>x</emph> b</p>", template=template)
    assert "a [x] b" in words(made)


@pytest.mark.parametrize("name", ["hi rend='italic'", "quote", "list><item", "q"])
def test_deep_nesting_loses_its_looks_and_not_its_words(name):
    opening = f"<{name}>" * 65
    closing = "".join(f"</{n.split()[0]}>" for n in reversed(name.split("><"))) * 65
    assert "end" in words(printed(f"<p>{opening}end{closing}</p>"))


@pytest.mark.parametrize(
    ("first", "order"),
    [("apparatus", "read color one two"), ("notes", "one two read color")],
)
def test_apparatus_and_notes_stand_by_their_kinds(first, order):
    variation = "<app{}><lem>{}</lem><rdg>{}</rdg></app>"
    one = variation.format("", "red", "read")
    two = variation.format(" type='o'", "colour", "color")
    text = f"<p>x<note>one</note> {one} {two} y<note>two</note></p>"
    places = []

    def see(words, page, line, _font, _size):
        known = [word for word in words.split() if word in order.split()]
        height = line[4] * page[1] + line[5] * page[3] + page[5]
        places.extend((-height, word) for word in known)

    pages = read(printed(text, first=first, second=("o",))).pages
    page = next(p for p in pages if "colour]" in p.extract_text())
    page.extract_text(visitor_text=see)
    assert [word for _, word in sorted(places)] == order.split()


def test_old_and_foreign_letters_have_fonts():
    assert printed("<p>ἄ ж אָ بسم ⲁϣ \ua751 \ua757 𐌰 ᚠ</p>").diagnostics == ()


def test_letters_of_private_use_are_drawn_and_change_the_standard():
    made = printed("<p>a \ue5dc b</p>")
    (found,) = made.diagnostics
    assert (found.code, "U+E5DC" in found.message) == ("PRN006", True)
    metadata = read(made).trailer["/Root"]["/Metadata"].get_data()
    assert b"<pdfaid:conformance>B<" in metadata


def test_arabic_lines_stand_further_apart():
    usual = layout(Print())["leading"]
    assert layout(Print(), "ar-EG")["leading"] > 1.2 * usual
    assert layout(Print(), "fr")["leading"] == usual
    assert layout(Print(leading=12), "ar")["leading"] == 12
