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
    paths = Paths()
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
            paths.of(element, attribute),
            problem.hint,
            problem.check,
        )


class Paths:
    """Names of nodes as XPath's `path()` gives them; siblings are counted once."""

    def __init__(self) -> None:
        self._steps: dict[etree._Element, str] = {}

    def of(self, element: "etree._Element", attribute: str = "") -> str:
        """Name an element or one of its attributes."""
        steps = [self._step(e) for e in (element, *element.iterancestors())]
        end = f"/@{_named(attribute)}" if attribute else ""
        return "".join(f"/{step}" for step in reversed(steps)) + end

    def _step(self, element: "etree._Element") -> str:
        if element not in self._steps:
            parent = element.getparent()
            family = [element] if parent is None else parent.iterchildren("{*}*")
            counts: dict[str, int] = {}
            for child in family:
                tag = str(child.tag)
                counts[tag] = counts.get(tag, 0) + 1
                self._steps[child] = f"{_braced(tag)}[{counts[tag]}]"
        return self._steps[element]


def _braced(tag: str) -> str:
    name = etree.QName(tag)
    return f"Q{{{name.namespace or ''}}}{name.localname}"


def _named(attribute: str) -> str:
    return _braced(attribute) if attribute.startswith("{") else attribute
