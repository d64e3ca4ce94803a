"""Markup as spans: an element is a name over a stretch of the source text."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from octavo.encode.vocabulary import words

if TYPE_CHECKING:
    from octavo.encode.block import Block

# Elements whose start and end part words: the source has white space there.
BLOCKS = words(
    """text front body back div titlePage docTitle titlePart docAuthor docEdition
    docImprint docDate byline imprimatur epigraph argument head p ab lg l list item
    label table row cell figure quote cit bibl note opener closer salute signed
    dateline trailer postscript publisher pubPlace milestone lb standOff sp speaker
    stage castList castItem address addrLine floatingText"""
)


@dataclass(slots=True)
class Element:
    """An element over the offsets `start` to `end` of the source.

    If `mixed`, the source between the children is written too. `text` is text that
    the encoder itself adds, such as the description of an image. A `copied` element
    repeats words of the source that stand elsewhere; the proof leaves it out.
    """

    name: str
    start: int
    end: int
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element"] = field(default_factory=list)
    mixed: bool = False
    text: str = ""
    copied: bool = False

    def descend(self) -> Iterator["Element"]:
        """Give the element and all below it, in the order of the document."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(reversed(element.children))


class Run(Element):
    """Blocks that stand for their elements until these are written.

    `name` is that of the elements; `floats` are those that were put in between.
    """

    __slots__ = ("_blocks", "_kind", "_make", "floats", "is_made")

    def __init__(
        self,
        name: str,
        start: int,
        end: int,
        make: "Callable[[str, list[Block]], list[Element]]",
        kind: str,
        blocks: "list[Block]",
    ) -> None:
        super().__init__(name, start, end, _NO_ATTRIBUTES, _NO_CHILDREN)
        self._make, self._kind, self._blocks = make, kind, blocks
        self.floats: list[Element] = _NO_CHILDREN
        self.is_made = False

    def hold(self, element: Element) -> None:
        """Take in what floats between the blocks."""
        if not self.floats:
            self.floats = []
        self.floats.append(element)

    @property
    def lists(self) -> str:
        """Tell what a list is of: contents, illustrations; empty if it is none."""
        first = self._blocks[0]
        return first.traits.get("list", "") if self._kind == "item" else ""

    def made(self) -> list[Element]:
        """Give the elements."""
        return self._make(self._kind, self._blocks)


# What no run changes, so that all can share it.
_NO_ATTRIBUTES: Final[dict[str, str]] = {}
_NO_CHILDREN: Final[list[Element]] = []


class Removal(NamedTuple):
    """A stretch of the source that the text does not show, and the rule for it."""

    start: int
    end: int
    rule: str


def leaf(name: str, start: int, end: int, **attributes: str) -> Element:
    """Make an element that shows the source between its offsets."""
    return Element(name, start, end, attributes, mixed=True)


def insert(parent: Element, spans: list[Element]) -> list[Element]:
    """Nest spans into a mixed element; give back those that cross another.

    The spans may lie inside children that are there already, never across them.
    """
    ordered = sorted(spans, key=lambda s: (s.start, -s.end))
    return [span for span in ordered if not _place(parent, span)]


def _place(parent: Element, span: Element) -> bool:
    children = parent.children
    first = bisect_right(children, span.start, key=_start)
    if first and children[first - 1].end > span.start:
        first -= 1
    last = first
    while last < len(children) and children[last].start < span.end:
        last += 1
    inside = children[first:last]
    for child in inside:
        if child.start <= span.start and span.end <= child.end:
            return _place(child, span)
        if child.start < span.start or child.end > span.end:
            return False
    if not parent.mixed:
        return False
    span.children = inside + span.children
    children[first:last] = [span]
    return True


def _start(element: Element) -> int:
    return element.start
