"""Two texts in two languages, and labels in two: how readers change either."""

import pytest

from octavo import edition
from octavo.publish import publish

pytestmark = pytest.mark.browser
TEXT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{0}"><teiHeader><fileDesc>
<titleStmt><title>{1}</title></titleStmt><publicationStmt><p/></publicationStmt>
<sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><div><head>{2}</head>
<p>{2}, 1</p></div><div><head>{3}</head><p>{3}, 1</p></div></body></text></TEI>"""
MANIFEST = """language = "en"
[web]
split = "part"
languages = ["de"]
[[web.parallel]]
texts = ["texts/songs.xml", "texts/lieder.xml"]
by = "order"
"""
WITHOUT_SCRIPT = {"java_script_enabled": False}


@pytest.fixture(scope="module")
def songs(tmp_path_factory):
    """The site of an edition with a translation."""
    root = tmp_path_factory.mktemp("songs")
    (root / "texts").mkdir()
    (root / "edition.toml").write_text(MANIFEST)
    for name, words in (
        ("songs", ("en", "Songs", "Wheel", "Weir")),
        ("lieder", ("de", "Lieder", "Rad", "Wehr")),
    ):
        (root / "texts" / f"{name}.xml").write_text(TEXT.format(*words))
    publish(edition.load(root), ("html",), root / "dist")
    return root / "dist"


def test_a_chapter_leads_to_its_translation_and_back(visit, songs):
    page = visit(songs / "songs-body-2.html", **WITHOUT_SCRIPT)
    page.click("nav.views a[lang=de]")
    page.wait_for_url("**/lieder-body-2.html#*")
    assert "Wehr, 1" in page.locator("article.text").inner_text()
    page.click("nav.views a[lang=en]")
    page.wait_for_url("**/songs-body-2.html#*")


def test_a_chapter_leads_to_both_side_by_side_and_these_to_each(visit, songs):
    page = visit(songs / "lieder-body-2.html", **WITHOUT_SCRIPT)
    page.get_by_role("link", name="Parallel texts").click()
    page.wait_for_url("**/parallel-2.html")
    assert "Weir, 1" in page.locator("main").inner_text()
    page.click(".heads a[lang=de]")
    page.wait_for_url("**/lieder-body-2.html#*")


def test_text_and_labels_change_apart_from_each_other(visit, songs):
    page = visit(songs / "songs-body-2.html", **WITHOUT_SCRIPT)
    page.click("nav.languages a[lang=de]")
    page.wait_for_url("**/de/songs-body-2.html")
    assert "Weir, 1" in page.locator("article.text").inner_text()
    page.click("nav.views a[lang=de]")
    page.wait_for_url("**/de/lieder-body-2.html#*")
    page.click("nav.languages a[lang=en]")
    page.wait_for_url("**/lieder-body-2.html")
    assert "/de/" not in page.url


def test_the_search_names_pages_in_the_language_of_the_labels(visit, tmp_path):
    (tmp_path / "texts").mkdir()
    front = "<front><div type='preface'><p>The wheel turns.</p></div></front>"
    text = TEXT.format("en", "Songs", "Wheel", "Weir").replace(
        "<body>", f"{front}<body>"
    )
    (tmp_path / "texts" / "songs.xml").write_text(text)
    (tmp_path / "edition.toml").write_text(MANIFEST.partition("[[")[0])
    publish(edition.load(tmp_path), ("html",), tmp_path / "dist")
    for folder, title in (("", "Preface"), ("de/", "Vorwort")):
        page = visit(tmp_path / "dist" / f"{folder}search.html")
        page.fill("#q", "turns")
        assert page.locator("#search-results a, ol a").first.inner_text() == title
