"""What is marked inside blocks: references to notes, emphasis, dates, names."""

from collections.abc import Iterable, Iterator, Sequence

from octavo.encode.blocks import Block
from octavo.encode.certainty import cert
from octavo.encode.dates import Date, date_elements, find_dates
from octavo.encode.deciding import corrections, decide_names
from octavo.encode.draft import Draft
from octavo.encode.inline import emphasis, has_emphasis
from octavo.encode.linking import find_names, link, make_register
from octavo.encode.matching import Marks, match_marks
from octavo.encode.mentions import Mention
from octavo.encode.notebodies import Note
from octavo.encode.notemarks import Mark, bracket_marks, glued_marks, orphan_chain
from octavo.encode.phrases import quotation_style, quotations, settle_phrases
from octavo.encode.register import Entity
from octavo.encode.removals import Removals
from octavo.encode.spans import Element, insert, leaf
from octavo.encode.voting import load_pipeline, vote


def mark(draft: Draft, entities: Sequence[Entity]) -> None:
    """Add references to notes, emphasis, dates, names and quotations."""
    profile, data = draft.profile, draft.source.data
    blocks = _blocks(draft)
    spans = _references(draft) + corrections(draft.places) + _emphasis(draft, blocks)
    dates: list[Date] = []
    if profile.dates:
        dates = find_dates(blocks, data, draft.measured.language)
        spans += date_elements(dates)
    if profile.names:
        spans += _names(draft, blocks, entities, dates)
    if profile.quotations:
        style = profile.quotation_marks or quotation_style(data)
        spans += quotations(blocks, data, style)
    insert(draft.text, spans)


def _blocks(draft: Draft) -> list[Block]:
    """Give the blocks of text and notes, each once, in order."""
    every = [*draft.blocks, *(b for n in draft.notes for b in n.blocks)]
    unique = {block.start: block for block in every}
    return sorted(unique.values(), key=lambda block: block.start)


def _emphasis(draft: Draft, blocks: list[Block]) -> list[Element]:
    """Find emphasised words, and what they are besides."""
    data, shows = draft.source.data, draft.profile.emphasis
    if not (has_emphasis(data) if shows is None else shows):
        return []
    spans: list[Element] = []
    for block in blocks:
        found, marks = emphasis(block, data)
        spans += found
        draft.removals += marks
    if draft.profile.phrases:
        settle_phrases(spans, data, draft.measured.language)
    return spans


def _names(
    draft: Draft, blocks: list[Block], entities: Sequence[Entity], dates: list[Date]
) -> list[Element]:
    data = draft.source.data
    mentions = find_names(blocks, data, entities, draft.measured.language)
    if draft.profile.spacy:
        mentions = vote(mentions, blocks, data, load_pipeline(draft.profile.spacy))
    inside = {at for date in dates for at in range(date.start, date.end)}
    mentions = [m for m in mentions if m.start not in inside]
    if not entities:
        draft.persons = make_register(mentions, data)
        mentions = link(mentions, draft.persons, data)
    mentions = draft.mentions = decide_names(mentions, draft.places)
    return [_name_element(mention) for mention in mentions]


def _name_element(mention: Mention) -> Element:
    attributes = {"ref": mention.ref} if mention.ref else {}
    attributes |= cert("name", mention.score)
    return leaf(mention.kind, mention.start, mention.end, **attributes)


def _references(draft: Draft) -> list[Element]:
    data, notes = draft.source.data, draft.notes
    gone = Removals(draft.removals)
    style = draft.profile.notes
    if style == "none":
        return []
    marks = Marks()
    marks.add(_outside(bracket_marks(data), gone))
    match_marks(notes, marks)
    is_open = style == "numbers" or any(n.ref is None for n in notes) or not notes
    if is_open and style != "brackets":
        marks.add(_outside(glued_marks(data), gone))
        match_marks(notes, marks)
    if not notes:
        chain = orphan_chain(marks)
        draft.orphans = [mark.start for mark in chain]
        return [leaf("ref", m.start, m.end, type="noteref", n=m.n) for m in chain]
    return [_reference(note) for note in notes if note.ref]


def _outside(marks: Iterable[Mark], gone: Removals) -> Iterator[Mark]:
    """Leave out the marks in what was removed, such as page numbers."""
    return (m for m in marks if not any(gone.between(m.start, m.end)))


def _reference(note: Note) -> Element:
    start, end = note.ref or (0, 0)
    sure = cert("ref", 1 - note.cost)
    return leaf("ref", start, end, type="noteref", target=f"#{note.id}", **sure)
