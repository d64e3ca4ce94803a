"""What the stylesheets are told about an edition."""

from pathlib import Path

import pytest
from lxml import etree

from octavo.edition import Manifest
from octavo.render import context
from octavo.source import parse

TEI = 'xmlns="http://www.tei-c.org/ns/1.0"'


def source(name, content):
    return parse(f"<TEI {TEI}>{content}</TEI>".encode(), Path("/e/texts") / name)


def document(name, title="A title"):
    header = f"<fileDesc><titleStmt><title>{title}</title></titleStmt></fileDesc>"
    return source(
        name,
        f'<teiHeader>{header}</teiHeader><text xml:lang="de"><body><p/></body></text>',
    )


def test_documents_get_names_fit_for_addresses_and_all_different():
    names = ["Über uns.xml", "über-uns.xml", "index.xml", "日本.xml"]
    made = context.build(Manifest(), [document(name) for name in names], [])
    assert [t.id for t in made.texts] == ["uber-uns", "uber-uns-2", "index-2", "text"]


def test_the_manifest_wins_over_the_header():
    made = context.build(Manifest(language="fr"), [document("a.xml")], [])
    assert (made.language, made.texts[0].language) == ("fr", "de")
    assert context.build(Manifest(), [document("a.xml")], []).language == "de"


def test_entries_are_sorted_under_surnames():
    register = source(
        "persons.xml",
        "<text><body><listPerson>"
        '<person xml:id="z"><persName><forename>Ada</forename>'
        "<surname>Zorn</surname></persName></person>"
        '<person xml:id="m"><persName>Mark</persName></person>'
        "</listPerson></body></text>",
    )
    made = context.build(Manifest(), [document("a.xml")], [register])
    assert [e.heading for e in made.entries] == ["Mark", "Zorn, Ada"]
    assert [e.initial for e in made.entries] == ["M", "Z"]


def test_lists_kept_apart_in_a_document_are_registers_too():
    text = source(
        "a.xml",
        '<standOff><listPlace><place xml:id="p"><placeName>Kyiv</placeName></place>'
        "</listPlace></standOff><text><body><div/></body></text>",
    )
    made = context.build(Manifest(), [text], [])
    assert [(e.id, e.kind) for e in made.entries] == [("p", "place")]
    assert len(made.params["registers"]) == 1


@pytest.mark.parametrize(
    ("authors", "shown"),
    [(("Ann", "Ann", ""), "Ann"), (("Ann", "Bo"), ""), ((), "")],
)
def test_an_edition_has_the_author_of_all_its_texts(authors, shown):
    names = "<titleStmt><author>{}</author></titleStmt>"
    header = f"<teiHeader><fileDesc>{names}</fileDesc></teiHeader>"
    texts = [source(f"{n}.xml", header.format(a)) for n, a in enumerate(authors)]
    known = context.build(Manifest(), texts, [])
    assert etree.fromstring(known.edition).get("author") == shown
