"""Letters without a font, words without an end, tables too wide: still a book."""

import io
from pathlib import Path

import pypdf
import pytest

from octavo.edition import Manifest, Print
from octavo.render import context
from octavo.render.print import book
from octavo.source import parse

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>
<div><head>One</head>{}</div></body></text></TEI>"""


def printed(body):
    source = parse(TEI.format(body).encode(), Path("/e/a.xml"))
    made = book(source, context.build(Manifest(), [source], []), Print())
    (pdf,) = made.files.values()
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return " ".join(page.extract_text() for page in pages), made.diagnostics


def test_a_paragraph_in_a_script_without_a_font_is_printed_and_each_letter_named():
    letters = [chr(0x12000 + n) for n in range(60)]
    text, found = printed(f"<p>{' '.join(letters * 10)}</p>")
    assert text.count("U+12000") == 10
    assert [f.code for f in found] == ["PRN003"] * 60


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{'x' * 40000}</p>",
        '<table><row><cell cols="100000" rows="9999999">x</cell></row></table>',
        "<div><head/><p>x</p></div>",
        '<p>"#read("/etc/passwd")\\ x</p>',
    ],
    ids=["long word", "wide cell", "empty heading", "code"],
)
def test_odd_text_is_text(body):
    text, found = printed(body)
    assert "x" in text
    assert found == ()
