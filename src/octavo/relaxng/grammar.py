"""Gather the definitions of a grammar: div, include, override, combine (4.7, 4.17)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from octavo.hints import Final
from octavo.relaxng import datatypes
from octavo.relaxng.datatypes.uri import is_reference
from octavo.relaxng.includes import Library
from octavo.relaxng.pattern import Pattern
from octavo.relaxng.syntax import Node, schema_error

START: Final = ""
"""The name that the start of a grammar goes by; no pattern can be called so."""

_SCHEME: Final = r"[A-Za-z][A-Za-z0-9+.\-]*:."
_COMBINE: Final = frozenset({"choice", "interleave"})


class Context:
    """What a pattern inherits from the elements around it."""

    __slots__ = ("files", "library", "namespace", "scope")

    def __init__(
        self,
        scope: Scope | None,
        namespace: str = "",
        library: str = "",
        files: tuple[str, ...] = (),
    ) -> None:
        self.scope = scope
        self.namespace = namespace
        self.library = library
        self.files = files

    def enter(self, node: Node) -> Context:
        """Give the context inside an element."""
        attributes = node.attributes
        if "ns" not in attributes and "datatypeLibrary" not in attributes:
            return self
        namespace = attributes.get("ns", self.namespace)
        library = library_uri(node, self.library)
        return Context(self.scope, namespace, library, self.files)


class Component:
    """One start or define with its context."""

    __slots__ = ("context", "name", "node")

    def __init__(self, name: str, node: Node, context: Context) -> None:
        self.name = name
        self.node = node
        self.context = context


class Definition:
    """All that a grammar says about one name, and the pattern made of it."""

    __slots__ = ("bodies", "combine", "in_progress", "name", "pattern", "plain")

    def __init__(self, name: str) -> None:
        self.name = name
        self.bodies: list[Component] = []
        self.combine = ""
        self.plain = False
        self.pattern: Pattern | None = None
        self.in_progress = False


class Scope:
    """The definitions of one grammar; refs are looked up here.

    ``patterns`` are those of the definitions that were made, by their names.
    """

    __slots__ = ("definitions", "parent", "patterns")

    def __init__(self, parent: Scope | None) -> None:
        self.parent = parent
        self.definitions: dict[str, Definition] = {}
        self.patterns: dict[str, Pattern] = {}


def library_uri(node: Node, inherited: str) -> str:
    """Read the datatypeLibrary of an element (RELAX NG 4.3)."""
    uri = node.attributes.get("datatypeLibrary")
    if uri is None:
        return inherited
    if datatypes.library(uri) is not None:
        return uri
    absolute = re.match(_SCHEME, uri) is not None and "#" not in uri
    if not (absolute and is_reference(uri, {})):
        raise schema_error(node.place, "bad_library", value=uri)
    return uri


def open_scope(node: Node, context: Context, library: Library) -> Scope:
    """Gather what a grammar defines."""
    scope = Scope(context.scope)
    inner = context.enter(node)
    inner = Context(scope, inner.namespace, inner.library, inner.files)
    for component in components(node, inner, library):
        _define(scope, component)
    if START not in scope.definitions:
        raise schema_error(node.place, "no_start")
    return scope


def components(node: Node, context: Context, library: Library) -> Iterator[Component]:
    """Give the starts and defines of a grammar, div or include, includes resolved."""
    for child in node.children:
        inner = context.enter(child)
        if child.name == "div":
            yield from components(child, inner, library)
        elif child.name == "include":
            yield from _included(child, inner, library)
        else:
            name = START if child.name == "start" else child.attributes["name"].strip()
            yield Component(name, child, inner)


def _included(node: Node, context: Context, library: Library) -> Iterable[Component]:
    root = library.referred(node)
    file = root.place.file
    if root.name != "grammar":
        raise schema_error(node.place, "include_not_grammar", file=file)
    inner = enter_file(node, root, context).enter(root)
    own = list(components(node, context, library))
    replaced = {component.name: component for component in own}
    theirs = list(components(root, inner, library))
    missing = replaced.keys() - {component.name for component in theirs}
    if missing:
        first = next(c for c in own if c.name in missing)
        what = describe(first.name)
        raise schema_error(
            first.node.place, "include_nothing_to_replace", what=what, file=file
        )
    return [c for c in theirs if c.name not in replaced] + own


def enter_file(node: Node, root: Node, context: Context) -> Context:
    """Give the context at the root of another file, which must not be open already."""
    if root.base in context.files:
        raise schema_error(node.place, "recursive_file", file=root.place.file)
    files = (*context.files, root.base)
    return Context(context.scope, context.namespace, "", files)


def describe(name: str) -> str:
    """Name a definition in a message."""
    return f'the pattern "{name}"' if name else "the start"


def _define(scope: Scope, component: Component) -> None:
    name, node = component.name, component.node
    definition = scope.definitions.get(name)
    if definition is None:
        definition = scope.definitions[name] = Definition(name)
    definition.bodies.append(component)
    combine = node.attributes.get("combine")
    if combine is None:
        if definition.plain:
            raise schema_error(
                node.place, "several_without_combine", what=describe(name)
            )
        definition.plain = True
    elif combine.strip() not in _COMBINE:
        raise schema_error(node.place, "bad_combine", value=combine.strip())
    elif definition.combine not in ("", combine.strip()):
        raise schema_error(node.place, "different_combine", what=describe(name))
    else:
        definition.combine = combine.strip()
