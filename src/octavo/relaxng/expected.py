"""What a state or the content of an element allows and requires next."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from octavo.relaxng.nameclass import Name, names, wildcards
from octavo.relaxng.pattern import (
    Attribute,
    Choice,
    Data,
    Element,
    Group,
    Interleave,
    List,
    OneOrMore,
    Pattern,
    Text,
    Value,
    parts,
)


class Expected:
    """What may come: names in the order of the schema, other things by kind."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.elements: dict[str, list[Element]] = {}
        self.any_elements: list[Element] = []
        self.attributes: dict[str, list[Attribute]] = {}
        self.any_attributes: list[Attribute] = []
        self.values: list[Data | Value | List] = []
        self.text = False
        self.end = False


def expected(alternatives: Iterable[Pattern]) -> Expected:
    """Tell what may come next in one of several patterns."""
    found = Expected()
    seen: set[Pattern] = set()
    for pattern in alternatives:
        found.end = found.end or pattern.nullable
        _next(pattern, found, seen)
    return found


def _next(pattern: Pattern, found: Expected, seen: set[Pattern]) -> None:
    if pattern in seen:
        return
    seen.add(pattern)
    if isinstance(pattern, Group):
        _next(pattern.first, found, seen)
        if pattern.first.nullable:
            _next(pattern.second, found, seen)
    elif isinstance(pattern, Interleave):
        _next(pattern.first, found, seen)
        _next(pattern.second, found, seen)
    elif isinstance(pattern, Choice):
        for member in pattern.members:
            _next(member, found, seen)
    elif isinstance(pattern, OneOrMore):
        _next(pattern.body, found, seen)
    else:
        _leaf(pattern, found)


def _leaf(pattern: Pattern, found: Expected) -> None:
    if isinstance(pattern, Element):
        for name in names(pattern.names):
            found.elements.setdefault(name, []).append(pattern)
        if any(wildcards(pattern.names)):
            found.any_elements.append(pattern)
    elif isinstance(pattern, Text):
        found.text = True
    elif isinstance(pattern, Data | Value | List):
        found.values.append(pattern)


def attributes(contents: Iterable[Pattern]) -> Expected:
    """Tell which attributes may stand on a tag with one of several contents."""
    found = Expected()
    seen: set[Pattern] = set()
    todo = list(reversed(list(contents)))
    while todo:
        pattern = todo.pop()
        if pattern in seen or not pattern.attributed:
            continue
        seen.add(pattern)
        if isinstance(pattern, Attribute):
            _note_attribute(pattern, found)
        else:
            todo.extend(reversed(parts(pattern)))
    return found


def _note_attribute(pattern: Attribute, found: Expected) -> None:
    for name in names(pattern.names):
        found.attributes.setdefault(name, []).append(pattern)
    if any(wildcards(pattern.names)):
        found.any_attributes.append(pattern)


def required(patterns: Iterable[Pattern], kind: type[Element | Attribute]) -> list[str]:
    """Name the elements or attributes without which none of the patterns ends."""
    alive = [_required(pattern, kind) for pattern in patterns]
    if not alive:
        return []
    common = set(alive[0]).intersection(*alive[1:])
    return [name for name in alive[0] if name in common]


def _required(pattern: Pattern, kind: type[Element | Attribute]) -> list[str]:
    if isinstance(pattern, kind):
        name_class = pattern.names
        return [name_class.key] if isinstance(name_class, Name) else []
    if isinstance(pattern, Choice):
        return required(pattern.members, kind)
    if isinstance(pattern, Group | Interleave | OneOrMore):
        found = [n for part in parts(pattern) for n in _required(part, kind)]
        return list(dict.fromkeys(found))
    return []


def required_before(
    patterns: Iterable[Pattern], leads: Callable[[Pattern], bool]
) -> list[str]:
    """Name the elements that must come before something; tell what leads to it."""
    alive = [_before(pattern, leads) for pattern in patterns if leads(pattern)]
    if not alive:
        return []
    common = set(alive[0]).intersection(*alive[1:])
    return [name for name in alive[0] if name in common]


def _before(pattern: Pattern, leads: Callable[[Pattern], bool]) -> list[str]:
    if isinstance(pattern, Group) and not leads(pattern.first):
        found = _required(pattern.first, Element) + _before(pattern.second, leads)
        return list(dict.fromkeys(found))
    return required_before(parts(pattern), leads)
