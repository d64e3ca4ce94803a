"""What there is to say about each kind of mistake in a document.

The sentences are in `codes`; here their gaps are filled and a likely repair is sought.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final
from xml.parsers import expat

from octavo.relaxng import limits, repairs, wording
from octavo.relaxng.arcs import ArcList, Mode
from octavo.relaxng.automaton import Automaton, Opening, State
from octavo.relaxng.expected import attributes, expected, required, required_before
from octavo.relaxng.index import Index
from octavo.relaxng.nearest import misspelt
from octavo.relaxng.pattern import Attribute, Choice, Element, Pattern, Value
from octavo.relaxng.positions import Spot
from octavo.relaxng.reporter import Reporter, Situation
from octavo.relaxng.wording import listed, quoted, shown

_BREACH: Final = 43  # XML_ERROR_AMPLIFICATION_LIMIT_BREACH of expat
_UNDEFINED: Final = 11  # XML_ERROR_UNDEFINED_ENTITY
_ANCESTORS: Final = 3

Contents = tuple[Pattern, ...]


class Findings(Reporter):
    """Reports mistakes by kind."""

    def __init__(
        self, automaton: Automaton, index: Index, file: str, source: str, names: int
    ) -> None:
        super().__init__(file, source, names)
        self._automaton = automaton
        self._index = index

    # -- elements ---------------------------------------------------------------

    def misplaced_element(self, name: str, state: State, opening: Opening) -> None:
        """Report an element that must not stand here, or nowhere."""
        home, parent = self._home(name), self.parent
        above = self.frames[-1].name if self.frames else ""

        def phrase() -> tuple[str, ...]:
            found = expected(state.alternatives)
            says = wording.expectation(found, name, parent, home, self.names)
            nearest = repairs.by_name(name, found, self._index)
            place = repairs.by_place(name, above, found, self._index)
            return says, nearest, place

        says, nearest, elsewhere = self._index.phrase(
            (state.alternatives, name, parent, above, home, self.names), phrase
        )
        known = opening.contents[0] is not self._automaton.patterns.not_allowed
        self.report(
            "misplaced_element" if known else "unknown_element",
            self.situation(),
            nearest or self._closable(name, state) or elsewhere,
            name=shown(name, home),
            expected=says,
        )

    def early_element(self, name: str, state: State) -> None:
        """Report an element that comes before something required."""
        home = self._home(name)

        def leads(pattern: Pattern) -> bool:
            return bool(self._automaton.arcs.find(pattern, name, Mode.SKIPPING))

        before = required_before(state.alternatives, leads)
        missing = [shown(n, home) for n in before if n != name]
        says = wording.expectation(
            expected(state.alternatives), name, self.parent, home, self.names
        )
        key = "early_element" if missing else "early_element_expected"
        self.report(
            key,
            self.situation(),
            name=shown(name, home),
            missing=listed(missing, 0, "and"),
            expected=says,
        )

    def incomplete(self, state: State, text: str | None) -> None:
        """Report an element that ends too early, or with the wrong text in it."""
        found = expected(state.alternatives)
        if text is not None and found.values:
            self._content_value(state, text)
            return
        missing = required(state.alternatives, Element)
        says = wording.expectation(found, "", "", self.home, self.names)
        self.report(
            "incomplete" if missing else "incomplete_expected",
            self.situation(),
            repairs.for_missing_elements(missing, self.parent, self.home),
            name=self.parent,
            missing=listed([shown(n, self.home) for n in missing], 0, "and"),
            expected=says,
        )

    def _home(self, name: str) -> str:
        return self.home if self.frames else name.rpartition(" ")[0]

    def _closable(self, name: str, state: State) -> str:
        """Say which elements to close so that an element may follow."""
        if not any(state.ends):
            return ""
        closing: list[str] = []
        for frame in self.frames[: -_ANCESTORS - 1 : -1]:
            closing.append(f'"{frame.written}"')
            ends = (True,) * len(frame.opening.contents)
            following = self._automaton.leave(frame.opening, ends)
            if following and self._automaton.open(following, name):
                return f"close {listed(closing, 0, 'and')} first"
        return ""

    # -- text -------------------------------------------------------------------

    def text(self, state: State, spot: Spot) -> None:
        """Report text where no text may stand."""
        found = expected(state.alternatives)
        says = wording.expectation(found, "", self.parent, self.home, self.names)
        place = Situation(spot, self.path)
        hint = repairs.for_text(found, self._index, self.home, self.siblings)
        self.report("text", place, hint, expected=says)

    def _content_value(self, state: State, text: str) -> None:
        alternatives = state.alternatives
        says = " or ".join(
            dict.fromkeys(wording.rule(p, text, self.names) for p in alternatives)
        )
        self.report(
            "content_value" if text.strip() else "content_empty",
            self.situation(),
            repairs.for_value(text, _values(alternatives)),
            name=self.parent,
            value=quoted(text),
            rule=says,
        )

    # -- attributes -------------------------------------------------------------

    def attribute(self, name: str, contents: Contents, present: Sequence[str]) -> None:
        """Report an attribute that the element does not have."""

        def phrase() -> tuple[str, ...]:
            found = attributes(contents)
            says = wording.attribute_expectation(found, name, self.names)
            hint = repairs.for_attribute(name, found, present, self._index, self.home)
            some = found.attributes or found.any_attributes
            return "attribute" if some else "no_attributes", says, hint

        key, says, hint = self._index.phrase(
            (contents, name, present, self.names), phrase
        )
        self.report(
            key,
            self.situation(name),
            hint,
            name=shown(name),
            element=self.parent,
            expected=says,
        )

    def attribute_value(self, name: str, value: str, step: tuple[ArcList, ...]) -> None:
        """Report an attribute whose value is wrong."""
        targets = [target for arcs in step for target, _ in arcs]
        rules = (wording.rule(target, value, self.names) for target in targets)
        self.report(
            "attribute_value",
            self.situation(name),
            repairs.for_value(value, _values(targets)),
            name=shown(name),
            value=quoted(value),
            rule=" or ".join(dict.fromkeys(rules)),
        )

    def missing_attributes(self, contents: Contents, present: Sequence[str]) -> None:
        """Report attributes that the element must have."""
        missing = [n for n in required(contents, Attribute) if n not in present]
        found = attributes(contents)
        words = [f"attribute {shown(name)}" for name in missing]
        self.report(
            "missing_attribute" if missing else "missing_attribute_expected",
            self.situation(),
            self._supply(missing, found.attributes),
            name=self.parent,
            missing=listed(words, 0, "and"),
            expected=wording.attribute_expectation(found, "", self.names),
        )

    def _supply(self, missing: Sequence[str], known: dict[str, list[Attribute]]) -> str:
        if len(missing) != 1:
            return ""
        rules = (wording.rule(a.value, "", self.names) for a in known[missing[0]])
        name = shown(missing[0]).strip('"')
        return f'add {name}="…" to {self.parent}: {" or ".join(dict.fromkeys(rules))}'

    # -- ids --------------------------------------------------------------------

    def duplicate_id(self, name: str, value: str, line: int) -> None:
        """Report an id that another element has already."""
        hint = "give one of the two another id, and correct what points to it"
        place = self.situation(name)
        self.report("duplicate_id", place, hint, value=quoted(value), line=str(line))

    def id_words(self, name: str, value: str) -> None:
        """Report an id that is empty or several words."""
        place = self.situation(name)
        if not self.has_reported_at(place):
            self.report("id_words", place, name=shown(name), value=quoted(value))

    def dangling_reference(
        self, value: str, place: Situation, known: Iterable[str]
    ) -> None:
        """Report a reference to an id that is nowhere."""
        meant = misspelt(value, known)
        hint = f"did you mean {quoted(meant)}" if meant else ""
        self.report("dangling_reference", place, hint, value=quoted(value))

    # -- the document as a whole ------------------------------------------------

    def not_well_formed(self, error: expat.ExpatError) -> None:
        """Report that the document is not XML from here on."""
        place = Situation(Spot(error.lineno, error.offset + 1), self.path)
        if error.code == _BREACH:
            self.report("entity_bomb", place)
            return
        reason = expat.ErrorString(error.code) or "unknown error"
        hint = "declare it, or write the character itself"
        self.report(
            "not_well_formed",
            place,
            hint if error.code == _UNDEFINED else "",
            reason=reason,
        )

    def encoding(self, reason: str) -> None:
        """Report bytes that are no text."""
        place = Situation(Spot(self.line, 1), self.path)
        self.report("encoding", place, reason=reason)

    def limit(self, error: limits.LimitExceededError) -> None:
        """Report that a limit was reached and the run has ended."""
        key = "too_deep" if error.what == limits.NESTING else "too_complex"
        place = Situation(Spot(self.line, 1), self.path)
        self.report(key, place, limit=f"{error.limit:,}", reason=str(error))

    def unread_entity(self, name: str) -> None:
        """Report an entity whose declaration was not read."""
        place = Situation(Spot(self.line, 1), self.path)
        hint = "declare it in the document, or add its file to the catalog"
        self.report("unread_entity", place, hint, name=quoted(name))


def _values(patterns: Iterable[Pattern]) -> list[str]:
    """Give the fixed values in some patterns."""
    found: list[str] = []
    for pattern in patterns:
        if isinstance(pattern, Value):
            found.append(pattern.text.strip())
        elif isinstance(pattern, Choice):
            found += _values(pattern.members)
    return found
