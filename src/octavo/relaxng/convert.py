"""Convert schemas between the XML syntax and the compact syntax."""

from __future__ import annotations

from octavo.relaxng import limits
from octavo.relaxng.syntax import Node
from octavo.relaxng.writers import compact, xml


def to_xml(node: Node) -> str:
    """Write a schema in the XML syntax, with its annotations and documentation."""
    with limits.deep_recursion():
        return xml.write(node)


def to_compact(node: Node) -> str:
    """Write a schema in the compact syntax, with its annotations and documentation."""
    with limits.deep_recursion():
        return compact.write(node)
