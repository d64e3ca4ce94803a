"""What a schema allows at a place of a document, with its documentation.

The document need not be finished, nor be right before the place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple
from xml.parsers import expat

from octavo.relaxng import document
from octavo.relaxng.examiner import Examiner
from octavo.relaxng.expected import attributes, expected, required
from octavo.relaxng.nameclass import join, names, split
from octavo.relaxng.pattern import Attribute, Element
from octavo.relaxng.syntax import ANNOTATIONS, Node, Place, QName

_OPEN_TAG: Final = re.compile(
    r"""<(?P<name>[^\s/>"'=<!?]*)(?P<rest>(?:[^>"']|"[^"]*"|'[^']*')*)\Z"""
)
_IN_VALUE: Final = re.compile(
    r"""<[^\s/>"'=<!?](?:[^>"']|"[^"]*"|'[^']*')*(?:"[^"]*|'[^']*)\Z"""
)
_ATTRIBUTE: Final = re.compile(r"""([^\s="'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
DocumentOf = Callable[[Place], str]
_DEFAULT: Final = QName(ANNOTATIONS, "defaultValue")


class AllowedName(NamedTuple):
    """An element or attribute that may stand at a place."""

    name: str
    namespace: str = ""
    documentation: str = ""
    required: bool = False
    default: str = ""


class Allowed(NamedTuple):
    """What may stand at a place: ``end`` is the element that may be closed there."""

    elements: tuple[AllowedName, ...] = ()
    attributes: tuple[AllowedName, ...] = ()
    text: bool = False
    end: str = ""


def allowed_at(
    run: Examiner, data: bytes, place: tuple[int, int], document_of: DocumentOf
) -> Allowed:
    """Tell what may stand at a line and column of a document."""
    before = _before(data, *place)
    start = before.rfind(b"<")
    last = before[start:].decode("utf-8", "replace") if start >= 0 else ""
    tag, value = _OPEN_TAG.match(last), _IN_VALUE.match(last)
    try:
        run.feed(before[:start] if tag or value else before, False)
    except expat.ExpatError:
        return Allowed()
    if value and not tag:
        return Allowed()
    if tag and tag["name"] and tag["rest"][:1].isspace():
        return _in_tag(run, tag["name"], tag["rest"], document_of)
    return _between_tags(run, document_of)


def _between_tags(run: Examiner, document_of: DocumentOf) -> Allowed:
    found = expected(run.alternatives)
    end = run.frames[-1].written if run.frames and found.end else ""
    text = found.text or bool(found.values)
    return Allowed(_named(found.elements, [], document_of), text=text, end=end)


def _in_tag(run: Examiner, name: str, rest: str, document_of: DocumentOf) -> Allowed:
    typed = _ATTRIBUTE.findall(rest)
    spaces = dict(run.namespaces)
    for attribute, one, other in typed:
        if attribute == "xmlns" or attribute.startswith("xmlns:"):
            spaces[attribute.partition(":")[2]] = one or other
    present = {_key(attribute, spaces, False) for attribute, *_ in typed}
    contents = run.contents_of(_key(name, spaces, True))
    found = attributes(contents).attributes
    missing = required(contents, Attribute)
    free = {key: a for key, a in found.items() if key not in present}
    return Allowed(attributes=_named(free, missing, document_of))


def _before(data: bytes, line: int, column: int) -> bytes:
    """Give the document up to a place, in UTF-8."""
    text = b"".join(document.utf8([data])).decode("utf-8", "replace")
    lines = re.split("(?<=\n)|(?<=\r)(?!\n)", text)
    head = "".join(lines[: line - 1])
    return (head + "".join(lines[line - 1 : line])[: column - 1]).encode()


def _key(name: str, spaces: Mapping[str, str], is_element: bool) -> str:
    prefix, colon, local = name.rpartition(":")
    if not colon and not is_element:
        return local
    return join(spaces.get(prefix, ""), local)


def _named(
    found: Mapping[str, Sequence[Element | Attribute]],
    missing: Sequence[str],
    document_of: DocumentOf,
) -> tuple[AllowedName, ...]:
    return tuple(
        AllowedName(
            split(name)[1],
            split(name)[0],
            document_of(found[name][0].node.place),
            name in missing,
            default_of(found[name][0].node),
        )
        for name in sorted(found, key=lambda name: (split(name)[1], name))
    )


def default_of(node: Node) -> str:
    """Give the default value that a schema states for an attribute."""
    return node.foreign.get(_DEFAULT, "")


def defaults(elements: Iterable[Element]) -> dict[tuple[str, str], str]:
    """Give the default values that a schema states, by element and attribute."""
    found: dict[tuple[str, str], str] = {}
    for element in elements:
        for name, candidates in attributes([element.content]).attributes.items():
            if default := default_of(candidates[0].node):
                owners = names(element.names)
                found.update({(owner, name): default for owner in owners})
    return found
