"""Attributes of type ID, IDREF and IDREFS (RELAX NG DTD Compatibility, section 5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from octavo.relaxng.codes import schema_error
from octavo.relaxng.idtypes import IdTypes, Key
from octavo.relaxng.nameclass import names, wildcards
from octavo.relaxng.pattern import (
    Attribute,
    Choice,
    Data,
    Element,
    Group,
    Interleave,
    OneOrMore,
    Pattern,
)
from octavo.relaxng.syntax import SchemaError


def find(elements: Iterable[Element]) -> tuple[IdTypes, SchemaError | None]:
    """Find the ids of a schema; none, and why, if they contradict one another."""
    finder = _Finder()
    elements = tuple(elements)
    try:
        for element in elements:
            finder.add(element)
        for element in elements:
            finder.check(element)
    except SchemaError as problem:
        return IdTypes({}), problem
    return IdTypes(finder.kinds), None


def _kind(attribute: Attribute) -> str:
    value = attribute.value
    return value.datatype.id_type if isinstance(value, Data) else ""


class _Finder:
    """Collects the attributes with and without id types of all elements."""

    def __init__(self) -> None:
        self.kinds: dict[Key, str] = {}
        self._id_names: set[str] = set()
        self._attributes: dict[Pattern, tuple[Attribute, ...]] = {}
        self._identifying: dict[Pattern, tuple[Attribute, ...]] = {}

    def add(self, element: Element) -> None:
        """Note the ids of an element."""
        for attribute in self._ids(element.content):
            kind = _kind(attribute)
            if any(wildcards(attribute.names)) or any(wildcards(element.names)):
                raise schema_error(attribute.node.place, "id_names", kind=kind)
            for key in _keys(element, attribute):
                other = self.kinds.setdefault(key, kind)
                if other != kind:
                    raise _conflict(attribute, key, other, kind)

    def check(self, element: Element) -> None:
        """Make sure that no other attribute of the same name is not an id."""
        if not self.kinds:
            return
        if not self._id_names:
            self._id_names = {name for _, name in self.kinds}
        for attribute in self._others(element.content):
            for key, kind in self._fitting(element, attribute):
                raise _conflict(attribute, key, kind, "another type")

    def _ids(self, pattern: Pattern) -> tuple[Attribute, ...]:
        return self._collect(pattern, self._identifying, True)

    def _others(self, pattern: Pattern) -> tuple[Attribute, ...]:
        return self._collect(pattern, self._attributes, False)

    def _collect(
        self,
        pattern: Pattern,
        known: dict[Pattern, tuple[Attribute, ...]],
        wanted: bool,
    ) -> tuple[Attribute, ...]:
        if not pattern.attributed:
            return ()
        found = known.get(pattern)
        if found is None:
            if isinstance(pattern, Attribute):
                found = (pattern,) if self._wanted(pattern, wanted) else ()
            else:
                parts = [
                    part
                    for inner in _parts(pattern)
                    if inner.attributed
                    and (part := self._collect(inner, known, wanted))
                ]
                found = _joined(parts)
            known[pattern] = found
        return found

    def _wanted(self, attribute: Attribute, identifying: bool) -> bool:
        if identifying:
            return bool(_kind(attribute))
        if _kind(attribute):
            return False
        return any(map(attribute.names.contains, self._id_names))

    def _fitting(
        self, element: Element, attribute: Attribute
    ) -> Iterator[tuple[Key, str]]:
        listed = set(names(element.names))
        infinite = any(wildcards(element.names))
        for key, kind in self.kinds.items():
            named = key[0] in listed or (infinite and element.names.contains(key[0]))
            if named and attribute.names.contains(key[1]):
                yield key, kind


def _joined(parts: list[tuple[Attribute, ...]]) -> tuple[Attribute, ...]:
    if len(parts) < 2:
        return parts[0] if parts else ()
    return tuple(dict.fromkeys([a for part in parts for a in part]))


def _parts(pattern: Pattern) -> tuple[Pattern, ...]:
    if isinstance(pattern, Group | Interleave):
        return (pattern.first, pattern.second)
    if isinstance(pattern, Choice):
        return pattern.members
    return (pattern.body,) if isinstance(pattern, OneOrMore) else ()


def _keys(element: Element, attribute: Attribute) -> Iterator[Key]:
    for name in names(element.names):
        for attribute_name in names(attribute.names):
            yield name, attribute_name


def _conflict(attribute: Attribute, key: Key, one: str, other: str) -> SchemaError:
    element, name = (f'"{part.rpartition(" ")[2]}"' for part in key)
    return schema_error(
        attribute.node.place,
        "id_conflict",
        attribute=name,
        element=element,
        one=one,
        other=other,
    )
