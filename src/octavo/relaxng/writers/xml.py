"""Write a schema in the XML syntax."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from octavo import names
from octavo.relaxng.syntax import RELAXNG, Comment, Foreign, Node, QName
from octavo.relaxng.writers.explicit import explicit
from octavo.relaxng.writers.shorthand import Shorthand, short_name

WIDTH: Final = 96
_TEXTS: Final = frozenset({"name", "value", "param"})
_SPACED: Final = frozenset({"grammar", "div", "include"})
_TEXT: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", '"': "&quot;"}
    | {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)

Scope = Mapping[str, str]
Attributes = dict[str, str]


class Context(NamedTuple):
    """What an element inherits: prefixes, namespace and datatype library."""

    scope: Scope
    namespace: str | None
    library: str


def write(root: Node) -> str:
    """Write a schema as an XML document."""
    tree = explicit(root)
    writer = _Writer(Shorthand.of(tree))
    writer.root(tree)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(writer.lines) + "\n"


class _Writer:
    """Writes elements into lines."""

    def __init__(self, shorthand: Shorthand) -> None:
        self.lines: list[str] = []
        self._short = shorthand

    def root(self, node: Node) -> None:
        """Write the root element, which declares what all others use."""
        scope = {"": RELAXNG, "xml": names.XML, **self._short.prefixes}
        attributes = {"xmlns": RELAXNG}
        attributes |= {f"xmlns:{p}": uri for p, uri in self._short.prefixes.items()}
        if self._short.namespace is not None:
            attributes["ns"] = self._short.namespace
        if self._short.library:
            attributes["datatypeLibrary"] = self._short.library
        context = Context(scope, self._short.namespace, self._short.library)
        self._element(node, 0, context, attributes)

    def _element(
        self, node: Node, depth: int, context: Context, attributes: Attributes
    ) -> None:
        attributes = attributes | _own_attributes(node, context)
        namespace = attributes.get("ns", context.namespace)
        name = short_name(node, namespace, self._short)
        if name is not None:
            attributes |= name
            implied = "" if node.name == "attribute" else namespace
            namespace = name.get("ns", implied)
        scope = self._declare(node, context.scope, attributes)
        library = attributes.get("datatypeLibrary", context.library)
        if node.name in _TEXTS:
            text = f">{node.text.translate(_TEXT)}</{node.name}>"
            self._tag(node.name, attributes, depth, text)
            return
        first = 1 if name is not None else 0
        if _is_bare(node, first):
            self._tag(node.name, attributes, depth, "/>")
            return
        self._tag(node.name, attributes, depth, ">")
        self._content(node, first, depth + 1, Context(scope, namespace, library))
        self.lines.append(f"{'  ' * depth}</{node.name}>")

    def _declare(self, node: Node, scope: Scope, attributes: Attributes) -> Scope:
        needed = dict(self._short.needs(node))
        for name, value in node.foreign.items():
            needed[name.prefix] = name.namespace
            attributes[_written(name)] = value
        return self._declared(needed, scope, attributes)

    def _declared(self, needed: Scope, scope: Scope, attributes: Attributes) -> Scope:
        missing = {p: uri for p, uri in needed.items() if scope.get(p) != uri}
        for prefix, uri in missing.items():
            attributes[f"xmlns:{prefix}" if prefix else "xmlns"] = uri
        return {**scope, **missing} if missing else scope

    def _content(self, node: Node, first: int, depth: int, context: Context) -> None:
        for number, item in enumerate(_items(node, first)):
            if number and node.name in _SPACED and not self._follows_comment:
                self.lines.append("")
            if isinstance(item, Node):
                self._element(item, depth, context, {})
            elif isinstance(item, Comment):
                self._comment(item, depth)
            else:
                shown = self._foreign(item, depth, context.scope)
                self.lines.append("  " * depth + shown)

    @property
    def _follows_comment(self) -> bool:
        return self.lines[-1].endswith("-->")

    def _comment(self, comment: Comment, depth: int) -> None:
        lines = [line.strip() for line in _harmless(comment.text).strip().split("\n")]
        indent = "  " * depth
        if len(lines) == 1:
            self.lines.append(f"{indent}<!-- {lines[0]} -->")
            return
        self.lines.append(f"{indent}<!--")
        self.lines += [f"{indent}  {line}".rstrip() for line in lines]
        self.lines.append(f"{indent}-->")

    def _tag(self, name: str, attributes: Attributes, depth: int, end: str) -> None:
        written = [f'{k}="{v.translate(_ATTRIBUTE)}"' for k, v in attributes.items()]
        start = f"{'  ' * depth}<{name}"
        line = " ".join([start, *written]) + end
        if len(line) > WIDTH and len(written) > 1:
            line = start + " " + f"\n{' ' * (len(start) + 1)}".join(written) + end
        self.lines.append(line)

    def _foreign(self, element: Foreign, depth: int, scope: Scope) -> str:
        attributes: Attributes = {}
        needed = {
            name.prefix: name.namespace for name in element.attributes if name.prefix
        }
        needed[element.name.prefix] = element.name.namespace
        scope = self._declared(needed, scope, attributes)
        attributes |= {_written(n): value for n, value in element.attributes.items()}
        written = "".join(
            f' {key}="{value.translate(_ATTRIBUTE)}"'
            for key, value in attributes.items()
        )
        name = _written(element.name)
        content = self._foreign_content(element, depth, scope)
        return (
            f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"
        )

    def _foreign_content(self, element: Foreign, depth: int, scope: Scope) -> str:
        texts = [child for child in element.children if isinstance(child, str)]
        has_text = any(map(str.strip, texts))
        parts = []
        for child in element.children:
            if isinstance(child, str):
                parts.append(child.translate(_TEXT) if has_text else "")
            elif isinstance(child, Comment):
                parts.append(f"<!-- {_harmless(child.text).strip()} -->")
            else:
                parts.append(self._foreign(child, depth + 1, scope))
        if has_text or not any(parts):
            return "".join(parts)
        inside, outside = "\n" + "  " * (depth + 1), "\n" + "  " * depth
        return "".join(inside + part for part in parts if part) + outside


def _own_attributes(node: Node, context: Context) -> Attributes:
    found = dict(node.attributes)
    if found.get("datatypeLibrary") == context.library:
        del found["datatypeLibrary"]
    namespace = found.pop("ns", None)
    if namespace is not None and namespace != context.namespace:
        found = {"ns": namespace, **found}
    return found


def _is_bare(node: Node, first: int) -> bool:
    """Tell whether there is nothing to write between the tags."""
    rest = node.children[first:]
    if node.annotations:
        return False
    if node.name == "attribute" and first and [n.name for n in rest] == ["text"]:
        return not rest[0].foreign and not rest[0].annotations
    return not rest


def _items(node: Node, first: int) -> Iterator[Node | Foreign | Comment]:
    """List annotations and children in their order, but not the first children."""
    notes = list(node.annotations)
    for position, child in enumerate([*node.children, None]):
        while notes and notes[0].position <= position:
            yield notes.pop(0).content
        if child is not None and position >= first:
            yield child


def _written(name: QName) -> str:
    return f"{name.prefix}:{name.local}" if name.prefix else name.local


def _harmless(text: str) -> str:
    """Break up what would end a comment."""
    while "--" in text:
        text = text.replace("--", "- -")
    return text
