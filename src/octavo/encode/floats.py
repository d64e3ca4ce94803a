"""What floats in a text - notes, breaks of pages - is put in its place.

Runs of blocks are opened here: made into elements, with what floats in them and with
the markup inside paragraphs.
"""

from bisect import bisect_left
from typing import Final

from octavo.encode.layers import Layers
from octavo.encode.spans import Element, Run, insert

_CLOSED: Final = frozenset({"list", "lg", "table", "row", "noteGrp"})


def opened(element: Element, layers: Layers) -> list[Element]:
    """Give the elements that a child of a division stands for, with all markup."""
    if isinstance(element, Run):
        if element.is_made:
            return element.children
        root = _filled(element)
        insert(root, layers.between(element.start, element.end))
        return root.children
    if element.mixed:
        unfold(element)
        insert(element, layers.between(element.start, element.end))
    return [element]


def unfold(element: Element) -> None:
    """Make the elements of all runs below an element, without inner markup."""
    for parent in element.descend():
        if any(isinstance(child, Run) for child in parent.children):
            parent.children = [
                made
                for child in parent.children
                for made in (
                    _filled(child).children if isinstance(child, Run) else [child]
                )
            ]


def _filled(run: Run) -> Element:
    """Give the elements of a run, with what floats in them."""
    root = Element("", run.start, run.end, children=run.made())
    for floating in run.floats:
        inner = _filled(floating).children if isinstance(floating, Run) else [floating]
        for element in inner:
            settle(root, element)
    return root


def settle(root: Element, element: Element) -> None:
    """Put an element into the deepest one that holds its place.

    Where only lines, entries or notes may stand, it goes to the end of the last one.
    """
    path = [root]
    while True:
        at, inner = _position(path[-1], element)
        if inner is None:
            break
        if isinstance(inner, Run) and not inner.is_made:
            inner.hold(element)
            return
        path.append(inner)
    while path[-1].name in _CLOSED:
        if at and _absorb(path[-1].children[at - 1], element):
            return
        inner = path.pop()
        at = next(i for i, c in enumerate(path[-1].children) if c is inner)
    path[-1].children.insert(at, element)


def _position(parent: Element, element: Element) -> tuple[int, Element | None]:
    """Find the index before which an element belongs, or the child that holds it."""
    children = parent.children
    at = bisect_left(children, element.start, key=lambda c: c.start)
    if at and element.end < children[at - 1].end:
        inner = children[at - 1]
        holds = inner.mixed or inner.children or isinstance(inner, Run)
        if inner.start < element.start and holds:
            return at, inner
    return at, None


def _absorb(last: Element, element: Element) -> bool:
    """Take an element in at the end of a line, an entry or a note."""
    while not last.mixed and last.children:
        last.end = max(last.end, element.end)
        last = last.children[-1]
    if not last.mixed or last.name == "desc":
        return False
    last.end = max(last.end, element.end)
    last.children.append(element)
    return True
