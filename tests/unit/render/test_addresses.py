"""Addresses of the web edition that were published lead somewhere ever after."""

import pytest
from lxml import etree

from octavo import edition
from octavo.publish import publish

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="de"><teiHeader><fileDesc>
<titleStmt><title>Ink</title></titleStmt><publicationStmt><p>None.</p></publicationStmt>
<sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader><text><body>
<p xml:id="black">Black.</p><p xml:id="blue">Blue.</p></body></text></TEI>"""


@pytest.fixture
def build(tmp_path):
    """Build the site of a small edition with these settings of the web edition."""

    def build(*redirects, published=(), languages=()):
        (tmp_path / "texts").mkdir(exist_ok=True)
        (tmp_path / "texts" / "ink.xml").write_text(TEI, encoding="utf-8")
        (tmp_path / "kept.txt").write_text("\n".join(published), encoding="utf-8")
        tables = [
            f'[[web.redirects]]\nold = "{old}"\nnew = "{new}"' for old, new in redirects
        ]
        asked = f"languages = {list(languages)}"
        manifest = ["[web]", 'published = "kept.txt"', asked, *tables]
        (tmp_path / "edition.toml").write_text("\n".join(manifest), encoding="utf-8")
        return publish(edition.load(tmp_path), ["html"], tmp_path / "dist")

    return build


def page(tmp_path, name):
    return etree.parse(tmp_path / "dist" / name)


def test_a_site_lists_the_addresses_of_its_places(build, tmp_path):
    build()
    listed = (tmp_path / "dist" / "data" / "addresses.txt").read_text().splitlines()
    assert {"index.html", "ink.html", "ink.html#black", "ink.html#blue"} <= set(listed)
    assert "ink.html#main" not in listed


def test_a_page_that_is_gone_leads_on_by_itself(build, tmp_path):
    build(("dye.html", "ink.html#blue"))
    moved = page(tmp_path, "dye.html")
    assert (
        moved.find(".//{*}meta[@http-equiv]").get("content") == "0; url=ink.html#blue"
    )
    assert moved.find(".//{*}link[@rel='canonical']").get("href") == "ink.html#blue"
    assert moved.find(".//{*}a").get("href") == "ink.html#blue"
    assert moved.findtext(".//{*}h1") == "Diese Seite hat eine neue Adresse"


def test_a_place_of_a_page_that_is_gone_is_a_link_to_its_new_place(build, tmp_path):
    build(("dye.html", "ink.html"), ("dye.html#sea", "ink.html#blue"))
    moved = page(tmp_path, "dye.html")
    assert moved.find(".//{*}meta[@http-equiv]") is None
    assert moved.find(".//{*}li[@id='sea']/{*}a").get("href") == "ink.html#blue"


def test_a_place_that_has_another_name_keeps_its_old_one(build, tmp_path):
    done = build(("ink.html#sea", "ink.html#blue"), published=["ink.html#sea"])
    assert (
        page(tmp_path, "ink.html").find(".//{*}p[@id='blue']/{*}span[@id='sea']")
        is not None
    )
    assert done.diagnostics == ()


def test_a_place_that_is_on_another_page_leaves_a_link(build, tmp_path):
    build(("ink.html#index", "index.html"))
    assert (
        page(tmp_path, "ink.html").find(".//{*}p[@id='index']/{*}a").get("href")
        == "index.html"
    )


def test_published_addresses_that_are_gone_are_named_once_for_a_page(build):
    gone = ["dye.html", "dye.html#a", "dye.html#b", "dye.html#c", "ink.html#black"]
    (found,) = build(published=gone).diagnostics
    assert (found.code, found.line) == ("HTM004", 1)
    assert "'dye.html', 'dye.html#a', 'dye.html#b' and 1 more" in found.message
    assert build(("dye.html", "ink.html"), published=gone).diagnostics == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("dye.html", "nothing.html"),
        ("index.html", "ink.html"),
        ("../dye.html", "ink.html"),
    ],
)
def test_a_redirect_that_cannot_be_is_reported_and_not_made(build, tmp_path, old, new):
    found = build((old, new)).diagnostics
    assert [d.code for d in found] == ["HTM005"]
    assert not (tmp_path / "dye.html").exists()


def test_a_second_build_makes_nothing_and_a_redirect_taken_out_is_removed(
    build, tmp_path
):
    build(("dye.html", "ink.html"))
    assert not any(done.reasons for done in build(("dye.html", "ink.html")).done)
    build()
    assert not (tmp_path / "dist" / "dye.html").exists()


def test_a_page_that_is_gone_leads_on_in_each_language(build, tmp_path):
    build(("dye.html", "ink.html#blue"), languages=("fr",))
    moved = page(tmp_path, "fr/dye.html")
    assert moved.find(".//{*}a").get("href") == "ink.html#blue"
    assert moved.find(".//{*}link[@rel='stylesheet']").get("href").startswith("../")
    assert moved.getroot().get("lang") == "fr"
    assert (tmp_path / "dist" / "fr" / "ink.html").is_file()
