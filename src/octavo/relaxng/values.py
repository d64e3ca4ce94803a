"""Whether a text, an attribute value or the text of an element, matches a pattern.

Most such patterns are one datatype or a choice of values. For each a test is put
together once, so that it needs not be looked at again for every text. Only the inside
of lists can be a sequence and needs derivatives.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

from octavo.relaxng import limits
from octavo.relaxng.derivative import BLANK, Derivatives, words
from octavo.relaxng.pattern import (
    Choice,
    Data,
    Empty,
    List,
    OneOrMore,
    Pattern,
    Value,
)

Context = Mapping[str, str]
Test = Callable[[str, Context], bool]


class ValueCheck:
    """Whether texts match a pattern; short texts that did are remembered.

    When there are too many it begins anew: those of the next document are others.
    """

    __slots__ = ("_remembers", "_test", "accepted", "pattern")

    def __init__(self, pattern: Pattern, test: Test) -> None:
        self.pattern = pattern
        self.accepted: set[str] = set()
        self._test = test
        self._remembers = not pattern.contextual

    def allows(self, text: str, context: Context) -> bool:
        """Tell whether a text matches."""
        if text in self.accepted:
            return True
        allowed = self._test(text, context)
        if allowed and self._remembers and len(text) < limits.VALUE_LENGTH:
            if len(self.accepted) >= limits.VALUES:
                self.accepted.clear()
            self.accepted.add(text)
        return allowed


class Values:
    """Matches texts with the patterns of one schema."""

    def __init__(self, derivatives: Derivatives) -> None:
        self._derivatives = derivatives
        self._patterns = derivatives.patterns
        self._checks: dict[Pattern, ValueCheck] = {}
        self._tests: dict[Pattern, Test] = {}

    def check(self, pattern: Pattern) -> ValueCheck:
        """Give the check for a pattern, always the same one."""
        check = self._checks.get(pattern)
        if check is None:
            check = self._checks[pattern] = ValueCheck(pattern, self.test(pattern))
        return check

    def test(self, pattern: Pattern) -> Test:
        """Give the test for whole texts; a blank one matches what may be empty."""
        test = self._test(pattern)
        if not pattern.nullable:
            return test
        return lambda text, context: not text.strip(BLANK) or test(text, context)

    def _test(self, pattern: Pattern) -> Test:
        """Give the test for texts that are not blank."""
        test = self._tests.get(pattern)
        if test is None:
            test = self._tests[pattern] = self._make(pattern)
        return test

    def _make(self, pattern: Pattern) -> Test:
        if isinstance(pattern, Data):
            return self._data(pattern)
        if isinstance(pattern, Choice):
            return self._choice(pattern)
        if isinstance(pattern, Value):
            return _one_of(pattern, {pattern.value})
        if isinstance(pattern, List):
            return self._list(pattern.body)
        takes_text = self._derivatives.text(pattern).nullable
        return lambda _text, _context: takes_text

    def _data(self, pattern: Data) -> Test:
        allows = pattern.datatype.allows
        if pattern.exclusion is None:
            return allows
        excluded = self.test(pattern.exclusion)
        return lambda text, context: (
            allows(text, context) and not excluded(text, context)
        )

    def _choice(self, pattern: Choice) -> Test:
        """Put values of the same datatype together; they are tested first."""
        values: dict[int, tuple[Value, set[Hashable]]] = {}
        others = []
        for member in pattern.members:
            if isinstance(member, Value):
                key = id(member.datatype)
                values.setdefault(key, (member, set()))[1].add(member.value)
            elif not isinstance(member, Empty):
                others.append(self._test(member))
        tests = [_one_of(member, found) for member, found in values.values()]
        tests += others
        if len(tests) == 1:
            return tests[0]
        return lambda text, context: any(test(text, context) for test in tests)

    def _list(self, body: Pattern) -> Test:
        is_nullable = body.nullable
        if isinstance(body, Choice) and body.nullable and len(body.members) == 2:
            one, other = body.members
            body = other if isinstance(one, Empty) else body
        if isinstance(body, OneOrMore) and _is_single(body.body):
            return self._words(self.check(body.body), is_nullable)

        def sequence(text: str, context: Context) -> bool:
            rest = body
            for word in words(text):
                rest = self._take(rest, word, context)
            return rest.nullable

        return sequence

    def _words(self, check: ValueCheck, is_nullable: bool) -> Test:
        """Give the test of a list of like words; lists differ, but words come again."""
        accepted, allows = check.accepted, check.allows

        def every(text: str, context: Context) -> bool:
            found = words(text)
            for word in found:
                if word not in accepted and not allows(word, context):
                    return False
            return bool(found) or is_nullable

        return every

    def _take(self, body: Pattern, word: str, context: Context) -> Pattern:
        """Take a word of a list."""

        def leaf(pattern: Pattern) -> Pattern:
            allowed = self._test(pattern)(word, context)
            return self._patterns.empty if allowed else self._patterns.not_allowed

        return self._derivatives.consume(body, leaf)


def _one_of(member: Value, values: set[Hashable]) -> Test:
    """Give the test for values of the datatype of one of them."""
    value = member.datatype.value
    return lambda text, context: value(text, context) in values


def _is_single(pattern: Pattern) -> bool:
    """Tell whether a pattern in a list takes exactly one word."""
    if isinstance(pattern, Choice):
        return all(_is_single(member) for member in pattern.members)
    return isinstance(pattern, Data | Value)
