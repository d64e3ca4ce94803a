"""Stage 0: rules that stand inside a RELAX NG schema or an ODD."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Final

from lxml import etree

from octavo.names import TEI
from octavo.schematron.failures import unusable
from octavo.schematron.names import BASE, LINE, RELAXNG, SCHEMATRON, XSLT, sch

_TOP: Final = ("ns", "let", "pattern", "diagnostics", "properties", "phase")
_EXAMPLE: Final = "{http://www.tei-c.org/ns/Examples}egXML"
_CONSTRAINT: Final = f"{{{TEI}}}constraintSpec"
_HOSTS: Final = frozenset({RELAXNG, TEI})


def schema(root: "etree._Element") -> "etree._Element":
    """Give the schema itself, or one made of the rules inside another document."""
    if root.tag == sch("schema"):
        return root
    if etree.QName(root).namespace not in _HOSTS:
        message = f"this is not Schematron: its outermost element is <{root.tag}>"
        hint = "name a .sch, .rng or .odd file"
        raise unusable("SCH001", message.replace(f"{{{SCHEMATRON}}}", ""), hint, root)
    return _collected(root)


def _collected(root: "etree._Element") -> "etree._Element":
    made = etree.Element(
        sch("schema"),
        {"queryBinding": "xslt3", BASE: root.get(BASE, ""), LINE: "1"},
        nsmap={"sch": SCHEMATRON, **{p: u for p, u in root.nsmap.items() if p}},
    )
    made.extend(_with_names(e) for e in _outermost(root, *map(sch, _TOP)))
    loose = _outermost(root, sch("rule"), sch("assert"), sch("report"))
    made.extend(_wrapped(element) for element in loose)
    own = _outermost(root, f"{{{XSLT}}}key", f"{{{XSLT}}}function")
    made.extend(_with_names(element) for element in own)
    return made


def _outermost(root: "etree._Element", *names: str) -> "Iterator[etree._Element]":
    return (element for element in root.iter(*names) if not _is_inside(element))


def _is_inside(element: "etree._Element") -> bool:
    """Tell whether an element is part of a larger one, an example, or deleted."""
    above = element.getparent()
    if above is None:
        return False
    if etree.QName(above).namespace in (SCHEMATRON, XSLT):
        return True
    outer = element.iterancestors(_EXAMPLE, _CONSTRAINT)
    return any(e.tag == _EXAMPLE or e.get("mode") == "delete" for e in outer)


def _with_names(element: "etree._Element") -> "etree._Element":
    copied = deepcopy(element)
    copied.tail = None
    return copied


def _wrapped(element: "etree._Element") -> "etree._Element":
    """Put a rule into a pattern, an assert into a rule about what it stands in."""
    inner = _with_names(element)
    note = {BASE: element.get(BASE, ""), LINE: element.get(LINE, "0")}
    pattern = etree.Element(sch("pattern"), note)
    if element.tag == sch("rule"):
        pattern.append(inner)
        return pattern
    rule = etree.SubElement(
        pattern, sch("rule"), {**note, "context": _context(element)}
    )
    rule.append(inner)
    return pattern


def _context(element: "etree._Element") -> str:
    """Name the element declared around an assert, as a match pattern."""
    for above in element.iterancestors(
        f"{{{RELAXNG}}}element", f"{{{TEI}}}elementSpec"
    ):
        name = above.get("name") or above.get("ident") or "*"
        uri = above.get("ns") or _inherited(above)
        return f"Q{{{uri}}}{name.rpartition(':')[2]}"
    return "*"


def _inherited(element: "etree._Element") -> str:
    """Give the namespace that an element declared here is in."""
    if etree.QName(element).namespace == TEI:
        return TEI
    above = (e.get("ns") for e in element.iterancestors() if e.get("ns") is not None)
    return next(above, None) or ""
