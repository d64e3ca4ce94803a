"""The preview in a real browser: a page that follows its source, and leads to it."""

import pytest

from octavo import preview

pytestmark = pytest.mark.browser
TEXT = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>\n<p>{}</p></body>'
    "</text></TEI>"
)


def test_a_page_follows_its_source_and_leads_to_it(browser, tmp_path):
    (tmp_path / "texts").mkdir()
    source = tmp_path / "texts" / "t.xml"
    source.write_text(TEXT.format("first words"))
    site = preview.Site(tmp_path, tmp_path / "dist")
    site.refresh()
    server = preview.server(site, 0)
    window = browser.new_context().new_page()
    window.goto(f"http://{preview.HOST}:{server.server_address[1]}/t.html")
    window.click("#body-p1", modifiers=["Alt"])
    assert window.locator("output").inner_text() == f"{source.resolve()}:2"
    source.write_text(TEXT.format("other words"))
    site.refresh()
    window.get_by_text("other words").wait_for()
    window.context.close()
    server.shutdown()
    server.server_close()
