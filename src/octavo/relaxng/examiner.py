"""The careful run: finds every mistake of a document and says what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.parsers import expat

from octavo.diagnostics import Diagnostic
from octavo.relaxng import document, limits
from octavo.relaxng.automaton import Automaton, Ends, Opening, State
from octavo.relaxng.derivative import BLANK
from octavo.relaxng.findings import Findings
from octavo.relaxng.idchecker import IdChecker
from octavo.relaxng.index import Index
from octavo.relaxng.namespaces import Namespaces
from octavo.relaxng.pattern import Pattern
from octavo.relaxng.recovery import Recovery
from octavo.relaxng.reporter import Frame, step
from octavo.relaxng.tracker import Tracker

Contents = tuple[Pattern, ...]


def examine(
    run: Examiner, chunks: Iterable[bytes], findings: Findings
) -> Iterator[Diagnostic]:
    """Find the mistakes of a document, in the order in which they become known."""
    try:
        for chunk in chunks:
            run.feed(chunk, False)
            yield from findings.take()
        run.feed(b"", True)
    except document.EncodingError as error:
        findings.encoding(str(error))
    except expat.ExpatError as error:
        findings.not_well_formed(error)
    except limits.LimitExceededError as error:
        findings.limit(error)
    else:
        run.ids.finish()
    yield from findings.take()


class Examiner:
    """One run over one document.

    ``doubtful`` says that a mistake was found and the state has no alternative left:
    then nothing more is known, and nothing more is said until it is left. An element
    that stands where only a datatype may has its text looked at as a whole as well,
    up to its first child: till then the run ``gathers`` text.
    """

    def __init__(
        self,
        automaton: Automaton,
        index: Index,
        find: document.FindEntity | None,
        findings: Findings,
    ) -> None:
        self._automaton = automaton
        self._index = index
        self._recovery = Recovery(automaton, index)
        self._findings = findings
        self._state = automaton.start()
        self.frames: list[Frame] = []
        self._text: list[str] = []
        self._inherits = self._gathers = False
        self.namespaces = Namespaces()
        parser = document.new_parser(self.namespaces, find, findings.unread_entity)
        self._tracker = Tracker(parser)
        self.ids = IdChecker(automaton.id_types, findings)
        findings.attach(self._tracker, self.frames)
        self.parser = parser
        parser.namespace_prefixes = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters

    def feed(self, chunk: bytes, final: bool) -> None:
        """Go on with some more bytes of the document."""
        self._tracker.feed(chunk)
        with limits.deep_recursion():
            self.parser.Parse(chunk, final)

    @property
    def alternatives(self) -> tuple[Pattern, ...]:
        """What may come at the place that was reached."""
        return self._state.alternatives

    def contents_of(self, name: str) -> tuple[Pattern, ...]:
        """Give the contents a child of some name would have at this place."""
        opening = self._automaton.open(self._state, name)
        return opening.contents if opening else (self._index.content_of(name),)

    @property
    def doubtful(self) -> bool:
        """Whether nothing can be said about the place where the document is."""
        return self._state.dead and self._findings.has_reported

    # -- elements ---------------------------------------------------------------

    def _start(self, name: str, attributes: list[str]) -> None:
        key, written = _names(name)
        self._end_text(before_child=True)
        self._tracker.start(step(key))
        if len(self.frames) >= limits.DOCUMENT_DEPTH:
            raise limits.LimitExceededError(limits.NESTING, limits.DOCUMENT_DEPTH)
        opening = self._opening(key)
        self.frames.append(Frame(opening, key, written, self._inherits))
        self._inherits = self._inherits or any(
            rest.typed for row in opening.matrix for rest in row
        )
        if attributes:
            attributes[::2] = [_names(name)[0] for name in attributes[::2]]
        self._state = self._attributes(opening, attributes)
        self._gathers = self._state.typed or self._inherits
        self.ids.note(key, attributes)

    def _opening(self, name: str) -> Opening:
        state = self._state
        opening = state.go.get(name) or self._automaton.open(state, name)
        if opening is not None:
            if len(state.go) < limits.VALUES and not state.typed:
                state.go[name] = opening
            return opening
        opening = self._recovery.too_early(state, name)
        if opening is not None:
            if not self.doubtful:
                self._findings.early_element(name, state)
            return opening
        opening = self._recovery.elsewhere(state, name)
        if not self.doubtful:
            self._findings.misplaced_element(name, state, opening)
        return opening

    def _end(self, _name: str) -> None:
        self._tracker.close()
        state = self._state
        text, ends = self._ends(state)
        frame = self.frames[-1]
        following = self._automaton.leave(frame.opening, ends)
        if following is None:
            following = self._recovery.leave(frame.opening, state)
            # Where the parent is unknown, only what the element itself lacks counts.
            if not self.doubtful and (not following.dead or not any(ends)):
                self._findings.incomplete(state, text)
        self._inherits = self.frames.pop().inherits
        self._tracker.end()
        self._state = following
        self._gathers = False

    def _ends(self, state: State) -> tuple[str | None, Ends]:
        if not self._gathers:
            self._end_text(before_child=False)
            return None, state.ends
        text = "".join(self._text)
        self._text.clear()
        return text, self._automaton.ends(state, text, self.namespaces)

    # -- attributes -------------------------------------------------------------

    def _attributes(self, opening: Opening, attributes: list[str]) -> State:
        names = tuple(attributes[::2])
        plan = self._automaton.plan(opening, names)
        if plan is not None:
            checks, _, state = plan
            context = self.namespaces
            if all(check.allows(attributes[i], context) for i, check, _ in checks):
                return state
        contents = opening.contents
        for name, value in zip(names, attributes[1::2], strict=True):
            contents = self._attribute(contents, name, value, names)
        return self._close(contents, names)

    def _attribute(
        self, contents: Contents, name: str, value: str, present: tuple[str, ...]
    ) -> Contents:
        matcher = self._automaton.attributes
        step = matcher.step(contents, name)
        if not any(step):
            if not (self._findings.has_reported and self._is_dead(contents)):
                self._findings.attribute(name, contents, present)
            return contents
        taken = matcher.take(contents, name, value, self.namespaces)
        if self._is_dead(taken):
            self._findings.attribute_value(name, value, step)
            choice = self._automaton.patterns.choice
            return tuple(choice([rest for _, rest in arcs]) for arcs in step)
        return taken

    def _close(self, contents: Contents, present: tuple[str, ...]) -> State:
        matcher = self._automaton.attributes
        closed = matcher.closed(contents)
        if self._is_dead(closed):
            if not (self._findings.has_reported and self._is_dead(contents)):
                self._findings.missing_attributes(contents, present)
            closed = matcher.closed(contents, lenient=True)
        return self._automaton.state(closed)

    def _is_dead(self, contents: Contents) -> bool:
        not_allowed = self._automaton.patterns.not_allowed
        return all(content is not_allowed for content in contents)

    # -- text -------------------------------------------------------------------

    def _characters(self, text: str) -> None:
        state = self._state
        if self._gathers:
            self._text.append(text)
            return
        following = self._automaton.after_text(state)
        if following is state:
            return
        self._tracker.text()
        if text.strip(BLANK):
            if following is not None:
                self._state = following
            elif not self.doubtful:
                self._tracker.misplaced_text()

    def _end_text(self, before_child: bool) -> None:
        """See what the text was that has just ended."""
        if before_child and self._text:
            text = "".join(self._text)
            self._text.clear()
            following = self._automaton.after_text(self._state)
            if text.strip(BLANK) and following is not None:
                self._state = following
            elif text.strip(BLANK) and not self.doubtful:
                self._findings.text(self._state, self._tracker.behind())
        spot = self._tracker.take_misplaced_text()
        if spot is not None:
            self._findings.text(self._state, spot)


def _names(name: str) -> tuple[str, str]:
    """Take a name of expat apart: the key of the tables, and as it is written."""
    namespace, _, rest = name.partition(" ")
    if not rest:
        return name, name
    local, _, prefix = rest.partition(" ")
    return f"{namespace} {local}", f"{prefix}:{local}" if prefix else local
