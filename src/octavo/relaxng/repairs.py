"""The likely repair of a mistake, if it can be told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from octavo.relaxng.expected import Expected
from octavo.relaxng.index import Index
from octavo.relaxng.nameclass import split
from octavo.relaxng.nearest import misspelt, namesake
from octavo.relaxng.wording import listed, quoted, shown

_SOME = 3


def by_name(name: str, found: Expected, index: Index) -> str:
    """Say which of the elements that may stand here was probably meant."""
    namespace = split(name)[0]
    if same := namesake(name, found.elements):
        return _renamespace(namespace, split(same)[0])
    # A name of the schema is hardly a misspelt one.
    meant = "" if name in index.element_names else misspelt(name, found.elements)
    return f"did you mean {shown(meant, namespace)}" if meant else ""


def by_place(name: str, parent: str, found: Expected, index: Index) -> str:
    """Say where an element belongs that must not stand here."""
    namespace, local = split(name)
    if parent in index.parents(name):
        inside = shown(parent, namespace)
        return f'"{local}" may stand in {inside} only once, or only earlier'
    if wrapper := _wrapper(name, found, index):
        return f"put it into {listed([shown(w, namespace) for w in wrapper], _SOME)}"
    if name in index.element_names:
        return _places(name, index) or f'"{local}" can only be the root of a document'
    return _unknown_element(name, index)


def _unknown_element(name: str, index: Index) -> str:
    namespace = split(name)[0]
    if same := namesake(name, sorted(index.element_names)):
        return _renamespace(namespace, split(same)[0])
    if meant := misspelt(name, index.element_names):
        places = _places(meant, index)
        return f"did you mean {shown(meant, namespace)}" + (places and f"; {places}")
    return ""


def _places(name: str, index: Index) -> str:
    namespace, local = split(name)
    places = [shown(n, namespace) for n in index.parents(name)]
    return f'"{local}" is allowed in {listed(places, _SOME, "and")}' if places else ""


def _renamespace(namespace: str, wanted: str) -> str:
    have = f"is in namespace {namespace}" if namespace else "has no namespace"
    if not wanted:
        return f"the element {have}, but must have none: remove its xmlns"
    return f'the element {have}: add xmlns="{wanted}" to it or to the root'


def _wrapper(name: str, found: Expected, index: Index) -> list[str]:
    """Name expected elements that may contain the element as their first child."""
    return [
        outer
        for outer, elements in found.elements.items()
        if any(name in index.first(e).elements for e in elements)
    ]


def for_text(found: Expected, index: Index, home: str, used: Mapping[str, int]) -> str:
    """Say what to do about text that must not stand here.

    Elements that the author uses in the same place, by their names, come first.
    """
    ordered = sorted(found.elements, key=lambda name: -used.get(split(name)[1], 0))
    elements = [e for name in ordered for e in found.elements[name]]
    places = [shown(n, home) for n in index.that_allow_text(elements)]
    likely = 1 if places and used.get(places[0].strip('"')) else _SOME
    return f"put the text into {listed(places[:likely], 0)}" if places else ""


def for_attribute(
    name: str, found: Expected, present: Sequence[str], index: Index, home: str
) -> str:
    """Say what to do about an attribute that an element does not have."""
    free = [other for other in found.attributes if other not in present]
    if same := namesake(name, free):
        return f"write {shown(same)}"
    if meant := misspelt(name, free):
        return f"did you mean {shown(meant)}"
    owners = [shown(n, home) for n in index.owners(name)]
    if owners:
        return f"{shown(name)} belongs to {listed(owners, _SOME, 'and')}"
    return ""


def for_missing_elements(missing: Sequence[str], parent: str, home: str) -> str:
    """Say what to add to an element."""
    words = [f"<{split(name)[1]}>" for name in missing]
    same = all(split(name)[0] in ("", home) for name in missing)
    return f"add {listed(words, 0, 'and')} to {parent}" if words and same else ""


def for_value(text: str, values: Iterable[str]) -> str:
    """Say which fixed value was probably meant."""
    meant = misspelt(text.strip(), values)
    return f"did you mean {quoted(meant)}" if meant else ""
