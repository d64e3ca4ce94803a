"""Schemas that cannot be used, and how to say so."""

from lxml import etree

from octavo.diagnostics import Diagnostic, Severity
from octavo.errors import SourceError
from octavo.schematron.names import place


class SchemaError(SourceError):
    """A Schematron schema that cannot be used; the finding says where and why."""


def unusable(
    code: str, message: str, hint: str, element: "etree._Element"
) -> SchemaError:
    """Make the failure for something wrong at an element of a schema."""
    file, line = place(element)
    return failure(Diagnostic(code, Severity.ERROR, message, file, line, 0, hint=hint))


def failure(found: Diagnostic) -> SchemaError:
    """Make the failure that tells of a finding."""
    where = f"{found.file}:{found.line}: " if found.line else f"{found.file}: "
    return SchemaError(where + found.message, hint=found.hint, diagnostics=(found,))
