"""The reference checkers have nothing to say: vnu about HTML, axe about access."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from octavo import edition
from octavo.encode import Reviewed, encode, review_html
from octavo.publish import publish

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / ".cache" / "npm" / "node_modules"
VNU = next(TOOLS.glob("vnu-jar/**/vnu.jar"), Path())
AXE = TOOLS / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EDITIONS = {name: ROOT / name for name in ("tei/serge", "tei/letter", "docs")}
USUAL = 20_000
NARROW = {"viewport": {"width": 320, "height": 640}}
WAYS = ["dark", "without script"]
OPTIONS = {"dark": {"color_scheme": "dark"}, "narrow": NARROW}
SCRIPT = re.compile(r"<script src.*?(?:</script>|/>)")
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """Build an edition or a document once; give the pages of its site."""
    made = {}

    def build(path):
        if path not in made:
            made[path] = tmp_path_factory.mktemp("site")
            publish(edition.load(path), ("html",), made[path])
        return sorted(made[path].glob("*.html"))

    return build


@pytest.fixture(scope="module")
def collections(shared):
    """One document of each collection, of a size that is soon checked."""
    folders = sorted((shared / "data" / "validate" / "corpus").iterdir())
    return [min(f.glob("*.xml"), key=far_from_usual) for f in folders if f.is_dir()]


@pytest.fixture(scope="module")
def documents(shared, collections):
    """Those, and the TEI's own test documents that are valid."""
    data = shared / "data" / "validate"
    found = set()
    with (data / "expected.jsonl").open(encoding="utf-8") as lines:
        for case in map(json.loads, lines):
            document = data / case["document"]
            if case["valid"] and "tei-p5" in document.parts and fits(document):
                found.add(document)
    return [*collections, *sorted(found - set(collections))]


def far_from_usual(document):
    return abs(document.stat().st_size - USUAL)


def fits(document):
    return document.suffix == ".xml" and document.stat().st_size < 10 * USUAL


def mistakes(pages):
    """Errors of HTML, as the reference checker says them."""
    order = ["java", "-jar", VNU, "--errors-only", "--format", "gnu", *pages]
    done = subprocess.run(order, capture_output=True, text=True, check=False)
    return [line for line in done.stderr.splitlines() if line.strip()]


def without_script(route):
    """A page as it is where no script runs; the checker itself needs some."""
    page = Path(unquote(urlsplit(route.request.url).path)).read_text(encoding="utf-8")
    page = SCRIPT.sub("", page).replace("noscript>", "div>")
    route.fulfill(body=page, content_type="text/html; charset=utf-8")


def barriers(browser, pages, way=""):
    """What hinders readers on pages, by rule, with the first place."""
    context = browser.new_context(**OPTIONS.get(way, {}))
    window = context.new_page()
    if way == "without script":
        window.route("**/*.html", without_script)
    only = f"{{runOnly: {RULES}, resultTypes: ['violations']}}"
    script = AXE.read_text(encoding="utf-8") + ";0"
    found = []
    for page in pages:
        window.goto(page.as_uri())
        window.evaluate(script)
        violations = window.evaluate(f"axe.run(document, {only})")["violations"]
        found += [
            f"{page}: {v['id']}: {v['nodes'][0]['html'][:120]}" for v in violations
        ]
        if window.evaluate(TOO_WIDE) > 0:
            found.append(f"{page}: wider than the window")
    context.close()
    return found


def chosen(pages):
    """The pages of the edition, and the first two and the last of texts."""
    texts = [p for p in pages if "-" in p.stem]
    return [*(p for p in pages if p not in texts), *texts[:2], *texts[-1:]]


needs_vnu = pytest.mark.skipif(
    not (VNU.is_file() and shutil.which("java")), reason="vnu or Java is missing"
)
needs_axe = pytest.mark.skipif(not AXE.is_file(), reason="axe is missing")


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """The review report on the raw text of the sample."""
    folder = tmp_path_factory.mktemp("review")
    source = ROOT / "tei" / "serge" / "raw" / "serge.txt"
    review = encode(source.read_bytes()).review
    page = folder / "review.html"
    page.write_text(review_html([Reviewed("serge.txt", review, "serge.xml")]), "utf-8")
    return page


@pytest.mark.slow
@pytest.mark.java
@needs_vnu
def test_the_review_report_is_correct_html(report):
    assert mistakes([report]) == []


@pytest.mark.slow
@pytest.mark.browser
@needs_axe
@pytest.mark.parametrize("way", ["light", "dark", "narrow"])
def test_nothing_hinders_who_reviews(report, browser, way):
    assert barriers(browser, [report], way) == []


@pytest.mark.slow
@pytest.mark.java
@needs_vnu
def test_the_pages_of_our_editions_are_correct_html(sites):
    pages = [page for path in EDITIONS.values() for page in sites(path)]
    assert mistakes(pages) == []


@pytest.mark.slow
@pytest.mark.java
@needs_vnu
def test_the_pages_in_other_languages_are_correct_html(make_site):
    made = make_site('language = "he"', 'languages = ["de", "en"]')
    assert mistakes(sorted(made.rglob("*.html"))) == []


@pytest.mark.slow
@pytest.mark.java
@pytest.mark.shared
@needs_vnu
def test_the_pages_of_real_documents_are_correct_html(sites, documents):
    pages = [page for path in documents for page in sites(path)]
    assert mistakes(pages) == []


@pytest.mark.slow
@pytest.mark.browser
@needs_axe
@pytest.mark.parametrize("name", EDITIONS)
@pytest.mark.parametrize("way", ["light", "dark"])
def test_nothing_hinders_readers_of_our_editions(sites, browser, name, way):
    pages = chosen(sites(EDITIONS[name]))
    assert barriers(browser, pages, way) == []


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.shared
@needs_axe
def test_nothing_hinders_readers_of_real_documents(sites, browser, documents):
    pages = [page for path in documents for page in chosen(sites(path))]
    assert barriers(browser, pages, "narrow") == []


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.shared
@needs_axe
@pytest.mark.parametrize("way", WAYS)
def test_no_way_of_reading_hinders(sites, browser, collections, way):
    pages = [page for path in collections for page in chosen(sites(path))]
    assert barriers(browser, pages, way) == []


@pytest.mark.slow
@pytest.mark.browser
@needs_axe
@pytest.mark.parametrize("way", [*WAYS, "narrow"])
def test_nothing_hinders_who_reads_from_right_to_left(make_site, browser, way):
    pages = sorted(make_site('language = "he"').glob("*.html"))
    assert barriers(browser, pages, way) == []
