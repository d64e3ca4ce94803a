"""What is marked inside blocks: references to notes, emphasis, dates, names."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from octavo.encode.blocks import Block
from octavo.encode.certainty import cert
from octavo.encode.dates import find_dates
from octavo.encode.deciding import (
    corrections,
    decide_names,
    decided_marks,
    failed_marks,
    inside_blocks,
    settled_marks,
)
from octavo.encode.draft import Draft
from octavo.encode.inline import emphasis, has_emphasis
from octavo.encode.layers import Layer, Layers, Mentions, Name, Tags
from octavo.encode.linking import find_names, link, make_register
from octavo.encode.mentions import Mention
from octavo.encode.notebodies import Note
from octavo.encode.notemarks import orphan_chain
from octavo.encode.phrases import quotation_style, quotations, settle_phrases
from octavo.encode.references import find_references
from octavo.encode.register import Entity
from octavo.encode.removals import Removals
from octavo.encode.spans import Element, leaf
from octavo.encode.voting import load_pipeline, vote


def mark(draft: Draft, entities: Sequence[Entity]) -> Layers:
    """Find references to notes, emphasis, dates, names and quotations."""
    profile, data = draft.profile, draft.source.data
    blocks = _blocks(draft)
    layers: list[Layer[Any]]
    layers = [_references(draft), _corrections(draft), _emphasis(draft, blocks)]
    dates = Tags()
    if profile.dates:
        for date in find_dates(blocks, data, draft.measured.language):
            dates.tag(date.start, date.end, "date", date.attributes)
        layers.append(dates)
    if profile.names:
        layers.append(_names(draft, blocks, entities, dates))
    if profile.quotations:
        style = profile.quotation_marks or quotation_style(data)
        layers.append(_tags(quotations(blocks, data, style)))
    return Layers(layers)


def _blocks(draft: Draft) -> list[Block]:
    """Give the blocks of text and notes, each once, in order."""
    feet = [block for n in draft.notes if n.place == "foot" for block in n.blocks]
    place = draft.source.place
    draft.places, failed = inside_blocks(draft.places, draft.blocks, feet, place)
    draft.diagnostics += failed
    return sorted([*draft.blocks, *feet], key=lambda block: block.start)


def _tags(elements: Iterable[Element]) -> Tags:
    found = Tags()
    for element in elements:
        found.tag(element.start, element.end, element.name, element.attributes)
    return found


def _corrections(draft: Draft) -> Layer[int]:
    made = corrections(draft.places)
    layer = Layer[int](lambda _start, _end, at: made[at])
    for at, element in enumerate(made):
        layer.add(element.start, element.end, at)
    return layer


def _emphasis(draft: Draft, blocks: list[Block]) -> Tags:
    """Find emphasised words, and what they are besides."""
    data, shows = draft.source.data, draft.profile.emphasis
    layer = Tags()
    if not (has_emphasis(data) if shows is None else shows):
        return layer
    for block in blocks:
        found, marks = emphasis(block, data)
        draft.removals += marks
        if found and draft.profile.phrases:
            settle_phrases(found, data, draft.measured.language)
        for span in found:
            layer.tag(span.start, span.end, span.name, span.attributes)
    return layer


def _names(
    draft: Draft, blocks: list[Block], entities: Sequence[Entity], dates: Tags
) -> Layer[Name]:
    data = draft.source.data
    found: Iterable[Mention] = find_names(
        blocks, data, entities, draft.measured.language
    )
    if draft.profile.spacy:
        found = vote(list(found), blocks, data, load_pipeline(draft.profile.spacy))
    dates.sort()
    mentions = Mentions(m for m in found if not dates.cover(m.start))
    mentions = decide_names(mentions, draft.places)
    if not entities:
        draft.persons = make_register(mentions, data)
        mentions = Mentions(link(mentions, draft.persons, data))
    draft.mentions = mentions
    return mentions.layer


def _references(draft: Draft) -> Layer[Note] | Tags:
    data, notes = draft.source.data, draft.notes
    gone = Removals(chain(draft.removals, settled_marks(draft.places)))
    style = draft.profile.notes
    if style == "none":
        return Tags()
    decided = decided_marks(draft.places, data)
    marks = find_references(notes, data, gone, style, decided)
    draft.diagnostics += failed_marks(decided, notes, draft.source.place)
    if not notes:
        alone = orphan_chain(marks)
        draft.orphans = [mark.start for mark in alone]
        return _tags(leaf("ref", m.start, m.end, type="noteref", n=m.n) for m in alone)
    layer = Layer[Note](lambda _start, _end, note: _reference(note))
    for note in notes:
        if note.ref:
            layer.add(*note.ref, note)
    return layer


def _reference(note: Note) -> Element:
    start, end = note.ref or (0, 0)
    sure = cert("ref", 1 - note.cost)
    return leaf("ref", start, end, type="noteref", target=f"#{note.id}", **sure)
