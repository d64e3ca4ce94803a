"""The fast run: decides whether a document is valid and stops at the first doubt.

It makes no messages. A document it refuses is gone through again by the examiner,
which knows how to go on after a mistake and what to say about it. Where the
accelerator was compiled, it does the same in C.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain
from xml.parsers import expat

from octavo.hints import Final
from octavo.relaxng import document, limits
from octavo.relaxng.automaton import Automaton, Ends, Opening, State
from octavo.relaxng.derivative import BLANK
from octavo.relaxng.pattern import NotAllowed
from octavo.relaxng.steps import RefusedError, Steps, refuse

try:
    from octavo.relaxng import _accelerator
except ImportError:  # no compiler was there when Octavo was installed
    _accelerator = None  # type: ignore[assignment]

PURE: Final = "OCTAVO_PURE_PYTHON"
"""The environment variable that leaves the accelerator unused if it is not empty."""

_OUTSIDE: Final = Opening(State((), NotAllowed()), "", (), ())
"""Stands in the places of elements that are not open."""


def is_accelerated() -> bool:
    """Tell whether the accelerator is there and is used."""
    return _accelerator is not None and not os.environ.get(PURE)


def accepts(
    automaton: Automaton, find: document.FindEntity | None, chunks: Iterable[bytes]
) -> bool:
    """Tell whether a document is valid."""
    steps = Steps(automaton)
    try:
        well_formed = _go_through(steps, find, iter(chunks))
    except (RefusedError, expat.ExpatError, document.EncodingError):
        return False
    return well_formed and steps.all_referents_exist


def _go_through(
    steps: Steps, find: document.FindEntity | None, chunks: Iterator[bytes]
) -> bool:
    if is_accelerated():
        first = next(chunks, b"")
        done = _accelerator.run(steps, first, chunks, limits.DOCUMENT_DEPTH)
        if done is not None:
            return done
        chunks = chain((first,), chunks)
    run = Acceptor(steps, find)
    document.parse(run.parser, chunks)
    return True


class Acceptor:
    """The run in Python."""

    __slots__ = ("_depth", "_stack", "_state", "_steps", "_text", "parser")

    def __init__(self, steps: Steps, find: document.FindEntity | None) -> None:
        self._steps = steps
        self._state = steps.start()
        self._depth = 0
        self._stack: list[Opening] = [_OUTSIDE] * limits.DOCUMENT_DEPTH
        self._text: list[str] = []
        parser = document.new_parser(steps.namespaces, find, refuse)
        self.parser = parser
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters

    def _start(self, name: str, attributes: list[str]) -> None:
        state = self._state
        opening = state.go.get(name) or self._steps.open(state, name, self._taken())
        try:
            self._stack[self._depth] = opening
        except IndexError:
            raise RefusedError from None
        self._depth += 1
        if not attributes:
            self._state = opening.closed or refuse()
            return
        key = attributes[0] if len(attributes) == 2 else tuple(attributes[::2])
        checks, ids, self._state = opening.plans.get(key) or self._steps.plan(
            opening, attributes, key
        )
        for index, check, accepted in checks:
            text = attributes[index]
            if text not in accepted and not check.allows(text, self._steps.namespaces):
                raise RefusedError
        if ids:
            self._steps.note_ids(ids, attributes)

    def _end(self, _name: str) -> None:
        state = self._state
        ends = self._typed(state) if state.typed else state.ends
        self._depth = depth = self._depth - 1
        opening = self._stack[depth]
        self._state = opening.nexts.get(ends) or self._steps.leave(opening, ends)

    def _characters(self, text: str) -> None:
        state = self._state
        if state.loops:
            return
        if state.typed:
            self._text.append(text)
        elif text.strip(BLANK):
            self._state = self._steps.after_text(state)

    def _typed(self, state: State) -> Ends:
        return self._steps.typed(state, self._taken())

    def _taken(self) -> str:
        """Give the text that was kept for a datatype, and keep it no longer."""
        text = "".join(self._text)
        self._text.clear()
        return text
