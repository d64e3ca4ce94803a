"""Texts side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from octavo.edition import Manifest
from octavo.edition.manifest import Parallel, Web
from octavo.errors import UsageError
from octavo.render import context, html, site
from octavo.render.parallel import filled, rows, uncrossed
from octavo.source import read

H = {"h": "http://www.w3.org/1999/xhtml"}
TEXT = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{}"><teiHeader/><text><body>'
    "{}</body></text></TEI>"
)
SIZES = st.integers(0, 8)


@st.composite
def linked(draw):
    base, other = draw(SIZES), draw(SIZES)
    pairs = st.tuples(st.integers(0, base - 1), st.integers(0, other - 1))
    found = draw(st.lists(pairs, max_size=12)) if base and other else []
    return base, other, uncrossed(set(found))


@given(linked(), SIZES)
def test_every_unit_stands_once_and_in_order(given_links, third):
    base, other, pairs = given_links
    made = rows(base, [other, third], [pairs, []])
    columns = [[unit for row in made for unit in row[n]] for n in range(3)]
    assert columns == [list(range(size)) for size in (base, other, third)]


@given(linked())
def test_what_is_linked_stands_in_one_row(given_links):
    base, other, pairs = given_links
    made = rows(base, [other], [pairs])
    for left, right in pairs:
        assert any(left in row[0] and right in row[1] for row in made)


def test_a_link_that_would_cross_the_others_is_left_out():
    assert uncrossed([(0, 5), (1, 0), (2, 1), (3, 2)]) == [(1, 0), (2, 1), (3, 2)]


@pytest.fixture
def page(tmp_path):
    """Two texts side by side, as a page."""

    def make(first, second, by="links", name="a.xml"):
        for file, language, text in (("a", "en", first), ("b", "he", second)):
            (tmp_path / f"{file}.xml").write_text(TEXT.format(language, text))
        sources = [read(tmp_path / name) for name in ("a.xml", "b.xml")]
        texts = Parallel("Both", (name, "b.xml"), by)
        known = context.build(Manifest(web=Web(parallel=(texts,))), sources, [])
        made = site.site([html.pages(source, known) for source in sources], known)
        return etree.fromstring(made.files["parallel.html"])

    return make


def cells(tree):
    return [
        ["".join(cell.itertext()) for cell in row]
        for row in tree.iterfind(".//h:div[@class='row']", H)
    ]


def test_links_in_either_text_make_the_rows(page):
    tree = page(
        '<p xml:id="a1">one</p><p xml:id="a2">two</p><p>three</p>',
        '<p corresp="a.xml#a1">eins</p><p corresp="#a1">uno</p>'
        '<p corresp="#a2">zwei</p>',
    )
    assert cells(tree) == [["one", "einsuno"], ["two", "zwei"], ["three", ""]]
    cell = tree.find(".//h:div[@class='row']/h:div[2]", H)
    assert (cell.get("lang"), cell.get("dir")) == ("he", "rtl")


def test_without_links_the_order_in_each_division_makes_them(page):
    tree = page(
        "<div><head>A</head><p>one</p><p>two</p></div><div><head>B</head><p>three</p></div>",
        "<div><head>a</head><p>eins</p></div><div><head>b</head><p>drei</p></div>",
        "order",
    )
    assert cells(tree) == [
        ["A", "a"],
        ["one", "eins"],
        ["two", ""],
        ["B", "b"],
        ["three", "drei"],
    ]


def test_the_apparatus_and_notes_can_be_reached_and_no_id_is_there_twice(page):
    app = '<l>a <app><lem>b</lem><rdg wit="#X">c</rdg></app><note>d</note></l>'
    tree = page(app, app)
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    links = {a.get("href") for a in tree.iterfind(".//h:div[@class='row']//h:a", H)}
    assert {"a.html#app1-entry", "a.html#note1", "b.html#note1"} <= links
    assert "b] c X" in cells(tree)[0][0]


def test_a_text_that_is_not_there_is_named(page):
    with pytest.raises(UsageError, match=r"no document 'c\.xml'"):
        page("<p>a</p>", "<p>b</p>", name="c.xml")


def test_a_chapter_leads_to_its_translation_and_to_both_side_by_side(tmp_path):
    chapters = (
        "<div><head>{0}</head><p>{0}</p></div><div><head>{1}</head><p>{1}</p></div>"
    )
    for name, words in (("en", ("one", "two")), ("de", ("eins", "zwei"))):
        text = TEXT.format(name, chapters.format(*words))
        (tmp_path / f"{name}.xml").write_text(text)
    sources = [read(tmp_path / name) for name in ("en.xml", "de.xml")]
    web = Web(split="part", parallel=(Parallel("Both", ("en.xml", "de.xml"), "order"),))
    known = context.build(Manifest(web=web), sources, [])
    made = [html.pages(source, known) for source in sources]
    chapter = etree.fromstring(made[1].rendered.files["de-body-2.html"])
    links = chapter.findall(".//h:nav[@class='views']//h:a", H)
    assert [(a.text, a.get("href")) for a in links] == [
        ("English", "to/parallel/en/de-body-2.html"),
        ("Both", "to/parallel/de-body-2.html"),
    ]
    files = site.site(made, known).files
    shown = {name: files[f"to/{name}"].decode() for name in links_of(links)}
    assert 'url=../../../en-body-2.html#body-2"' in shown["parallel/en/de-body-2.html"]
    assert 'url=../../parallel-2.html"' in shown["parallel/de-body-2.html"]
    heads = etree.fromstring(files["parallel-2.html"]).iterfind(
        ".//h:p[@class='cell']/h:a", H
    )
    assert [a.get("href").split("#")[0] for a in heads][:2] == [
        "en-body-2.html",
        "de-body-2.html",
    ]


def links_of(links):
    return [a.get("href").removeprefix("to/") for a in links]


@pytest.mark.parametrize(
    ("pairs", "base", "other", "joined"),
    [
        ([(1, 1)], 3, 3, [(0, 0), (1, 1), (2, 2)]),
        ([(1, 1), (5, 5)], 6, 7, [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 5)]),
        ([(0, 0), (3, 2)], 4, 3, [(0, 0), (3, 2)]),
        ([(0, 0), (0, 1)], 2, 3, [(0, 0), (0, 1), (1, 2)]),
    ],
)
def test_as_much_between_two_links_belongs_together(pairs, base, other, joined):
    assert filled(pairs, base, other) == joined


@given(linked())
def test_what_is_filled_in_crosses_nothing(case):
    base, other, pairs = case
    joined = filled(pairs, base, other)
    assert set(pairs) <= set(joined)
    assert uncrossed(joined) == joined
