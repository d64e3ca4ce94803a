"""What two schemas have in common when they mean the same."""

import pytest

from octavo.relaxng import xmlreader
from octavo.relaxng.syntax import Comment, Foreign

# Where several patterns stand in a row, a group around them says nothing new.
GROUPS = {"element", "define", "zeroOrMore", "oneOrMore", "optional", "list", "mixed"}
WRAPPERS = {"choice", "group", "interleave"}
NAME_CLASSES = {"name", "anyName", "nsName"}


def foreign(element):
    texts, children = "", []
    for child in element.children:
        if isinstance(child, str):
            texts += child
        elif isinstance(child, Foreign):
            children += [texts.strip(), foreign(child)]
            texts = ""
    is_wrapped = element.name.local == "documentation"
    texts = " ".join(texts.split()) if is_wrapped else texts.strip()
    attributes = sorted(
        (n.namespace, n.local, v) for n, v in element.attributes.items()
    )
    name = (element.name.namespace, element.name.local)
    return ("annotation", name, attributes, [*children, texts])


def qname(node, text, ns):
    prefix, colon, local = text.strip().rpartition(":")
    return (node.namespaces[prefix], local) if colon else (ns, local)


def is_name_class(node):
    inner = [child for child in node.children if child.name != "except"]
    return node.name in NAME_CLASSES or (
        node.name == "choice" and bool(inner) and all(map(is_name_class, inner))
    )


def items(node, ns, library):
    found, notes = [], list(node.annotations)
    for position, child in enumerate([*node.children, None]):
        while notes and notes[0].position == position:
            note = notes.pop(0).content
            if not isinstance(note, Comment):
                found.append(foreign(note))
        if child is not None:
            found.append(canonical(child, ns, library))
    return found


def own_name(node, ns):
    if "name" not in node.attributes:
        return ()
    if node.name == "attribute" and "ns" not in node.attributes:
        ns = ""
    return ("name", [], qname(node, node.attributes["name"], ns), [])


def details(node, ns, library):
    kept = {"combine", "name"} if node.name in ("define", "start") else set()
    if node.name in ("ref", "parentRef", "param"):
        kept = {"name"}
    found = sorted((k, v) for k, v in node.attributes.items() if k in kept)
    if "href" in node.attributes:
        found.append((node.attributes["href"].rpartition(".")[0], ns))
    if node.name in ("data", "value"):
        kind = node.attributes.get("type")
        found.append((kind, library) if kind else ("token", ""))
    is_qname = node.name == "value" and node.attributes.get("type") == "QName"
    if node.name == "nsName":
        found.append(ns)
    if is_qname:
        return [*found, qname(node, node.text, ns)]
    return found + ([node.text] if node.name in ("value", "param") else [])


def unwrapped(children):
    """Put a wrapper of one pattern away (4.12), with what is noted in it."""
    for item in children:
        plain = item[0] in WRAPPERS and not item[1]
        if plain and sum(inner[0] != "annotation" for inner in item[3]) == 1:
            yield from unwrapped(item[3])
        else:
            yield item


def spliced(node, children):
    wrapper = "group" if node.name in GROUPS else "choice"
    if node.name not in GROUPS | {"except", "choice"}:
        return children
    result = []
    for child in children:
        plain = child[0] == wrapper and not child[1]
        sole = sum(c[0] != "annotation" and not in_name(c) for c in children) == 1
        result += child[3] if plain and (sole or wrapper == "choice") else [child]
    return result


def in_name(item):
    inner = [c for c in item[3] if c[0] != "annotation"] if item[0] == "choice" else []
    return item[0] in NAME_CLASSES or (bool(inner) and all(map(in_name, inner)))


def canonical(node, ns="", library=""):
    """Give a tree of tuples that is equal for schemas that mean the same."""
    ns = node.attributes.get("ns", ns)
    library = node.attributes.get("datatypeLibrary", library)
    marks = sorted((n.namespace, n.local, v) for n, v in node.foreign.items())
    if node.name == "name":
        return ("name", marks, qname(node, node.text, ns), [])
    implied = node.name == "attribute" and "name" in node.attributes
    inner = node.attributes.get("ns", "") if implied else ns
    children = spliced(node, list(unwrapped(items(node, inner, library))))
    if node.name in ("element", "attribute") and (name := own_name(node, ns)):
        children.insert(0, name)
    elif node.name in ("element", "attribute"):
        named = next(c for c in children if c[0] != "annotation")
        children.remove(named)
        children.insert(0, named)
    patterns = [c for c in children[1:] if c[0] != "annotation"]
    if node.name == "attribute" and not patterns:
        children.append(("text", [], [], []))
    if node.name in WRAPPERS and len(children) == 1 and not marks:
        return children[0]  # 4.12
    return (node.name, marks, details(node, ns, library), children)


@pytest.fixture(scope="session")
def meaning():
    """The function that gives the meaning of a tree."""
    return canonical


@pytest.fixture(scope="session")
def comments():
    """The function that lists the words of all comments of a tree, sorted."""

    def words(node):
        for note in node.annotations:
            if isinstance(note.content, Comment):
                yield from note.content.text.split()
        for child in node.children:
            yield from words(child)

    return lambda node: sorted(words(node))


@pytest.fixture(scope="session")
def read_xml():
    """The function that reads the XML syntax with its annotations."""
    return lambda data, file="x.rng": xmlreader.parse(data, file, annotations=True)
