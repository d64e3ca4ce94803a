"""Set the same book with Octavo, WeasyPrint and FOP, in turn, and compare the CPU.

    python benchmarks/print_peers.py NOVEL.xml

The book of print_book.py, with footnotes, figures, page references and the index of
names. The peers get it as HTML and as formatting objects with what costs time in a
book: notes at the foot, running heads, page numbers of the places referred to,
hyphenation. WeasyPrint comes from PyPI, FOP (`fop`) from the system; one that is not
installed is left out. WeasyPrint's time grows with the square of the length.

All three make a tagged PDF. FOP is run three times: not tagged, tagged, and as a tagged
archive (PDF/A-3a, PDF/UA-1) in the font of Octavo, which must be embedded then; in the
first two it takes Helvetica from the reader. Only Octavo puts the TEI in, numbers
two series of notes and keeps each on the page of its call, merges the pages of an index
to ranges, marks notes in it, and names every place.
"""

import argparse
import io
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

import pikepdf
from lxml import etree

from octavo import source
from octavo.edition import Manifest, Print
from octavo.render import context
from octavo.render.fonts import choose, set_up
from octavo.render.print import book
from octavo.render.supplies import Supplies

TEI = "{http://www.tei-c.org/ns/1.0}"
CSS = """
@page { size: 140mm 216mm; margin: 20mm 18mm 30mm 22mm;
  @top-center { content: string(head) } @bottom-center { content: counter(page) } }
body { font: 10.5pt/13pt serif; text-align: justify; hyphens: auto }
p { margin: 0; text-indent: 1.5em } img { width: 100% }
h1 { string-set: head content(); break-before: right; bookmark-level: 1 }
.note { float: footnote; font-size: 9pt }
a.page::after { content: target-counter(attr(href), page) }
"""
REGION = '<fo:region-body margin-top="20mm" margin-bottom="30mm"/>'
FO = f"""<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" language="en">
<fo:layout-master-set><fo:simple-page-master master-name="page" page-width="140mm"
 page-height="216mm" margin-left="22mm" margin-right="18mm">{REGION}
<fo:region-before extent="15mm"/><fo:region-after extent="15mm"/>
</fo:simple-page-master></fo:layout-master-set>"""
SEQUENCE = """<fo:page-sequence master-reference="page" {}>
<fo:static-content flow-name="xsl-region-before"><fo:block text-align="center">
<fo:retrieve-marker retrieve-class-name="head"/> <fo:page-number/></fo:block>
</fo:static-content><fo:flow flow-name="xsl-region-body" font-size="10.5pt"
 line-height="13pt" text-align="justify" hyphenate="true">"""


# What makes of the same formatting objects a tagged archive.
CONFIGURATION = """<fop version="1.0"><accessibility>true</accessibility><renderers>
<renderer mime="application/pdf"><pdf-a-mode>PDF/A-3a</pdf-a-mode>
<pdf-ua-mode>PDF/UA-1</pdf-ua-mode><fonts>{fonts}</fonts></renderer></renderers></fop>"""
FONT = """<font kerning="yes" embed-url="{url}">
<font-triplet name="{family}" style="normal" weight="normal"/></font>"""
TITLE = """<fo:declarations><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Book</dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta></fo:declarations>"""
GRAPHIC = """<fo:external-graphic fox:alt-text="A drawing"
 xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" """


