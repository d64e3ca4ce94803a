"""Every element of the schema, and of TEI, is shown by a rule or hidden on purpose.

What becomes of each is in the table docs/shown.tsv, which the manual prints; with
--update-golden it is written anew.
"""

import re
from pathlib import Path

import pytest
from lxml import etree

from octavo import resources, saxon
from octavo.saxon import Document

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "docs" / "shown.tsv"
NS = "http://www.tei-c.org/ns/1.0"
# Elements that hold texts, not words.
FRAMES = {
    *("TEI", "teiCorpus", "teiHeader", "text", "facsimile", "sourceDoc", "standOff")
}
MODULES = sorted((resources.root() / "schemas" / "modules").glob("*.rnc"))
ELEMENT = re.compile(r"^\s*element (\w+) ?\{", re.MULTILINE)
# Elements that need something in them, or around them, to be what they are.
SAMPLES = {
    "anchor": '<anchor xml:id="anchor"/>',
    "app": "<app><lem>w-app</lem><rdg>x</rdg></app>",
    "cell": "<table><row><cell>w-cell</cell></row></table>",
    "choice": "<choice><sic>w-choice</sic><corr>w-choice</corr></choice>",
    "g": '<g ref="#x">w-g</g>',
    "graphic": '<graphic url="https://example.org/w-graphic"/>',
    "item": "<list><item>w-item</item></list>",
    "label": "<list><label>w-label</label><item>x</item></list>",
    "lb": "x<lb/>y",
    "lem": "<app><lem>w-lem</lem><rdg>x</rdg></app>",
    "list": "<list><item>w-list</item></list>",
    "media": '<media url="https://example.org/w-media" mimeType="audio/mp3"/>',
    "note": "<p>x<note>w-note</note></p>",
    "ptr": '<ptr target="https://example.org/w-ptr"/>',
    "rdg": "<app><lem>x</lem><rdg>w-rdg</rdg></app>",
    "rdgGrp": "<app><lem>x</lem><rdgGrp><rdg>w-rdgGrp</rdg></rdgGrp></app>",
    "ref": '<ref target="https://example.org/">w-ref</ref>',
    "row": "<table><row><cell>w-row</cell></row></table>",
    "table": "<table><row><cell>w-table</cell></row></table>",
    **{name: f'<{name} n="w-{name}"/>' for name in ("cb", "gb", "milestone", "pb")},
}


def of_the_schema():
    return {
        name
        for module in MODULES
        for name in ELEMENT.findall(module.read_text(encoding="utf-8"))
    }


def of_tei(shared):
    tree = etree.parse(shared / "data" / "odd" / "p5subset.xml")
    specs = tree.iter(f"{{{NS}}}elementSpec")
    return sorted((spec.get("module"), spec.get("ident")) for spec in specs)


def listed():
    """The elements of the table, with their modules and what they become."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines]


def rendered(names, view):
    """Render each element with a word in it; give divisions and findings."""
    samples = (SAMPLES.get(n, f"<{n}>w-{n}</{n}>") for n in names)
    pieces = "".join(f"<div>{sample}</div>" for sample in samples)
    made = saxon.apply_mode(
        Document(f'<body xmlns="{NS}">{pieces}</body>'.encode()),
        resources.stylesheet("html.xsl"),
        "{urn:x-octavo:modes}fragment",
        {"view": view},
    )
    divisions = list(etree.fromstring(made.principal))
    assert len(divisions) == len(names)
    return divisions, {m.message for m in made.messages if m.code == "HTM001"}


def html_of(element):
    name = etree.QName(element).localname
    classes = element.get("class", "").removesuffix(" gen")
    return f"{name}.{classes.replace(' ', '.')}" if classes else name


def fate(name, division):
    """What an element becomes: an element of HTML around its words, or a sign."""
    word = f"w-{name}"
    if word in (division.text or ""):
        return "words"
    for element in division.iter():
        if any(word in text for text in (element.text or "", *tails(element))):
            return html_of(element)
    signs = [e for e in division.iter() if e is not division]
    return f"sign {html_of(signs[0])}" if signs else "hidden"


def tails(element):
    return [child.tail or "" for child in element]


def fates(names):
    """Tell for each element what it becomes in the reading and the diplomatic view."""
    reading, unknown = rendered(names, "reading")
    diplomatic, _ = rendered(names, "diplomatic")
    for name, first, second in zip(names, reading, diplomatic, strict=True):
        if any(f"<{name}>" in message for message in unknown):
            yield "unknown"
        elif fate(name, first) == fate(name, second):
            yield fate(name, first)
        else:
            yield f"{fate(name, first)}; diplomatic: {fate(name, second)}"


def lines(elements):
    shown = [(module, name) for module, name in elements if name not in FRAMES]
    made = dict(zip(shown, fates([name for _, name in shown]), strict=True))
    return [
        (module, name, made.get((module, name), "frame")) for module, name in elements
    ]


def test_what_becomes_of_each_element_is_what_the_table_says():
    assert lines([(module, name) for module, name, _ in listed()]) == listed()


def test_no_element_of_the_schema_is_left_out():
    shown = {name: fate for _, name, fate in listed()}
    assert of_the_schema() - set(shown) == set()
    assert "unknown" not in shown.values()


@pytest.mark.shared
def test_no_element_of_tei_is_left_out(shared, request):
    elements = of_tei(shared)
    if request.config.getoption("--update-golden"):
        table = "".join("\t".join(line) + "\n" for line in lines(elements))
        TABLE.write_text(table, encoding="utf-8")
    assert [line[:2] for line in listed()] == elements
