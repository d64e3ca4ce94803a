"""A dense apparatus comes to rest at the foot of its page, in the order of the text."""

import io
import re
from pathlib import Path

import pypdf

from octavo.edition import Manifest, Print
from octavo.render import context
from octavo.render.print import book
from octavo.source import parse

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>
<div><head>One</head>{}</div></body></text></TEI>"""
WORD = re.compile(r"word(\d+)")
APP = '<app><lem>word{0}</lem><rdg wit="#B">other{0}</rdg></app>'


def pages(body):
    """Print some paragraphs: the words of each page, and what is to be said of them."""
    source = parse(TEI.format(body).encode(), Path("/e/a.xml"))
    known = context.build(Manifest(), [source], [])
    made = book(source, known, Print(trim="120x180"))
    (pdf,) = made.files.values()
    read = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return [page.extract_text() for page in read], made.diagnostics


def paragraph(first, count):
    places = (f"some {APP.format(n)} of it" for n in range(first, first + count))
    return f"<p>{' and '.join(places)}<note>note{first}</note></p>"


def test_each_reading_stands_on_the_page_of_its_words():
    shown, found = pages("".join(paragraph(n, 20) for n in range(100, 180, 20)))
    assert found == ()
    for page in shown:
        called = re.findall(r"word(\d+) of", " ".join(page.split()))
        assert re.findall(r"other(\d+)", page) == sorted(called)
    assert sum(page.count("other") for page in shown) == 80


def test_readings_have_the_numbers_of_their_lines():
    shown, _ = pages("".join(paragraph(n, 20) for n in range(100, 180, 20)))
    for page in shown:
        text = [line for line in page.split("\n") if "of it" in line]
        lines = {w: n for n, line in enumerate(text, 1) for w in WORD.findall(line)}
        readings = re.findall(r"(\d+)?\s*word(\d+)\] ", page)
        number = ""
        for found, word in readings:
            number = found or number
            assert lines[word] == int(number)
