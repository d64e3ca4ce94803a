"""Deciding on the page of the review report, in a real browser."""

import pytest
from click.testing import CliRunner

from octavo.cli import main

pytestmark = pytest.mark.browser
TEXT = """The Ferry

"In 3 hours, Varga," said Mr. Anders to Lot Varga, who lived at the "Old" Harbour.
Lot was late for the boat on that day; and Anders was not there when Varga came down.
"""


def encode(folder, *options):
    """Encode the text; give the path of the report."""
    (folder / "ferry.txt").write_text(TEXT, encoding="utf-8")
    report = folder / "review.html"
    command = ["encode", str(folder / "ferry.txt"), "-o", str(folder / "ferry.xml")]
    done = CliRunner().invoke(main, [*command, "--report", str(report), *options])
    assert done.exit_code == 0, done.output
    return report


def test_what_is_decided_on_the_page_is_settled_in_the_next_run(visit, tmp_path):
    page = visit(encode(tmp_path))
    choices = page.get_by_role("combobox")
    count = choices.count()
    assert count > 1
    assert page.get_by_role("textbox").count() == 0  # nothing is decided yet
    for number in range(count):
        choices.nth(number).select_option(index=1 if number else 4)
    page.get_by_text(f"{count} doubts, {count} decided").wait_for()
    with page.expect_download() as download:
        page.get_by_role("link", name="Save as a new file").click()
    assert download.value.suggested_filename == "ferry.decisions.toml"
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    assert saved.read_text() == page.get_by_role("textbox").input_value()
    again = visit(encode(tmp_path, "--decisions", str(saved)))
    again.get_by_text("Nothing is in doubt.").wait_for()
