"""What the fast run does where its tables have no answer yet.

Each step looks for the answer, and puts it into the tables where it may be used again.
"""

from __future__ import annotations

from octavo.hints import NoReturn
from octavo.relaxng import limits
from octavo.relaxng.automaton import (
    Automaton,
    Ends,
    Opening,
    Plan,
    PlanKey,
    State,
)
from octavo.relaxng.derivative import BLANK, words
from octavo.relaxng.namespaces import Namespaces


class RefusedError(Exception):
    """The document is not valid, or not well-formed, or beyond a limit."""


class Steps:
    """The steps of one run over one document, and what it has met so far."""

    __slots__ = ("_automaton", "_ids", "_references", "namespaces")

    def __init__(self, automaton: Automaton) -> None:
        self._automaton = automaton
        self._ids: set[str] = set()
        self._references: set[str] = set()
        self.namespaces = Namespaces()

    @property
    def all_referents_exist(self) -> bool:
        """Whether every id that was referred to is there."""
        return self._references <= self._ids

    def start(self) -> State:
        """Give the state before the root element."""
        return self._automaton.start()

    def open(self, state: State, name: str, text: str) -> Opening:
        """Step into an element; before it came text that was kept for a datatype."""
        if text.strip(BLANK):
            state = self.after_text(state)
        opening = self._automaton.open(state, name)
        if opening is None:
            refuse()
        if len(state.go) < limits.VALUES and not state.typed:
            state.go[name] = opening
        return opening

    def plan(self, opening: Opening, attributes: list[str], key: PlanKey) -> Plan:
        """Say what to do about the attributes of a start tag."""
        names = tuple(attributes[::2])
        plan = self._automaton.plan(opening, names)
        if plan is not None:
            if len(opening.plans) < limits.VALUES:
                opening.plans[key] = plan
            return plan
        contents = self._automaton.attributes.walk(
            opening.contents, attributes, self.namespaces
        )
        if contents is None:
            refuse()
        ids = self._automaton.id_types.of(opening.name, names)
        return (), ids, self._automaton.state(contents)

    def note_ids(
        self, places: tuple[tuple[int, str], ...], attributes: list[str]
    ) -> None:
        """Take note of ids and references in the values of attributes."""
        for index, kind in places:
            found = words(attributes[index])
            if not found or (len(found) > 1 and kind != "IDREFS"):
                refuse()
            if kind != "ID":
                self._references.update(found)
            elif found[0] in self._ids:
                refuse()
            else:
                self._ids.add(found[0])

    def after_text(self, state: State) -> State:
        """Go on after text that is not blank."""
        return self._automaton.after_text(state) or refuse()

    def typed(self, state: State, text: str) -> Ends:
        """Tell which alternatives allow the end tag after text for a datatype."""
        return self._automaton.ends(state, text, self.namespaces)

    def leave(self, opening: Opening, ends: Ends) -> State:
        """Step out of an element."""
        return self._automaton.leave(opening, ends) or refuse()


def refuse(_entity: str = "") -> NoReturn:
    """Give the document up."""
    raise RefusedError
