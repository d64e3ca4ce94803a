"""What readers do with a site, opened from a folder, in a real browser."""

import json

import pytest

pytestmark = pytest.mark.browser
NARROW = {"width": 320, "height": 640}


@pytest.fixture
def chapter(site):
    return site / "cafe-one.html"


def is_on_screen(page, selector):
    box = page.locator(selector).bounding_box()
    size = page.viewport_size
    return bool(box) and box["y"] + box["height"] > 0 and box["y"] < size["height"]


def found(page):
    return page.locator("#results li").all_inner_texts()


def test_a_note_pops_up_and_leads_back(visit, chapter):
    page = visit(chapter, viewport=NARROW)
    assert not is_on_screen(page, "#n1")
    page.click("a[role=doc-noteref]")
    assert is_on_screen(page, "#n1")
    assert "closed" in page.locator("#n1").inner_text()
    page.click("#n1 a[role=doc-backlink]")
    assert is_on_screen(page, "#call1")
    assert not is_on_screen(page, "#n1")


def test_notes_and_all_words_are_there_without_script(visit, chapter):
    page = visit(chapter, viewport=NARROW, java_script_enabled=False)
    assert "long letter" in page.locator("article.text").inner_text()
    page.click("a[role=doc-noteref]")
    page.wait_for_url("**#n1")
    assert is_on_screen(page, "#n1")


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("wrote", 2),
        ("wro", 0),
        ("wro*", 2),
        ("CAFE", 1),
        ('"a long letter"', 1),
        ('"long a letter"', 0),
        ("nobody letters", 1),
        ("closed", 1),
    ],
)
def test_words_beginnings_phrases_and_accents_are_found(visit, site, query, hits):
    page = visit(site / "search.html")
    page.fill("#q", query)
    assert len(found(page)) == hits
    assert str(hits) in page.locator("#search-status").inner_text()


def test_hits_are_marked_and_lead_to_their_place(visit, site):
    page = visit(site / "search.html", "?q=nobody")
    assert page.locator("#results mark").all_inner_texts() == ["Nobody"]
    page.click("#results a")
    page.wait_for_url("**cafe-two.html#p2*")
    assert is_on_screen(page, "#p2")


def test_a_search_is_limited_to_a_chapter_or_a_person(visit, site):
    page = visit(site / "search.html", "?q=wrote")
    page.select_option("#page", label="The second day")
    assert len(found(page)) == 1
    page.select_option("#page", "")
    page.select_option("#entry", label="Zorn, Ada")
    assert len(found(page)) == 1
    assert "café" in found(page)[0]


def test_the_views_lead_to_each_other_at_the_same_chapter(visit, chapter):
    page = visit(chapter)
    assert "wrote" in page.locator("#p1").inner_text()
    page.click("nav.views a:not([aria-current])")
    page.wait_for_url("**/cafe-diplomatic-one.html")
    assert "wrot " in page.locator("#p1").inner_text()
    page.click("nav.views a:not([aria-current])")
    page.wait_for_url("**/cafe-one.html")


def test_the_keyboard_alone_is_enough(visit, site):
    page = visit(site / "index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert is_on_screen(page, "a.skip")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cafe-one.html")
    for _ in range(40):
        page.keyboard.press("Tab")
        if (
            page.evaluate("document.activeElement.getAttribute('role')")
            == "doc-noteref"
        ):
            break
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) != "none"
    page.keyboard.press("Enter")
    page.wait_for_url("**#n1")


def test_a_page_says_how_to_cite_it(visit, chapter):
    page = visit(chapter)
    page.click("details.cite summary")
    assert "Ann Reed" in page.locator(".citation").inner_text()
    bibtex, csl = page.locator(".cite pre").all_inner_texts()
    assert "author = {Ann Reed}" in bibtex
    assert json.loads(csl)[0]["container-title"] == "The Café"


def test_labels_are_in_the_language_of_the_edition(visit, make_site):
    page = visit(make_site('language = "de"') / "cafe-one.html")
    assert page.locator("html").get_attribute("lang") == "de"
    assert page.locator("article.text").get_attribute("lang") == "en"
    assert "Leseansicht" in page.locator("nav.views").inner_text()


def test_the_language_of_the_labels_is_chosen_on_every_page(visit, make_site):
    made = make_site(web='languages = ["de", "fr"]')
    page = visit(made / "cafe-one.html", java_script_enabled=False)
    page.click("nav.languages a[lang=fr]")
    page.wait_for_url("**/fr/cafe-one.html")
    assert page.locator("html").get_attribute("lang") == "fr"
    assert "Vue" in page.locator("nav.views").inner_text()
    page.click("nav.pager a[rel=next]")
    page.wait_for_url("**/fr/cafe-two.html")
    page.click("nav.languages a[lang=en]")
    page.wait_for_url(lambda url: "/fr/" not in url)
    assert page.url.endswith("/cafe-two.html")


def test_pages_in_another_language_have_their_looks_and_their_search(visit, make_site):
    made = make_site(web='languages = ["de"]')
    page = visit(made / "de" / "search.html", "?q=nobody")
    assert page.locator("#results mark").all_inner_texts() == ["Nobody"]
    assert "Garamond" in page.evaluate("getComputedStyle(document.body).fontFamily")
    page.click("#results a")
    page.wait_for_url("**/de/cafe-two.html#p2*")


STILL = {"reduced_motion": "reduce"}


@pytest.mark.parametrize(
    ("way", "page"),
    [
        ("nav.views a:not([aria-current])", "cafe-diplomatic-one.html"),
        (".pager .up", "cafe.html"),
    ],
)
def test_the_views_lead_to_the_passage_at_the_top_of_the_window(
    visit, chapter, way, page
):
    window = visit(chapter, **STILL)
    window.evaluate("document.getElementById('one-p4').scrollIntoView()")
    window.locator(way).dispatch_event("click")
    window.wait_for_url(f"**/{page}#one-p4")
    assert is_on_screen(window, "#one-p4")


def test_the_whole_text_leads_to_the_chapter_of_the_passage(visit, site):
    page = visit(site / "cafe.html", "#two-p4", **STILL)
    page.locator("a.by-chapter").dispatch_event("click")
    page.wait_for_url("**/cafe-two.html#two-p4")


def test_a_place_that_has_moved_leads_on(visit, make_site):
    moved = '[[web.redirects]]\nold = "old.html"\nnew = "cafe-two.html#p2"'
    made = make_site(web=moved)
    page = visit(made / "old.html", java_script_enabled=False)
    page.wait_for_url("**/cafe-two.html#p2")


@pytest.mark.parametrize("name", ["index", "cafe-one", "cafe", "persons", "search"])
def test_nothing_is_wider_than_a_small_telephone(visit, site, name):
    page = visit(site / f"{name}.html", viewport=NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_dark_rooms_get_light_letters_on_a_dark_page(visit, chapter):
    colours = "getComputedStyle(document.documentElement)"
    light, dark = (
        visit(chapter, color_scheme=scheme).evaluate(f"{colours}.backgroundColor")
        for scheme in ("light", "dark")
    )
    assert light != dark


def test_a_text_from_right_to_left_is_set_so(visit, site):
    page = visit(site / "cafe-two.html")
    paragraph = page.locator("#p3")
    assert paragraph.evaluate("e => getComputedStyle(e).direction") == "rtl"
    words = paragraph.evaluate(
        "e => { const r = document.createRange(); r.selectNodeContents(e);"
        " return r.getBoundingClientRect().right }"
    )
    box = paragraph.bounding_box()
    assert abs(words - (box["x"] + box["width"])) < 30
