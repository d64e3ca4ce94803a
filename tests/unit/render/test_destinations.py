"""Every id of a text is a named place of its book, where links lead, too."""

import io
from pathlib import Path

import pikepdf
import pytest

from octavo.edition import Manifest
from octavo.render import context
from octavo.render.print import book
from octavo.source import parse

pytestmark = pytest.mark.slow

TEI = "http://www.tei-c.org/ns/1.0"
HEADER = "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc>"
TEXT = f"""<TEI xmlns="{TEI}">{HEADER}</teiHeader><text><body>
<div><head>One</head><p>{"Some words. " * 400}</p>
<p xml:id="é">Here<note>A note.</note> and <pb n="3"/>there.</p>
<table><row><cell>a</cell></row></table></div>
<div><head>Two</head><lg><l>A line.</l><l>Another.</l></lg></div>
<div><p>No heading, see <ref target="#é">above</ref>.</p></div>
</body></text></TEI>"""


@pytest.fixture(scope="module")
def made():
    text = parse(TEXT.encode(), Path("text.xml"))
    known = context.build(Manifest(date="2026-01-01"), [text], [])
    (pdf,) = book(text, known).files.values()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        yield opened


def names(pdf):
    return {str(k): v for k, v in pikepdf.NameTree(pdf.Root.Names.Dests).items()}


def page_of(pdf, name):
    return pdf.pages.index(pikepdf.Page(names(pdf)[name][0])) + 1


IDS = "body-1 body-1-p1 é call1 note1 page3 table1 body-2 body-2-l2 body-3 body-3-p1"


@pytest.mark.parametrize("name", IDS.split())
def test_an_id_is_a_named_place(made, name):
    assert name in names(made)


def test_places_stand_on_their_pages(made):
    assert page_of(made, "body-1") < page_of(made, "é") < page_of(made, "body-2-l1")
    assert page_of(made, "call1") == page_of(made, "note1") == page_of(made, "é")


def test_the_places_of_a_page_follow_one_another(made):
    tops = [
        float(names(made)[name][3]) for name in ("body-2", "body-2-l1", "body-2-l2")
    ]
    assert tops == sorted(tops, reverse=True)


def test_calls_and_notes_lead_to_one_another(made):
    links = [link for page in made.pages for link in page.get("/Annots", ())]
    leads = {str(link.get("/Dest")): str(link.Contents) for link in links}
    assert leads["note1"] == leads["call1"] == "1"
    assert not any(
        "octavo:" in str(link.get("/A", {}).get("/URI", "")) for link in links
    )
