"""A schema read, simplified and checked, with all that messages need."""

from __future__ import annotations

from functools import cached_property

from octavo.hints import TYPE_CHECKING
from octavo.relaxng import ids, limits, traits
from octavo.relaxng.automaton import Automaton
from octavo.relaxng.includes import Library
from octavo.relaxng.simplify import Simplifier
from octavo.relaxng.syntax import Node, schema_error

if TYPE_CHECKING:
    from octavo.diagnostics import Diagnostic
    from octavo.relaxng.idtypes import IdTypes
    from octavo.relaxng.index import Index
    from octavo.relaxng.pattern import Element, Pattern
    from octavo.relaxng.patterns import Patterns
    from octavo.relaxng.recorder import Record


class Compiled:
    """The patterns of a schema that is known to be correct."""

    def __init__(self, root: Node, library: Library) -> None:
        """Simplify and check; raise SchemaError if the schema is not correct."""
        self.library = library
        self._root = root
        self.warnings: tuple[Diagnostic, ...] = ()
        try:
            with limits.deep_recursion():
                self._compile()
        except limits.LimitExceededError as error:
            raise schema_error(root.place, "limit", reason=str(error)) from error

    def _compile(self) -> None:
        simplifier = Simplifier(self.library)
        self._start = simplifier.start(self._root)
        made = simplifier.elements
        if _is_doubtful(self._start, made):
            self.elements  # noqa: B018 - raises the first that is broken
        id_types = ids.find_plain(made, simplifier.patterns)
        if id_types is None:
            id_types = self._examine_ids(simplifier.patterns)
        simplifier.check_unused()
        self._id_types = id_types
        self.automaton = Automaton(simplifier.patterns, self._start, id_types)

    def _examine_ids(self, patterns: Patterns) -> IdTypes:
        id_types, problem = ids.find(self.elements, patterns.attributes)
        if problem is not None:
            from dataclasses import replace  # most schemas are right

            from octavo.diagnostics import Severity

            self.warnings = tuple(
                replace(found, severity=Severity.WARNING)
                for found in problem.diagnostics
            )
        return id_types

    @cached_property
    def elements(self) -> list[Element]:
        """The elements that the start reaches, in order; restrictions are checked."""
        from octavo.relaxng import restrictions  # few schemas are doubtful

        with limits.deep_recursion():
            return restrictions.check(self._start, self._root)

    @cached_property
    def index(self) -> Index:
        """The names of the schema, for messages."""
        from octavo.relaxng.index import Index  # most documents are valid

        return Index(self.elements, self.automaton.patterns)

    def record(self) -> Record | None:
        """Give what may be kept; nothing if there are warnings to give each time.

        Nor if values depend on namespaces.
        """
        if self.automaton.patterns.contextual or self.warnings:
            return None
        with limits.deep_recursion():
            from octavo.relaxng.recorder import Recorder  # once per schema

            return Recorder(self.elements).record(self._start, self._id_types.kinds)


def _is_doubtful(start: Pattern, elements: list[Element]) -> bool:
    """Tell whether a restriction may be broken, so that one has to look closer.

    The elements may be more than the start reaches, and more are added to the list
    while their contents are made.
    """
    if traits.doubtful_start(start.traits):
        return True
    doubtful = traits.doubtful_content
    return bool([element for element in elements if doubtful(element.content.traits)])
