"""Which nodes the contexts of a schema can match.

A light reading, for speed only: where it is not sure, all nodes are visited.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

_ALL: Final = "/, //node(), //@*"
_ELEMENTS: Final = "//*"
_PATHS: Final = (
    "/",
    _ELEMENTS,
    "//text()",
    "//@*",
    "//comment(), //processing-instruction()",
)
_STRING: Final = re.compile(r""""[^"]*"|'[^']*'""")
_COMMENT: Final = re.compile(r"\(:[^:]*(?::(?!\))[^:]*)*:\)")
_PREDICATE: Final = re.compile(r"\[([^\[\]]*)\]")
_ELEMENT: Final = re.compile(
    r"(?:child::|element\()?(?:Q\{[^}]*\}|[\w.-]+:|\*:)?([\w.-]+|\*)(?::\*)?\)?"
)
_TEXT: Final = re.compile(r"(child::)?text\(\)")
_ATTRIBUTE: Final = re.compile(r"(@|attribute::)(Q\{[^}]*\})?[\w.*:-]+")
_NOTE: Final = re.compile(r"(child::)?(comment|processing-instruction)\([^()]*\)")
_LIFTED: Final = re.compile("\x02(\\d+)\x03")
"""A predicate that has been taken out of its context, by its number."""
_NEEDED: Final = re.compile(
    r"\s*@(?:[\w.-]+:)?([\w.-]+)\s*(?:$|and\b|[=!<>]|eq\b|ne\b)"
)
_LOOSE: Final = re.compile(r"(?<![@:\w.-])(?:or|return|else|is|to)\b|[|,+*]")
_GROUP: Final = re.compile(r"(?<![\w.-])\([^()]*\)(?=\s*/)")
"""Alternatives in the middle of a path, which do not matter for its end."""


@dataclass(slots=True)
class _Elements:
    """The elements of a schema's contexts: by name, or by an attribute they have."""

    names: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    are_all: bool = False

    def add(self, name: str, predicates: Iterable[str]) -> None:
        """Add the elements of one context."""
        if name != "*":
            self.names.add(name)
            return
        needed = (_needed(predicate) for predicate in predicates)
        attribute = next(filter(None, needed), "")
        self.attributes.add(attribute)
        self.are_all |= not attribute

    def path(self, number: int) -> str:
        """Give an XPath that selects them, with the variables it needs."""
        if self.are_all:
            return _ELEMENTS
        tests = [f"$o:names-{number}(local-name())"] if self.names else []
        if self.attributes:
            tests.append(f"@*[$o:attributes-{number}(local-name())]")
        return f"{_ELEMENTS}[{' or '.join(tests)}]"


@dataclass(frozen=True, slots=True)
class Selection:
    """An XPath that selects nodes, and the global variables that it needs."""

    path: str
    variables: dict[str, str]


def selection(contexts: Iterable[str], number: int = 0) -> Selection:
    """Select all nodes the contexts may match; the number tells variables apart.

    Names are kept in maps, in which they are found at once.
    """
    elements = _Elements()
    kinds = {kind for context in contexts for kind in _kinds(context, elements)}
    if "any" in kinds:
        return Selection(_ALL, {})
    chosen = [path for path in _PATHS if path in kinds]
    path = ", ".join(elements.path(number) if p == _ELEMENTS else p for p in chosen)
    known = {"names": elements.names, "attributes": elements.attributes}
    maps = {f"o:{n}-{number}": _map(known[n]) for n in known if f"$o:{n}-" in path}
    return Selection(path or "()", maps)


def _kinds(context: str, elements: _Elements) -> Iterator[str]:
    """Give the kinds of nodes that one context may match, by its last steps."""
    masked = _COMMENT.sub("", _STRING.sub("''", context))
    predicates: list[str] = []

    def lift(found: re.Match[str]) -> str:
        predicates.append(found[1])
        return f"\x02{len(predicates) - 1}\x03"

    before = None
    while before != masked:
        before, masked = masked, _PREDICATE.sub(lift, masked)
    for path in re.split(r"\||\bunion\b", _GROUP.sub("group", masked)):
        yield _kind(path.strip(), predicates, elements)


def _kind(path: str, predicates: list[str], elements: _Elements) -> str:
    """Give the kind of nodes that one path may match; note its elements."""
    if path == "/":
        return "/"
    above, _, last = path.rpartition("/")
    step = re.sub(r"\s+", "", _LIFTED.sub("", last))
    if "(" in above:
        return "any"
    element = _ELEMENT.fullmatch(step)
    if element:
        own = [predicates[int(found)] for found in _LIFTED.findall(last)]
        name = "*" if step.endswith(":*") else element[1]
        elements.add(name, own)
        return _ELEMENTS
    patterns = zip(_PATHS[2:], (_TEXT, _ATTRIBUTE, _NOTE), strict=True)
    return next((kind for kind, known in patterns if known.fullmatch(step)), "any")


def _needed(predicate: str) -> str:
    """Give an attribute without which a predicate does not hold."""
    bare, before = _LIFTED.sub("", predicate), ""
    while before != bare:
        before, bare = bare, re.sub(r"\([^()]*\)", "", bare)
    found = _NEEDED.match(bare)
    return found[1] if found and not _LOOSE.search(bare) else ""


def _map(names: set[str]) -> str:
    """Write names as a map."""
    return "map {" + ", ".join(f"'{name}': true()" for name in sorted(names)) + "}"
