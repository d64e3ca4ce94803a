"""From lines to the tree of the text: the steps in their order."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from octavo.diagnostics import Diagnostic
from octavo.encode.assemble import Assembler, settle
from octavo.encode.blocks import Block, blocks
from octavo.encode.captions import find_captions
from octavo.encode.contents import find_contents
from octavo.encode.deciding import (
    Place,
    corrections,
    decide_blocks,
    decide_names,
    place_decisions,
    removed_lines,
)
from octavo.encode.divisions import divide
from octavo.encode.edges import find_ends
from octavo.encode.elements import Builder
from octavo.encode.figures import add_figures
from octavo.encode.footnotes import foot_notes
from octavo.encode.front import preliminaries
from octavo.encode.furniture import furniture
from octavo.encode.inline import emphasis, has_emphasis
from octavo.encode.joins import joins
from octavo.encode.kinds import find_kinds
from octavo.encode.linking import find_names, link, make_register
from octavo.encode.measure import Measured, measure
from octavo.encode.mentions import Mention
from octavo.encode.notebodies import Note, find_notes, from_feet
from octavo.encode.notemarks import (
    Mark,
    bracket_marks,
    glued_marks,
    match_marks,
    orphan_chain,
)
from octavo.encode.pages import Page, pages
from octavo.encode.profile import Profile
from octavo.encode.quotations import epigraphs
from octavo.encode.register import Entity
from octavo.encode.removals import Removals, forbidden
from octavo.encode.spans import Element, Removal, insert, leaf
from octavo.encode.text import Line, Text

_FULL: Final = 0.9  # of the lines of a usual page
_LIKELY: Final = 0.85  # names below this bear @cert="low"


@dataclass
class Draft:
    """A text under way: what was measured, found and removed, and the tree."""

    source: Text
    profile: Profile
    measured: Measured
    blocks: list[Block]
    notes: list[Note]
    removals: list[Removal]
    text: Element
    persons: list[tuple[str, str]] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    orphans: list[int] = field(default_factory=list)


def structure(source: Text, profile: Profile, entities: Sequence[Entity]) -> Draft:
    """Find the structure of a text."""
    places, lost = place_decisions(profile.decisions, source.data)
    leaves, running = pages(source)
    removals = forbidden(source) + furniture(source, profile.remove) + running
    removals += removed_lines(places)
    lines = _kept(source, removals)
    measured = measure(lines, profile.layout, profile.language)
    feet = from_feet(foot_notes(lines)) if source.pages > 2 else []
    lines = _without_feet(lines, feet)
    found = blocks(lines, measured)
    _mark_fresh(found, source)
    notes = sorted(feet + find_notes(found), key=lambda note: note.start)
    _decide_kinds(found, measured, places)
    removals += _joins(found, notes, lines, source, removals)
    text = _tree(found, notes, leaves, measured, removals, len(source.data))
    draft = Draft(source, profile, measured, found, notes, removals, text)
    draft.places, draft.diagnostics = places, lost
    _inline(draft, entities)
    draft.diagnostics += add_figures(
        text, source.data, profile.figures, plates=bool(profile.plates)
    )
    return draft


def _decide_kinds(found: list[Block], measured: Measured, places: list[Place]) -> None:
    """Give each block its kind: by itself, by the contents, by the editor."""
    find_kinds(found, measured)
    find_contents(found, measured)
    find_ends(found)
    decide_blocks(found, places)
    early = found[: preliminaries(found)]
    epigraphs(early, measured)
    for block in early:
        block.traits["preliminary"] = "yes"
    find_captions(found, measured)


def _tree(
    found: list[Block],
    notes: list[Note],
    leaves: list[Page],
    measured: Measured,
    removals: list[Removal],
    end: int,
) -> Element:
    """Build the tree of the text, and put the notes and breaks of pages into it."""
    builder = Builder(notes, removals)
    _name(notes)
    text = Assembler(builder).text(divide(found, measured), end)
    for note in notes:
        if note.place == "foot":
            settle(text, builder.note(note))
    for page in leaves:
        settle(text, _page_break(page))
    return text


def _kept(source: Text, removals: list[Removal]) -> list[Line]:
    gone = Removals(removals)
    kept = []
    for line in source.lines:
        inside = list(gone.between(line.start, line.end)) if not line.is_blank else []
        if not any(r.start <= line.start and line.end <= r.end for r in inside):
            kept.append(line)
    return kept


def _mark_fresh(found: list[Block], source: Text) -> None:
    """Mark the blocks before which a page was left before it was full."""
    counts = Counter(line.page for line in source.lines)
    usual = sorted(counts.values())[len(counts) * 3 // 4] if counts else 0
    for block in found:
        page = block.lines[0].page
        if block.top and counts[page - 1] < _FULL * usual:
            block.traits["fresh"] = "yes"


def _without_feet(lines: list[Line], feet: list[Note]) -> list[Line]:
    starts = {x.start for note in feet for b in note.blocks for x in b.lines}
    return [line for line in lines if line.is_blank or line.start not in starts]


def _joins(
    found: list[Block],
    notes: list[Note],
    lines: list[Line],
    source: Text,
    removals: list[Removal],
) -> list[Removal]:
    bodies = [
        Removal(note.start, note.end, "note") for note in notes if note.place == "foot"
    ]
    taken = Removals([*removals, *bodies])
    feet = [b for note in notes if note.place == "foot" for b in note.blocks]
    return joins([*found, *feet], lines, source.data, taken)


def _name(notes: list[Note]) -> None:
    for number, note in enumerate(notes, 1):
        note.id = f"n{number}"


def _page_break(page: Page) -> Element:
    attributes = {"n": page.number} if page.number else {}
    return Element("pb", page.start, page.start, attributes)


def _inline(draft: Draft, entities: Sequence[Entity]) -> None:
    """Add references to notes, emphasis and names."""
    data = draft.source.data
    spans = _references(draft) + corrections(draft.places)
    shows = draft.profile.emphasis
    if has_emphasis(data) if shows is None else shows:
        for block in [*draft.blocks, *(b for n in draft.notes for b in n.blocks)]:
            found, marks = emphasis(block, data)
            spans += found
            draft.removals += marks
    if draft.profile.names:
        spans += _names(draft, entities)
    insert(draft.text, spans)


def _names(draft: Draft, entities: Sequence[Entity]) -> list[Element]:
    data = draft.source.data
    blocks = [*draft.blocks, *(b for n in draft.notes for b in n.blocks)]
    unique = list({block.start: block for block in blocks}.values())
    mentions = find_names(
        sorted(unique, key=lambda b: b.start), data, entities, draft.measured.language
    )
    if not entities:
        draft.persons = make_register(mentions, data)
        mentions = link(mentions, draft.persons, data)
    mentions = draft.mentions = decide_names(mentions, draft.places)
    return [_name_element(mention) for mention in mentions]


def _name_element(mention: Mention) -> Element:
    attributes = {"ref": mention.ref} if mention.ref else {}
    if mention.score < _LIKELY:
        attributes["cert"] = "low"
    return leaf(mention.kind, mention.start, mention.end, **attributes)


def _references(draft: Draft) -> list[Element]:
    data, notes = draft.source.data, draft.notes
    gone = Removals(draft.removals)
    marks = _outside(bracket_marks(data), gone)
    match_marks(notes, marks)
    if any(note.ref is None for note in notes) or not notes:
        marks += _outside(glued_marks(data), gone)
        match_marks(notes, marks)
    if not notes:
        chain = orphan_chain(marks)
        draft.orphans = [mark.start for mark in chain]
        return [leaf("ref", m.start, m.end, type="noteref", n=m.n) for m in chain]
    return [_reference(note) for note in notes if note.ref]


def _outside(marks: Iterable[Mark], gone: Removals) -> list[Mark]:
    """Leave out the marks in what was removed, such as page numbers."""
    return [m for m in marks if not any(gone.between(m.start, m.end))]


def _reference(note: Note) -> Element:
    start, end = note.ref or (0, 0)
    return leaf("ref", start, end, type="noteref", target=f"#{note.id}")
