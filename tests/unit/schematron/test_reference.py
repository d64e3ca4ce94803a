"""Our findings against those of the reference processor on real documents.

The reference hands its list of patterns that have spoken down to the children of a
node, so that a rule is silent below a node it spoke of (known as schxslt#216 for its
predecessor). The standard wants every node to be tested. With this one habit copied
into the stylesheet, the findings must be the same; without it, none may be missing.
"""

import json
import re
from collections import Counter

import pytest

from octavo import schematron, source

pytestmark = pytest.mark.shared
MAIN = re.compile(rb'(<xsl:apply-templates select=)"[^"]*" mode="o:rules"')


def sleepy(schema):
    """Let patterns sleep below the nodes they spoke of, as the reference does."""
    program = schema._program
    program.stylesheet = MAIN.sub(
        rb'\1"/" mode="o:rules"',
        program.stylesheet.replace(b'"deep-skip"', b'"shallow-skip"'),
    )
    return schema


def findings(schema, document):
    return Counter((d.xpath, d.message) for d in schema.validate(document))


@pytest.mark.slow
def test_the_reference_finds_the_same_and_nothing_that_we_miss(shared):
    rules = {}
    pairs = (shared / "data/schematron/expected.jsonl").read_text(encoding="utf-8")
    for line in pairs.strip().split("\n"):
        pair = json.loads(line)
        path = shared / "data/schematron" / pair["schematron"]
        if path not in rules:
            rules[path] = schematron.load(path), sleepy(schematron.load(path))
        ours, same = rules[path]
        document = source.read(shared / "data/validate" / pair["document"])
        expected = Counter((f["location"], f["text"]) for f in pair["findings"])
        assert findings(same, document) == expected, pair["document"]
        assert not expected - findings(ours, document), pair["document"]


def test_rules_inside_a_grammar_are_those_extracted_from_it(shared):
    extracted = schematron.load(shared / "data/schematron/tei_all.isosch")
    inside = schematron.load(shared / "data/validate/schemas/tei/tei_all.rng")
    mutants = sorted((shared / "data/validate/mutants").glob("*tei-p5.xml"))[:15]
    documents = [source.read(path) for path in mutants]
    assert any(findings(inside, document) for document in documents)
    for document in documents:
        assert findings(inside, document) == findings(extracted, document)
