"""Check that a schema keeps to the full syntax (RELAX NG section 3).

Only what one element may carry and contain is looked at here, by names alone, so that
elements alike are looked at once; what the elements mean together is checked where
they are simplified.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from operator import attrgetter

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
_NAME: Final = attrgetter("name")


def check(root: Node) -> None:
    """Raise the first thing that is wrong with the shape of a schema."""
    if root.name not in PATTERNS:
        raise schema_error(root.place, "unknown_element", name=root.name)
    try:
        _check_all(root)
    except SchemaError:
        _check_in_order(root, is_name=False)  # to say first what comes first


def _check_all(root: Node) -> None:
    """Check all elements, level by level; what is alike once."""
    known: dict[Hashable, int] = {}
    level = [root]
    while level:
        leaves = {(n.name, *n.attributes): n for n in set(level) if not n.children}
        for leaf in leaves.values():
            _check(leaf)
        below: list[Node] = []
        for node in level:
            children = node.children
            if children:
                key = (node.name, *node.attributes, 0, *map(_NAME, children))
                names = known.get(key)
                if names is None:
                    names = known[key] = _check(node)
                if names:
                    _check_in_order(children[0], is_name=True)
                below += children[names:] if names else children
        level = below


def _check_in_order(node: Node, *, is_name: bool) -> None:
    todo = [(node, is_name)]
    while todo:
        node, is_name = todo.pop()
        names = _check(node, is_name=is_name)
        kinds = [n < names for n in range(len(node.children))]
        todo.extend(zip(reversed(node.children), reversed(kinds), strict=True))


def _check(node: Node, *, is_name: bool = False) -> int:
    """Check one element; tell how many of its first children are name classes."""
    shape = _NAME_SHAPES[node.name] if is_name else _SHAPES[node.name]
    _check_attributes(node, shape)
    return shape.children(node)


class _Shape:
    """What one element takes."""

    __slots__ = ("allowed", "children", "required")

    def __init__(
        self,
        children: Callable[[Node], int],
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


def _all(nodes: list[Node], allowed: frozenset[str]) -> None:
    if not allowed.issuperset([node.name for node in nodes]):
        wrong = next(node for node in nodes if node.name not in allowed)
        raise schema_error(wrong.place, "unknown_element", name=wrong.name)


def _wrong(node: Node, expected: str) -> Exception:
    return schema_error(node.place, "wrong_children", name=node.name, expected=expected)


def _nothing(node: Node) -> int:
    if node.children:
        raise _wrong(node, "no elements")
    return 0


def _patterns(node: Node) -> int:
    if not node.children:
        raise _wrong(node, "at least one pattern")
    _all(node.children, PATTERNS)
    return 0


def _one_pattern(node: Node) -> int:
    if len(node.children) != 1:
        raise _wrong(node, "exactly one pattern")
    _all(node.children, PATTERNS)
    return 0


def _named(node: Node) -> int:
    if "name" in node.attributes:
        return 0
    if not node.children or node.children[0].name not in NAME_CLASSES:
        raise _wrong(node, "a name class first, or have the attribute name")
    return 1


def _element(node: Node) -> int:
    names = _named(node)
    if len(node.children) == names:
        raise _wrong(node, "at least one pattern")
    _all(node.children[names:], PATTERNS)
    return names


def _attribute(node: Node) -> int:
    names = _named(node)
    if len(node.children) > names + 1:
        raise _wrong(node, "at most one pattern")
    _all(node.children[names:], PATTERNS)
    return names


def _data(node: Node) -> int:
    has_except = node.children and node.children[-1].name == "except"
    _all(node.children[:-1] if has_except else node.children, frozenset({"param"}))
    return 0


def _grammar(node: Node) -> int:
    _all(node.children, _COMPONENTS | {"include"})
    return 0


def _include(node: Node) -> int:
    _all(node.children, _COMPONENTS)
    return 0


def _except_names(node: Node) -> int:
    if [child.name for child in node.children] not in ([], ["except"]):
        raise _wrong(node, "nothing but one except")
    return len(node.children)


def _names(node: Node) -> int:
    if not node.children:
        raise _wrong(node, "at least one name class")
    _all(node.children, NAME_CLASSES)
    return len(node.children)


def _shape(
    children: Callable[[Node], int], allowed: str = "", required: str = ""
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
