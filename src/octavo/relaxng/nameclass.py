"""Name classes: the sets of names that an element or attribute pattern matches.

A name is written as expat writes it: namespace, a blank, local name; or the local name
alone when there is no namespace. Such strings are the keys of every transition table.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from octavo.relaxng.fields import Fields

_STRANGE = "\0"  # stands in no document: a local name or namespace nobody mentions


def join(namespace: str, local: str) -> str:
    """Write a namespace and a local name as one key."""
    return f"{namespace} {local}" if namespace else local


def split(name: str) -> tuple[str, str]:
    """Take a key apart into namespace and local name."""
    namespace, _, local = name.rpartition(" ")
    return namespace, local


class Specificity(IntEnum):
    """How precisely a name class names a name; the higher, the better."""

    NONE = 0
    ANY = 1
    NAMESPACE = 2
    NAME = 3


class Name(Fields):
    """Exactly one name."""

    key: str

    def __init__(self, key: str) -> None:
        """Set the only field, at once: schemas have many names."""
        self.__dict__["key"] = key

    def contains(self, name: str) -> bool:
        """Tell whether a name belongs to the class."""
        return name == self.key

    def specificity(self, name: str) -> Specificity:
        """Tell how precisely the class names a name."""
        return Specificity.NAME if name == self.key else Specificity.NONE

    def samples(self) -> Iterator[str]:
        """Give names that decide whether two classes overlap."""
        yield self.key


class AnyName(Fields):
    """Every name but those excluded."""

    exclusion: NameClass | None = None

    def contains(self, name: str) -> bool:
        """Tell whether a name belongs to the class."""
        return self.exclusion is None or not self.exclusion.contains(name)

    def specificity(self, name: str) -> Specificity:
        """Tell how precisely the class names a name."""
        return Specificity.ANY if self.contains(name) else Specificity.NONE

    def samples(self) -> Iterator[str]:
        """Give names that decide whether two classes overlap."""
        yield join(_STRANGE, _STRANGE)
        if self.exclusion is not None:
            yield from self.exclusion.samples()


class NamespaceName(Fields):
    """Every name of one namespace but those excluded."""

    namespace: str
    exclusion: NameClass | None = None

    def contains(self, name: str) -> bool:
        """Tell whether a name belongs to the class."""
        if split(name)[0] != self.namespace:
            return False
        return self.exclusion is None or not self.exclusion.contains(name)

    def specificity(self, name: str) -> Specificity:
        """Tell how precisely the class names a name."""
        return Specificity.NAMESPACE if self.contains(name) else Specificity.NONE

    def samples(self) -> Iterator[str]:
        """Give names that decide whether two classes overlap."""
        yield join(self.namespace, _STRANGE)
        if self.exclusion is not None:
            yield from self.exclusion.samples()


class NameChoice(Fields):
    """The names of several classes."""

    members: tuple[NameClass, ...]

    def contains(self, name: str) -> bool:
        """Tell whether a name belongs to the class."""
        return any(member.contains(name) for member in self.members)

    def specificity(self, name: str) -> Specificity:
        """Tell how precisely the class names a name."""
        return max(member.specificity(name) for member in self.members)

    def samples(self) -> Iterator[str]:
        """Give names that decide whether two classes overlap."""
        for member in self.members:
            yield from member.samples()


NameClass = Name | AnyName | NamespaceName | NameChoice


def names(name_class: NameClass) -> Iterator[str]:
    """Give the names that a class lists one by one, in order."""
    if isinstance(name_class, Name):
        yield name_class.key
    elif isinstance(name_class, NameChoice):
        for member in name_class.members:
            yield from names(member)


def wildcards(name_class: NameClass) -> Iterator[AnyName | NamespaceName]:
    """Give the infinite parts of a class, in order."""
    if isinstance(name_class, AnyName | NamespaceName):
        yield name_class
    elif isinstance(name_class, NameChoice):
        for member in name_class.members:
            yield from wildcards(member)


def mentioned(name_class: NameClass) -> Iterator[NameClass]:
    """Give all parts of a class, those of exclusions too."""
    yield name_class
    if isinstance(name_class, NameChoice):
        for member in name_class.members:
            yield from mentioned(member)
    elif isinstance(name_class, AnyName | NamespaceName) and name_class.exclusion:
        yield from mentioned(name_class.exclusion)


def overlap(one: NameClass, other: NameClass) -> bool:
    """Tell whether two classes share a name (RELAX NG 7.3, 7.4)."""
    if isinstance(one, Name):
        return other.contains(one.key)
    if isinstance(other, Name):
        return one.contains(other.key)
    samples = (*one.samples(), *other.samples())
    return any(one.contains(name) and other.contains(name) for name in samples)
