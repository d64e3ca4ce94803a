"""The pages of an edition."""

import json
import re
from pathlib import Path

import pytest
from lxml import etree

from octavo import edition
from octavo.render import context, html, site
from octavo.source import read

ROOT = Path(__file__).resolve().parents[3]
H = {"h": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="module")
def files():
    """The files of the site of the small example edition."""
    found = edition.load(ROOT / "tei" / "letter")
    documents = [read(path) for path in found.documents]
    lists = [read(path) for path in found.registers]
    known = context.build(found.manifest, documents, lists)
    pages = [html.pages(document, known) for document in documents]
    made = {name: data for page in pages for name, data in page.rendered.files.items()}
    return {**made, **site.site(pages, known).files}


@pytest.fixture(scope="module")
def trees(files):
    return {
        name: etree.fromstring(data)
        for name, data in files.items()
        if name.endswith(".html")
    }


def test_every_page_links_only_to_what_is_there(files, trees):
    for name, tree in trees.items():
        for link in tree.iterfind(".//h:a", H):
            target, _, fragment = link.get("href").partition("#")
            if re.match("[a-z]+:", target):
                continue
            assert (target or name) in files, f"{name}: {link.get('href')}"
            if fragment:
                ids = {e.get("id") for e in trees[target or name].iter()}
                assert fragment in ids, f"{name}: {link.get('href')}"


def test_no_page_has_an_id_twice(trees):
    for name, tree in trees.items():
        ids = [e.get("id") for e in tree.iter() if e.get("id")]
        assert len(ids) == len(set(ids)), name


def test_every_page_has_one_heading_of_the_first_level_and_a_title(trees):
    for name, tree in trees.items():
        assert len(tree.findall(".//h:h1", H)) == 1, name
        assert tree.findtext(".//h:title", namespaces=H), name


def test_persons_are_listed_with_their_occurrences(trees):
    register = trees["persons.html"]
    headings = [h.text for h in register.iterfind(".//h:h3", H)]
    assert headings == ["Berg, Anna", "Holm, Tomas"]
    words = register.findtext(".//h:article[@id='tomas-holm']//h:mark", namespaces=H)
    assert words == "Tomas"


def test_both_views_show_the_same_place(trees):
    place = ".//h:p[@id='first-p2']"
    reading = "".join(trees["letter.html"].find(place, H).itertext())
    diplomatic = "".join(trees["letter-diplomatic.html"].find(place, H).itertext())
    assert ("calendar" in reading, "calender" in reading) == (True, False)
    assert ("calendar" in diplomatic, "calender" in diplomatic) == (False, True)
    views = trees["letter.html"].iterfind(".//h:nav[@class='views']//h:a", H)
    assert [a.get("href") for a in views] == ["letter.html", "letter-diplomatic.html"]


def test_what_reference_managers_read_is_true(trees):
    tags = {
        (meta.get("name"), meta.get("content"))
        for meta in trees["letter.html"].iterfind(".//h:meta[@name]", H)
    }
    assert ("citation_title", "A Letter from the Lighthouse") in tags
    assert ("citation_author", "Anna Berg") in tags
    data = trees["letter.html"].findtext(".//h:script", namespaces=H)
    assert json.loads(data)["author"] == [{"@type": "Person", "name": "Anna Berg"}]


def test_the_source_can_be_taken_away(files):
    source = ROOT / "tei" / "letter" / "texts" / "letter.xml"
    assert files["tei/letter.xml"] == source.read_bytes()


def test_the_search_knows_the_words_once(files):
    index = files["assets/search-index.js"].decode()
    assert index.count("eleven nights") == 1


def test_the_font_comes_with_its_licence(files):
    assert {"assets/fonts/regular.ttf", "assets/fonts/italic.ttf"} <= set(files)
    assert b"SIL" in files["assets/fonts/LICENSE.txt"]


def test_a_second_run_gives_the_same_bytes(files):
    found = edition.load(ROOT / "tei" / "letter")
    documents = [read(path) for path in found.documents]
    known = context.build(
        found.manifest, documents, [read(path) for path in found.registers]
    )
    again = html.pages(documents[0], known).rendered.files
    assert all(files[name] == data for name, data in again.items())
