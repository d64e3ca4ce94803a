"""The facsimile in a real browser: image and words mark each other without script."""

import pytest

from octavo import edition
from octavo.publish import publish

pytestmark = pytest.mark.browser
MARKED = "getComputedStyle(document.querySelector('#zone-z1 polygon')).fillOpacity"
TEXT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><facsimile><surface
xml:id="s1" ulx="0" uly="0" lrx="400" lry="400"><graphic url="../images/a.svg"/><zone
xml:id="z1" ulx="50" uly="50" lrx="350" lry="150"/></surface></facsimile><text><body>
<pb n="1" facs="#s1"/><p xml:id="p1" facs="#z1">First.</p><p>Second.</p></body></text>
</TEI>"""
IMAGE = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>'


@pytest.fixture(scope="module")
def leaf(tmp_path_factory):
    root = tmp_path_factory.mktemp("facsimile")
    for name, data in (("texts/t.xml", TEXT), ("images/a.svg", IMAGE)):
        (root / name).parent.mkdir()
        (root / name).write_text(data)
    (root / "edition.toml").write_text("")
    publish(edition.load(root), ("html",), root / "dist")
    return root / "dist" / "t-page1.html"


def test_pointing_at_words_marks_their_place_on_the_image(visit, leaf):
    page = visit(leaf)
    assert page.evaluate(MARKED) == "0"
    page.hover("#p1")
    assert float(page.evaluate(MARKED)) > 0


def test_a_zone_leads_to_its_words_by_the_keyboard_too(visit, leaf):
    page = visit(leaf)
    page.focus("#zone-z1")
    assert float(page.evaluate(MARKED)) > 0
    page.keyboard.press("Enter")
    page.wait_for_url("**#p1")
