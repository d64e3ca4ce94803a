"""What our own checks found, first by the number of the element, then at its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from octavo.diagnostics import Diagnostic, Severity
from octavo.source import Source
from octavo.validate.outline import Item


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an item of an outline."""

    code: str
    item: Item
    message: str
    hint: str
    severity: Severity = Severity.ERROR
    check: str = "links"


def place(problems: Iterable[Problem], source: Source) -> Iterator[Diagnostic]:
    """Give problems of a document their line, column and XPath."""
    elements = list(source.tree.iter("{*}*"))
    for problem in problems:
        element = elements[problem.item.number]
        named = problem.item.attribute
        attribute = named if named in element.attrib else ""
        line, column = source.position(element, attribute)
        yield Diagnostic(
            problem.code,
            problem.severity,
            problem.message,
            str(source.path),
            line,
            column,
            path(element, attribute),
            problem.hint,
            problem.check,
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
