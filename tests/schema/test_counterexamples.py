"""Every code has a document that raises it and nothing else; good ones raise none."""

from pathlib import Path

import pytest
from lxml import etree

from octavo import relaxng, resources, schematron, source
from octavo.errors import SourceError
from octavo.validate import validate
from octavo.validate.explain import explanations

HERE = Path(__file__).parent
INVALID = sorted(
    path.parent if path.name == "edition.toml" else path
    for pattern in ("*.xml", "*/edition.toml")
    for path in (HERE / "invalid").glob(pattern)
)
SCHEMAS = sorted((HERE / "invalid" / "schemas").glob("[A-Z]*-*"))
VALID = sorted((HERE / "valid").glob("*.xml"))
OF_OUTPUTS = ("ENC", "HTM", "IMG004", "PRN", "XSL")
"""Raised while encoding and building; their tests are with these."""
# RNG112 is said of elements only whose attributes the grammar did not come to look
# at; RNG113 needs a million patterns (see test_limits.py).
NEVER_ALONE = {"RNG112", "RNG113"}
SCH = {"s": "http://purl.oclc.org/dsdl/schematron"}
RULES = etree.parse(resources.schema("octavo.sch"))


def code(file):
    return file.stem.partition("-")[0]


@pytest.mark.parametrize("file", INVALID, ids=lambda f: f.stem)
def test_a_counterexample_raises_its_code_and_nothing_else(file):
    found = list(validate([file]))
    assert [finding.code for finding in found] == [code(file)]
    assert found[0].line > 0
    assert found[0].column > 0


@pytest.mark.parametrize("file", SCHEMAS, ids=lambda f: f.stem)
def test_a_wrong_schema_raises_its_code_and_nothing_else(file):
    found = complaints(file)
    assert [finding.code for finding in found] == [code(file)]
    assert found[0].line > 0


def complaints(file):
    """What is said of a schema when it is read and used."""
    try:
        if file.suffix == ".sch":
            anything = source.parse(b"<a/>", Path("a.xml"))
            return list(schematron.load(file).validate(anything))
        return relaxng.load(file).warnings
    except SourceError as failure:
        return failure.diagnostics


@pytest.mark.parametrize("file", VALID, ids=lambda f: f.stem)
def test_a_good_document_raises_nothing(file):
    assert list(validate([file])) == []


def test_every_rule_has_a_counterexample():
    checks = RULES.xpath("//s:assert | //s:report", namespaces=SCH)
    codes = [check.get("id") for check in checks]
    assert len(set(codes)) == len(codes)
    assert set(codes) <= {code(file) for file in INVALID}


def test_every_code_has_a_counterexample():
    known = {known for known in explanations() if not known.startswith(OF_OUTPUTS)}
    assert known - {code(file) for file in [*INVALID, *SCHEMAS]} == NEVER_ALONE


def test_every_rule_says_how_grave_it_is_and_what_to_do():
    hints = set(RULES.xpath("//s:diagnostic/@id", namespaces=SCH))
    for check in RULES.xpath("//s:assert | //s:report", namespaces=SCH):
        assert check.get("role") in ("error", "warning", "info"), check.get("id")
        assert check.get("diagnostics") in hints, check.get("id")


def test_a_sentence_starts_small_and_has_no_full_stop():
    for check in RULES.xpath("//s:assert | //s:report", namespaces=SCH):
        words = " ".join("".join(check.itertext()).split())
        assert not words.endswith(".")
        assert words[:1].islower() or not words
