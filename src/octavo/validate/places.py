"""Findings of our own checks, placed on an element or attribute of a document."""

from lxml import etree

from octavo.diagnostics import Diagnostic, Severity
from octavo.source import Source


def finding(
    code: str,
    message: str,
    hint: str,
    source: Source,
    element: "etree._Element",
    attribute: str = "",
    *,
    severity: Severity = Severity.ERROR,
    check: str = "links",
) -> Diagnostic:
    """Make a finding about an element or one of its attributes."""
    line, column = source.position(element, attribute)
    return Diagnostic(
        code,
        severity,
        message,
        str(source.path),
        line,
        column,
        path(element, attribute),
        hint,
        check,
    )


def path(element: "etree._Element", attribute: str = "") -> str:
    """Name a node as XPath's `path()` does."""
    steps = [_step(element)] + [_step(above) for above in element.iterancestors()]
    end = f"/@{_name(attribute)}" if attribute else ""
    return "".join(f"/{step}" for step in reversed(steps)) + end


def _step(element: "etree._Element") -> str:
    before = sum(1 for _ in element.itersiblings(str(element.tag), preceding=True))
    name = etree.QName(element)
    return f"Q{{{name.namespace or ''}}}{name.localname}[{before + 1}]"


def _name(attribute: str) -> str:
    name = etree.QName(attribute)
    return f"Q{{{name.namespace}}}{name.localname}" if name.namespace else attribute
