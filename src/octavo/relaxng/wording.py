"""How names, values and rules are written in messages."""

from __future__ import annotations

from collections.abc import Sequence

from octavo import names
from octavo.relaxng.expected import Expected
from octavo.relaxng.nameclass import NamespaceName, split, wildcards
from octavo.relaxng.nearest import by_distance
from octavo.relaxng.pattern import (
    Attribute,
    Choice,
    Data,
    Element,
    Empty,
    Group,
    Interleave,
    List,
    OneOrMore,
    Pattern,
    Text,
    Value,
)

_LONGEST_VALUE = 40


def quoted(text: str) -> str:
    """Write a value in quotes, cut if it is long, on one line."""
    if not text.strip():
        return "empty" if not text else "blank"
    text = " ".join(text.split())
    if len(text) > _LONGEST_VALUE:
        text = text[: _LONGEST_VALUE - 1] + "…"
    return f'"{text}"'


def shown(name: str, home: str = "") -> str:
    """Write a name; its namespace is told only if it differs from the home."""
    namespace, local = split(name)
    if namespace == names.XML:
        return f'"xml:{local}"'
    if namespace in ("", home):
        return f'"{local}"'
    return f'"{local}" (namespace {namespace})'


def listed(words: Sequence[str], limit: int, conjunction: str = "or") -> str:
    """Write a list of words, cut after some of them."""
    if limit and len(words) > limit + 1:
        return f"{', '.join(words[:limit])} {conjunction} {len(words) - limit} more"
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def expectation(found: Expected, name: str, parent: str, home: str, limit: int) -> str:
    """Say what may come instead, the names nearest to the one that came first."""
    nearest = by_distance(name, found.elements)
    words = [shown(candidate, home) for candidate in nearest]
    words += _any(found.any_elements, "element")
    said = [listed(words, limit)] if words else []
    if found.text or found.values:
        said.append("text")
    if found.end and parent:
        said.append(f"the end of {parent}")
    return f"expected {listed(said, 0)}" if said else "nothing may stand here"


def attribute_expectation(found: Expected, name: str, limit: int) -> str:
    """Say which attributes there are, the nearest to the one that came first."""
    words = [shown(other) for other in by_distance(name, found.attributes)]
    words += _any(found.any_attributes, "attribute")
    return f"expected {listed(words, limit)}" if words else "no other may stand here"


def _any(patterns: Sequence[Element | Attribute], kind: str) -> list[str]:
    said: dict[str, None] = {}
    for pattern in patterns:
        for part in wildcards(pattern.names):
            if isinstance(part, NamespaceName):
                place = (
                    f"of namespace {part.namespace}"
                    if part.namespace
                    else ("without namespace")
                )
                said[f"any {kind} {place}"] = None
            else:
                but = "any other" if part.exclusion else "any"
                said[f"{but} {kind}"] = None
    return list(said)


def rule(pattern: Pattern, text: str, limit: int) -> str:
    """Say in words what a value must be, the nearest of fixed values first."""
    values: dict[str, None] = {}
    others: dict[str, None] = {}
    _collect(pattern, values, others, limit)
    words = [quoted(value) for value in by_distance(text, values)]
    said = [*([listed(words, limit)] if words else []), *others]
    return listed(said, 0) if said else "empty"


def _collect(
    pattern: Pattern, values: dict[str, None], others: dict[str, None], limit: int
) -> None:
    if isinstance(pattern, Value):
        values[pattern.text.strip()] = None
    elif isinstance(pattern, Choice):
        for member in pattern.members:
            _collect(member, values, others, limit)
    elif not isinstance(pattern, Empty):
        others[_simple_rule(pattern, limit)] = None


def _simple_rule(pattern: Pattern, limit: int) -> str:
    if isinstance(pattern, Data):
        words = pattern.datatype.describe()
        if pattern.exclusion is None:
            return words
        return f"{words}, but not {rule(pattern.exclusion, '', limit)}"
    if isinstance(pattern, List):
        return f"a list of words: {_list_rule(pattern.body, limit)}"
    return "any text" if isinstance(pattern, Text) else "nothing"


def _list_rule(pattern: Pattern, limit: int) -> str:
    if isinstance(pattern, OneOrMore):
        return f"one or more, each {_list_rule(pattern.body, limit)}"
    if isinstance(pattern, Group | Interleave):
        joint = ", then " if isinstance(pattern, Group) else " and "
        first = _list_rule(pattern.first, limit)
        return first + joint + _list_rule(pattern.second, limit)
    if isinstance(pattern, Choice):
        filled = [m for m in pattern.members if not isinstance(m, Empty)]
        if len(filled) == 1:
            return _list_rule(filled[0], limit)
    return rule(pattern, "", limit)
