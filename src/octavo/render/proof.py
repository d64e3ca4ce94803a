"""The proof that an output as it was made has lost no word of its document.

Pages and e-books mark what they add, so they are compared word by word, in order.
The other outputs mark nothing: of them it is proved that the letters of the text
are there, in order. Of a PDF the instructions to the typesetter are read; it has
a list of contents with its own pages in place of the one in the text.
"""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from lxml import etree

from octavo import resources, saxon
from octavo.diagnostics import Diagnostic
from octavo.edition import Edition, Output
from octavo.names import XHTML, tei
from octavo.render import context, fidelity, print
from octavo.render.context import Context
from octavo.render.images import Images
from octavo.render.supplies import Supplies, gather
from octavo.source import Source, read

# A string, unless it is a name of a place.
_STRING: Final = re.compile(r'anchor\("[^"]*"\)|"((?:[^"\\]|\\.)*)"')
_WORD_TEXT: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_REPLACED: Final = ("contents", "toc", "illustrations")
_CHAPTER: Final = b'<body class="chapter">'


def prove(
    edition: Edition, outputs: Sequence[Output], made: Mapping[str, bytes]
) -> tuple[Diagnostic, ...]:
    """Compare the outputs of an edition, the files that were made, with its texts."""
    documents = [read(path) for path in edition.documents]
    lists = [read(path) for path in edition.registers]
    known = context.build(edition.manifest, documents, lists)
    return tuple(
        found
        for document in documents
        for output in outputs
        for found in (
            _printed(document, known, gather(edition, document, documents, Images()))
            if output == "pdf"
            else check(document, known, output, made)
        )
    )


def check(
    source: Source, known: Context, output: Output, made: Mapping[str, bytes]
) -> tuple[Diagnostic, ...]:
    """Compare one output of a document with it."""
    left_out = hidden(source, known)
    name = known.text(source).id
    if output == "html":
        return fidelity.check(source, _whole(name, made), left_out)
    if output == "epub":
        return fidelity.check(source, _pages(made[f"{name}.epub"]), left_out)
    shown = _READERS[output](made[f"{name}.{output}"])
    return fidelity.missing(source, shown, left_out)


def _printed(
    source: Source, known: Context, supplies: Supplies
) -> tuple[Diagnostic, ...]:
    """Compare a book with its text, and with the body of the text that faces it."""
    settings = known.manifest.print
    shown = _strings(print.code(source, known, settings, supplies).principal)
    plates = settings.figures == "plates"
    apart = list(source.root.iter(tei("figure"))) if plates else []
    left_out = hidden(source, known) + replaced(source)
    found = fidelity.missing(source, shown, left_out, apart)
    other = supplies.facing
    if other is None:
        return found
    around = list(other.root.iter(tei("front"), tei("back")))
    return found + fidelity.missing(other, shown, hidden(other, known) + around)


def replaced(source: Source) -> list[etree._Element]:
    """List the parts that a book makes anew, with the numbers of its own pages."""
    divisions = source.root.iter(tei("div"), tei("div1"))
    return [div for div in divisions if div.get("type") in _REPLACED]


def hidden(source: Source, known: Context) -> list[etree._Element]:
    """List what the reading view leaves out, as stages/choose.xsl declares."""
    listed = saxon.apply_mode(
        saxon.Document(source.data, source.path.absolute().as_uri()),
        resources.stylesheet("html.xsl"),
        "{urn:x-octavo:modes}hidden",
        known.params,
    )
    return [source.find(path)[0] for path in listed.principal.splitlines()]


def _whole(name: str, made: Mapping[str, bytes]) -> bytes:
    """Give the page of a whole text; a text of one chapter has no other page."""
    whole = f"{name}.html"
    return made[whole] if whole in made else made[next(_chapters(name, made))]


def _chapters(name: str, made: Mapping[str, bytes]) -> Iterator[str]:
    pages = (n for n in made if n.startswith(f"{name}-") and n.endswith(".html"))
    return (page for page in sorted(pages) if _CHAPTER in made[page])


def _pages(book: bytes) -> bytes:
    """Join the texts and notes of an e-book's pages, in the order of reading."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        package = etree.fromstring(archive.read("EPUB/package.opf"))
        names = {e.get("id"): e.get("href") for e in package.iter("{*}item")}
        spine = [names[e.get("idref")] for e in package.iter("{*}itemref")]
        pages = [etree.fromstring(archive.read(f"EPUB/{name}")) for name in spine]
    root = etree.Element(f"{{{XHTML}}}html")
    for page in pages:
        if page.find(".//h:article[@class='text']", {"h": XHTML}) is not None:
            root.extend(page.iterfind("h:body", {"h": XHTML}))
    return etree.tostring(root, encoding="utf-8")


def _strings(code: str) -> str:
    """Join the strings in instructions to the typesetter."""
    found = (match.group(1) or "" for match in _STRING.finditer(code))
    return " ".join(re.sub(r"\\(.)", r"\1", text) for text in found)


def _plain(data: bytes) -> str:
    return data.decode("utf-8")


def _json(data: bytes) -> str:
    text = json.loads(data)
    return "\n".join([text["text"], *(note["text"] for note in text["notes"])])


def _docx(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {"word/document.xml", "word/footnotes.xml"} & set(archive.namelist())
        trees = [etree.fromstring(archive.read(part)) for part in sorted(parts)]
    return " ".join(e.text or "" for tree in trees for e in tree.iter(_WORD_TEXT))


_READERS: Final[dict[Output, Callable[[bytes], str]]] = {
    "txt": _plain,
    "md": _plain,
    "json": _json,
    "docx": _docx,
}
