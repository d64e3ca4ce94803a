"""What the root element of the XML syntax says for all others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from octavo.relaxng.syntax import Foreign, Node, QName
from octavo.relaxng.writers.explicit import qualified

_NAMES: Final = frozenset({"name", "nsName"})
_REFERENCES: Final = frozenset({"include", "externalRef"})
QNAMES: Final = frozenset({"QName", "NOTATION"})
"""Types whose values are names with a prefix or the default namespace."""


@dataclass(frozen=True, slots=True)
class Shorthand:
    """The namespace, the datatype library and the prefixes of a whole schema.

    `has_inherited` tells that some names take their namespace from the including
    file: then no element may say a namespace for those in it.
    """

    namespace: str | None
    library: str
    prefixes: dict[str, str]
    has_inherited: bool

    @classmethod
    def of(cls, tree: Node) -> Shorthand:
        """Choose for a tree without shorthand what is most common in it."""
        nodes = list(walk(tree))
        inherited = any(map(_inherits, nodes))
        libraries = Counter(
            library for n in nodes if (library := n.attributes.get("datatypeLibrary"))
        )
        library = libraries.most_common(1)[0][0] if libraries else ""
        # On an attribute it would be the namespace of its own name.
        is_unsaid = inherited or tree.name == "attribute"
        namespace = None if is_unsaid else _main_namespace(nodes)
        return cls(namespace, library, _prefixes(nodes), inherited)

    def needs(self, node: Node) -> Iterator[tuple[str, str]]:
        """List the prefixes that a node uses itself, with their namespaces."""
        yield from needs(node)


def walk(tree: Node) -> Iterator[Node]:
    """List all nodes in document order."""
    todo = [tree]
    while todo:
        node = todo.pop()
        yield node
        todo.extend(reversed(node.children))


def needs(node: Node) -> Iterator[tuple[str, str]]:
    """List the prefixes that a node uses itself, with their namespaces."""
    if node.name == "name" or node.attributes.get("type") in QNAMES:
        found = qualified(node, node.text.strip())
        if found and found[0] != "xml":
            yield found


def short_name(
    node: Node, namespace: str | None, shorthand: Shorthand
) -> dict[str, str] | None:
    """Give the attributes that can stand for the name child of a node, if any can."""
    if node.name not in ("element", "attribute"):
        return None
    name = node.children[0]
    is_plain = name.name == "name" and not name.foreign and not name.annotations
    if not is_plain or any(note.position == 1 for note in node.annotations):
        return None
    if node.name == "attribute" and any(map(_inherits, walk(node))):
        return None
    found = {"name": name.text}
    own = name.attributes.get("ns")
    implied = "" if node.name == "attribute" else namespace
    if ":" in name.text or own == implied:
        return found
    if own is None or node.name == "attribute" or shorthand.has_inherited:
        return None
    return {"ns": own, **found}


def _inherits(node: Node) -> bool:
    has_namespace = ":" in node.text or "ns" in node.attributes
    return node.name in _NAMES | _REFERENCES and not has_namespace


def _main_namespace(nodes: list[Node]) -> str | None:
    counted = Counter(
        found.attributes["ns"]
        for node in nodes
        for found in _outside_attributes(node)
        if "ns" in found.attributes
    )
    return counted.most_common(1)[0][0] if counted else None


def _outside_attributes(node: Node) -> list[Node]:
    names = [] if node.name == "attribute" else node.children
    return [
        *([node] if node.name in _REFERENCES else []),
        *(n for n in names if n.name in _NAMES),
    ]


def _prefixes(nodes: list[Node]) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in nodes:
        notes = [n.content for n in node.annotations if isinstance(n.content, Foreign)]
        used = dict(needs(node))
        used |= _of_names(
            [*node.foreign, *(q for note in notes for q in names_in(note))]
        )
        for prefix, uri in used.items():
            found.setdefault(prefix, uri)
    return dict(sorted(found.items()))


def _of_names(found: list[QName]) -> dict[str, str]:
    return {q.prefix: q.namespace for q in found if q.prefix and q.prefix != "xml"}


def names_in(element: Foreign) -> Iterator[QName]:
    """List the names of an annotation element and all in it."""
    yield element.name
    yield from element.attributes
    for child in element.children:
        if isinstance(child, Foreign):
            yield from names_in(child)
