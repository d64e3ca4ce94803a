"""How validation goes on after a mistake.

What must not stand where it does is taken as it is known elsewhere in the schema, so
that its own content is still checked; what is missing counts as if it were there. After
a first mistake nothing is said about the inside of elements the schema does not know.
No mistake may cause another: where two readings are possible, both are kept.
"""

from __future__ import annotations

from octavo.relaxng.arcs import Mode
from octavo.relaxng.automaton import Automaton, Ends, Opening, State
from octavo.relaxng.expected import expected
from octavo.relaxng.index import Index
from octavo.relaxng.nearest import misspelt, namesake


class Recovery:
    """Finds the state to go on in."""

    def __init__(self, automaton: Automaton, index: Index) -> None:
        self._automaton = automaton
        self._index = index

    def too_early(self, state: State, name: str) -> Opening | None:
        """Enter an element although something required before it is missing."""
        return self._automaton.open(state, name, Mode.SKIPPING)

    def elsewhere(self, state: State, name: str) -> Opening:
        """Enter an element as the schema knows it.

        Afterwards the parent is as it was; if the name is probably a misspelt one, it
        may also be as if the right name had stood there.
        """
        content = self._index.content_of(name)
        matrix = tuple((alternative,) for alternative in state.alternatives)
        known = content is not self._automaton.patterns.not_allowed
        likely = expected(state.alternatives).elements
        meant = namesake(name, likely) or ("" if known else misspelt(name, likely))
        opening = self._automaton.open(state, meant) if meant else None
        if opening is not None:
            choice = self._automaton.patterns.choice
            matrix = tuple(
                (choice([alternative, *row]),)
                for (alternative,), row in zip(matrix, opening.matrix, strict=True)
            )
        return self._automaton.enter(state, name, (content,), matrix)

    def leave(self, opening: Opening, state: State) -> State:
        """Leave an element although something is missing or wrong in it."""
        not_allowed = self._automaton.patterns.not_allowed
        alive: Ends = tuple(p is not not_allowed for p in state.alternatives)
        if not any(alive):
            alive = (True,) * len(alive)
        return self._automaton.after(opening, alive)
