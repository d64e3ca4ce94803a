"""From lines to the tree of the text: the steps in their order."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import Final

from octavo.encode.assemble import Assembler
from octavo.encode.blocks import Block, blocks
from octavo.encode.captions import find_captions
from octavo.encode.contents import find_contents
from octavo.encode.deciding import (
    Place,
    decide_blocks,
    decided_notes,
    failed_blocks,
    place_decisions,
    removed_lines,
)
from octavo.encode.divisions import divide
from octavo.encode.draft import Draft
from octavo.encode.edges import find_ends
from octavo.encode.elements import Builder
from octavo.encode.entries import part_entries
from octavo.encode.figures import add_figures
from octavo.encode.floats import opened, settle, unfold
from octavo.encode.footnotes import foot_notes
from octavo.encode.front import preliminaries
from octavo.encode.furniture import furniture
from octavo.encode.joins import joins
from octavo.encode.kinds import find_kinds
from octavo.encode.layers import Layers
from octavo.encode.marking import mark
from octavo.encode.measure import Measured, measure
from octavo.encode.notebodies import Note, find_notes, from_feet
from octavo.encode.pages import Page, pages
from octavo.encode.profile import Profile
from octavo.encode.quotations import epigraphs
from octavo.encode.register import Entity
from octavo.encode.removals import Removals, Taken, forbidden
from octavo.encode.spans import Element, Removal, Run, insert
from octavo.encode.tables import bars
from octavo.encode.text import Rows, Text

_FULL: Final = 0.9  # of the lines of a usual page


def structure(source: Text, profile: Profile, entities: Sequence[Entity]) -> Draft:
    """Find the structure of a text."""
    places, lost = place_decisions(profile.decisions, source.data)
    leaves, running = pages(source) if profile.pages is not False else ([], [])
    removals = Taken(forbidden(source))
    removals += furniture(source, profile.remove)
    removals += running + removed_lines(places)
    rows = _kept(source, removals)
    measured = _as_said(measure(rows, profile.layout, profile.language), profile)
    feet = decided_notes(_feet(source, profile, rows), [], places)
    rows = _without_feet(rows, feet)
    found = _mark_fresh(part_entries(blocks(rows, measured), measured), source)
    notes = feet + decided_notes(_bodies(found, profile), found, places)
    notes.sort(key=lambda note: note.start)
    _decide_kinds(found, measured, places)
    removals += bars(found, source.data)
    removals += _joins(found, notes, rows, measured, removals)
    text = _tree(found, notes, leaves, measured, removals, len(source.data))
    draft = Draft(source, profile, measured, found, notes, removals, text)
    draft.places, draft.diagnostics = places, lost
    draft.diagnostics += failed_blocks(found, places, source.place)
    for block in found:
        block.forget()
    draft.layers = mark(draft, entities)
    _add_figures(draft)
    return draft


def _feet(source: Text, profile: Profile, rows: Rows) -> list[Note]:
    """Find the notes at the feet of pages, where there are pages."""
    if source.pages <= 2 or profile.pages is False or profile.notes == "none":
        return []
    return from_feet(foot_notes(rows), rows)


def _bodies(found: list[Block], profile: Profile) -> list[Note]:
    """Find the notes that stand in the text or at its end."""
    return find_notes(found) if profile.notes != "none" else []


def _add_figures(draft: Draft) -> None:
    """Add the figures that are asked for, and note what could not be placed."""
    _unfold(draft)
    plates = bool(draft.profile.plates)
    draft.diagnostics += add_figures(
        draft.text, draft.source.data, draft.profile.figures, plates=plates
    )


def _unfold(draft: Draft) -> None:
    """Make the elements that figures are to be made of, or put beside."""
    text, layers = draft.text, draft.layers
    if draft.profile.figures or draft.profile.plates:
        unfold(text)
        insert(text, layers.between(0, text.end + 1))
        draft.layers = Layers()
        return
    for run in text.descend():
        if isinstance(run, Run) and run.lists == "illustrations":
            run.children, run.is_made = opened(run, layers), True


def _as_said(measured: Measured, profile: Profile) -> Measured:
    """Put what the editor says of the layout in the place of what was measured."""
    spaced, indent = profile.blank_lines, profile.indent
    return replace(
        measured,
        spaced=measured.spaced if spaced is None else spaced,
        indent=measured.indent if indent is None else indent,
    )


def _decide_kinds(found: list[Block], measured: Measured, places: list[Place]) -> None:
    """Give each block its kind: by itself, by the contents, by the editor."""
    find_kinds(found, measured)
    find_contents(found, measured)
    find_ends(found)
    decide_blocks(found, places)
    early = found[: preliminaries(found)]
    epigraphs(early, measured)
    for block in early:
        block.learn(preliminary="yes")
    find_captions(found, measured)


def _tree(
    found: list[Block],
    notes: list[Note],
    leaves: list[Page],
    measured: Measured,
    removals: Taken,
    end: int,
) -> Element:
    """Build the tree of the text, and put the notes and breaks of pages into it."""
    builder = Builder(notes, removals)
    _number(notes)
    text = Assembler(builder).text(divide(found, measured), end)
    for note in notes:
        if note.place == "foot":
            settle(text, builder.note(note))
    for page in leaves:
        settle(text, _page_break(page))
    return text


def _kept(source: Text, removals: Taken) -> Rows:
    """Give the lines of which something is left."""
    gone = Removals(removals)
    if not len(gone):
        return source.lines
    kept = array("I")
    for row, (start, end) in enumerate(zip(source.starts, source.ends, strict=True)):
        if not gone.cover(start, end):
            kept.append(row)
    return Rows(source, kept)


def _mark_fresh(found: list[Block], source: Text) -> list[Block]:
    """Mark the blocks before which a page was left before it was full."""
    counts = [b - a for a, b in pairwise([*source.tops, source.height])]
    if not counts[-1]:
        counts.pop()
    usual = sorted(counts)[len(counts) * 3 // 4] if counts else 0
    for block in found:
        page = source.leaves[block.shelf.order[block.first]]
        above = counts[page - 1] if page else 0
        if block.top and above < _FULL * usual:
            block.learn(fresh="yes")
    return found


def _without_feet(rows: Rows, feet: list[Note]) -> Rows:
    gone = {line.row for note in feet for b in note.blocks for line in b.lines}
    if not gone:
        return rows
    return Rows(rows.text, array("I", (row for row in rows.order if row not in gone)))


def _joins(
    found: list[Block],
    notes: list[Note],
    rows: Rows,
    measured: Measured,
    removals: Taken,
) -> list[Removal]:
    bodies = [
        Removal(note.start, note.end, "note") for note in notes if note.place == "foot"
    ]
    taken = Removals(chain(removals, bodies))
    feet = [b for note in notes if note.place == "foot" for b in note.blocks]
    data, language = rows.text.data, measured.language
    return joins([*found, *feet], rows, data, taken, language)


def _number(notes: list[Note]) -> None:
    for number, note in enumerate(notes, 1):
        note.number = number


def _page_break(page: Page) -> Element:
    attributes = {"n": page.number} if page.number else {}
    return Element("pb", page.start, page.start, attributes)
