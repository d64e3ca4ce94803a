"""What a broken rule says: its text with values filled in, its hints, its place."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from lxml import etree

from octavo.diagnostics import Severity
from octavo.schematron.failures import unusable
from octavo.schematron.names import BASE, LINE, OWN, XSLT, sch, xsl

_SEVERITIES: Final = {
    "fatal": Severity.ERROR,
    "error": Severity.ERROR,
    "nonfatal": Severity.WARNING,
    "warn": Severity.WARNING,
    "warning": Severity.WARNING,
    "info": Severity.INFO,
    "information": Severity.INFO,
    "hint": Severity.INFO,
    "note": Severity.INFO,
    "debug": Severity.INFO,
}


@dataclass(frozen=True, slots=True)
class Test:
    """What is known of an assert or report before any document is read."""

    code: str
    severity: Severity
    is_report: bool = False


FAILED: Final = Test("SCH101", Severity.ERROR)
"""Stands for a rule that could not be evaluated."""
_PATTERNS: Final = (sch("pattern"), sch("group"))
_NO_NAME: Final = "SCH100"


def read(check: "etree._Element") -> Test:
    """Read code and severity of an assert or report."""
    around = [check, *check.iterancestors(sch("rule"), *_PATTERNS)]
    names = ("severity", "role", "flag")
    words = [e.get(name, "").lower() for name in names for e in around]
    known = (_SEVERITIES[word] for word in words if word in _SEVERITIES)
    severity = next(known, Severity.ERROR)
    return Test(check.get("id") or _NO_NAME, severity, check.tag == sch("report"))


def finding(
    check: "etree._Element", schema: "etree._Element", number: int
) -> "etree._Element":
    """Write what reports an assert or report: its number, node, text and hints."""
    rule = next(check.iterancestors(sch("rule")))
    subject = check.get("subject") or rule.get("subject")
    node = f"(({subject}), .)[1]" if subject else "."
    made = _own("finding", test=str(number), path=f"{{path({node})}}")
    if any("documents" in p.attrib for p in check.iterancestors(*_PATTERNS)):
        made.set("file", "{base-uri(root(.))}")
    text = etree.SubElement(made, f"{{{OWN}}}text")
    _fill(text, check)
    for kind, name in (("diagnostic", "diagnostics"), ("property", "properties")):
        for hint in _named(kind, check.get(name, ""), schema, check):
            said = etree.SubElement(made, f"{{{OWN}}}hint")
            _fill(said, hint)
    return made


def failed(number: int) -> "etree._Element":
    """Write what reports a rule that could not be evaluated."""
    made = _own("finding", test=str(number), path="{path(.)}")
    text = etree.SubElement(made, f"{{{OWN}}}text")
    words = etree.SubElement(text, xsl("value-of"))
    words.set(
        "select", "'a rule about this node cannot be evaluated: ' || $err:description"
    )
    return made


def _own(name: str, **attributes: str) -> "etree._Element":
    nsmap = {"err": "http://www.w3.org/2005/xqt-errors"}
    return etree.Element(f"{{{OWN}}}{name}", attributes, nsmap=nsmap)


def _named(
    kind: str, names: str, schema: "etree._Element", check: "etree._Element"
) -> "Iterator[etree._Element]":
    """Find the diagnostics or properties that an assert names."""
    known = {e.get("id"): e for e in schema.iter(sch(kind))}
    for name in names.split():
        if name not in known:
            hint = "correct the name, or take it out"
            raise unusable("SCH005", f"there is no {kind} '{name}'", hint, check)
        yield known[name]


def _fill(made: "etree._Element", written: "etree._Element") -> None:
    """Write the content of a message; what is neither ours nor XSLT gives its text."""
    _words(made, written.text)
    for child in written:
        if isinstance(child.tag, str):
            _part(made, child)
        _words(made, child.tail)


def _part(made: "etree._Element", child: "etree._Element") -> None:
    if child.tag == sch("value-of"):
        _value(made, child.get("select", ""))
    elif child.tag == sch("name"):
        _value(made, child.get("path", "name()"))
    elif etree.QName(child).namespace == XSLT:
        copied = deepcopy(child)
        copied.tail = None
        etree.strip_attributes(copied, BASE, LINE)
        made.append(copied)
    else:
        _fill(made, child)


def _value(made: "etree._Element", path: str) -> None:
    etree.SubElement(made, xsl("value-of"), {"select": path})


def _words(made: "etree._Element", words: str | None) -> None:
    if words:
        etree.SubElement(made, xsl("text")).text = words
