"""E-books of documents."""

import io
import zipfile
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from lxml import etree

from octavo.edition import Manifest
from octavo.errors import UsageError
from octavo.names import XHTML
from octavo.render import context, epub, html
from octavo.render.epub import EbookSettings, archive
from octavo.render.images import Images
from octavo.source import parse

NS = {
    "h": XHTML,
    "o": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
}
EPUB = "{http://www.idpf.org/2007/ops}type"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><title>a map</title></svg>'
PLAIN = EbookSettings(font="")
TEXT = """<text xml:lang="fr"><front><titlePage><docTitle><titlePart>T</titlePart>
  </docTitle></titlePage></front><body>
  <div type="chapter" xml:id="c1"><pb n="1"/><head>One</head>
    <p xml:id="p1">a<note>first</note> b <ref target="#p2">there</ref></p>
    <figure><graphic url="map.svg"/><head>A map</head>
      <figDesc>of the sea</figDesc></figure>
    <figure><graphic url="lost.png"/></figure></div>
  <div type="chapter"><head>Two</head><pb n="2"/>
    <p xml:id="p2">c <persName ref="#nobody">Ann</persName></p>
    <lg><l>d</l><l>e</l></lg></div></body></text>"""
HEADER = """<fileDesc><titleStmt><title>T</title>
    <author><persName><forename>Ann</forename> <surname>Lee</surname></persName>
    </author>
    <respStmt><resp>translated by</resp><name>Bo Ek</name></respStmt></titleStmt>
  <publicationStmt><publisher>P</publisher><idno type="ISBN">978-1-23-456789-7</idno>
    <availability><licence target="https://a.example/l">free</licence></availability>
  </publicationStmt>
  <seriesStmt><title>S</title><biblScope n="3">3</biblScope></seriesStmt>
  <sourceDesc><bibl><title>Old</title>, <date>1900</date></bibl></sourceDesc>
</fileDesc>"""
MANIFEST = Manifest(date="2026-01-02", publisher="House", language="en")


def book(text=TEXT, header=HEADER, manifest=MANIFEST, settings=PLAIN):
    tei = '<TEI xmlns="http://www.tei-c.org/ns/1.0">'
    data = f"{tei}<teiHeader>{header}</teiHeader>{text}</TEI>".encode()
    source = parse(data, Path("/e/a.xml"))
    known = context.build(manifest, [source], [])
    images = Images({"map.svg": "images/map.svg"}, {"images/map.svg": SVG})
    return epub.book(source, known, settings, images).files["a.epub"]


def unpack(data):
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.fixture(scope="module")
def files():
    return {k.removeprefix("EPUB/"): v for k, v in unpack(book()).items()}


@pytest.fixture(scope="module")
def package(files):
    return etree.fromstring(files["package.opf"])


def find(files, name, path):
    return etree.fromstring(files[name]).xpath(path, namespaces=NS)


GENERATED = "contains(concat(' ', @class, ' '), ' gen ')"


def words(nodes):
    path = f".//text()[not(ancestor::*[{GENERATED}])]"
    return "".join("".join(t.split()) for node in nodes for t in node.xpath(path))


def test_the_same_text_makes_the_same_bytes_and_says_first_what_it_is():
    made = book()
    assert made == book()
    assert made[30:58] == b"mimetypeapplication/epub+zip"


def test_the_package_lists_every_file_and_reads_it_in_order(files, package):
    listed = package.xpath("//o:item/@href", namespaces=NS)
    inside = set(files) - {"package.opf", "mimetype", "META-INF/container.xml"}
    assert set(listed) == inside
    by_id = {item.get("id"): item.get("href") for item in package.iter("{*}item")}
    assert [by_id[ref.get("idref")] for ref in package.iter("{*}itemref")] == [
        "cover.xhtml",
        "a-front-title.xhtml",
        "nav.xhtml",
        "a-c1.xhtml",
        "a-body-2.xhtml",
        "about.xhtml",
    ]


def test_metadata_come_from_the_header_and_the_manifest(package):
    def say(name):
        return [e.text for e in package.iterfind(f".//dc:{name}", NS)]

    assert say("identifier") == ["urn:isbn:9781234567897"]
    assert say("title") == ["T"]
    assert say("creator") == ["Ann Lee"]
    assert say("contributor") == ["Bo Ek"]
    assert say("language") == ["fr"]
    assert say("source") == ["Old, 1900"]
    assert say("rights") == ["free · https://a.example/l"]
    meta = {m.get("property"): m.text for m in package.iter("{*}meta")}
    assert meta["dcterms:modified"] == "2026-01-02T00:00:00Z"
    assert meta["file-as"] == "Lee, Ann"
    assert meta["role"] == "trl"
    assert (meta["belongs-to-collection"], meta["group-position"]) == ("S", "3")


