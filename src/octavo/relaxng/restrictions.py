"""The restrictions on simplified schemas (RELAX NG section 7).

Every pattern that the start reaches is looked at once for each kind of place it stands
in. What lies below it is summed up once: attribute names, element names, text.
"""

from __future__ import annotations

from octavo.hints import Final
from octavo.relaxng.nameclass import wildcards
from octavo.relaxng.pattern import (
    Attribute,
    Choice,
    Data,
    Element,
    Empty,
    Group,
    Interleave,
    List,
    OneOrMore,
    Pair,
    Pattern,
    Text,
    Value,
)
from octavo.relaxng.summary import Summaries
from octavo.relaxng.syntax import Node, Place, schema_error


class Where:
    """Flags: the kinds of patterns around a pattern, up to the next element.

    Plain numbers, for they are joined and asked for at every step.
    """

    ELEMENT = 0
    START = 1
    ATTRIBUTE = 2
    LIST = 4
    EXCEPT = 8
    REPEATED = 16
    REPEATED_GROUP = 32
    STRICT = START | ATTRIBUTE | LIST | EXCEPT


_NAMES: Final[dict[type[Pattern], str]] = {
    Attribute: "an attribute",
    Element: "an element",
    Text: "text",
    List: "a list",
    Group: "a group",
    Interleave: "an interleave",
    OneOrMore: "oneOrMore",
    Empty: "empty",
    Data: "data",
    Value: "a value",
}

_PROHIBITED: Final[tuple[tuple[int, str, str, frozenset[type[Pattern]]], ...]] = (
    (Where.START, "start", "7.1.5", frozenset(_NAMES) - {Element}),
    (Where.ATTRIBUTE, "an attribute", "7.1.1", frozenset({Attribute, Element})),
    (
        Where.LIST,
        "a list",
        "7.1.3",
        frozenset({List, Element, Attribute, Text, Interleave}),
    ),
    (Where.EXCEPT, "the except of data", "7.1.4", frozenset(_NAMES) - {Data, Value}),
)


def check(start: Pattern, root: Node) -> list[Element]:
    """Raise the first restriction that is broken; give all elements otherwise."""
    checker = _Checker(root.place)
    checker.visit(start, Where.START)
    for element in checker.elements:
        checker.element(element)
    return checker.elements


class _Checker:
    """One walk through the patterns of a schema."""

    def __init__(self, place: Place) -> None:
        self.elements: list[Element] = []
        self._known: set[Element] = set()
        self._seen: set[tuple[Pattern, int]] = set()
        self._summaries = Summaries()
        self._place = place

    def element(self, element: Element) -> None:
        """Check the content of an element."""
        self._place = element.node.place
        content = element.content
        self.visit(content, Where.ELEMENT)
        if self._summaries.mixes(content):
            raise schema_error(self._place, "string_sequence")

    def visit(self, pattern: Pattern, where: int) -> None:
        """Check a pattern and those below it, elements excepted."""
        if not pattern.attributed:
            where &= Where.STRICT  # repetition matters to attributes only
        key = (pattern, where)
        if key in self._seen:
            return
        self._seen.add(key)
        if where:
            self._prohibited(pattern, where)
        if isinstance(pattern, Element):
            self._note(pattern)
        elif isinstance(pattern, Attribute):
            self._attribute(pattern, where)
        elif isinstance(pattern, Pair):
            self._pair(pattern, where)
        elif isinstance(pattern, Choice):
            self._choice(pattern, where)
        else:
            self._single(pattern, where)

    def _choice(self, pattern: Choice, where: int) -> None:
        known, is_strict = self._known, where & Where.STRICT
        for member in pattern.members:
            if is_strict or type(member) is not Element:
                self.visit(member, where)
            elif member not in known:
                self._note(member)

    def _note(self, element: Element) -> None:
        if element not in self._known:
            self._known.add(element)
            self.elements.append(element)

    def _prohibited(self, pattern: Pattern, where: int) -> None:
        kind = type(pattern)
        for place, outer, section, kinds in _PROHIBITED:
            if where & place and kind in kinds:
                raise schema_error(
                    self._place,
                    "contains",
                    outer=outer,
                    inner=_NAMES[kind],
                    section=section,
                )
        if where & Where.REPEATED_GROUP and kind is Attribute:
            raise schema_error(
                self._place, "repeated_group_attribute", outer="oneOrMore"
            )

    def _single(self, pattern: Pattern, where: int) -> None:
        if isinstance(pattern, OneOrMore):
            self.visit(pattern.body, where | Where.REPEATED)
        elif isinstance(pattern, List):
            self.visit(pattern.body, where | Where.LIST)
        elif isinstance(pattern, Data) and pattern.exclusion is not None:
            self.visit(pattern.exclusion, where | Where.EXCEPT)

    def _attribute(self, pattern: Attribute, where: int) -> None:
        outer, self._place = self._place, pattern.node.place
        infinite = any(True for _ in wildcards(pattern.names))
        if infinite and not where & Where.REPEATED:
            raise schema_error(self._place, "infinite_attribute")
        self.visit(pattern.value, where | Where.ATTRIBUTE)
        if self._summaries.mixes(pattern.value):
            raise schema_error(self._place, "string_sequence")
        self._place = outer

    def _pair(self, pattern: Pair, where: int) -> None:
        inner = where | Where.REPEATED_GROUP if where & Where.REPEATED else where
        self.visit(pattern.first, inner)
        self.visit(pattern.second, inner)
        first, second = pattern.first, pattern.second
        if first.attributed and second.attributed:
            names = self._summaries.attributes
            if twice := names(first).shared(names(second)):
                raise schema_error(self._place, "duplicate_attribute", name=twice)
        if isinstance(pattern, Interleave):
            self._interleave(pattern)

    def _interleave(self, pattern: Interleave) -> None:
        first, second, has_text = (
            pattern.first,
            pattern.second,
            self._summaries.has_text,
        )
        if has_text(first) and has_text(second):
            raise schema_error(self._place, "interleave_text")
        names = self._summaries.elements
        if twice := names(first).shared(names(second)):
            raise schema_error(self._place, "interleave_element", name=twice)
