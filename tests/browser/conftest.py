"""A small site in a real browser; skipped where there is none."""

import shutil
from pathlib import Path

import pytest

from octavo import edition
from octavo.publish import publish

NOTES = "".join(f"<p>Filler {n}. {'More words. ' * 60}</p>" for n in range(6))
TEXT = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>The Café</title><author>Ann Reed</author></titleStmt>
<publicationStmt><p>None</p></publicationStmt><sourceDesc><p>Made</p></sourceDesc>
</fileDesc></teiHeader><standOff><listPerson><person xml:id="ada"><persName>
<forename>Ada</forename> <surname>Zorn</surname></persName></person></listPerson>
</standOff><text><body>
<div xml:id="one"><head>The first day</head>
<p xml:id="p1"><persName ref="#ada">Ada</persName> sat in the café<note xml:id="n1">It
is <hi rend="italic">closed</hi> now.</note> and
<choice><sic>wrot</sic><corr>wrote</corr></choice> a long letter.</p>{NOTES}</div>
<div xml:id="two"><head>The second day</head><p xml:id="p2">Nobody wrote letters.</p>
<p xml:lang="he" xml:id="p3">שלום לכולם</p>{NOTES}</div></body></text></TEI>"""


@pytest.fixture(scope="session")
def make_site(tmp_path_factory):
    """Build the example with some settings; give the folder of its site."""

    def make(settings="", web=""):
        root = tmp_path_factory.mktemp("edition")
        (root / "texts").mkdir()
        (root / "texts" / "cafe.xml").write_text(TEXT, encoding="utf-8")
        manifest = f'{settings}\n[web]\nsplit = "part"\n{web}\n'
        (root / "edition.toml").write_text(manifest, encoding="utf-8")
        publish(edition.load(root), ("html",), root / "dist")
        return root / "dist"

    return make


@pytest.fixture(scope="session")
def site(make_site):
    """The site with the standard settings."""
    return make_site()


@pytest.fixture(scope="session")
def browser():
    """Chromium, driven by Playwright."""
    api = pytest.importorskip("playwright.sync_api", reason="Playwright is missing")
    with api.sync_playwright() as driver:
        chromium = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser):
    """Open a file in a window of its own; options are those of the browser."""
    contexts = []

    def go(path: Path, fragment="", **options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.goto(path.as_uri() + fragment)
        return page

    yield go
    for context in contexts:
        context.close()