def test_accessibility_is_claimed_only_for_what_the_book_has(package):
    def claims(root, name):
        return root.xpath(f"//o:meta[@property='{name}']/text()", namespaces=NS)

    assert "pageNavigation" in claims(package, "schema:accessibilityFeature")
    assert claims(package, "a11y:certifiedBy") == ["House"]
    bare = "<text><body><p>a</p><figure><graphic url='map.svg'/></figure></body></text>"
    plain = etree.fromstring(unpack(book(bare))["EPUB/package.opf"])
    assert "pageNavigation" not in claims(plain, "schema:accessibilityFeature")
    assert "alternativeText" not in claims(plain, "schema:accessibilityFeature")
    assert claims(plain, "schema:accessModeSufficient") == ["textual,visual"]
    assert claims(plain, "dcterms:conformsTo") == []


def test_contents_pages_and_landmarks_lead_to_their_places(files):
    def links(kind):
        path = f"//h:nav[@*[local-name() = 'type'] = '{kind}']//h:a/@href"
        return find(files, "nav.xhtml", path)

    assert links("toc")[1:3] == ["a-c1.xhtml", "a-body-2.xhtml"]
    assert links("page-list") == ["a-c1.xhtml#page1", "a-body-2.xhtml#page2"]
    assert links("loi") == ["a-c1.xhtml#figure1"]
    assert links("landmarks")[-1] == "a-c1.xhtml"


def test_notes_pop_up_and_lead_back(files):
    (call,) = find(files, "a-c1.xhtml", "//h:a[@role = 'doc-noteref']")
    (note,) = find(files, "a-c1.xhtml", "//*[@role = 'doc-footnote']")
    assert (call.get(EPUB), note.get(EPUB)) == ("noteref", "footnote")
    assert call.get("href") == f"#{note.get('id')}"
    (back,) = note.xpath(".//h:a[@role = 'doc-backlink']/@href", namespaces=NS)
    assert back == f"#{call.get('id')}"


def test_links_stay_in_the_book_or_become_words(files):
    assert find(files, "a-c1.xhtml", "//h:a[. = 'there']/@href") == [
        "a-body-2.xhtml#p2"
    ]
    assert find(files, "a-body-2.xhtml", "//*[. = 'Ann'][@href]") == []


def test_an_image_the_book_lacks_is_told_in_words(files):
    assert find(files, "a-c1.xhtml", "//h:img/@src") == ["images/map.svg"]
    assert find(files, "a-c1.xhtml", "//h:img/@alt") == ["of the sea"]
    assert find(files, "a-c1.xhtml", "//*[@class = 'no-image gen']")


def test_a_text_without_title_page_gets_one():
    made = unpack(book("<text><body><p>a</p></body></text>"))
    assert b"<h1>T</h1>" in made["EPUB/title.xhtml"]


def test_a_cover_of_the_edition_stands_in_place_of_the_drawn_one():
    made = unpack(book(settings=EbookSettings(font="", cover=("c.svg", SVG))))
    assert made["EPUB/cover.svg"] == SVG
    assert "EPUB/cover.png" not in made
    with pytest.raises(UsageError, match="is no image"):
        book(settings=EbookSettings(cover=("c.png", b"text")))


def test_fonts_hold_what_the_book_uses_and_little_more():
    made = unpack(book(settings=EbookSettings()))
    font = TTFont(io.BytesIO(made["EPUB/fonts/regular.ttf"]))
    drawn = set(font.getBestCmap())
    assert ord("q") in drawn
    assert ord("Ж") not in drawn
    assert "fvar" not in font
    assert len(made["EPUB/fonts/italic.ttf"]) < 60_000


def test_every_word_of_the_web_edition_is_in_the_book():
    data = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{HEADER}</teiHeader>
      {TEXT}</TEI>""".encode()
    source = parse(data, Path("/e/a.xml"))
    known = context.build(MANIFEST, [source], [])
    page = html.pages(source, known).rendered.files["a.html"]
    made = unpack(epub.book(source, known, PLAIN).files["a.epub"])
    package = etree.fromstring(made["EPUB/package.opf"])
    hrefs = {i.get("id"): i.get("href") for i in package.iter("{*}item")}
    order = [hrefs[ref.get("idref")] for ref in package.iter("{*}itemref")]
    texts = [
        article
        for name in order
        for article in find({name: made[f"EPUB/{name}"]}, name, "//h:article")
    ]
    assert words(texts) == words(find({"": page}, "", "//h:article"))


def test_archives_have_no_dates_of_their_own():
    with zipfile.ZipFile(io.BytesIO(archive.pack({"b": b"", "a": b""}))) as packed:
        assert {entry.date_time[0] for entry in packed.infolist()} == {1980}
        assert packed.namelist()[2:] == ["EPUB/a", "EPUB/b"]


def test_the_looks_that_a_header_gives_to_elements_are_kept():
    rendition = '<rendition selector="q" scope="before">content: "«"</rendition>'
    declared = f"<tagsDecl>{rendition}</tagsDecl>"
    header = f"{HEADER}<encodingDesc>{declared}</encodingDesc>"
    made = unpack(book(header=header))
    (style,) = find(made, "EPUB/a-c1.xhtml", "//h:head/h:style/text()")
    assert style == 'article.text .q::before {content: "«"}'
    assert find(unpack(book()), "EPUB/a-c1.xhtml", "//h:head/h:style") == []
