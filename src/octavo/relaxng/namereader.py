"""Read the name classes of a schema (RELAX NG 4.8 to 4.10, 4.16)."""

from __future__ import annotations

from octavo.hints import Final
from octavo.relaxng.nameclass import (
    AnyName,
    Name,
    NameChoice,
    NameClass,
    NamespaceName,
    join,
    mentioned,
    split,
    wildcards,
)
from octavo.relaxng.ncname import is_ncname
from octavo.relaxng.syntax import Node, schema_error

_XMLNS: Final = "http://www.w3.org/2000/xmlns"


def read(node: Node, namespace: str) -> NameClass:
    """Read the name class of an element or attribute pattern, checked."""
    found: NameClass
    is_attribute = node.name == "attribute"
    if "name" in node.attributes:
        if is_attribute:
            namespace = node.attributes.get("ns", "")
        found = _name(node, node.attributes["name"], namespace)
    else:
        found = _read(node.children[0], namespace)
    if is_attribute:
        _check_xmlns(node, found)
    return found


def _read(node: Node, namespace: str) -> NameClass:
    namespace = node.attributes.get("ns", namespace)
    if node.name == "name":
        return _name(node, node.text, namespace)
    if node.name == "choice":
        return NameChoice(tuple(_read(child, namespace) for child in node.children))
    exclusion = _exclusion(node, namespace)
    if node.name == "anyName":
        return AnyName(exclusion)
    return NamespaceName(namespace, exclusion)


def _exclusion(node: Node, namespace: str) -> NameClass | None:
    if not node.children:
        return None
    without = node.children[0]
    namespace = without.attributes.get("ns", namespace)
    members = tuple(_read(child, namespace) for child in without.children)
    for member in members:
        for inner in wildcards(member):
            _check_exclusion(node, inner)
    return members[0] if len(members) == 1 else NameChoice(members)


def _check_exclusion(node: Node, inner: AnyName | NamespaceName) -> None:
    if isinstance(inner, AnyName) or node.name == "nsName":
        name = "anyName" if isinstance(inner, AnyName) else "nsName"
        raise schema_error(
            node.place, "name_class_exclusion", outer=node.name, inner=name
        )


def _name(node: Node, written: str, namespace: str) -> Name:
    if written.isidentifier() and written.isascii():
        return Name(join(namespace, written))
    written = written.strip(" \t\r\n")
    prefix, colon, local = written.rpartition(":")
    if not is_ncname(local) or (colon and not is_ncname(prefix)):
        raise schema_error(node.place, "bad_name", value=written, section="4.2")
    if colon:
        if prefix not in node.namespaces:
            raise schema_error(node.place, "undeclared_prefix", prefix=prefix)
        namespace = node.namespaces[prefix]
    return Name(join(namespace, local))


def _check_xmlns(node: Node, name_class: NameClass) -> None:
    if type(name_class) is Name and name_class.key.isidentifier():
        if name_class.key == "xmlns":
            raise schema_error(node.place, "xmlns_attribute")
        return
    for part in mentioned(name_class):
        if isinstance(part, Name):
            bad = part.key == "xmlns" or split(part.key)[0] == _XMLNS
        else:
            bad = isinstance(part, NamespaceName) and part.namespace == _XMLNS
        if bad:
            raise schema_error(node.place, "xmlns_attribute")
