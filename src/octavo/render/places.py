"""Findings of a stylesheet get the line and column of the node they name."""

import dataclasses
from collections.abc import Iterable

from octavo.diagnostics import Diagnostic
from octavo.source import Source


def placed(found: Iterable[Diagnostic], source: Source) -> tuple[Diagnostic, ...]:
    """Give findings the file, line and column of their nodes in a document."""
    return tuple(_place(diagnostic, source) for diagnostic in found)


def _place(diagnostic: Diagnostic, source: Source) -> Diagnostic:
    if not diagnostic.xpath:
        return dataclasses.replace(diagnostic, file=str(source.path))
    line, column = source.locate(diagnostic.xpath)
    return dataclasses.replace(
        diagnostic, file=str(source.path), line=line, column=column
    )
