"""Ten mistakes as editors make them: what Octavo, Jing and lxml say, side by side.

Usage: python benchmarks/relaxng_findings.py
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from lxml import etree
from relaxng_data import BASE
from relaxng_jing import jar

from octavo.relaxng import load

SCHEMA = BASE / "schemas/tei/tei_lite.rng"
HEAD = """<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc>
</fileDesc></teiHeader>
<text><body>
"""
TAIL = "\n</body></text></TEI>\n"
MISTAKES = {
    "a misspelt element": "<p>the <nmae>sea</nmae> was calm</p>",
    "a paragraph in a paragraph": "<p>one <p>two</p></p>",
    "text outside of a paragraph": "<div><p>one</p>two</div>",
    "a missing child": "<div><list></list></div>",
    "a misspelt attribute": '<p><ref taget="#x">there</ref></p>',
    "an attribute of another element": '<p url="x.png">there</p>',
    "a value that is no date": '<p><date when="3 March 1871">then</date></p>',
    "an id that is taken": '<p xml:id="a">one</p>\n<p xml:id="a">two</p>',
    "an element of another vocabulary": "<p>the <b>sea</b></p>",
    "a heading that comes too late": "<div><p>one</p><head>H</head></div>",
}


def by_jing(path: Path) -> str:
    """Give the first thing Jing says."""
    command = ["java", "-jar", str(jar()), str(SCHEMA), str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return said.split("\n")[0].removeprefix(f"{path}:")


def by_lxml(schema: etree.RelaxNG, path: Path) -> str:
    """Give the first thing lxml says."""
    try:
        schema.validate(etree.parse(path))
    except etree.XMLSyntaxError as error:
        return str(error)
    first = next(iter(schema.error_log), None)
    return f"{first.line}: {first.message}" if first else "nothing"


def main() -> None:
    """Print what each program says first."""
    ours, theirs = load(SCHEMA), etree.RelaxNG(file=str(SCHEMA))
    with tempfile.TemporaryDirectory() as folder:
        for title, body in MISTAKES.items():
            path = Path(folder) / "text.xml"
            path.write_text(HEAD + body + TAIL, encoding="utf-8")
            print(f"\n{title}\n    {body!r}")
            for d in ours.validate(path.read_bytes()):
                print(f"  Octavo {d.line}:{d.column} {d.code} {d.message}")
                print(f"         hint: {d.hint}" if d.hint else "")
            print(f"  Jing   {by_jing(path)[:300]}")
            print(f"  lxml   {by_lxml(theirs, path)}")


if __name__ == "__main__":
    main()
