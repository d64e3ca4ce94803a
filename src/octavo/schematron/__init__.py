"""ISO Schematron, compiled to XSLT 3.0 and run on Saxon.

The stages stand one a module: `embedded` finds rules inside other schemas, `include`
and `expand` make one plain schema of many, `phases` chooses, `compile` writes.
"""

from octavo.schematron.failures import SchemaError
from octavo.schematron.schema import Schema, load

__all__ = ["Schema", "SchemaError", "load"]
