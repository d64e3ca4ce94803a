"""Stage 0: rules that stand inside a RELAX NG schema or an ODD."""

from collections.abc import Iterator
from copy import deepcopy
from itertools import groupby
from typing import Final

from lxml import etree

from octavo.names import TEI
from octavo.schematron.failures import unusable
from octavo.schematron.names import BASE, LINE, RELAXNG, SCHEMATRON, XSLT, sch

_TOP: Final = (
    "ns",
    "let",
    "pattern",
    "group",
    "rules",
    "diagnostics",
    "properties",
    "phase",
)
_EXAMPLE: Final = "{http://www.tei-c.org/ns/Examples}egXML"
_CONSTRAINT: Final = f"{{{TEI}}}constraintSpec"
_DECLARING: Final = (f"{{{RELAXNG}}}element", f"{{{RELAXNG}}}attribute")
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
        nsmap=_prefixes(root),
    )
    made.extend(_with_names(e) for e in _outermost(root, *map(sch, _TOP)))
    loose = _outermost(root, sch("rule"), sch("assert"), sch("report"))
    for _, family in groupby(
        loose, key=lambda e: (e.getparent(), e.tag == sch("rule"))
    ):
        made.append(_wrapped(list(family)))
    own = _outermost(root, f"{{{XSLT}}}key", f"{{{XSLT}}}function")
    made.extend(_with_names(element) for element in own)
    return made


def _prefixes(root: "etree._Element") -> dict[str, str]:
    """Gather the prefixes that rules can use; `tei` needs not be declared."""
    found: dict[str, str] = {}
    for element in (root, *root.iter(f"{{{SCHEMATRON}}}*")):
        found |= {p: u for p, u in element.nsmap.items() if p and p not in found}
    return {"tei": TEI, **found, "sch": SCHEMATRON}


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


def _wrapped(family: "list[etree._Element]") -> "etree._Element":
    """Put rules of one place into a pattern, asserts into a rule about the place."""
    first = family[0]
    note = {BASE: first.get(BASE, ""), LINE: first.get(LINE, "0")}
    pattern = etree.Element(sch("pattern"), note)
    home = pattern
    if first.tag != sch("rule"):
        context = {**note, "context": _context(first)}
        home = etree.SubElement(pattern, sch("rule"), context)
    home.extend(_with_names(element) for element in family)
    return pattern


def _context(element: "etree._Element") -> str:
    """Name the element or attribute declared around an assert, as a match pattern."""
    parts = f"{{{TEI}}}elementSpec", f"{{{TEI}}}attDef", *_DECLARING
    path = ""
    for above in element.iterancestors(*parts):
        name = above.get("name") or above.get("ident") or "*"
        uri = _namespace(above)
        if etree.QName(above).localname in ("attDef", "attribute"):
            path = f"/@{_named(above.get('ns', ''), name)}"
        else:
            return f"{_named(uri, name)}{path}"
    return path.removeprefix("/") or "*"


def _named(uri: str, name: str) -> str:
    """Write a name without prefix; `*` stands for all names."""
    local = name.rpartition(":")[2]
    return "*" if local == "*" else f"Q{{{uri}}}{local}"


def _namespace(element: "etree._Element") -> str:
    """Give the namespace that an element declared here is in."""
    around = (element, *element.iterancestors())
    declared = (e.get("ns") for e in around if e.get("ns") is not None)
    default = TEI if etree.QName(element).namespace == TEI else ""
    return next(declared, None) or default