def main() -> None:
    """Make the book, set it three times, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("novel", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "book.xml"
        maker = Path(__file__).with_name("print_book.py")
        subprocess.run([sys.executable, maker, options.novel, path], check=True)
        own = _report("Octavo", lambda: _octavo(path), 1.0)
        if _has_weasyprint():
            _write(path, "html", _html)
            _report("WeasyPrint", lambda: _weasyprint(path), own)
        if shutil.which("fop"):
            _write(path, "fo", _fo)
            _report("FOP", lambda: _fop(path), own)
            _report("FOP, tagged", lambda: _fop(path, "-a"), own)
            order = _archive(path)
            _report("FOP, archive", lambda: _fop(path, "-c", order), own)


def _report(name: str, make: Callable[[], bytes], own: float) -> float:
    before = _cpu()
    pdf = make()
    seconds = _cpu() - before
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        pages = len(opened.pages)
    print(
        f"{name}: {seconds:.1f} s, {pages} pages, {seconds / own:.1f} times", flush=True
    )
    return seconds


def _cpu() -> float:
    used = [
        resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _octavo(path: Path) -> bytes:
    text = source.read(path)
    known = context.build(Manifest(date="2026-11-17"), [text], [])
    images = {p.name: p.read_bytes() for p in path.parent.glob("*.svg")}
    return book(text, known, Print(), Supplies(images)).files["book.pdf"]


def _has_weasyprint() -> bool:
    done = subprocess.run(
        [sys.executable, "-c", "import weasyprint"], capture_output=True
    )
    return done.returncode == 0


def _weasyprint(path: Path) -> bytes:
    order = [sys.executable, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1"]
    files = [str(path.with_suffix(".html")), str(path.with_suffix(".w.pdf"))]
    subprocess.run([*order, *files], check=True, capture_output=True)
    return path.with_suffix(".w.pdf").read_bytes()


def _fop(path: Path, *options: str) -> bytes:
    files = [str(path.with_suffix(".fo")), str(path.with_suffix(".f.pdf"))]
    subprocess.run(["fop", *options, *files], check=True, capture_output=True)
    return path.with_suffix(".f.pdf").read_bytes()


def _archive(path: Path) -> str:
    """Ask FOP for what Octavo makes: font, standards, title, words for images."""
    family = Print().font
    files = set_up(choose([family])).items()
    upright = [d for name, d in files if not re.search("^weights|Italic", name)]
    path.with_suffix(".ttf").write_bytes(upright[0])
    font = FONT.format(url=path.with_suffix(".ttf").as_uri(), family=family)
    path.with_suffix(".xconf").write_text(CONFIGURATION.format(fonts=font))
    text = path.with_suffix(".fo").read_text(encoding="utf-8")
    text = text.replace('language="en"', f'language="en" font-family="{family}"', 1)
    text = text.replace("</fo:layout-master-set>", f"</fo:layout-master-set>{TITLE}", 1)
    text = text.replace("<fo:external-graphic", GRAPHIC)
    path.with_suffix(".fo").write_text(text, encoding="utf-8")
    return str(path.with_suffix(".xconf"))


def _write(
    path: Path, suffix: str, convert: Callable[[etree._ElementTree], Iterator[str]]
) -> None:
    tree = etree.parse(path)
    path.with_suffix(f".{suffix}").write_text("".join(convert(tree)), encoding="utf-8")


class _Places(defaultdict[str, list[str]]):
    """The places of each name, for the index."""

    def add(self, name: str) -> str:
        """Give the next place of a name an id."""
        self[name].append(f"{name}-{len(self[name])}")
        return self[name][-1]


def _html(tree: etree._ElementTree) -> Iterator[str]:
    places = _Places(list)
    yield f"<html lang='en'><title>Book</title><style>{CSS}</style><body>"
    for block in _blocks(tree):
        words = "".join(_inline(block, places, _HTML))
        ident = block.get("{http://www.w3.org/XML/1998/namespace}id", "")
        tag = "h1" if block.tag == f"{TEI}head" else "p"
        image = block.find(f"{TEI}graphic")
        if image is not None:
            yield f"<p><img alt='' src='{image.get('url')}'></p>"
        yield f"<{tag} id='{ident}'>{words}</{tag}>"
    for name, ids in sorted(places.items()):
        links = ", ".join(f"<a class='page' href='#{i}'></a>" for i in ids)
        yield f"<p>{name}, {links}</p>"


def _fo(tree: etree._ElementTree) -> Iterator[str]:
    places = _Places(list)
    yield FO
    parts = list(_blocks(tree))
    yield SEQUENCE.format('initial-page-number="1"') + "<fo:block>Book</fo:block>"
    for block in parts:
        if block.tag == f"{TEI}head":
            yield "</fo:flow></fo:page-sequence>"
            yield SEQUENCE.format('initial-page-number="auto-odd"')
            title = escape("".join(map(str, block.itertext())))
            marker = f'<fo:marker marker-class-name="head">{title}</fo:marker>'
            yield f"<fo:block>{marker}</fo:block>"
        image = block.find(f"{TEI}graphic")
        if image is not None:
            url = f'src="{image.get("url")}" content-width="100mm"'
            yield f"<fo:block><fo:external-graphic {url}/></fo:block>"
        ident = block.get("{http://www.w3.org/XML/1998/namespace}id")
        name = f' id="{ident}"' if ident else ""
        yield f"<fo:block{name}>{''.join(_inline(block, places, _FO))}</fo:block>"
    for name, ids in sorted(places.items()):
        links = ", ".join(f'<fo:page-number-citation ref-id="{i}"/>' for i in ids)
        yield f"<fo:block>{name}, {links}</fo:block>"
    yield "</fo:flow></fo:page-sequence></fo:root>"


def _blocks(tree: etree._ElementTree) -> Iterator[etree._Element]:
    for element in tree.find(f".//{TEI}body").iter(
        f"{TEI}p", f"{TEI}head", f"{TEI}figure", f"{TEI}l"
    ):
        inside = {a.tag for a in element.iterancestors()} & {
            f"{TEI}note",
            f"{TEI}figure",
            f"{TEI}p",
        }
        if not inside and (
            element.tag != f"{TEI}head" or element.getparent().tag != f"{TEI}figure"
        ):
            yield element


# How each output writes a note, a reference to a page, a name.
_HTML = (
    "<span class='note'>{}</span>",
    "<a class='page' href='#{}'></a>",
    "<span id='{}'>{}</span>",
)
_FO = (
    '<fo:footnote><fo:inline font-size="6pt">*</fo:inline><fo:footnote-body>'
    '<fo:block font-size="9pt">{}</fo:block></fo:footnote-body></fo:footnote>',
    '<fo:page-number-citation ref-id="{}"/>',
    '<fo:inline id="{}">{}</fo:inline>',
)


def _inline(
    element: etree._Element, places: _Places, forms: tuple[str, str, str]
) -> Iterator[str]:
    note, page, name = forms
    yield escape(element.text or "")
    for child in element:
        words = "".join(_inline(child, places, forms))
        kind = etree.QName(child).localname
        if kind == "note":
            yield note.format(words)
        elif kind == "ptr":
            yield page.format(child.get("target", "")[1:])
        elif kind == "persName":
            yield name.format(places.add(child.get("ref", "")[1:]), words)
        elif kind not in ("figDesc", "graphic"):
            yield words
        yield escape(child.tail or "")


if __name__ == "__main__":
    main()
