"""An index of a schema for messages: which names it has, and where they are allowed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from octavo.relaxng import limits
from octavo.relaxng.expected import Expected, expected
from octavo.relaxng.nameclass import Specificity, names
from octavo.relaxng.pattern import Attribute, Element, Pattern, Text, parts
from octavo.relaxng.patterns import Patterns

P = TypeVar("P", bound=Pattern)


class Index:
    """Names of a schema; every table is made when it is first needed."""

    def __init__(self, elements: Sequence[Element], patterns: Patterns) -> None:
        self._elements = elements
        self._patterns = patterns
        self._contents: dict[str, Pattern] = {}
        self._first: dict[Element, Expected] = {}
        self._phrases: dict[Hashable, tuple[str, ...]] = {}

    @cached_property
    def element_names(self) -> frozenset[str]:
        """All element names that the schema lists."""
        return frozenset(n for e in self._elements for n in names(e.names))

    def parents(self, name: str) -> list[str]:
        """List the elements that may contain an element."""
        return self._owners(Element, name)

    def owners(self, name: str) -> list[str]:
        """List the elements that may carry an attribute."""
        return self._owners(Attribute, name)

    def _owners(self, kind: type[Element | Attribute], name: str) -> list[str]:
        leaves = self._leaves.get(name, ())
        todo: list[Pattern] = [p for p in leaves if isinstance(p, kind)]
        found = set(todo)
        while todo:
            new = [h for h in self._holders.get(todo.pop(), ()) if h not in found]
            found.update(new)
            todo.extend(new)
        owners = (e for e in self._elements if e.content in found)
        return list(dict.fromkeys(n for e in owners for n in names(e.names)))

    @cached_property
    def _holders(self) -> dict[Pattern, list[Pattern]]:
        """The patterns that each pattern stands directly in."""
        todo: list[Pattern] = [e.content for e in self._elements]
        found: dict[Pattern, list[Pattern]] = {content: [] for content in todo}
        while todo:
            pattern = todo.pop()
            for part in parts(pattern):
                if part not in found:
                    found[part] = []
                    todo.append(part)
                found[part].append(pattern)
        return found

    @cached_property
    def _leaves(self) -> dict[str, list[Pattern]]:
        """The patterns of elements and attributes by the names they list."""
        found: dict[str, list[Pattern]] = {}
        for pattern in self._holders:
            if isinstance(pattern, Element | Attribute):
                for name in names(pattern.names):
                    found.setdefault(name, []).append(pattern)
        return found

    def first(self, element: Element) -> Expected:
        """Tell what the content of an element may begin with."""
        found = self._first.get(element)
        if found is None:
            found = self._first[element] = expected([element.content])
        return found

    def phrase(
        self, key: Hashable, make: Callable[[], tuple[str, ...]]
    ) -> tuple[str, ...]:
        """Give parts of a message, made once for the same mistake in the same place."""
        phrase = self._phrases.get(key)
        if phrase is None:
            if len(self._phrases) > limits.VALUES:
                self._phrases.clear()
            phrase = self._phrases[key] = make()
        return phrase

    def content_of(self, name: str) -> Pattern:
        """Give the content an element has somewhere in the schema.

        Where several elements match, those that name it most precisely count.
        """
        content = self._contents.get(name)
        if content is None:
            content = self._contents[name] = self._content_of(name)
        return content

    def _content_of(self, name: str) -> Pattern:
        rated = [(e.names.specificity(name), e) for e in self._elements]
        best = max((rating for rating, _ in rated), default=Specificity.NONE)
        if best is Specificity.NONE:
            return self._patterns.not_allowed
        return self._patterns.choice(
            [e.content for rating, e in rated if rating is best]
        )

    def that_allow_text(self, elements: Iterable[Element]) -> list[str]:
        """Name those of some elements that may contain text."""
        return [
            name
            for element in elements
            if any(True for _ in _inside(element.content, Text))
            for name in names(element.names)
        ]


def _inside(content: Pattern, kind: type[P]) -> Iterator[P]:
    """Give the patterns of a kind in the content of an element."""
    todo, seen = [content], set[Pattern]()
    while todo:
        pattern = todo.pop()
        if pattern in seen:
            continue
        seen.add(pattern)
        if isinstance(pattern, kind):
            yield pattern
        todo.extend(reversed(parts(pattern)))
