"""Check that a schema keeps to the full syntax (RELAX NG section 3).

Only what one element may carry and contain is looked at here, by names alone, so that
elements alike are looked at once; what the elements mean together is checked where
they are simplified.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator

from octavo.hints import Final
from octavo.relaxng.syntax import Node, SchemaError, schema_error

PATTERNS: Final = frozenset(
    {"element", "attribute", "group", "interleave", "choice", "optional", "list"}
    | {"zeroOrMore", "oneOrMore", "mixed", "ref", "parentRef", "empty", "value"}
    | {"text", "data", "notAllowed", "externalRef", "grammar"}
)
NAME_CLASSES: Final = frozenset({"name", "anyName", "nsName", "choice"})
_COMPONENTS: Final = frozenset({"start", "define", "div"})
NAMES: Final = PATTERNS | NAME_CLASSES | _COMPONENTS | {"include", "param", "except"}
"""All elements of RELAX NG."""
_EVERYWHERE: Final = frozenset({"ns", "datatypeLibrary"})

Checked = tuple[tuple[Node, str], ...]
"""Children still to be checked, each with the kind of element it must be."""

Kinds = tuple[str, ...]


def check(root: Node) -> None:
    """Raise the first thing that is wrong with the shape of a schema."""
    if root.name not in PATTERNS:
        raise schema_error(root.place, "unknown_element", name=root.name)
    try:
        _check_all(root)
    except SchemaError:
        _check_in_order(root)  # to say first what comes first


def _check_all(root: Node) -> None:
    """Check all elements, level by level; what is alike in a level once."""
    level = {"pattern": [root]}
    while level:
        below: dict[str, list[Node]] = {}
        for kind, nodes in level.items():
            leaves = {(n.name, *n.attributes): n for n in nodes if not n.children}
            for leaf in leaves.values():
                _kinds(leaf, kind)
            for kinds, children in _inside([n for n in nodes if n.children], kind):
                if len(kinds) == 1:
                    below.setdefault(kinds[0], []).extend(children)
                else:
                    for inner, child in zip(kinds, children, strict=True):
                        below.setdefault(inner, []).append(child)
        level = below


def _inside(nodes: Iterable[Node], kind: str) -> Iterator[tuple[Kinds, list[Node]]]:
    """Check elements; give what their children must be, all the same or one by one."""
    known: dict[Hashable, Kinds] = {}
    for node in nodes:
        children = node.children
        key = (node.name, *node.attributes, 0, *[child.name for child in children])
        kinds = known.get(key)
        if kinds is None:
            kinds = _kinds(node, kind)
            kinds = known[key] = kinds if len(set(kinds)) > 1 else kinds[:1]
        yield kinds, children


def _check_in_order(root: Node) -> None:
    todo: list[tuple[Node, str]] = [(root, "pattern")]
    while todo:
        node, kind = todo.pop()
        kinds = _kinds(node, kind)
        todo.extend(zip(reversed(node.children), reversed(kinds), strict=True))


def _kinds(node: Node, kind: str) -> Kinds:
    """Check one element; give what its children must be."""
    shape = _NAME_SHAPES[node.name] if kind == "name" else _SHAPES[node.name]
    _check_attributes(node, shape)
    return tuple([kind for _, kind in shape.children(node)])


class _Shape:
    """What one element takes."""

    __slots__ = ("allowed", "children", "required")

    def __init__(
        self,
        children: Callable[[Node], Checked],
        allowed: frozenset[str],
        required: str,
    ) -> None:
        self.children = children
        self.allowed = allowed
        self.required = required


def _check_attributes(node: Node, shape: _Shape) -> None:
    if node.attributes and not shape.allowed.issuperset(node.attributes):
        extra = min(node.attributes.keys() - shape.allowed)
        raise schema_error(
            node.place, "unknown_attribute", name=node.name, attribute=extra
        )
    if shape.required and shape.required not in node.attributes:
        raise schema_error(
            node.place, "missing_attribute", name=node.name, attribute=shape.required
        )


def _all(nodes: list[Node], kind: str, allowed: frozenset[str]) -> Checked:
    if not allowed.issuperset([node.name for node in nodes]):
        wrong = next(node for node in nodes if node.name not in allowed)
        raise schema_error(wrong.place, "unknown_element", name=wrong.name)
    return tuple([(node, kind) for node in nodes])


def _wrong(node: Node, expected: str) -> Exception:
    return schema_error(node.place, "wrong_children", name=node.name, expected=expected)


def _nothing(node: Node) -> Checked:
    if node.children:
        raise _wrong(node, "no elements")
    return ()


def _patterns(node: Node) -> Checked:
    if not node.children:
        raise _wrong(node, "at least one pattern")
    return _all(node.children, "pattern", PATTERNS)


def _one_pattern(node: Node) -> Checked:
    if len(node.children) != 1:
        raise _wrong(node, "exactly one pattern")
    return _all(node.children, "pattern", PATTERNS)


def _named(node: Node) -> tuple[Checked, list[Node]]:
    if "name" in node.attributes:
        return (), node.children
    if not node.children or node.children[0].name not in NAME_CLASSES:
        raise _wrong(node, "a name class first, or have the attribute name")
    return ((node.children[0], "name"),), node.children[1:]


def _element(node: Node) -> Checked:
    first, rest = _named(node)
    if not rest:
        raise _wrong(node, "at least one pattern")
    return first + _all(rest, "pattern", PATTERNS)


def _attribute(node: Node) -> Checked:
    first, rest = _named(node)
    if len(rest) > 1:
        raise _wrong(node, "at most one pattern")
    return first + _all(rest, "pattern", PATTERNS)


def _data(node: Node) -> Checked:
    children = node.children
    if children and children[-1].name == "except":
        rest = _all(children[:-1], "data", frozenset({"param"}))
        return (*rest, (children[-1], "pattern"))
    return _all(children, "data", frozenset({"param"}))


def _grammar(node: Node) -> Checked:
    return _all(node.children, "grammar", _COMPONENTS | {"include"})


def _include(node: Node) -> Checked:
    return _all(node.children, "include", _COMPONENTS)


def _except_names(node: Node) -> Checked:
    if [child.name for child in node.children] not in ([], ["except"]):
        raise _wrong(node, "nothing but one except")
    return tuple((child, "name") for child in node.children)


def _names(node: Node) -> Checked:
    if not node.children:
        raise _wrong(node, "at least one name class")
    return _all(node.children, "name", NAME_CLASSES)


def _shape(
    children: Callable[[Node], Checked], allowed: str = "", required: str = ""
) -> _Shape:
    return _Shape(children, _EVERYWHERE | set(allowed.split()), required)


_SHAPES: Final[dict[str, _Shape]] = {
    **dict.fromkeys(
        ("group", "interleave", "choice", "optional", "zeroOrMore", "oneOrMore"),
        _shape(_patterns),
    ),
    **dict.fromkeys(("list", "mixed", "except"), _shape(_patterns)),
    **dict.fromkeys(("empty", "text", "notAllowed"), _shape(_nothing)),
    **dict.fromkeys(("ref", "parentRef"), _shape(_nothing, "name", "name")),
    "element": _shape(_element, "name"),
    "attribute": _shape(_attribute, "name"),
    "value": _shape(_nothing, "type"),
    "data": _shape(_data, "type", "type"),
    "param": _shape(_nothing, "name", "name"),
    "externalRef": _shape(_nothing, "href", "href"),
    "grammar": _shape(_grammar),
    "start": _shape(_one_pattern, "combine"),
    "define": _shape(_patterns, "name combine", "name"),
    "div": _shape(_grammar),
    "include": _shape(_include, "href", "href"),
}

_NAME_SHAPES: Final[dict[str, _Shape]] = {
    "name": _shape(_nothing),
    "anyName": _shape(_except_names),
    "nsName": _shape(_except_names),
    "choice": _shape(_names),
    "except": _shape(_names),
}
