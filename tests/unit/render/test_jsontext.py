"""JSON of documents: words and places in them."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from octavo import resources
from octavo.edition import Manifest
from octavo.render import context
from octavo.render.jsontext import jsontext
from octavo.source import parse

HEADER = """<teiHeader><fileDesc><titleStmt><title>T</title><author>A</author>
  </titleStmt></fileDesc></teiHeader>"""
TEXT = """<div type="chapter" xml:id="c"><head>One</head><pb n="3"/>
  <p xml:id="p">a <persName ref="#ann"> Ann </persName>
    b<note>first</note> <hi>c</hi> </p>
  <lg><l>d</l><l>e</l></lg>
  <figure xml:id="f"><graphic url="images/m.svg"/><figDesc>a map</figDesc></figure>
  <div><head>Inner</head><p>f</p></div></div>"""
PERSON = (
    '<listPerson><person xml:id="ann"><persName>Ann</persName></person></listPerson>'
)


@pytest.fixture(scope="module")
def record():
    tei = 'TEI xmlns="http://www.tei-c.org/ns/1.0"'
    text = f"<text><body>{TEXT}</body></text>"
    source = parse(f"<{tei}>{HEADER}{text}</TEI>".encode(), Path("/e/a.xml"))
    list_ = f"<{tei}>{HEADER}<standOff>{PERSON}</standOff></TEI>".encode()
    known = context.build(Manifest(), [source], [parse(list_, Path("/e/r.xml"))])
    return json.loads(jsontext(source, known).files["a.json"])


def test_the_record_keeps_its_schema(record):
    path = resources.schema("json/octavo-text-1.schema.json")
    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors(record)) == []
    assert list(Draft202012Validator(schema).iter_errors(record | {"version": 2}))


def test_blocks_are_places_in_the_text(record):
    shown = [
        (block["kind"], record["text"][block["start"] : block["end"]])
        for block in record["blocks"]
    ]
    assert shown == [
        ("heading", "One"),
        ("paragraph", "a Ann b c"),
        ("line", "d"),
        ("line", "e"),
        ("heading", "Inner"),
        ("paragraph", "f"),
    ]


def test_names_lead_to_their_entries(record):
    (name,) = record["names"]
    assert record["text"][name["start"] : name["end"]] == name["text"] == "Ann"
    assert name["entry"] == record["entries"][0]["id"] == "ann"


def test_notes_know_where_they_are_called(record):
    (note,) = record["notes"]
    assert note["text"] == "first"
    assert record["text"][: note["calls"][0]].endswith(" b")


def test_divisions_stand_in_one_another_with_their_ids(record):
    (chapter,) = record["divisions"]
    (inner,) = chapter["divisions"]
    assert (chapter["id"], chapter["type"], chapter["title"]) == ("c", "chapter", "One")
    assert record["text"][inner["start"] : inner["end"]] == "Inner\nf\n"
    assert (inner["id"], chapter["end"]) == ("c-1", inner["end"])


def test_pages_and_figures_have_places(record):
    assert record["pages"][0]["n"] == "3"
    assert record["figures"][0]["alt"] == "a map"
