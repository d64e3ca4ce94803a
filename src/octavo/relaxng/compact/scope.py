"""What the declarations at the top of a schema bind names to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from octavo import names
from octavo.relaxng.compact.messages import compact_error
from octavo.relaxng.syntax import RELAXNG, XSD_TYPES, Place, QName

INHERIT: Final = None
"""The namespace of the including file, not known here."""

_XMLNS: Final = ("http://www.w3.org/2000/xmlns", "http://www.w3.org/2000/xmlns/")


@dataclass(slots=True)
class Scope:
    """Namespaces and datatype libraries by prefix.

    Usually the root says the default namespace for all names in it. Where that would
    be wrong, `is_explicit` makes every name say its own.
    """

    namespaces: dict[str, str | None] = field(
        default_factory=lambda: {"xml": names.XML}
    )
    libraries: dict[str, str] = field(default_factory=lambda: {"xsd": XSD_TYPES})
    default: str | None = INHERIT
    declared: set[str] = field(default_factory=set)

    is_explicit: bool = False
    _bound: dict[str, str] = field(default_factory=dict)

    def bound(self) -> Mapping[str, str]:
        """Give the prefixes that an XML document could have declared, for good."""
        if not self._bound:
            self._bound = {key: uri for key, uri in self.namespaces.items() if uri}
        return self._bound

    def declare_namespace(self, prefix: str, uri: str | None, place: Place) -> None:
        """Bind a prefix."""
        if prefix == "xmlns" or uri in _XMLNS:
            reason = "the namespace of xmlns cannot be declared"
            raise _wrong(place, reason, "remove the declaration")
        if (prefix == "xml") != (uri == names.XML):
            reason = f'the prefix "xml" and the namespace "{names.XML}" go together'
            raise _wrong(place, reason, "choose another prefix or namespace")
        self._once(f"namespace {prefix}", place, self.namespaces.get(prefix) == uri)
        self.namespaces[prefix] = uri

    def declare_default(self, uri: str | None, place: Place) -> None:
        """Set the namespace of names without prefix."""
        self._once("default namespace", place, self.default == uri)
        self.default = uri

    def declare_library(self, prefix: str, uri: str, place: Place) -> None:
        """Bind the prefix of a datatype library."""
        self._once(f"datatypes {prefix}", place, self.libraries.get(prefix) == uri)
        if prefix == "xsd" and uri != XSD_TYPES:
            reason = f'the prefix "xsd" stands for the library "{XSD_TYPES}"'
            raise _wrong(place, reason, "choose another prefix for this library")
        self.libraries[prefix] = uri

    def _once(self, what: str, place: Place, is_same: bool) -> None:
        if what in self.declared and not is_same:
            reason = f'"{what}" is declared twice, differently'
            raise _wrong(place, reason, "remove one of the declarations")
        self.declared.add(what)

    def namespace(self, prefix: str, place: Place) -> str | None:
        """Give the namespace of a prefix."""
        if prefix not in self.namespaces:
            raise compact_error(place, "undeclared_prefix", prefix=prefix)
        return self.namespaces[prefix]

    def library(self, prefix: str, place: Place) -> str:
        """Give the datatype library of a prefix."""
        if prefix not in self.libraries:
            raise compact_error(place, "undeclared_library", prefix=prefix)
        return self.libraries[prefix]

    def annotation_name(self, text: str, place: Place) -> QName:
        """Give the name of an annotation element or attribute."""
        prefix, _, local = text.rpartition(":")
        uri = self.namespace(prefix, place) if prefix else ""
        if uri is None:
            reason = f'the prefix "{prefix}" has no namespace of its own'
            raise _wrong(place, reason, "declare it with a namespace name")
        return QName(uri, local, prefix)

    def foreign_name(self, text: str, place: Place) -> QName:
        """Give the name of an annotation that is not inside another."""
        name = self.annotation_name(text, place)
        if name.namespace == RELAXNG:
            reason = f'"{text}" is in the namespace of RELAX NG and is no annotation'
            raise compact_error(
                place,
                "bad_annotation",
                reason=reason,
                remedy="use a namespace of your own",
            )
        return name


def _wrong(place: Place, reason: str, remedy: str) -> Exception:
    return compact_error(place, "bad_declaration", reason=reason, remedy=remedy)
