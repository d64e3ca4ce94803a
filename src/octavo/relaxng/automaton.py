"""A tree automaton over patterns, made as far as documents need it.

A state holds what may still come inside the element that is open: several alternatives
where the start tag did not decide which element of the schema it is. An opening is the
step from a state into an element of some name; its matrix tells which alternatives of
the state survive for each alternative inside, and what remains of them. So names that
overlap are kept apart exactly, however long it takes until they differ.
"""

from __future__ import annotations

from collections.abc import Mapping

from octavo.relaxng import limits
from octavo.relaxng.arcs import Arcs, Mode
from octavo.relaxng.attributes import Attributes
from octavo.relaxng.derivative import Derivatives
from octavo.relaxng.idtypes import IdTypes
from octavo.relaxng.pattern import Element, Pattern
from octavo.relaxng.patterns import Patterns
from octavo.relaxng.values import ValueCheck, Values

Alternatives = tuple[Pattern, ...]
Ends = tuple[bool, ...]


class State:
    """What may come inside the open element.

    ``loops``: text has come and changed nothing. ``typed``: a datatype looks at the
    text. ``ends``: which alternatives allow the end tag now. ``dead``: none is left.
    """

    __slots__ = (
        "alternatives",
        "dead",
        "ends",
        "following",
        "go",
        "loops",
        "typed",
    )

    def __init__(self, alternatives: Alternatives, not_allowed: Pattern) -> None:
        self.alternatives = alternatives
        self.go: dict[str, Opening] = {}
        self.typed = any(p.typed for p in alternatives)
        self.ends: Ends = tuple(p.nullable for p in alternatives)
        self.dead = all(p is not_allowed for p in alternatives)
        self.following: State | None = None
        self.loops = False


Checks = tuple[tuple[int, ValueCheck, set[str]], ...]
"""Values to check, each with what its check has accepted so far."""

Ids = tuple[tuple[int, str], ...]
"""The places of values that are ids or refer to ids, with their kind."""

Plan = tuple[Checks, Ids, State]
"""What to do about the attributes of a start tag, and the state behind it."""

PlanKey = str | tuple[str, ...]
"""The names of the attributes of a start tag; a single one may stand for itself."""


class Opening:
    """The step into an element: the patterns inside and the way back.

    ``closed`` is the state when there are no attributes, None if some are required.
    """

    __slots__ = ("closed", "contents", "matrix", "name", "nexts", "parent", "plans")

    def __init__(
        self,
        parent: State,
        name: str,
        contents: Alternatives,
        matrix: tuple[Alternatives, ...],
    ) -> None:
        self.parent = parent
        self.name = name
        self.contents = contents
        self.matrix = matrix
        self.nexts: dict[Ends, State] = {}
        self.plans: dict[PlanKey, Plan] = {}
        self.closed: State | None = None


class Automaton:
    """The states and openings of one schema."""

    def __init__(self, patterns: Patterns, start: Pattern, id_types: IdTypes) -> None:
        self.patterns = patterns
        self.id_types = id_types
        self.derivatives = Derivatives(patterns)
        self.arcs = Arcs(patterns)
        self.values = Values(self.derivatives)
        self.attributes = Attributes(self.derivatives, self.arcs, self.values)
        self._start = start
        self._states: dict[Alternatives, State] = {}

    def start(self) -> State:
        """Give the state before the root element."""
        if len(self._states) > limits.STATES:
            self._states.clear()
            self.arcs.forget()
            self.attributes.forget()
        return self.state((self._start,))

    def state(self, alternatives: Alternatives) -> State:
        """Give the state of some alternatives, always the same one."""
        state = self._states.get(alternatives)
        if state is None:
            if len(self._states) > limits.STATES:
                self._states.clear()
            state = State(alternatives, self.patterns.not_allowed)
            self._states[alternatives] = state
        return state

    def live(self, alternatives: Alternatives) -> State | None:
        """Give the state of some alternatives, or None if none of them is left."""
        state = self.state(alternatives)
        return None if state.dead else state

    def open(self, state: State, name: str, mode: int = Mode.ELEMENT) -> Opening | None:
        """Make the step into a child element, or None if it is not allowed."""
        found = [self.arcs.find(p, name, mode) for p in state.alternatives]
        targets = [target for arcs in found for target, _ in arcs]
        elements = tuple(dict.fromkeys(targets))
        if not elements:
            return None
        choice = self.patterns.choice
        matrix = tuple(
            tuple(choice([rest for to, rest in arcs if to is e]) for e in elements)
            for arcs in found
        )
        contents = tuple(e.content for e in elements if isinstance(e, Element))
        return self.enter(state, name, contents, matrix)

    def enter(
        self,
        state: State,
        name: str,
        contents: Alternatives,
        matrix: tuple[Alternatives, ...],
    ) -> Opening:
        """Make the step into given contents."""
        opening = Opening(state, name, contents, matrix)
        opening.closed = self.live(self.attributes.closed(contents))
        return opening

    def plan(self, opening: Opening, names: tuple[str, ...]) -> Plan | None:
        """Plan for attributes of certain names; None if they must be walked through."""
        plan = opening.plans.get(names)
        if plan is not None:
            return plan
        found = self.attributes.plan(opening.contents, names)
        if found is None:
            return None
        checks = tuple((index, check, check.accepted) for index, check in found[0])
        ids = self.id_types.of(opening.name, names)
        plan = (checks, ids, self.state((found[1],)))
        if len(opening.plans) < limits.VALUES:
            opening.plans[names] = plan
        return plan

    def after_text(self, state: State) -> State | None:
        """Give the state after text that is not blank, None if it is not allowed."""
        if state.following is None:
            text = self.derivatives.text
            following = self.live(tuple([text(p) for p in state.alternatives]))
            state.following = following
            state.loops = following is state and not state.typed
        return state.following

    def ends(self, state: State, text: str, context: Mapping[str, str]) -> Ends:
        """Tell which alternatives allow the end tag after typed text."""
        check = self.values.check
        return tuple(check(p).allows(text, context) for p in state.alternatives)

    def leave(self, opening: Opening, ends: Ends) -> State | None:
        """Go back to the parent, None if no alternative has ended as it should."""
        following = opening.nexts.get(ends)
        if following is None:
            following = self.after(opening, ends)
            if following.dead:
                return None
            opening.nexts[ends] = following
        return following

    def after(self, opening: Opening, ends: Ends) -> State:
        """Go back to the parent with some of the alternatives."""
        choice = self.patterns.choice
        return self.state(
            tuple(
                choice([rest for rest, ended in zip(row, ends, strict=True) if ended])
                for row in opening.matrix
            )
        )
