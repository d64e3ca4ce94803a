"""Stage 4: the variables of patterns made global, so that contexts can use them.

A match pattern sees global variables only. Where two patterns give one name to
different values, the later one is renamed inside its pattern.
"""

import re

from lxml import etree

from octavo.schematron.names import elements


def lift(schema: "etree._Element") -> None:
    """Move the variables of all patterns up to the schema."""
    values = {let.get("name", ""): _value(let) for let in elements(schema, "let")}
    for number, pattern in enumerate(list(elements(schema, "pattern", "group"))):
        for let in list(elements(pattern, "let")):
            name, value = let.get("name", ""), _value(let)
            if values.get(name, value) != value:
                _rename(pattern, name, f"{name}-{number}")
                name = let.get("name", "")
            pattern.remove(let)
            if name not in values:
                values[name] = value
                schema.append(let)


def _value(let: "etree._Element") -> str:
    return let.get("value") or "".join(map(str, let.itertext()))


def _rename(pattern: "etree._Element", old: str, new: str) -> None:
    use = re.compile(rf"\${re.escape(old)}(?![\w.-])")
    for element in pattern.iter("{*}*"):
        for name, value in element.attrib.items():
            element.set(name, use.sub(f"${new}", str(value)))
    for let in elements(pattern, "let"):
        if let.get("name") == old:
            let.set("name", new)
