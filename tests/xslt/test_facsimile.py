"""The facsimile beside the text, page by page."""

import pytest
from lxml import etree

from octavo import resources, saxon
from octavo.render.images import Images
from octavo.render.pictures import described
from octavo.saxon import Document

HTML = resources.stylesheet("rich.xsl")
H = {"h": "http://www.w3.org/1999/xhtml", "s": "http://www.w3.org/2000/svg"}
TEXT = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><facsimile>
<surface xml:id="s1" ulx="0" uly="0" lrx="100" lry="200"><graphic url="a.svg"/>
<zone xml:id="z1" ulx="1" uly="2" lrx="30" lry="40"/>
<zone xml:id="z2" points="5,5 9,5 9,9"/></surface>
<surface xml:id="s2"><graphic url="https://example.org/iiif/2/info.json"/></surface>
<surface xml:id="s3" start="#last"><graphic url="a.svg"/></surface>
</facsimile><text><body><div><head>One</head><pb n="1" facs="#s1"/>
<p facs="#z1">a <hi>b<note>c</note></hi> d <pb n="2" facs="#s2"/>e</p></div>
<div><head>Two</head><p>f</p><pb xml:id="last"/><p><lb facs="#z2"/>g</p></div>
</body></text></TEI>"""


@pytest.fixture(scope="module")
def pages():
    images = described([Images({"a.svg": "a.svg"}, {"a.svg": b"<svg/>"})])
    made = saxon.transform(Document(TEXT), HTML, {"images": images, "split": "none"})
    return {name: etree.fromstring(data) for name, data in made.documents.items()}


def words(page):
    return "".join("".join(page.find(".//h:article", H).itertext()).split())


def test_each_page_has_its_own_words_and_its_notes(pages):
    assert words(pages["text-page1.html"]) == "One1ab1d"
    assert words(pages["text-page2.html"]) == "2eTwof"
    assert words(pages["text-last.html"]) == "|·g"
    assert [li.get("id") for li in pages["text-page1.html"].iterfind(".//h:li", H)][
        -1
    ] == "note1"
    assert pages["text-page2.html"].find(".//h:section[@class='notes']", H) is None


def test_an_id_stays_with_the_beginning_of_what_is_cut(pages):
    ids = [
        [e.get("id") for e in pages[f"text-{n}.html"].iterfind(".//h:article//h:p", H)]
        for n in ("page1", "page2", "last")
    ]
    assert ids == [["body-1-p1"], [None, "body-2-p1"], ["body-2-p2"]]


def test_zones_lie_over_the_image_and_lead_to_the_words_on_them(pages):
    overlay = pages["text-page1.html"].find(".//s:svg", H)
    assert overlay.get("viewBox") == "0 0 100 200"
    zone = overlay.find("s:a", H)
    assert (zone.get("href"), zone.findtext("s:title", namespaces=H)) == (
        "#body-1-p1",
        "a b d e",
    )
    assert zone.find("s:polygon", H).get("points") == "1 2 30 2 30 40 1 40"
    rules = pages["text-page1.html"].findtext(".//h:style", namespaces=H)
    assert '[id="zone-z1"]:is(:hover, :focus)) [data-zones~="z1"]' in rules


def test_a_service_is_asked_for_the_size_that_is_shown(pages):
    image = pages["text-page2.html"].find(".//h:figure//h:img", H)
    base = "https://example.org/iiif/2"
    assert image.get("src") == f"{base}/full/!1200,1200/0/default.jpg"
    full = pages["text-page2.html"].find(".//h:figcaption/h:a", H)
    assert full.get("href") == f"{base}/full/max/0/default.jpg"


@pytest.mark.parametrize(
    ("url", "service"),
    [
        ("https://a.org/x/full/max/0/default.jpg", ["https://a.org/x"]),
        ("https://a.org/x/0,0,9,9/!90,90/0/gray.png", ["https://a.org/x"]),
        ("https://a.org/iiif/x.tif", ["https://a.org/iiif/x.tif"]),
        ("https://a.org/iiif/x.jpg", []),
        ("https://a.org/x", []),
        ("x/info.json", []),
    ],
)
def test_services_are_known_by_their_addresses(url, service):
    name = "{urn:x-octavo:functions}image-service"
    assert saxon.call_function(HTML, name, url) == service


def test_pages_without_words_are_shown_too():
    text = TEXT.replace(b'<pb n="1" facs="#s1"/>', b"").replace(
        b' n="2" facs="#s2"', b""
    )
    images = described([Images({"a.svg": "a.svg"}, {"a.svg": b"<svg/>"})])
    made = saxon.transform(Document(text), HTML, {"images": images, "split": "none"})
    assert {"text-last.html", "text-s1.html", "text-s2.html"} <= set(made.documents)


def test_without_images_there_is_no_facsimile():
    made = saxon.transform(Document(TEXT), HTML, {"split": "none"})
    assert set(made.documents) == {"text.html"}
