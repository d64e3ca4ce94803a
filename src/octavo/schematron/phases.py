"""Stage 3: only the patterns of the phase asked for."""

from typing import Final

from lxml import etree

from octavo.schematron.failures import unusable
from octavo.schematron.names import elements

ALL: Final = "#ALL"
DEFAULT: Final = "#DEFAULT"


def choose(schema: "etree._Element", phase: str = DEFAULT) -> None:
    """Drop the patterns that are not active; the phase's variables become global."""
    name = schema.get("defaultPhase", ALL) if phase == DEFAULT else phase
    chosen = None
    for element in list(elements(schema, "phase")):
        if element.get("id") == name:
            chosen = element
        schema.remove(element)
    if name == ALL:
        return
    if chosen is None:
        message = f"there is no phase '{name}'"
        raise unusable("SCH006", message, "correct the name of the phase", schema)
    active = {element.get("pattern") for element in elements(chosen, "active")}
    for pattern in list(elements(schema, "pattern", "group")):
        if pattern.get("id") not in active:
            schema.remove(pattern)
    for position, variable in enumerate(list(elements(chosen, "let"))):
        schema.insert(position, variable)
