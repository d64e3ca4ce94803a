"""What remains of a pattern after text, or when its attributes are over.

These are the derivatives of RELAX NG validation; those by a name are in `arcs`.
"""

from __future__ import annotations

from collections.abc import Callable

from octavo.hints import Final
from octavo.relaxng import traits
from octavo.relaxng.pattern import (
    Attribute,
    Choice,
    Group,
    Interleave,
    OneOrMore,
    Pattern,
    Text,
)
from octavo.relaxng.patterns import Patterns

BLANK: Final = " \t\r\n"

_TAKES_TEXT: Final = traits.TEXT | traits.TYPED
_SPACES: Final = str.maketrans(BLANK, " " * len(BLANK))

Leaf = Callable[[Pattern], Pattern]


def words(text: str) -> list[str]:
    """Split a text at the white space of XML."""
    if text.isascii():
        return text.split()
    return [word for word in text.translate(_SPACES).split(" ") if word]


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
            result = self._texts[pattern] = self.consume(pattern, self._text_leaf)
        return result

    def _text_leaf(self, pattern: Pattern) -> Pattern:
        return pattern if isinstance(pattern, Text) else self.patterns.not_allowed

    def consume(self, pattern: Pattern, leaf: Leaf) -> Pattern:
        """Take one piece of text that a leaf of the pattern may match."""
        if isinstance(pattern, Choice):
            takers = [m for m in pattern.members if m.traits & _TAKES_TEXT]
            return self.patterns.choice([self.consume(m, leaf) for m in takers])
        if isinstance(pattern, Group):
            return self._consume_group(pattern, leaf)
        if isinstance(pattern, Interleave):
            return self._consume_interleave(pattern, leaf)
        if isinstance(pattern, OneOrMore):
            again = self.patterns.optional(pattern)
            return self.patterns.group(self.consume(pattern.body, leaf), again)
        return leaf(pattern)

    def _consume_group(self, pattern: Group, leaf: Leaf) -> Pattern:
        first, second = pattern.first, pattern.second
        rest = self.patterns.group(self.consume(first, leaf), second)
        if not first.nullable:
            return rest
        return self.patterns.choice((rest, self.consume(second, leaf)))

    def _consume_interleave(self, pattern: Interleave, leaf: Leaf) -> Pattern:
        interleave = self.patterns.interleave
        first, second = pattern.first, pattern.second
        return self.patterns.choice(
            (
                interleave(self.consume(first, leaf), second),
                interleave(first, self.consume(second, leaf)),
            )
        )

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
