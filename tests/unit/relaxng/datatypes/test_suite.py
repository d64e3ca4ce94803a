"""James Clark's suite of XML Schema datatypes."""

import re

import pytest
from lxml import etree

from octavo.relaxng import datatypes

XSD = datatypes.library("http://www.w3.org/2001/XMLSchema-datatypes")


def context(element):
    found = {prefix or "": uri for prefix, uri in element.nsmap.items()}
    entities = re.findall(r"ENTITY (\S+)", element.get("internalSubset", ""))
    return found | {f"&{name}": "" for name in entities}


def allows(name, element, *params):
    datatype = XSD.make(name, params, {})
    return datatype.allows(element.text or "", context(element))


def equivalence(name, check):
    datatype = XSD.make(name, (), {})
    classes = [
        {datatype.value(value.text or "", context(value)) for value in group}
        for group in check
    ]
    return all(len(group) == 1 and None not in group for group in classes) and len(
        set.union(*classes)
    ) == len(classes)


def is_less(name, left, right):
    by_lower = allows(name, right, ("minExclusive", left.text))
    by_upper = allows(name, left, ("maxExclusive", right.text))
    assert by_lower == by_upper
    return by_lower


def holds(name, check):
    match check.tag:
        case "valid" | "invalid":
            return allows(name, check) == (check.tag == "valid")
        case "equiv":
            return equivalence(name, check)
        case "lessThan":
            return is_less(name, check[0], check[1])
        case "incomparable":
            return not is_less(name, *check) and not is_less(name, *check[::-1])
        case "length":
            length = int(check.get("value"))
            fits = [allows(name, check, ("length", str(n))) for n in range(length + 2)]
            return fits == [n == length for n in range(length + 2)]
    raise AssertionError(check.tag)


@pytest.mark.shared
def test_every_check_of_the_suite_holds(shared):
    suite = etree.parse(shared / "data" / "suites" / "xsdtest.xml").getroot()
    checks = [(group.get("name"), check) for group in suite for check in group]
    failed = [
        f"{n}: {etree.tostring(c).decode()}" for n, c in checks if not holds(n, c)
    ]
    assert failed == []
    assert len(checks) >= 256
