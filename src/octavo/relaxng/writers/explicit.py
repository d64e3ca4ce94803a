"""A schema without shorthand: what is inherited or implied is said on every node.

Both writers start from here and choose the shorthand of their syntax. Names stand in
children, each with its prefix or its `ns`; no `ns` there means the namespace of the
including file. Datatypes have their library, references their namespace.
"""

from __future__ import annotations

from typing import Final

from octavo.relaxng.syntax import ANNOTATIONS, Annotation, Foreign, Node, QName

_NAMED: Final = frozenset({"element", "attribute"})
_SAYING_NS: Final = frozenset({"include", "externalRef", "name", "nsName"})
_DOCUMENTATION: Final = QName(ANNOTATIONS, "documentation")
_QNAMES: Final = frozenset({"QName", "NOTATION"})


def explicit(root: Node) -> Node:
    """Give a tree that says everything."""
    return _explicit(root, None, "")


def _explicit(node: Node, namespace: str | None, library: str) -> Node:
    namespace = node.attributes.get("ns", namespace)
    library = node.attributes.get("datatypeLibrary", library)
    inner = namespace
    if node.name == "attribute" and "name" in node.attributes:
        # The name attribute of an attribute implies ns="" for all in it (4.8).
        inner = node.attributes.get("ns", "")
    attributes = _attributes(node, namespace, library)
    found = Node(
        node.name, node.place, attributes, node.text, node.namespaces, node.base
    )
    found.children = [_explicit(child, inner, library) for child in node.children]
    found.foreign = node.foreign
    found.annotations = list(node.annotations)
    if node.name in ("name", "param", "value"):
        found.text = node.text.strip() if node.name == "name" else node.text
    if "name" in node.attributes and node.name in _NAMED:
        _name_in_child(found, node, namespace)
    if node.name == "attribute" and len(found.children) == 1:
        found.children.append(Node("text", node.place, namespaces=node.namespaces))
    return found


def _attributes(node: Node, namespace: str | None, library: str) -> dict[str, str]:
    kept = {
        key: value.strip()
        for key, value in node.attributes.items()
        if key not in ("ns", "datatypeLibrary") and node.name not in _NAMED
    }
    is_prefixed = node.name == "name" and ":" in node.text
    is_qname = node.name == "value" and kept.get("type") in _QNAMES
    says_ns = node.name in _SAYING_NS or is_qname
    if namespace is not None and says_ns and not is_prefixed:
        kept["ns"] = namespace
    if node.name in ("data", "value") and "type" in kept:
        kept["datatypeLibrary"] = library
    if kept.get("type") == "token" and node.name == "value" and not library:
        del kept["type"], kept["datatypeLibrary"]
    return kept


def _name_in_child(found: Node, node: Node, namespace: str | None) -> None:
    text = node.attributes["name"].strip()
    name = Node("name", node.place, text=text, namespaces=node.namespaces)
    if node.name == "attribute" and "ns" not in node.attributes:
        namespace = ""
    if ":" not in text and namespace is not None:
        name.attributes["ns"] = namespace
    first = 0
    while first < len(found.annotations) and is_initial(found.annotations[first]):
        first += 1
    found.annotations[first:] = [
        Annotation(note.position + 1, note.content)
        for note in found.annotations[first:]
    ]
    found.children.insert(0, name)


def is_initial(note: Annotation) -> bool:
    """Tell whether an annotation stands before all children."""
    return note.position == 0


def qualified(node: Node, text: str) -> tuple[str, str] | None:
    """Split a name with a declared prefix; None if it has none."""
    prefix, colon, _ = text.partition(":")
    if not colon or prefix not in node.namespaces:
        return None
    return prefix, node.namespaces[prefix]


def is_documentation(element: Foreign) -> bool:
    """Tell whether an annotation can be written with ##."""
    is_text = all(isinstance(child, str) for child in element.children)
    return element.name == _DOCUMENTATION and not element.attributes and is_text
