"""The calendar of letters, and letters as data."""

import csv

import pytest
from lxml import etree

from octavo.edition import Manifest
from octavo.edition.manifest import Web
from octavo.names import tei
from octavo.render import context, html, site
from octavo.source import read

H = {"h": "http://www.w3.org/1999/xhtml"}
PERSONS = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>
<person xml:id="ada"><persName>Ada</persName><idno type="GND">118</idno></person>
</listPerson></standOff></TEI>"""
LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>{name}</title></titleStmt></fileDesc><profileDesc><correspDesc>
<correspAction type="sent">{sender}<placeName>Oslo</placeName>{date}</correspAction>
<correspAction type="received"><persName>Bo</persName></correspAction>
</correspDesc></profileDesc></teiHeader><text><body><p>{name}</p></body></text></TEI>"""
ADA = '<persName ref="p.xml#ada">=Ada</persName>'
DATES = {
    "a": '<date notAfter="1904-03"/>',
    "b": "",
    "c": '<date when="1904-03-02" cert="low"/>',
    "d": '<date when="-0043-03-15"/>',
    "e": '<date notBefore="1904" notAfter="1905"/>',
}


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("letters")
    (folder / "p.xml").write_text(PERSONS)
    for name, date in DATES.items():
        sender = "" if name == "e" else ADA
        text = LETTER.format(name=name, sender=sender, date=date)
        (folder / f"{name}.xml").write_text(text)
    sources = [read(folder / f"{name}.xml") for name in DATES]
    manifest = Manifest(title="Letters", web=Web(url="https://a.example/"))
    known = context.build(manifest, sources, [read(folder / "p.xml")])
    pages = [html.pages(source, known) for source in sources]
    made = {name: data for page in pages for name, data in page.rendered.files.items()}
    return {**made, **site.site(pages, known).files}


def texts(tree, path):
    return ["".join(e.itertext()) for e in tree.iterfind(path, H)]


def test_letters_stand_by_year_and_those_without_a_date_at_the_end(files):
    page = etree.fromstring(files["letters.html"])
    assert texts(page, ".//h:h2") == ["44 BC", "1904", "undated"]
    links = [a.get("href") for a in page.iterfind(".//h:a[@class='when']", H)]
    assert links == ["d.html", "e.html", "a.html", "c.html", "b.html"]
    assert texts(page, ".//h:a[@class='when']") == [
        "15 March 44 BC",
        "1904–1905",
        "before March 1904",
        "2 March 1904?",
        "undated",
    ]


def test_persons_lead_to_their_register(files):
    page = etree.fromstring(files["letters.html"])
    who = texts(page, ".//h:span[@class='who']")
    assert who[:2] == ["=Ada → Bo, Oslo", "somebody unknown → Bo, Oslo"]
    assert page.find(".//h:span[@class='who']/h:a", H).get("href") == "persons.html#ada"


def test_a_letter_leads_to_the_next_between_the_same_persons(files):
    page = etree.fromstring(files["a.html"])
    links = page.iterfind(".//h:div[@class='correspondence']/h:nav/h:a", H)
    assert [(a.get("rel"), a.get("href")) for a in links] == [
        ("prev", "d.html"),
        ("next", "c.html"),
    ]


def test_the_table_keeps_the_limits_and_runs_no_formulas(files):
    table = files["data/letters.csv"].decode("utf-8-sig").splitlines()
    rows = list(csv.DictReader(table))
    assert [row["when"] for row in rows] == ["-0043-03-15", "", "", "1904-03-02", ""]
    assert (rows[0]["senders"], rows[0]["address"]) == (
        "'=Ada",
        "https://a.example/d.html",
    )


def test_other_calendars_can_read_the_letters(files):
    tree = etree.fromstring(files["data/cmif.xml"])
    found = list(tree.iter(tei("correspDesc")))
    assert [e.get("ref") for e in found][:2] == [
        "https://a.example/d.html",
        "https://a.example/e.html",
    ]
    name = found[0].find(f".//{tei('persName')}")
    assert name.get("ref") == "https://d-nb.info/gnd/118"


def test_a_part_of_a_document_can_be_the_letter(tmp_path):
    text = LETTER.format(name="t", sender=ADA, date="").replace(
        "<correspDesc>", '<correspDesc corresp="#l1">'
    )
    (tmp_path / "t.xml").write_text(text.replace("<p>", '<div xml:id="l1"><p>', 1))
    path = tmp_path / "t.xml"
    path.write_text(path.read_text().replace("</body>", "</div></body>"))
    known = context.build(Manifest(), [read(path)], [])
    assert [letter.target for letter in known.letters] == ["l1"]
