"""James Clark's suite of the compact syntax."""

import pytest
from lxml import etree

from octavo import relaxng
from octavo.relaxng import compact
from octavo.relaxng.syntax import SchemaError


def source(case):
    good = case.find("compact/correct")
    return case.findtext("compact/incorrect") if good is None else good.text


def is_good(case, folder):
    """Load the case as a schema, with the files that it refers to."""
    for resource in case.findall("compact/resource"):
        (folder / resource.get("name")).write_text(resource.text, encoding="utf-8")
    path = folder / "case.rnc"
    path.write_text(source(case), encoding="utf-8", newline="")
    try:
        compact.parse(path.read_bytes(), str(path))
        if case.find("compact/incorrect") is not None:
            relaxng.load(path)
    except SchemaError:
        return False
    return True


@pytest.mark.shared
def test_every_case_of_the_suite_holds(shared, tmp_path, meaning, read_xml):
    suite = etree.parse(shared / "data" / "suites" / "compacttest.xml").getroot()
    cases = list(suite.iter("testCase"))
    failed = []
    for case in cases:
        good = case.find("compact/correct") is not None
        if is_good(case, tmp_path) != good:
            failed.append(source(case))
        elif good:
            xml = etree.tostring(case.find("xml/correct/*"), with_tail=False)
            read = compact.parse(source(case).encode(), "x.rnc")
            if meaning(read) != meaning(read_xml(xml)):
                failed.append(source(case))
    assert failed == []
    assert len(cases) == 87
