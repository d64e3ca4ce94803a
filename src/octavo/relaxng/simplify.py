"""Turn the full syntax into simplified patterns (RELAX NG section 4).

Definitions that are not elements are put where they are referred to, each made once.
The content of an element is made when it is first needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from octavo.hints import TYPE_CHECKING, Final
from octavo.relaxng import datatypes, grammar, namereader
from octavo.relaxng.datatypes import DatatypeError
from octavo.relaxng.grammar import Context, Definition, Scope
from octavo.relaxng.ncname import is_ncname
from octavo.relaxng.pattern import Element, Pattern
from octavo.relaxng.patterns import Patterns
from octavo.relaxng.syntax import Node, schema_error

if TYPE_CHECKING:
    from octavo.relaxng.datatypes import Datatype
    from octavo.relaxng.includes import Library

_BUILT_IN: Final = ""


class Simplifier:
    """Makes the patterns of one schema."""

    def __init__(self, library: Library) -> None:
        self.patterns = Patterns()
        self.scopes: list[Scope] = []
        self._library = library
        self._datatypes: dict[object, Datatype] = {}
        self.elements: list[Element] = []
        self._unused = False
        self._makers = self._by_name()

    def _by_name(self) -> dict[str, Callable[[Node, Context], Pattern]]:
        patterns = self.patterns
        return {
            "element": self._element,
            "attribute": self._attribute,
            "group": self._group,
            "choice": self._choice,
            "interleave": self._interleave,
            "mixed": self._mixed,
            "optional": self._optional,
            "zeroOrMore": self._zero_or_more,
            "oneOrMore": self._one_or_more,
            "list": self._list,
            "ref": self._ref,
            "parentRef": self._parent_ref,
            "empty": lambda _node, _context: patterns.empty,
            "text": lambda _node, _context: patterns.text,
            "notAllowed": lambda _node, _context: patterns.not_allowed,
            "value": self._value,
            "data": self._data,
            "externalRef": self._external,
            "grammar": self._grammar,
        }

    def start(self, root: Node) -> Pattern:
        """Make the pattern of a whole schema."""
        return self.make(root, Context(None, files=(root.base,)))

    def make(self, node: Node, context: Context) -> Pattern:
        """Make the pattern of an element of the schema."""
        if node.name == "ref" and context.scope is not None:
            known = context.scope.patterns.get(node.attributes["name"])
            if known is not None:
                return known
        attributes = node.attributes
        if "ns" in attributes or "datatypeLibrary" in attributes:
            context = context.enter(node)
        return self._makers[node.name](node, context)

    def make_definition(self, definition: Definition, scope: Scope) -> Pattern:
        """Make the pattern of a definition, once."""
        if definition.pattern is None:
            if definition.in_progress and self._unused:
                return self.patterns.not_allowed
            if definition.in_progress:
                place = definition.bodies[0].node.place
                name = definition.name or "start"
                raise schema_error(place, "recursive", name=name)
            definition.in_progress = True
            bodies = [
                self._sequence(c.node.children, c.context) for c in definition.bodies
            ]
            combine = self._combine if definition.combine == "interleave" else self._any
            definition.pattern = bodies[0] if len(bodies) == 1 else combine(bodies)
            definition.in_progress = False
            if definition.name:
                scope.patterns[definition.name] = definition.pattern
        return definition.pattern

    def check_unused(self) -> None:
        """Make what the start does not reach: names, types and refs must be right."""
        self._unused = True
        for scope in self.scopes:
            for definition in scope.definitions.values():
                if definition.pattern is None:
                    self.make_definition(definition, scope)
        for element in self.elements:
            element.content  # noqa: B018

    def _any(self, patterns: Iterable[Pattern]) -> Pattern:
        return self.patterns.choice(patterns)

    def _combine(self, patterns: Sequence[Pattern]) -> Pattern:
        result = patterns[-1]
        for pattern in reversed(patterns[:-1]):
            result = self.patterns.interleave(pattern, result)
        return result

    def _all(self, node: Node, context: Context) -> list[Pattern]:
        return [self.make(child, context) for child in node.children]

    def _sequence(self, nodes: Sequence[Node], context: Context) -> Pattern:
        if len(nodes) == 1:
            return self.make(nodes[0], context)
        made = [self.make(node, context) for node in nodes]
        result = self.patterns.empty if not made else made[-1]
        for pattern in reversed(made[:-1]):
            result = self.patterns.group(pattern, result)
        return result

    def _group(self, node: Node, context: Context) -> Pattern:
        return self._sequence(node.children, context)

    def _choice(self, node: Node, context: Context) -> Pattern:
        return self._any(self._all(node, context))

    def _interleave(self, node: Node, context: Context) -> Pattern:
        return self._combine(self._all(node, context))

    def _mixed(self, node: Node, context: Context) -> Pattern:
        body = self._sequence(node.children, context)
        return self.patterns.interleave(self.patterns.text, body)

    def _optional(self, node: Node, context: Context) -> Pattern:
        return self.patterns.optional(self._sequence(node.children, context))

    def _one_or_more(self, node: Node, context: Context) -> Pattern:
        return self.patterns.one_or_more(self._sequence(node.children, context))

    def _zero_or_more(self, node: Node, context: Context) -> Pattern:
        return self.patterns.optional(self._one_or_more(node, context))

    def _list(self, node: Node, context: Context) -> Pattern:
        return self.patterns.list(self._sequence(node.children, context))

    def _element(self, node: Node, context: Context) -> Pattern:
        names = namereader.read(node, context.namespace)
        body = node.children[0 if "name" in node.attributes else 1 :]
        element = self.patterns.element(
            names, node, lambda: self._sequence(body, context)
        )
        self.elements.append(element)
        return element

    def _attribute(self, node: Node, context: Context) -> Pattern:
        names = namereader.read(node, context.namespace)
        body = node.children[0 if "name" in node.attributes else 1 :]
        value = self._sequence(body, context) if body else self.patterns.text
        return self.patterns.attribute(names, node, value)

    def _ref(self, node: Node, context: Context) -> Pattern:
        return self._refer(node, context.scope)

    def _parent_ref(self, node: Node, context: Context) -> Pattern:
        scope = context.scope
        return self._refer(node, scope.parent if scope else None)

    def _refer(self, node: Node, scope: Scope | None) -> Pattern:
        name = node.attributes["name"].strip(" \t\r\n")
        if scope is None:
            raise schema_error(node.place, "outside_grammar", what=node.name, name=name)
        definition = scope.definitions.get(name) if name else None
        if definition is None:
            from difflib import get_close_matches  # for mistakes only

            near = get_close_matches(name, scope.definitions, 1)
            hint = f'did you mean "{near[0]}"' if near else "define it, or correct it"
            raise schema_error(node.place, "undefined", name=name, nearest=hint)
        return definition.pattern or self.make_definition(definition, scope)

    def _external(self, node: Node, context: Context) -> Pattern:
        root = self._library.referred(node)
        return self.make(root, grammar.enter_file(node, root, context))

    def _grammar(self, node: Node, context: Context) -> Pattern:
        scope = grammar.open_scope(node, context, self._library)
        for name, definition in scope.definitions.items():
            if name and not is_ncname(name):
                place = definition.bodies[0].node.place
                raise schema_error(place, "bad_name", value=name, section="4.2")
        self.scopes.append(scope)
        return self.make_definition(scope.definitions[grammar.START], scope)

    def _datatype(
        self,
        node: Node,
        library: str,
        name: str,
        parameters: tuple[tuple[str, str], ...],
    ) -> tuple[object, Datatype]:
        key: object = (library, name, parameters)
        if key not in self._datatypes:
            found = datatypes.library(library)
            if found is None:
                raise schema_error(node.place, "unknown_library", library=library)
            try:
                made = found.make(name, parameters, node.namespaces)
            except DatatypeError as error:
                raise schema_error(
                    node.place, "bad_parameter", reason=str(error)
                ) from error
            self._datatypes[key] = made
        return key, self._datatypes[key]

    def _data(self, node: Node, context: Context) -> Pattern:
        parameters = tuple(
            (child.attributes["name"].strip(), child.text)
            for child in node.children
            if child.name == "param"
        )
        name = node.attributes["type"].strip(" \t\r\n")
        key, datatype = self._datatype(node, context.library, name, parameters)
        exclusion = None
        if node.children and node.children[-1].name == "except":
            without = node.children[-1]
            exclusion = self._choice(without, context.enter(without))
        return self.patterns.data(key, datatype, name, exclusion)

    def _value(self, node: Node, context: Context) -> Pattern:
        library, name = context.library, node.attributes.get("type")
        if name is None:
            library, name = _BUILT_IN, "token"
        name = name.strip(" \t\r\n")
        key, datatype = self._datatype(node, library, name, ())
        namespaces = node.namespaces
        if datatype.needs_context:
            namespaces = {**namespaces, "": context.namespace}
        value = datatype.value(node.text, namespaces)
        if value is None:
            raise schema_error(node.place, "bad_value", value=node.text, name=name)
        return self.patterns.value(key, datatype, node.text, value, namespaces)
