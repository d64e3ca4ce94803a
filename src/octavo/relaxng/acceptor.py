"""The fast run: decides whether a document is valid and stops at the first doubt.

It makes no messages. A document it refuses is gone through again by the examiner,
which knows how to go on after a mistake and what to say about it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NoReturn
from xml.parsers import expat

from octavo.relaxng import document, limits
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
from octavo.relaxng.pattern import NotAllowed

_OUTSIDE: Final = Opening(State((), NotAllowed()), "", (), ())
"""Stands in the places of elements that are not open."""


class RefusedError(Exception):
    """The document is not valid, or not well-formed, or beyond a limit."""


def accepts(
    automaton: Automaton, find: document.FindEntity | None, chunks: Iterable[bytes]
) -> bool:
    """Tell whether a document is valid."""
    run = Acceptor(automaton, find)
    try:
        document.parse(run.parser, chunks)
    except (RefusedError, expat.ExpatError, document.EncodingError):
        return False
    return run.references <= run.ids


class Acceptor:
    """One run over one document."""

    __slots__ = (
        "_automaton",
        "_depth",
        "_namespaces",
        "_stack",
        "_state",
        "_text",
        "ids",
        "parser",
        "references",
    )

    def __init__(self, automaton: Automaton, find: document.FindEntity | None) -> None:
        self._automaton = automaton
        self.ids: set[str] = set()
        self.references: set[str] = set()
        self._state = automaton.start()
        self._depth = 0
        self._stack: list[Opening] = [_OUTSIDE] * limits.DOCUMENT_DEPTH
        self._text: list[str] = []
        self._namespaces = Namespaces()
        parser = document.new_parser(self._namespaces, find, _refuse)
        self.parser = parser
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters

    def _start(self, name: str, attributes: list[str]) -> None:
        state = self._state
        opening = state.go.get(name)
        if opening is None:
            opening = self._open(state, name)
        try:
            self._stack[self._depth] = opening
        except IndexError:
            raise RefusedError from None
        self._depth += 1
        if not attributes:
            self._state = opening.closed or _refuse()
            return
        key = attributes[0] if len(attributes) == 2 else tuple(attributes[::2])
        checks, ids, self._state = opening.plans.get(key) or self._plan(
            opening, attributes, key
        )
        for index, check, accepted in checks:
            text = attributes[index]
            if text not in accepted and not check.allows(text, self._namespaces):
                raise RefusedError
        if ids:
            self._note_ids(ids, attributes)

    def _end(self, _name: str) -> None:
        state = self._state
        ends = self._typed(state) if state.typed else state.ends
        self._depth = depth = self._depth - 1
        opening = self._stack[depth]
        following = opening.nexts.get(ends)
        if following is None:
            following = self._leave(opening, ends)
        self._state = following

    def _characters(self, text: str) -> None:
        state = self._state
        if state.loops:
            return
        if state.typed:
            self._text.append(text)
        elif text.strip(BLANK):
            self._state = self._after_text(state)

    def _after_text(self, state: State) -> State:
        following = self._automaton.after_text(state)
        if following is None:
            raise RefusedError
        return following

    def _typed(self, state: State) -> Ends:
        text = "".join(self._text)
        self._text.clear()
        return self._automaton.ends(state, text, self._namespaces)

    def _open(self, state: State, name: str) -> Opening:
        if state.typed:
            state = self._before_child(state)
        opening = self._automaton.open(state, name)
        if opening is None:
            raise RefusedError
        if len(state.go) < limits.VALUES and not state.typed:
            state.go[name] = opening
        return opening

    def _before_child(self, state: State) -> State:
        """Take text that was kept for a datatype, but stands before a child."""
        text = "".join(self._text)
        self._text.clear()
        return self._after_text(state) if text.strip(BLANK) else state

    def _plan(self, opening: Opening, attributes: list[str], key: PlanKey) -> Plan:
        names = tuple(attributes[::2])
        plan = self._automaton.plan(opening, names)
        if plan is not None:
            if len(opening.plans) < limits.VALUES:
                opening.plans[key] = plan
            return plan
        contents = self._automaton.attributes.walk(
            opening.contents, attributes, self._namespaces
        )
        if contents is None:
            raise RefusedError
        ids = self._automaton.id_types.of(opening.name, names)
        return Plan((), ids, self._automaton.state(contents))

    def _leave(self, opening: Opening, ends: Ends) -> State:
        following = self._automaton.leave(opening, ends)
        if following is None:
            raise RefusedError
        return following

    def _note_ids(
        self, places: tuple[tuple[int, str], ...], attributes: list[str]
    ) -> None:
        for index, kind in places:
            found = words(attributes[index])
            if not found or (len(found) > 1 and kind != "IDREFS"):
                raise RefusedError
            if kind != "ID":
                self.references.update(found)
            elif found[0] in self.ids:
                raise RefusedError
            else:
                self.ids.add(found[0])


def _refuse(_entity: str = "") -> NoReturn:
    raise RefusedError
