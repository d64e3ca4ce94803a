"""Pages with labels in further languages."""

from pathlib import Path

import pytest

from octavo import edition
from octavo.publish import publish
from octavo.render import labelling

TEXT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>T</title></titleStmt></fileDesc></teiHeader><text><body>
<p>x<figure><graphic url="../images/a.svg"/></figure></p></body></text></TEI>"""
IMAGE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>'
MANIFEST = '[web]\nlanguages = ["de", "en"]\nurl = "https://example.org/t"\n'


@pytest.mark.parametrize(
    ("asked", "language", "further"),
    [
        (["de", "fr", "de"], "en", ("de", "fr")),
        (["de", "fr"], "de-AT", ("fr",)),
        (["en", "fr"], "he", ("fr",)),
        ([], "de", ()),
    ],
)
def test_further_languages_are_listed_once_and_without_the_own(
    asked, language, further
):
    assert labelling.others(asked, language) == further


@pytest.fixture
def built(tmp_path):
    for name, data in (("texts/t.xml", TEXT), ("images/a.svg", IMAGE)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(data)
    (tmp_path / "edition.toml").write_text(MANIFEST)
    publish(edition.load(tmp_path), ("html",), tmp_path / "dist")
    return tmp_path


@pytest.mark.slow
def test_pages_in_another_language_share_all_but_their_labels(built):
    folder = built / "dist" / "de"
    assert {path.suffix for path in folder.rglob("*") if path.is_file()} == {".html"}
    page = (folder / "t.html").read_text(encoding="utf-8")
    assert '<html xmlns="http://www.w3.org/1999/xhtml" lang="de"' in page
    shared = [
        address
        for piece in page.replace("src=", "href=").split('href="')[1:]
        if (address := piece.partition('"')[0]).startswith("../")
    ]
    assert "../images/a.svg" in shared
    assert all((folder / Path(address)).is_file() for address in shared)
    assert 'rel="canonical" href="https://example.org/t/de/t.html"' in page
    own = (built / "dist" / "t.html").read_text(encoding="utf-8")
    assert 'hreflang="de" href="de/t.html"' in own


def test_search_engines_learn_of_all_languages(built):
    site = (built / "dist" / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.org/t/t.html</loc>" in site.replace("ns0:", "")
    assert "https://example.org/t/de/t.html" in site


@pytest.mark.slow
def test_nothing_is_made_again_without_need(built):
    again = publish(edition.load(built), ("html",), built / "dist")
    assert not any(done.reasons for done in again.done)
