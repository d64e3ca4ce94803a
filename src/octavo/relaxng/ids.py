"""Attributes of type ID, IDREF and IDREFS (RELAX NG DTD Compatibility, section 5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from octavo.relaxng import traits
from octavo.relaxng.idtypes import IdTypes, Key
from octavo.relaxng.nameclass import Name, names, wildcards
from octavo.relaxng.pattern import (
    Attribute,
    Data,
    Element,
    Pattern,
    parts,
)
from octavo.relaxng.patterns import Patterns
from octavo.relaxng.syntax import SchemaError, schema_error


def find_plain(elements: Sequence[Element], patterns: Patterns) -> IdTypes | None:
    """Find the ids of a schema where names alone tell them apart; None elsewhere."""
    kinds = _plain_kinds(patterns.attributes)
    if kinds is None:
        return None
    flags = [(name, kind, patterns.name_flag(name)) for name, kind in kinds.items()]
    free = [e.names for e in elements if e.content.traits & traits.ANY_NAME]
    rivals = [names for n, names in enumerate(free) if names not in free[:n]]
    found: dict[Key, str] = {}
    for element in elements:
        for name, kind, flag in flags:
            if not element.content.traits & flag:
                continue
            own = element.names
            if not isinstance(own, Name) or any(r.contains(own.key) for r in rivals):
                return None
            found[own.key, name] = kind
    return IdTypes(found)


def _plain_kinds(attributes: Iterable[Attribute]) -> dict[str, str] | None:
    """Give the kind of id that attributes of one name always are."""
    kinds: dict[str, str] = {}
    for attribute in attributes:
        if kind := _kind(attribute):
            own = attribute.names
            if not isinstance(own, Name) or kinds.setdefault(own.key, kind) != kind:
                return None
    for attribute in attributes:
        own = attribute.names
        known = kinds.get(own.key) if isinstance(own, Name) else None
        if known and not _kind(attribute):
            return None
    return kinds


def find(
    elements: Iterable[Element], attributes: Iterable[Attribute]
) -> tuple[IdTypes, SchemaError | None]:
    """Find the ids of a schema; none, and why, if they contradict one another."""
    finder = _Finder(attributes)
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
    """Collects the attributes that are ids, and those that have the name of one."""

    def __init__(self, attributes: Iterable[Attribute]) -> None:
        self.kinds: dict[Key, str] = {}
        self._collected: dict[Pattern, tuple[Attribute, ...]] = {}
        attributes = tuple(attributes)
        ids = {name for a in attributes if _kind(a) for name in names(a.names)}
        for attribute in attributes:
            matters = _kind(attribute) or any(map(attribute.names.contains, ids))
            self._collected[attribute] = (attribute,) if matters else ()

    def add(self, element: Element) -> None:
        """Note the ids of an element."""
        for attribute in self._collect(element.content):
            kind = _kind(attribute)
            if not kind:
                continue
            if any(wildcards(attribute.names)) or any(wildcards(element.names)):
                raise schema_error(attribute.node.place, "id_names", kind=kind)
            for key in _keys(element, attribute):
                other = self.kinds.setdefault(key, kind)
                if other != kind:
                    raise _conflict(attribute, key, other, kind)

    def check(self, element: Element) -> None:
        """Make sure that no other attribute of the same name is not an id."""
        for attribute in self._collect(element.content):
            if not _kind(attribute):
                for key, kind in self._fitting(element, attribute):
                    raise _conflict(attribute, key, kind, "another type")

    def _collect(self, pattern: Pattern) -> tuple[Attribute, ...]:
        if not pattern.attributed:
            return ()
        found = self._collected.get(pattern)
        if found is None:
            inner = [p for part in parts(pattern) if (p := self._collect(part))]
            found = self._collected[pattern] = _joined(inner)
        return found

    def _fitting(
        self, element: Element, attribute: Attribute
    ) -> Iterator[tuple[Key, str]]:
        listed = set(names(element.names))
        infinite = any(wildcards(element.names))
        for key, kind in self.kinds.items():
            named = key[0] in listed or (infinite and element.names.contains(key[0]))
            if named and attribute.names.contains(key[1]):
                yield key, kind


def _joined(inner: list[tuple[Attribute, ...]]) -> tuple[Attribute, ...]:
    if len(inner) < 2:
        return inner[0] if inner else ()
    return tuple(dict.fromkeys([a for part in inner for a in part]))


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
