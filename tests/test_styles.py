"""The house styles of the manual: each builds, and does what the manual says."""

import re
from pathlib import Path

import pytest
from lxml import etree

from octavo import edition
from octavo.publish import publish

STYLES = Path(__file__).parent.parent / "docs" / "styles"
pytestmark = pytest.mark.slow
NAMES = sorted({path.stem for path in STYLES.iterdir()})
H = {"h": "http://www.w3.org/1999/xhtml"}
TEXT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc>
<msDesc><msIdentifier><settlement>Skerry</settlement><repository>Archive</repository>
<idno>LH 12</idno></msIdentifier></msDesc>
<listWit><witness xml:id="A">a</witness></listWit>
</sourceDesc></fileDesc></teiHeader><text><body><div type="chapter"><head>One</head>
<p>first</p></div><div type="chapter"><head>Two</head>
<p>sec<lb/>ond
<app><lem>a</lem><rdg wit="#A">b</rdg></app></p></div></body></text></TEI>"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The page of a text in each style."""
    pages = {}
    for name in NAMES:
        folder = tmp_path_factory.mktemp(name)
        (folder / "texts").mkdir()
        (folder / "texts" / "t.xml").write_text(TEXT)
        for kind in (".css", ".xsl"):
            data = (STYLES / name).with_suffix(kind).read_bytes()
            (folder / f"{name}{kind}").write_bytes(data)
        lines = f'[web]\nstyle = "{name}.css"\nstylesheet = "{name}.xsl"\n'
        (folder / "edition.toml").write_text(f'publisher = "Press"\n{lines}')
        made = publish(edition.load(folder), ("html",), folder / "dist")
        assert not made.diagnostics
        pages[name] = etree.parse(folder / "dist" / "t.html")
    return pages


def texts(page, path):
    return ["".join(e.itertext()).strip() for e in page.iterfind(path, H)]


def test_pocket_numbers_chapters_and_ends_with_an_ornament(built):
    assert texts(built["pocket"], ".//h:p[@class='number gen']") == ["I", "II"]
    assert texts(built["pocket"], ".//h:p[@class='ornament']") == ["❦"]


def test_critical_gives_paragraphs_numbers_that_can_be_cited(built):
    links = built["critical"].iterfind(".//h:a[@class='number gen']", H)
    found = [(a.text, a.get("href")) for a in links]
    assert found == [("1", "#body-1-p1"), ("1", "#body-2-p1")]


def test_archive_says_where_the_document_is_kept(built):
    page = built["archive"]
    assert texts(page, ".//h:p[@class='band']") == ["Press"]
    kept = texts(page, ".//h:dl[@class='shelf']/h:dd")
    assert kept == ["Archive, Skerry", "LH 12"]
    assert page.find(".//h:p[@id='body-2-p1']/h:br", H) is not None


@pytest.mark.parametrize("name", NAMES)
def test_a_style_sheet_only_uses_variables_that_there_are(name):
    used = re.findall(r"(?<!-)(--[a-z]+)", (STYLES / f"{name}.css").read_text())
    standard = STYLES.parent.parent / "xslt" / "assets" / "edition.css"
    assert set(used) <= set(re.findall(r"(--[a-z]+):", standard.read_text()))
