"""Two texts on facing pages: what belongs together stands in one row."""

import re

import pytest

from octavo.saxon import Document

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{}</body></text></TEI>'
LEFT = "<div><head>L</head><p xml:id='a'>la</p><p xml:id='b'>lb</p></div>"


@pytest.fixture
def rows(book_code):
    """The words of each row, of the left and of the right text."""

    def make(left, right, **params):
        other = Document(TEI.format(right).encode(), "file:/edition/b.xml")
        code = book_code(f"<text><body>{left}</body></text>", facing=other, **params)
        chapters = re.findall(r"^#facing\(.*?^\)\)\n", code, re.DOTALL | re.MULTILINE)
        lines = [line for chapter in chapters for line in chapter.splitlines()[1:-1]]
        found = (re.findall(r'\{"(\w+)";\}', line) for line in lines)
        return [list(dict.fromkeys(words)) for words in found]

    return make


def test_without_links_the_order_decides(rows):
    right = "<div><head>R</head><p>ra</p><p>rb</p><p>rc</p></div>"
    assert rows(LEFT, right) == [["L", "R"], ["la", "ra"], ["lb", "rb", "rc"]]


def test_links_of_the_translation_decide(rows):
    right = "<div><head>R</head><p>ra</p><p>rx</p><p corresp='a.xml#b'>rb</p></div>"
    assert rows(LEFT, right) == [["L", "R", "ra", "rx"], ["la"], ["lb", "rb"]]


def test_headings_without_links_go_by_their_order(rows):
    left = "<div><head>L</head><div><head>M</head><p xml:id='a'>la</p></div></div>"
    right = "<div><head>R</head><div><head>S</head><p corresp='#a'>ra</p></div></div>"
    assert rows(left, right) == [["L", "R"], ["M", "S"], ["la", "ra"]]


def test_links_of_the_original_decide(rows):
    left = "<div><head>L</head><p corresp='b.xml#r'>la</p><p>lb</p></div>"
    right = "<div><head>R</head><p xml:id='q'>rq</p><p xml:id='r'>ra</p></div>"
    assert rows(left, right)[1] == ["la", "ra"]


def test_order_can_be_asked_for(rows):
    right = "<div><head>R</head><p>ra</p><p corresp='#a'>rb</p></div>"
    assert rows(LEFT, right, **{"facing-by": "order"})[1:] == [
        ["la", "ra"],
        ["lb", "rb"],
    ]


def test_no_word_of_a_longer_text_is_lost(rows):
    right = "<div><head>R</head><p>ra</p></div><div><head>S</head><p>sa</p></div>"
    words = [word for row in rows(LEFT, right) for word in row]
    assert sorted(words) == ["L", "R", "S", "la", "lb", "ra", "sa"]


def test_places_of_both_texts_have_names_of_their_own(book_code):
    body = "<div><head>H</head><p>x<note>y</note></p></div>"
    other = Document(TEI.format(body).encode(), "file:/edition/b.xml")
    code = book_code(f"<text><body>{body}</body></text>", facing=other)
    assert re.findall(r'note\("([\w-]+)"', code) == ["call1", "facing-call1"]


HOUSE = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:x-octavo:modes" xpath-default-namespace="http://www.tei-c.org/ns/1.0">
  <xsl:template match="p[@n]" mode="m:print" as="xs:string*"
      xmlns:xs="http://www.w3.org/2001/XMLSchema">
    <xsl:text>{}</xsl:text><xsl:next-match/><xsl:text>{}</xsl:text>
  </xsl:template>
</xsl:stylesheet>"""


@pytest.mark.parametrize(
    ("before", "after", "unit"),
    [
        ('pause("*");', "", '(whole, ({pause("*");}, )), (paragraph'),
        ("box({", "});", '(whole, ({box({paragraph(indented: false, {"x";})\n});}, ))'),
    ],
)
def test_a_house_rule_for_paragraphs_holds(book_code, tmp_path, before, after, unit):
    house = tmp_path / "house.xsl"
    house.write_text(HOUSE.format(before, after), encoding="utf-8")
    body = "<div><head>H</head><p n='1'>x</p><p>y</p></div>"
    other = Document(TEI.format(body).encode(), "file:/edition/b.xml")
    code = book_code(f"<text><body>{body}</body></text>", house=house, facing=other)
    assert unit in code
    assert code.count('(paragraph, ({}, {"y";}, ))') == 2


def test_a_paragraph_keeps_its_language_and_its_address(named_code):
    body = "<div><head>H</head><p xml:id='p' xml:lang='la'>x</p></div>"
    other = Document(TEI.format("<p>y</p>").encode(), "file:/edition/b.xml")
    code = named_code(f"<text xml:lang='en'><body>{body}</body></text>", facing=other)
    form = '(in-language("la", paragraph.with(indented: false)), '
    assert f'{form}({{anchor("p");}}, {{"x";}}, ))' in code
