"""Random schemas for laws: trees of the full syntax, odd names and texts included."""

from hypothesis import strategies as st

from octavo.names import XML
from octavo.relaxng.syntax import (
    ANNOTATIONS,
    XSD_TYPES,
    Annotation,
    Comment,
    Foreign,
    Node,
    QName,
)

SCOPE = {"xml": XML, "p": "urn:p", "q": "urn:q"}
WORDS = st.text("ab é", min_size=1, max_size=6).filter(str.strip)
TEXTS = st.text("ab \"'\\x{41}\n\r~#&<é𐀀", max_size=8)
IDENTIFIERS = st.sampled_from(["a", "b.c", "start", "element", "é", "text"])
NAMESPACES = st.sampled_from(["", "urn:d", "urn:p"])
QNAMES = st.sampled_from(
    [QName("urn:p", "x", "p"), QName("urn:q", "div", "q"), QName("", "y")]
)
ATTRIBUTES = st.sampled_from([QName("urn:p", "k", "p"), QName(XML, "lang", "xml")])
LEAVES = ("text", "empty", "notAllowed")


def node(kind, /, **attributes):
    return Node(kind, attributes=attributes, namespaces=SCOPE)


@st.composite
def foreign_elements(draw, depth=1):
    if draw(st.booleans()):
        text = draw(WORDS)
        return Foreign(QName(ANNOTATIONS, "documentation", "a"), children=[text])
    children = draw(
        st.lists(
            WORDS
            if depth == 0
            else st.one_of(TEXTS.filter(str.strip), foreign_elements(depth - 1)),
            max_size=2,
        )
    )
    attributes = draw(st.dictionaries(ATTRIBUTES, TEXTS, max_size=1))
    return Foreign(draw(QNAMES), attributes, children, SCOPE)


@st.composite
def annotated(draw, nodes):
    """Put annotations on a node: before, among and after its children."""
    found = draw(nodes)
    if draw(st.integers(0, 3)):
        return found
    found.foreign = draw(st.dictionaries(ATTRIBUTES, TEXTS, max_size=1))
    if found.name in ("name", "value", "param"):
        return found
    content = st.one_of(foreign_elements(), WORDS.map(Comment))
    # The compact syntax has no place for annotations after an exception.
    has_except = any(child.name == "except" for child in found.children)
    places = st.integers(0, len(found.children) - has_except)
    notes = draw(st.lists(st.builds(Annotation, places, content), max_size=2))
    found.annotations = sorted(notes, key=lambda note: note.position)
    return found


@st.composite
def with_namespace(draw, nodes):
    found = draw(nodes)
    if draw(st.booleans()):
        found.attributes["ns"] = draw(NAMESPACES)
    return found


@st.composite
def names(draw):
    found = node("name")
    found.text = draw(st.sampled_from(["a", "element", "p:b", "xml:id", "é"]))
    return found


@st.composite
def name_classes(draw, depth=1, excepts=("choice", "anyName", "nsName")):
    kind = draw(st.sampled_from(["name", *(excepts if depth else ())]))
    if kind == "name":
        return draw(annotated(with_namespace(names())))
    found = node(kind)
    if kind == "choice":
        found.children = draw(
            st.lists(name_classes(depth - 1, excepts), min_size=2, max_size=3)
        )
    elif draw(st.booleans()):
        inner = node("except")
        inner.children = draw(st.lists(name_classes(0), min_size=1, max_size=2))
        for name in inner.children:
            name.attributes["ns"] = draw(NAMESPACES)
        found.children = [inner]
    if kind == "nsName":
        found.attributes["ns"] = draw(NAMESPACES)
    return draw(annotated(st.just(found)))


@st.composite
def named(draw, patterns):
    found = node(draw(st.sampled_from(["element", "attribute"])))
    if draw(st.booleans()):
        found.attributes["name"] = draw(st.sampled_from(["a", "text", "p:b", "xml:id"]))
    else:
        found.children = [draw(name_classes())]
    most = 1 if found.name == "attribute" else 3
    found.children += draw(st.lists(patterns, min_size=1, max_size=most))
    return found


@st.composite
def values(draw):
    found = node("value")
    found.text = draw(TEXTS)
    kind = draw(st.sampled_from(["", "string", "token", "int", "QName"]))
    if kind:
        library = XSD_TYPES if kind in ("int", "QName") else ""
        found.attributes = {"type": kind, "datatypeLibrary": library}
    if kind == "QName":
        found.text = draw(st.sampled_from(["a", "p:b"]))
        found.attributes["ns"] = draw(st.sampled_from(["urn:d", "urn:p"]))
    return found


@st.composite
def data(draw, patterns):
    found = node("data", type="string", datatypeLibrary=XSD_TYPES)
    if draw(st.booleans()):
        found.attributes = {"type": "token", "datatypeLibrary": ""}
    for _ in range(draw(st.integers(0, 2))):
        param = node("param", name=draw(st.sampled_from(["pattern", "start"])))
        param.text = draw(TEXTS)
        found.children.append(param)
    if draw(st.booleans()):
        inner = node("except")
        inner.children = draw(st.lists(patterns, min_size=1, max_size=2))
        found.children.append(inner)
    return found


@st.composite
def references(draw):
    kind = draw(st.sampled_from(["ref", "parentRef", "externalRef"]))
    if kind == "externalRef":
        return draw(with_namespace(st.just(node(kind, href="f.rng"))))
    return node(kind, name=draw(IDENTIFIERS))


@st.composite
def wrapped(draw, patterns):
    kinds = "group choice interleave optional zeroOrMore oneOrMore list mixed"
    found = node(draw(st.sampled_from(kinds.split())))
    # One pattern in a group is the same as the pattern (4.12).
    least = 2 if found.name in ("group", "choice", "interleave") else 1
    found.children = draw(st.lists(patterns, min_size=least, max_size=3))
    return found


def patterns():
    leaves = st.one_of(st.sampled_from(LEAVES).map(node), references(), values())
    return st.recursive(
        annotated(leaves),
        lambda inner: annotated(
            with_namespace(st.one_of(named(inner), wrapped(inner), data(inner)))
        ),
        max_leaves=8,
    )


@st.composite
def components(draw, depth=1):
    kind = draw(st.sampled_from(["start", "define", "div", "include"][: 2 + 2 * depth]))
    found = node(kind)
    if kind in ("start", "define"):
        found.children = [draw(patterns())]
        if draw(st.booleans()):
            found.attributes["combine"] = draw(
                st.sampled_from(["choice", "interleave"])
            )
    else:
        found.children = draw(st.lists(components(0), max_size=2))
    if kind == "define":
        found.attributes["name"] = draw(IDENTIFIERS)
    if kind == "include":
        found.attributes["href"] = "f.rng"
    return draw(annotated(with_namespace(st.just(found))))


@st.composite
def grammars(draw):
    found = node("grammar")
    found.children = draw(st.lists(components(), min_size=1, max_size=3))
    return draw(annotated(with_namespace(st.just(found))))
