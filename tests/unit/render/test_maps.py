"""Places on maps, dates on a line of time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from octavo.edition import Manifest
from octavo.render import context, html, maps, site, timeline
from octavo.render.maps import frame, labels, land
from octavo.render.maps.labels import length
from octavo.render.timeline import Moment
from octavo.source import read

H = {"h": "http://www.w3.org/1999/xhtml", "s": "http://www.w3.org/2000/svg"}
POINTS = st.lists(st.tuples(st.floats(-179, 179), st.floats(-80, 80)), min_size=1)
OSLO, ROME = (10.75, 59.91), (12.5, 41.9)


@given(POINTS)
def test_every_place_is_on_the_map(points):
    shown = frame.around(points)
    for point in points:
        assert shown.holds(*point)
        x, y = shown.at(*point)
        assert 0 <= x <= frame.WIDTH
        assert 0 <= y <= shown.height + 0.1


def test_shapes_in_the_middle_of_a_map_are_true():
    shown = frame.around([OSLO, ROME])
    degree = shown.at(11, 50)[0] - shown.at(10, 50)[0]
    north = shown.at(10, 50)[1] - shown.at(10, 51)[1]
    assert degree / north == pytest.approx(0.64, abs=0.02)


@given(st.lists(st.tuples(st.floats(0, 1000), st.floats(0, 600)), max_size=25))
def test_no_name_covers_another_or_a_dot(points):
    dots = [labels.Dot(x, y, 5, "Jerusalem") for x, y in points]
    found = [box for box in labels.place(dots, 20, 1000, 600) if box]
    for number, box in enumerate(found):
        assert not any(box.meets(other) for other in found[number + 1 :])
        assert not any(box.meets(dot.box()) for dot in dots)


def test_land_is_cut_to_the_map():
    shown = frame.around([OSLO, ROME])
    numbers = land.outline(shown).replace("M", " ").replace("L", " ").replace("Z", " ")
    xs = [float(n) for n in numbers.split()][::2]
    assert len(xs) > 500
    assert min(xs) > -0.1 * frame.WIDTH
    assert max(xs) < 1.1 * frame.WIDTH


def test_a_region_with_most_places_has_a_map_of_its_own():
    near = [maps.Place(f"p{n}", f"P {n}", 48 + n / 9, 2 + n / 9) for n in range(9)]
    far = maps.Place("far", "Far", 19.4, -99.1)
    assert len(maps.maps([*near, far])) == 2
    assert len(maps.maps(near)) == 1
    assert maps.maps([]) == []


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("1904", 1904.0),
        ("1904-07", 1904.5),
        ("-0043-01-01", -43.0),
        ("", None),
        ("soon", None),
    ],
)
def test_dates_are_years_with_their_parts(date, expected):
    assert timeline.year(date) == expected


def test_what_lies_far_off_does_not_press_the_rest_together():
    lives = [Moment("life", f"{1900 + n}", f"{1950 + n}", "x", "y") for n in range(40)]
    old = Moment("life", "-0400", "-0340", "Plato", "z")
    drawn = timeline.draw(timeline.ordered([*lives, old]))
    assert len(drawn.findall(".//s:rect[@class='life']", H)) > 30
    assert "Plato" not in "".join(drawn.itertext())


def test_no_name_is_cut_off_at_the_edges():
    lives = [
        Moment("life", f"{1820 + n}", f"{1910 + n}", "Long, Name of", "x")
        for n in range(15)
    ]
    for text in timeline.draw(lives).iterfind(".//s:a/s:text", H):
        at, wide = float(text.get("x", "")), length(text.text or "", timeline.SIZE)
        left = at - wide if text.get("text-anchor") == "end" else at
        assert left >= 0
        assert left + wide <= timeline.WIDTH


REGISTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff>
<listPlace><place xml:id="oslo"><placeName>Oslo</placeName><location>
<geo>59.91 10.75</geo></location></place>
<place xml:id="odd"><placeName>Odd</placeName><location><geo>north</geo></location>
</place></listPlace><listPerson><person xml:id="ada"><persName>Ada</persName>
<birth when="1815-12-10"/></person></listPerson></standOff></TEI>"""
TEXT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>
<p>In <placeName ref="#oslo">Oslo</placeName>, <date when="1843">then</date>.</p>
<p>From <date from="1850" to="1851-05">here</date>.</p></body></text></TEI>"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("maps")
    (folder / "r.xml").write_text(REGISTER)
    (folder / "t.xml").write_text(TEXT)
    sources = [read(folder / "t.xml")]
    known = context.build(Manifest(), sources, [read(folder / "r.xml")])
    made = site.site([html.pages(source, known) for source in sources], known)
    return {n: etree.fromstring(made.files[n]) for n in ("map.html", "timeline.html")}


def table(tree):
    return [
        ["".join(cell.itertext()) for cell in row]
        for row in tree.iterfind(".//h:tbody/h:tr", H)
    ]


def test_the_map_leads_to_the_register_and_a_table_says_the_same(pages):
    page = pages["map.html"]
    link = page.find(".//s:svg//s:a", H)
    assert link.get("href") == "places.html#oslo"
    assert link.findtext("s:title", namespaces=H) == "Oslo"
    assert page.find(".//s:svg", H).get("aria-label")
    assert table(page) == [["Oslo", "59.91°", "10.75°", "1"]]


def test_the_line_of_time_has_lives_and_dates_of_the_text(pages):
    page = pages["timeline.html"]
    assert table(page) == [
        ["* 10 December 1815", "Ada", "life"],
        ["1843", "In Oslo, then.", "in the text"],
        ["1850 – May 1851", "From here.", "in the text"],
    ]
    links = [a.get("href") for a in page.iterfind(".//h:tbody//h:a", H)]
    assert links == ["persons.html#ada", "t.html#body-p1", "t.html#body-p2"]
