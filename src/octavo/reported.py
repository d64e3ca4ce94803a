"""What a stylesheet says, as a finding."""

from urllib.parse import unquote, urlparse

from lxml import etree

from octavo.diagnostics import Diagnostic, Severity
from octavo.names import DIAGNOSTICS


def reported(text: str) -> Diagnostic:
    """Read a message: a `d:diagnostic` element, or words meant for developers."""
    try:
        element = etree.fromstring(text)
    except etree.XMLSyntaxError:
        return Diagnostic("XSL001", Severity.INFO, text.strip())
    if element.tag != f"{{{DIAGNOSTICS}}}diagnostic":
        return Diagnostic(
            "XSL001", Severity.INFO, "".join(map(str, element.itertext())).strip()
        )
    return Diagnostic(
        code=element.get("code", "XSL001"),
        severity=Severity(element.get("severity", "warning")),
        message=" ".join("".join(map(str, element.itertext())).split()),
        file=_file(element.get("file", "")),
        xpath=element.get("path", ""),
        hint=element.get("hint", ""),
        source=element.get("source", ""),
    )


def _file(uri: str) -> str:
    return unquote(urlparse(uri).path) if uri.startswith("file:") else uri
