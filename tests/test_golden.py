"""Golden files: what readers see of a small piece of TEI, kept to be compared.

A case is a folder with `in.xml` and one or more results: `out.html`, the piece as
a fragment of a page; `out.txt`, the document as plain text. `pytest
--update-golden` writes them anew; read the difference before you commit it.
"""

import difflib
from pathlib import Path

import pytest

from octavo import resources, saxon
from octavo.edition import Manifest
from octavo.render import context, text
from octavo.saxon import Document
from octavo.source import read

GOLDEN = Path(__file__).parent / "golden"
RESULTS = sorted([*GOLDEN.glob("*/out.html"), *GOLDEN.glob("*/out.txt")])
MAX_LINES = 60
MAX_SIZE = 4096


def as_html(path):
    """Give a piece of text as a fragment of a page, one line an element at the top."""
    made = saxon.apply_mode(
        Document(path.read_bytes()),
        resources.stylesheet("html.xsl"),
        "{urn:x-octavo:modes}fragment",
    )
    return made.principal.replace(' xmlns="http://www.w3.org/1999/xhtml"', "") + "\n"


def as_text(path):
    """Give a document as plain text."""
    source = read(path)
    known = context.build(Manifest(), [source], [])
    return text.text(source, known).files[f"{known.texts[0].id}.txt"].decode()


@pytest.mark.parametrize("file", RESULTS, ids=lambda f: f"{f.parent.name}{f.suffix}")
def test_the_result_is_as_accepted(file, request):
    render = {".html": as_html, ".txt": as_text}[file.suffix]
    made = render(file.with_name("in.xml"))
    if request.config.getoption("--update-golden"):
        file.write_text(made, encoding="utf-8")
    accepted = file.read_text(encoding="utf-8")
    changes = difflib.unified_diff(
        accepted.splitlines(), made.splitlines(), "accepted", "made", lineterm=""
    )
    assert made == accepted, "\n".join(changes)


@pytest.mark.parametrize("file", RESULTS, ids=lambda f: f"{f.parent.name}{f.suffix}")
def test_golden_files_are_small_enough_to_be_read(file):
    data = file.read_bytes()
    assert 0 < len(data) <= MAX_SIZE
    assert data.count(b"\n") <= MAX_LINES
