"""Divisions to the tree of the text: front, body, back, and what floats in them."""

from typing import Final

from octavo.encode.blocks import Block
from octavo.encode.certainty import cert
from octavo.encode.divisions import Division
from octavo.encode.edges import edges, keep_to_edges
from octavo.encode.elements import Builder
from octavo.encode.front import Part, front_parts, is_author_line, is_imprint_line
from octavo.encode.imprint import is_name
from octavo.encode.spans import Element, leaf
from octavo.encode.titlelines import is_town
from octavo.encode.traits import is_caps
from octavo.encode.vocabulary import BACK_TYPES, FRONT_TYPES

_MAIN: Final = frozenset({"part", "book", "chapter"})
_FLOATING: Final = frozenset({"note", "noteGrp", "pb", "milestone", "figure"})


class Assembler:
    """Builds `text` from the tree of divisions."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._count = 0

    def text(self, root: Division, end: int) -> Element:
        """Give the whole text with its front, body and back."""
        first, last = zones(root.parts)
        signed = root.parts and any(map(_is_author, root.blocks))
        early = len(root.blocks) if first or signed else _leading(root.blocks)
        front = self._preliminaries(front_parts(root.blocks[:early]))
        front += [self._division(d) for d in root.parts[:first]]
        body = self._loose(root.blocks[early:], open_below=first == last)
        body += [self._division(d) for d in root.parts[first:last]]
        back = [self._division(d) for d in root.parts[last:]]
        text = Element("text", 0, end)
        for name, children in (("front", front), ("body", body), ("back", back)):
            if children or name == "body":
                text.children.append(_zone(name, children, end))
        return text

    def _preliminaries(self, parts: list[Part]) -> list[Element]:
        found: list[Element] = []
        for part in parts:
            if part.type == "titlePage" and not found:
                found.append(_title_page(part.blocks))
                continue
            if part.type == "dedication" and len(part.blocks) > 2:
                _as_verse(part.blocks)
            if part.type == "epigraph":
                children = self._builder.build(part.blocks)
                span = part.blocks[0].start, part.blocks[-1].end
                found.append(Element("epigraph", *span, children=children))
                continue
            name = self._next_id()
            children = self._loose(part.blocks, open_below=True)
            found.append(self._div(part.type, [], children))
            found[-1].attributes["xml:id"] = name
        return found

    def _loose(self, blocks: list[Block], *, open_below: bool) -> list[Element]:
        """Give what stands outside of divisions with headings."""
        keep_to_edges(blocks, open_below=open_below)
        return self._builder.build(blocks)

    def _division(self, division: Division) -> Element:
        name = self._next_id()
        heads = [leaf("head", b.start, b.end) for b in division.heads]
        children = self._blocks(division)
        children += [self._division(part) for part in division.parts]
        kind = division.type or ("notes" if _holds_only_notes(children) else "")
        element = self._div(kind, heads, children)
        element.attributes["xml:id"] = name
        if division.heads:
            element.attributes |= cert("div", division.score)
        return element

    def _blocks(self, division: Division) -> list[Element]:
        """Give what stands in a division itself, its edges first and last."""
        found = edges(
            _with_argument(division),
            headed=bool(division.heads),
            open_below=not division.parts,
        )
        children = self._builder.build(found.byline)
        if found.motto:
            motto = self._builder.build(found.motto)
            motto += [leaf("bibl", b.start, b.end) for b in found.source]
            start, end = motto[0].start, motto[-1].end
            children.append(Element("epigraph", start, end, children=motto))
        return children + self._builder.build(found.rest)

    def _next_id(self) -> str:
        self._count += 1
        return f"d{self._count}"

    def _div(self, kind: str, heads: list[Element], rest: list[Element]) -> Element:
        attributes = {"type": kind} if kind else {}
        children = heads + rest
        start = children[0].start if children else 0
        end = max((c.end for c in children), default=start)
        return Element("div", start, end, attributes, children)


def _leading(blocks: list[Block]) -> int:
    """Count the blocks that were found to be title page, imprint and the like."""
    early = [i for i, b in enumerate(blocks, 1) if "preliminary" in b.traits]
    return max(early, default=0)


def _is_author(block: Block) -> bool:
    """Tell whether a line in capitals names the author, as on title pages only."""
    return is_caps(block.text) and is_author_line(block.text)


def _holds_only_notes(children: list[Element]) -> bool:
    return bool(children) and all(c.name in ("noteGrp", "note") for c in children)


def zones(parts: list[Division]) -> tuple[int, int]:
    """Give the index of the first division of the body and of the back."""
    main = [i for i, d in enumerate(parts) if _is_main(d)]
    front = [i for i, d in enumerate(parts) if d.type in FRONT_TYPES]
    first = _first(parts, main, front)
    last = len(parts)
    while last > first + 1 and _is_back(parts[last - 1]):
        last -= 1
    return first, last


def _is_back(division: Division) -> bool:
    kinds = {block.kind for block in division.blocks}
    only_notes = bool(kinds) and not division.heads and kinds <= {"note", "notes-head"}
    return division.type in BACK_TYPES or (only_notes and not division.parts)


def _first(parts: list[Division], main: list[int], front: list[int]) -> int:
    """Find where the body begins: behind the front matter before the first chapter."""
    if not front:
        return 0
    limit = main[0] if main else len(parts)
    leading = [i for i in front if i < limit]
    if main:
        return leading[-1] + 1 if leading else 0
    first = 0
    while first < len(parts) and parts[first].type in FRONT_TYPES:
        first += 1
    return first


def _is_main(division: Division) -> bool:
    return division.type in _MAIN or (not division.type and division.order >= 3)


def _zone(name: str, children: list[Element], end: int) -> Element:
    start = children[0].start if children else end
    last = max((c.end for c in children), default=end)
    if name == "body" and all(c.name in _FLOATING for c in children):
        children.append(Element("p", last, last))
    return Element(name, start, last, children=children)


def _title_page(blocks: list[Block]) -> Element:
    children: list[Element] = []
    author = False
    for index, block in enumerate(blocks):
        name, author = _title_name(block, index, author=author)
        has_author = any(c.name in ("byline", "docAuthor") for c in children)
        if index and name == "titlePart" and not has_author and is_name(block.text):
            name = "docAuthor"
        attributes = {"type": "main" if not index else "sub"}
        if name != "titlePart":
            attributes = {}
        children.append(leaf(name, block.start, block.end, **attributes))
    return Element("titlePage", blocks[0].start, blocks[-1].end, children=children)


def _title_name(block: Block, index: int, *, author: bool) -> tuple[str, bool]:
    """Name a line of the title page; also tell whether the next one is the author."""
    text = block.text
    if author:
        return "docAuthor", False
    if is_author_line(text):
        return "byline", len(text) < 8
    if index and (is_imprint_line(text) or is_town(text)):
        return "docImprint", False
    return "titlePart", False


def _as_verse(blocks: list[Block]) -> None:
    for block in blocks:
        if block.kind == "p" and "decided" not in block.traits:
            block.kind = "l"


def _with_argument(division: Division) -> list[Block]:
    """Mark the summary right below a heading as argument."""
    if division.heads and division.blocks:
        first = division.blocks[0]
        kind = "" if "decided" in first.traits else first.kind
        dashes = (
            first.text.count("—") + first.text.count("--") + first.text.count(" – ")
        )
        if kind in ("p", "quote") and dashes > 1 and first.length < 80 * dashes:
            first.kind = "argument"
    return division.blocks
