"""The engine agrees with the conformance suite and with Jing on real documents."""

import copy
import json
from pathlib import Path

import pytest
from lxml import etree

from octavo.relaxng import SchemaError, load

pytestmark = pytest.mark.shared


def write(element, path):
    (child,) = [copy.deepcopy(e) for e in element if isinstance(e.tag, str)]
    child.tail = None
    path.write_bytes(etree.tostring(child, encoding="utf-8"))


def unpack(case, folder):
    for part in case.iterchildren("resource", "dir"):
        path = folder / part.get("name")
        if part.tag == "resource":
            write(part, path)
        else:
            path.mkdir()
            unpack(part, path)


def document(element):
    (child,) = [copy.deepcopy(e) for e in element if isinstance(e.tag, str)]
    child.tail = None
    dtd = f"<!DOCTYPE x [{element.get('dtd')}]>" if element.get("dtd") else ""
    return dtd.encode() + etree.tostring(child, encoding="utf-8")


def outcomes(case, folder):
    """What the suite expects and what the engine says, for one case."""
    unpack(case, folder)
    schema = None
    for part in case.iterchildren("correct", "incorrect"):
        path = folder / "suite-schema.rng"
        write(part, path)
        try:
            schema = load(path)
        except SchemaError:
            schema = None
        yield part.tag, "correct" if schema else "incorrect"
    for part in case.iterchildren("valid", "invalid"):
        found = list(schema.validate(document(part)))
        yield part.tag, "invalid" if found else "valid"


def test_conformance_suite(shared, tmp_path):
    suite = etree.parse(shared / "data/suites/spectest.xml")
    checks = 0
    for number, case in enumerate(suite.iter("testCase")):
        folder = tmp_path / str(number)
        folder.mkdir()
        for expected, said in outcomes(case, folder):
            checks += 1
            assert said == expected, etree.tostring(case).decode()
    assert checks == 965


def some_pairs(shared):
    lines = (shared / "data/validate/expected.jsonl").read_text().splitlines()
    return [json.loads(line) for line in lines[::397]]


def test_verdict_and_first_place_are_those_of_jing(shared):
    base = Path(shared / "data/validate")
    schemas = {}
    for pair in some_pairs(shared):
        if (base / pair["document"]).stat().st_size > 100_000:
            continue
        name = pair["schema"]
        schema = schemas.get(name) or schemas.setdefault(name, load(base / name))
        found = list(schema.validate((base / pair["document"]).read_bytes()))
        assert (not found) == pair["valid"], pair["document"]
        if found:
            first = pair["errors"][0]
            assert (found[0].line, found[0].column) == (first["line"], first["column"])
