"""Make patterns again from the records that `recorder` wrote."""

from __future__ import annotations

from collections.abc import Callable

from octavo.hints import TYPE_CHECKING, Any
from octavo.relaxng.nameclass import (
    AnyName,
    Name,
    NameChoice,
    NameClass,
    NamespaceName,
)
from octavo.relaxng.pattern import Element, Pattern
from octavo.relaxng.patterns import Patterns
from octavo.relaxng.syntax import Node

if TYPE_CHECKING:
    from octavo.relaxng.datatypes import Datatype

Record = tuple[Any, ...]

_NOWHERE = Node("pattern")


class Restorer:
    """The patterns of one schema, each made when it is first asked for."""

    def __init__(
        self, records: tuple[Record, ...], elements: tuple[Record, ...]
    ) -> None:
        self.patterns = Patterns()
        self._records = records
        self._elements = elements
        self._made: dict[int, Pattern] = {}
        self._names: dict[Record, NameClass] = {}
        self._datatypes: dict[Record, Datatype] = {}
        self._makers: dict[str, Callable[..., Pattern]] = self._by_kind()

    def _by_kind(self) -> dict[str, Callable[..., Pattern]]:
        patterns = self.patterns
        return {
            "empty": lambda: patterns.empty,
            "not_allowed": lambda: patterns.not_allowed,
            "text": lambda: patterns.text,
            "choice": self._choice,
            "group": self._group,
            "interleave": self._interleave,
            "repeated": self._repeated,
            "list": self._list,
            "element": self._element,
            "attribute": self._attribute,
            "data": self._data,
            "value": self._value,
        }

    def pattern(self, number: int) -> Pattern:
        """Give the pattern of a record."""
        made = self._made.get(number)
        if made is None:
            kind, *rest = self._records[number]
            made = self._made[number] = self._makers[kind](*rest)
        return made

    def _choice(self, *members: int) -> Pattern:
        return self.patterns.choice([self.pattern(member) for member in members])

    def _group(self, first: int, second: int) -> Pattern:
        return self.patterns.group(self.pattern(first), self.pattern(second))

    def _interleave(self, first: int, second: int) -> Pattern:
        return self.patterns.interleave(self.pattern(first), self.pattern(second))

    def _repeated(self, body: int) -> Pattern:
        return self.patterns.one_or_more(self.pattern(body))

    def _list(self, body: int) -> Pattern:
        return self.patterns.list(self.pattern(body))

    def _element(self, number: int) -> Element:
        names, content = self._elements[number]
        return self.patterns.element(
            self._name_class(names), _NOWHERE, lambda: self.pattern(content)
        )

    def _attribute(self, names: Record, value: int) -> Pattern:
        found = self._name_class(names)
        return self.patterns.attribute(found, _NOWHERE, self.pattern(value))

    def _data(self, key: Record, exclusion: int) -> Pattern:
        without = self.pattern(exclusion) if exclusion >= 0 else None
        return self.patterns.data(key, self._datatype(key), key[1], without)

    def _value(self, key: Record, text: str, value: str | None) -> Pattern:
        made = self._datatype(key)
        known = made.value(text, {}) if value is None else value
        return self.patterns.value(key, made, text, known, {})

    def _datatype(self, key: Record) -> Datatype:
        made = self._datatypes.get(key)
        if made is None:
            made = self._datatypes[key] = _later(key)
        return made

    def _name_class(self, record: Record) -> NameClass:
        found = self._names.get(record)
        if found is None:
            found = self._names[record] = self._read_names(record)
        return found

    def _read_names(self, record: Record) -> NameClass:
        kind, value, exclusion = record
        if kind == "name":
            return Name(value)
        if kind == "choice":
            return NameChoice(tuple(self._name_class(member) for member in value))
        without = self._name_class(exclusion) if exclusion else None
        return NamespaceName(value, without) if kind == "ns" else AnyName(without)


def _later(key: Record) -> Any:
    return _Later(key)


class _Later:
    """A datatype that is made when a value of it is first looked at."""

    needs_context = False  # schemas with such types are not kept

    def __init__(self, key: Record) -> None:
        self._key = key

    def __getattr__(self, name: str) -> Any:
        from octavo.relaxng import datatypes  # many documents need none

        uri, type_name, parameters = self._key
        library = datatypes.library(uri)
        assert library is not None
        made = library.make(type_name, parameters, {})
        for known in ("allows", "value", "id_type", "is_trivial"):
            setattr(self, known, getattr(made, known))
        return getattr(made, name)
