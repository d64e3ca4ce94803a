"""What the compact syntax declares at the top: namespaces and datatype libraries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from octavo import names
from octavo.relaxng.syntax import (
    ANNOTATIONS,
    RELAXNG,
    XSD_TYPES,
    Node,
    QName,
)
from octavo.relaxng.writers.explicit import qualified
from octavo.relaxng.writers.literals import literal
from octavo.relaxng.writers.shorthand import QNAMES, needs, walk

Uri = str | None
"""A namespace name; None is the namespace of the including file."""

_SUGGESTED: Final[dict[Uri, str]] = {
    None: "inherited",
    "": "local",
    ANNOTATIONS: "a",
    RELAXNG: "rng",
    names.XHTML: "h",
    "http://purl.oclc.org/dsdl/schematron": "sch",
}
_REFERENCES: Final = frozenset({"include", "externalRef"})
_NAMING: Final = _REFERENCES | {"name", "nsName", "value"}


@dataclass(slots=True)
class Declarations:
    """The prefixes of a schema in compact syntax."""

    default: Uri = None
    prefixes: dict[Uri, str] = field(default_factory=lambda: {names.XML: "xml"})
    libraries: dict[str, str] = field(default_factory=lambda: {XSD_TYPES: "xsd"})
    fixed: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, tree: Node) -> Declarations:
        """Choose prefixes for a tree without shorthand; keep its own where possible."""
        found = cls()
        found.default = _most_common(tree)
        nodes = list(walk(tree))
        for node in nodes:
            if node.name == "value":
                for prefix, uri in needs(node):
                    found.fixed[prefix] = uri
                    found.prefixes.setdefault(uri, prefix)
        for used, prefix in _uses(tree, found.default):
            found.bind(used, prefix)
        for node in nodes:
            found._bind_library(node)
        return found

    def bind(self, uri: Uri, prefix: str = "") -> None:
        """Give a namespace a prefix that no other has."""
        if uri in self.prefixes:
            return
        taken = {*self.prefixes.values(), *self.fixed, "xml", "xmlns"}
        stem = prefix or _SUGGESTED.get(uri, "ns")
        number, chosen = 1, stem
        while chosen in taken:
            number += 1
            chosen = f"{stem}{number}"
        self.prefixes[uri] = chosen

    def _bind_library(self, node: Node) -> None:
        uri = node.attributes.get("datatypeLibrary")
        is_plain = not uri and node.attributes.get("type") in ("string", "token")
        if uri is not None and not is_plain and uri not in self.libraries:
            self.libraries[uri] = f"d{len(self.libraries)}"

    def name(self, node: Node, *, is_attribute: bool) -> str:
        """Write a name with the prefix that it needs."""
        found = qualified(node, node.text)
        uri = found[1] if found else node.attributes.get("ns")
        local = node.text.partition(":")[2] if found else node.text
        if uri == ("" if is_attribute else self.default):
            return local
        return f"{self.prefixes[uri]}:{local}"

    def value(self, node: Node) -> str:
        """Give the text of a value; a name gets the prefix that it needs."""
        uri = node.attributes.get("ns")
        if not uri or uri == self.default or ":" in node.text:
            return node.text
        return f"{self.prefixes[uri]}:{node.text.strip()}"

    def annotation(self, name: QName) -> str:
        """Write the name of an annotation; its namespace is declared if need be."""
        if not name.namespace:
            return name.local
        self.bind(name.namespace, name.prefix)
        return f"{self.prefixes[name.namespace]}:{name.local}"

    def inherit(self, node: Node) -> str:
        """Write what namespace a file inherits, if it is not the default."""
        uri = node.attributes.get("ns")
        return "" if uri == self.default else f" inherit = {self.prefixes[uri]}"

    def lines(self) -> list[str]:
        """Write the declarations."""
        shown = []
        default = self.default
        bound = dict(self.prefixes) | {u: p for p, u in self.fixed.items()}
        del bound[names.XML]
        if default is not None:
            prefix = bound.pop(default, "")
            named = f"default namespace {prefix}".rstrip()
            shown.append(f"{named} = {literal(default)}")
        order = sorted(
            (prefix, uri) for uri, prefix in bound.items() if uri is not None
        )
        shown += [f"namespace {prefix} = {literal(uri)}" for prefix, uri in order]
        if None in bound:
            shown.append(f"namespace {bound[None]} = inherit")
        libraries = sorted((prefix, uri) for uri, prefix in self.libraries.items())
        shown += [
            f"datatypes {prefix} = {literal(uri)}"
            for prefix, uri in libraries
            if prefix != "xsd"
        ]
        return shown


def _own_prefix(node: Node, uri: Uri) -> str:
    own = (prefix for prefix, bound in node.namespaces.items() if bound == uri)
    return min(filter(None, own), default="")


def _uses(tree: Node, default: Uri) -> Iterator[tuple[Uri, str]]:
    """List the namespaces that names need a prefix for, and the prefix they have."""
    todo = [(tree, False)]
    while todo:
        node, in_attribute = todo.pop()
        found = _use(node, "" if in_attribute else default)
        if found is not None:
            yield found
        name_class = in_attribute and node.name in ("choice", "except", "anyName")
        inner = name_class or (in_attribute and node.name == "nsName")
        for number, child in enumerate(node.children):
            is_name = node.name == "attribute" and number == 0
            todo.append((child, is_name or inner))


def _use(node: Node, default: Uri) -> tuple[Uri, str] | None:
    prefixed = qualified(node, node.text) if node.name == "name" else None
    uri = prefixed[1] if prefixed else node.attributes.get("ns")
    if node.name not in _NAMING or (node.name == "value" and not uri):
        return None
    if uri == default and node.name != "nsName":
        return None
    return uri, prefixed[0] if prefixed else _own_prefix(node, uri)


def _most_common(tree: Node) -> Uri:
    counted: Counter[Uri] = Counter()
    for node in walk(tree):
        uri = node.attributes.get("ns")
        if node.name in _REFERENCES:
            counted[uri] += 1
        if node.name == "element":
            counted.update(_unprefixed(node.children[0]))
        is_qname = node.name == "value" and node.attributes.get("type") in QNAMES
        if is_qname and not uri and ":" not in node.text:
            return uri  # no prefix could say this namespace
    return counted.most_common(1)[0][0] if counted else None


def _unprefixed(name_class: Node) -> Iterator[Uri]:
    for node in walk(name_class):
        if node.name == "name":
            found = qualified(node, node.text)
            yield found[1] if found else node.attributes.get("ns")
