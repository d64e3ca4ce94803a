"""Stage 2: abstract patterns and abstract rules put where they are used."""

import re
from copy import deepcopy
from typing import Final

from lxml import etree

from octavo.schematron.failures import unusable
from octavo.schematron.names import elements, sch

_PATTERNS: Final = ("pattern", "group")


def expand(schema: "etree._Element") -> None:
    """Replace every use of something abstract, and drop the abstract originals."""
    _expand_patterns(schema)
    _expand_rules(schema)
    for name in (*_PATTERNS, "rule"):
        for element in list(schema.iter(sch(name))):
            if element.get("abstract") == "true":
                _drop(element)


def _expand_patterns(schema: "etree._Element") -> None:
    abstract = {
        e.get("id"): e
        for e in schema.iter(*map(sch, _PATTERNS))
        if e.get("abstract") == "true"
    }
    for pattern in list(elements(schema, *_PATTERNS)):
        name = pattern.get("is-a")
        if name is None:
            continue
        if name not in abstract:
            message = f"there is no abstract pattern '{name}'"
            raise unusable("SCH005", message, "correct @is-a", pattern)
        _instantiate(pattern, abstract[name])


def _instantiate(pattern: "etree._Element", model: "etree._Element") -> None:
    """Fill a pattern with copies of the abstract one's children."""
    values = {p.get("name", ""): p.get("value", "") for p in elements(model, "param")}
    values |= {
        p.get("name", ""): p.get("value", "") for p in elements(pattern, "param")
    }
    pattern.attrib.pop("is-a")
    for child in list(elements(pattern, "param")):
        pattern.remove(child)
    for child in model:
        if child.tag != sch("param"):
            copied = deepcopy(child)
            _substitute(copied, values)
            pattern.append(copied)


def _substitute(element: "etree._Element", values: dict[str, str]) -> None:
    if not values:
        return
    names = "|".join(sorted(map(re.escape, values), key=len, reverse=True))
    parameter = re.compile(rf"\$({names})(?![\w.-])")
    for part in element.iter("{*}*"):
        for name, value in part.attrib.items():
            part.set(name, parameter.sub(lambda m: values[m[1]], str(value)))


def _expand_rules(schema: "etree._Element") -> None:
    abstract = {
        e.get("id"): e for e in schema.iter(sch("rule")) if e.get("abstract") == "true"
    }
    for extends in list(schema.iter(sch("extends"))):
        name = extends.get("rule")
        if name not in abstract:
            message = f"there is no abstract rule '{name}'"
            raise unusable("SCH005", message, "correct the address", extends)
        _replace(extends, abstract, (name,))


def _replace(
    extends: "etree._Element",
    abstract: "dict[str | None, etree._Element]",
    above: tuple[str | None, ...],
) -> None:
    """Put the children of an abstract rule in the place of `extends`."""
    for child in [deepcopy(child) for child in abstract[above[-1]]]:
        extends.addprevious(child)
        name = child.get("rule")
        if child.tag == sch("extends"):
            if name in above or name not in abstract:
                message = f"the rule '{name}' is missing or extends itself"
                raise unusable("SCH005", message, "correct @rule", child)
            _replace(child, abstract, (*above, name))
    _drop(extends)


def _drop(element: "etree._Element") -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
