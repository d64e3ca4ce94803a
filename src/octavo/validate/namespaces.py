"""The namespace of a document: whether it is TEI's, or only nearly so."""

import re
from typing import Final

from lxml import etree

from octavo.diagnostics import Diagnostic, Severity
from octavo.names import TEI, tei
from octavo.source import Source
from octavo.validate.associations import associations

_NEAR: Final = re.compile(r"https?://(www\.)?tei-c\.org/ns/1(\.0)?[/#]*", re.IGNORECASE)
_ROOTS: Final = ("TEI", "teiCorpus")


def check(source: Source, *, has_schema: bool) -> list[Diagnostic]:
    """Give what is wrong with the namespace of the outermost element.

    Without any, a document counts as TEI if it looks so and asks for no schema.
    """
    root = etree.QName(source.root)
    uri = root.namespace or ""
    if uri == TEI or not (_NEAR.fullmatch(uri) or _is_forgotten(source, has_schema)):
        return []
    message = f"the namespace '{uri}' is not quite that of TEI"
    line, column = source.position(source.root)
    return [
        Diagnostic(
            "SCM003",
            Severity.ERROR,
            message if uri else "the namespace of TEI is missing",
            str(source.path),
            line,
            column,
            f"/Q{{{uri}}}{root.localname}[1]",
            f'write xmlns="{TEI}"; nothing else was checked',
            "namespaces",
        )
    ]


def _is_forgotten(source: Source, has_schema: bool) -> bool:
    """Tell whether a document is TEI but for its namespace."""
    first = next(source.root.iterchildren("*"), None)
    looks_so = source.root.tag in _ROOTS and first is not None
    is_plain = looks_so and first is not None and first.tag in ("teiHeader", "TEI")
    is_plain = is_plain and next(source.root.iter(tei("*")), None) is None
    return is_plain and not has_schema and not associations(source)
