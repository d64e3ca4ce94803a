"""A RELAX NG engine: reads schemas in both syntaxes and validates documents.

It is usable alone. ``load`` gives a checked `Schema`; its ``validate`` gives findings.
"""

from octavo.relaxng.schema import Schema, load
from octavo.relaxng.syntax import SchemaError

__all__ = ["Schema", "SchemaError", "load"]
