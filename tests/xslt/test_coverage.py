"""Every element of the schema, and of TEI, has a rule or is hidden on purpose.

The table of what becomes of each element is kept beside this file.
"""

import re
from pathlib import Path

import pytest
from lxml import etree

from octavo import resources, saxon
from octavo.saxon import Document

TABLE = Path(__file__).with_name("coverage.tsv")
NS = "http://www.tei-c.org/ns/1.0"
# Elements whose content is not words: structure of its own, data, grammars.
OUTSIDE = {
    "TEI",
    "teiCorpus",
    "teiHeader",
    "text",
    "facsimile",
    "sourceDoc",
    "standOff",
}
MODULES = sorted((resources.root() / "schemas" / "modules").glob("*.rnc"))
ELEMENT = re.compile(r"^\s*element (\w+) ?\{", re.MULTILINE)


def of_the_schema():
    return [
        (module.stem, name)
        for module in MODULES
        for name in sorted(set(ELEMENT.findall(module.read_text(encoding="utf-8"))))
    ]


def of_tei(shared):
    tree = etree.parse(shared / "data" / "odd" / "p5subset.xml")
    specs = tree.iter(f"{{{NS}}}elementSpec")
    return sorted((spec.get("module"), spec.get("ident")) for spec in specs)


def rendered(names):
    """Render each element with a word in it; give pages' elements and findings."""
    pieces = "".join(
        f'<div n="{name}"><{name}>w-{name}</{name}></div>' for name in names
    )
    data = f'<body xmlns="{NS}">{pieces}</body>'.encode()
    made = saxon.apply_mode(
        Document(data),
        resources.stylesheet("html.xsl"),
        "{urn:x-octavo:modes}fragment",
    )
    return etree.fromstring(made.principal), made.messages


def fates(elements):
    """Tell for each element what it becomes: an element of HTML, or hidden."""
    names = [name for _, name in elements if name not in OUTSIDE]
    page, messages = rendered(names)
    unknown = {
        m.message.split("<")[1].rstrip(">") for m in messages if "HTM001" in m.code
    }
    divisions = list(page)
    assert len(divisions) == len(names)
    for name, division in zip(names, divisions, strict=True):
        holder = next(
            (e for e in division.iter() if f"w-{name}" in (e.text or "")), None
        )
        if name in unknown:
            yield name, "unknown"
        elif holder is None:
            yield name, "hidden"
        else:
            yield name, etree.QName(holder).localname


def test_each_element_of_the_schema_has_its_fate(request):
    elements = of_the_schema()
    assert len(elements) > 100
    fate = dict(fates(elements))
    table = "".join(
        f"{module}\t{name}\t{fate.get(name, 'frame')}\n" for module, name in elements
    )
    if request.config.getoption("--update-golden"):
        TABLE.write_text(table, encoding="utf-8")
    assert "unknown" not in fate.values()
    assert table == TABLE.read_text(encoding="utf-8")


@pytest.mark.shared
def test_no_element_of_tei_is_unknown(shared):
    assert [name for name, fate in fates(of_tei(shared)) if fate == "unknown"] == []
