"""The book has the words of the text, all of them, and in their order.

They are read back from the PDF by its tags, as those hear them who cannot see it:
text first, then the notes. What is marked as furniture (running heads, numbers of
pages and lines) is left out, since the text has none.
"""

import io
from pathlib import Path

import pypdf
import pytest

from octavo.edition import Manifest, Print
from octavo.render import context, fidelity, proof
from octavo.render.print import book
from octavo.source import parse, read

ROOT = Path(__file__).parent.parent
GOLDEN = sorted(ROOT.glob("tests/golden/*/in.xml"))
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>
<p>one <foreign>{}</foreign><note>three</note></p></body></text></TEI>"""


def words(pdf):
    """Join the words of a book: the text, then the notes."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    parents = dict(_numbered(reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]))
    text, notes = [], []
    for page in reader.pages:
        elements = parents.get(page.get("/StructParents"), [])
        for number, piece in _pieces(page):
            kinds = list(_kinds(elements[number]))
            (notes if "/Note" in kinds else text).append(piece)
    return "".join(text) + " " + "".join(notes)


def _numbered(tree):
    """Read a tree of numbers: the elements of each page."""
    for kid in tree.get("/Kids", ()):
        yield from _numbered(kid.get_object())
    numbers = tree.get("/Nums", ())
    for key, value in zip(numbers[::2], numbers[1::2], strict=True):
        yield int(key), value.get_object()


def _kinds(element):
    """Name an element and those around it."""
    while element is not None:
        element = element.get_object()
        if "/S" in element:
            yield element["/S"]
        element = element.get("/P")


def _pieces(page):
    """Give each piece of marked text on a page, with the number of its mark."""
    marks, found = [], []

    def mark(operator, operands, *_):
        if operator in (b"BDC", b"BMC"):
            given = operands[1] if len(operands) > 1 else {}
            marks.append(given.get("/MCID") if isinstance(given, dict) else None)
        elif operator == b"EMC":
            marks.pop()
            found.append([None, ""])

    def see(words, *_):
        number = next((m for m in reversed(marks) if m is not None), None)
        found.append([number, words])

    page.extract_text(visitor_operand_before=mark, visitor_text=see)
    return [(number, piece) for number, piece in found if number is not None]


def printed(source, **settings):
    known = context.build(Manifest(), [source], [])
    (pdf,) = book(source, known, Print(**settings)).files.values()
    return words(pdf)


def lost(source, shown):
    known = context.build(Manifest(), [source], [])
    hidden = [*proof.hidden(source, known), *proof.replaced(source)]
    return [found.message for found in fidelity.missing(source, shown, hidden)]


@pytest.mark.parametrize("notes", ["foot", "chapter"])
def test_the_book_of_the_sample_has_every_word(notes):
    source = read(ROOT / "tei/serge/texts/serge.xml")
    assert lost(source, printed(source, notes=notes)) == []


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.parent.name)
def test_a_small_book_has_every_word(path):
    source = read(path)
    assert lost(source, printed(source, initials=True)) == []


def test_a_word_that_is_not_in_the_book_is_missed():
    source, other = (
        parse(TEI.format(word).encode(), Path("/e/a.xml")) for word in ("two", "four")
    )
    assert lost(source, printed(source)) == []
    assert lost(other, printed(source)) == ["words in <foreign> are lost: 'four'"]


@pytest.mark.shared
@pytest.mark.parametrize("name", ["eltec-eng", "gerdracor", "isicily", "schnitzler"])
def test_books_of_real_documents_have_every_word(name, shared):
    folder = shared / "data" / "validate" / "corpus" / name
    source = read(min(folder.rglob("*.xml"), key=lambda path: path.stat().st_size))
    assert lost(source, printed(source)) == []
