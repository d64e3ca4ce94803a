"""Every id of the text names a place of the book."""

import re

import pytest

NAME = re.compile(r'anchor\("([^"]*)"\)|id: "([^"]*)"')


def names(code):
    return ["".join(found) for found in NAME.findall(code)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<p>a</p><p>b</p>", ["c-p1", "c-p2"]),
        ("<lg><l>a</l><l>b</l></lg>", ["c-l1", "c-l2"]),
        ('<p>a<pb n="7"/>b</p>', ["c-p1", "page7"]),
        ('<p xml:id="x">a<seg xml:id="y">b</seg></p>', ["x", "y"]),
        ('<p><persName ref="#who">a</persName></p>', ["c-p1", "name1"]),
        ("<list><item><p>a</p></item></list>", ["c-p1"]),
        ("<p>a<note><p>b</p><p>c</p></note></p>", ["c-p1", "c-p2", "c-p3"]),
        ('<table><row xml:id="r"><cell xml:id="k">a</cell></row></table>', ["r", "k"]),
        ('<div xml:id="d"><p>a</p></div>', ["d", "d-p1"]),
    ],
)
def test_a_place_has_the_id_it_has_elsewhere(named_code, content, expected):
    div = f'<div xml:id="c"><head>H</head>{content}</div>'
    found = names(named_code(f"<text><body>{div}</body></text>"))
    assert found == ["body", *expected]


def test_a_page_break_among_paragraphs_is_no_paragraph(named_code):
    div = '<div xml:id="c"><head>H</head><p>a</p><pb n="2"/><p>b</p></div>'
    code = named_code(f"<text><body>{div}</body></text>")
    assert code.count("paragraph(") == 2
    assert names(code) == ["body", "c-p1", "page2", "c-p2"]


def test_titles_shown_again_name_no_place(named_code):
    div = '<div><head>A <seg xml:id="x">b</seg></head><p>c</p></div>'
    code = named_code(f"<text><body>{div}</body></text>")
    assert names(code).count("x") == 1
