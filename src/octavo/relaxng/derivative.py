"""What remains of a pattern after text, or when its attributes are over.

These are the derivatives of RELAX NG validation; those by a name are in `arcs`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from octavo.relaxng.pattern import (
    Attribute,
    Choice,
    Data,
    Group,
    Interleave,
    List,
    OneOrMore,
    Pattern,
    Patterns,
    Text,
    Value,
)

BLANK: Final = " \t\r\n"

_WORD: Final = re.compile(f"[^{BLANK}]+")

Leaf = Callable[[Pattern], Pattern]


def words(text: str) -> list[str]:
    """Split a text at the white space of XML."""
    return text.split() if text.isascii() else _WORD.findall(text)


class Derivatives:
    """The derivatives of the patterns of one schema, remembered where it pays."""

    def __init__(self, patterns: Patterns) -> None:
        self.patterns = patterns
        self._texts: dict[Pattern, Pattern] = {}
        self._closed: dict[Pattern, Pattern] = {}
        self._closed_leniently: dict[Pattern, Pattern] = {}

    def text(self, pattern: Pattern) -> Pattern:
        """Take text that is not blank, where no datatype looks at it."""
        result = self._texts.get(pattern)
        if result is None:
            result = self._texts[pattern] = self._consume(pattern, self._text_leaf)
        return result

    def _text_leaf(self, pattern: Pattern) -> Pattern:
        return pattern if isinstance(pattern, Text) else self.patterns.not_allowed

    def _consume(self, pattern: Pattern, leaf: Leaf) -> Pattern:
        """Take one piece of text that a leaf of the pattern may match."""
        if isinstance(pattern, Choice):
            return self.patterns.choice(
                [self._consume(m, leaf) for m in pattern.members]
            )
        if isinstance(pattern, Group):
            return self._consume_group(pattern, leaf)
        if isinstance(pattern, Interleave):
            return self._consume_interleave(pattern, leaf)
        if isinstance(pattern, OneOrMore):
            again = self.patterns.optional(pattern)
            return self.patterns.group(self._consume(pattern.body, leaf), again)
        return leaf(pattern)

    def _consume_group(self, pattern: Group, leaf: Leaf) -> Pattern:
        first, second = pattern.first, pattern.second
        rest = self.patterns.group(self._consume(first, leaf), second)
        if not first.nullable:
            return rest
        return self.patterns.choice((rest, self._consume(second, leaf)))

    def _consume_interleave(self, pattern: Interleave, leaf: Leaf) -> Pattern:
        interleave = self.patterns.interleave
        first, second = pattern.first, pattern.second
        return self.patterns.choice(
            (
                interleave(self._consume(first, leaf), second),
                interleave(first, self._consume(second, leaf)),
            )
        )

    def matches(self, pattern: Pattern, text: str, context: Mapping[str, str]) -> bool:
        """Tell whether the whole text of an attribute or element matches."""
        if pattern.nullable and not text.strip(BLANK):
            return True
        return self.string(pattern, text, context).nullable

    def string(
        self, pattern: Pattern, text: str, context: Mapping[str, str]
    ) -> Pattern:
        """Take one string: a whole value, or one word of a list."""

        def leaf(part: Pattern) -> Pattern:
            allowed = self._leaf_matches(part, text, context)
            return self.patterns.empty if allowed else self.patterns.not_allowed

        if isinstance(pattern, Text):
            return pattern
        return self._consume(pattern, leaf)

    def _leaf_matches(
        self, pattern: Pattern, text: str, context: Mapping[str, str]
    ) -> bool:
        if isinstance(pattern, Data):
            exclusion = pattern.exclusion
            return pattern.datatype.allows(text, context) and not (
                exclusion is not None and self.matches(exclusion, text, context)
            )
        if isinstance(pattern, Value):
            value = pattern.datatype.value(text, context)
            return value is not None and value == pattern.value
        if isinstance(pattern, List):
            rest = pattern.body
            for word in words(text):
                rest = self.string(rest, word, context)
            return rest.nullable
        return isinstance(pattern, Text)

    def close(self, pattern: Pattern, lenient: bool = False) -> Pattern:
        """End the attributes; leniently means that missing ones are forgiven."""
        if not pattern.attributed:
            return pattern
        memory = self._closed_leniently if lenient else self._closed
        result = memory.get(pattern)
        if result is None:
            result = memory[pattern] = self._close(pattern, lenient)
        return result

    def _close(self, pattern: Pattern, lenient: bool) -> Pattern:
        patterns = self.patterns
        if isinstance(pattern, Group):
            second = self.close(pattern.second, lenient)
            return patterns.group(self.close(pattern.first, lenient), second)
        if isinstance(pattern, Choice):
            return patterns.choice([self.close(m, lenient) for m in pattern.members])
        if isinstance(pattern, Interleave):
            second = self.close(pattern.second, lenient)
            return patterns.interleave(self.close(pattern.first, lenient), second)
        if isinstance(pattern, OneOrMore):
            return patterns.one_or_more(self.close(pattern.body, lenient))
        assert isinstance(pattern, Attribute)
        return patterns.empty if lenient else patterns.not_allowed
