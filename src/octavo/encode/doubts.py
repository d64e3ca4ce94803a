"""The doubts of a run: what the review report lists, and what is reported at once."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from operator import itemgetter
from typing import Final, NamedTuple

from octavo.diagnostics import Diagnostic, Severity
from octavo.encode.blocks import Block
from octavo.encode.deciding import confirmed
from octavo.encode.decisions import words_hash
from octavo.encode.draft import Draft
from octavo.encode.mentions import Mention
from octavo.encode.notebodies import Note
from octavo.encode.review import ReviewItem, by_weight

# What a wrong decision costs the reader, from 0 to 1.
_HARM: Final = {"head": 0.9, "note": 0.8, "p": 0.5, "name": 0.2}
_SURE: Final = 0.9
_LONGEST: Final = 80  # characters of a stretch that are shown
_SPACES: Final = re.compile(r"\s+")
_AROUND: Final = 60  # characters of context on each side
_CALLED: Final = {
    "head": "heading",
    "p": "paragraph",
    "l": "verse",
    "item": "entry of a list",
    "quote": "block quotation",
    "note": "note",
    "remove": "not of the text",
    "persName": "person",
    "placeName": "place",
    "orgName": "organisation",
    "ref": "reference",
    "none": "none of these",
}
_BLOCKS: Final = ("head", "p", "l", "quote", "item", "note", "remove")
_NAMES: Final = ("persName", "placeName", "orgName", "none")
Span = tuple[int, int]


class _Reading(NamedTuple):
    """How a stretch was read: the first kind was chosen, the others were possible."""

    kinds: tuple[str, ...]
    rule: str
    score: float
    harm: float
    other: str = ""


def called(kind: str) -> str:
    """Give the words for a kind of decision."""
    return _CALLED.get(kind, kind)


class Doubts:
    """Lists the doubtful decisions of a draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._targets: list[tuple[int, str]] = []

    def review(self) -> tuple[ReviewItem, ...]:
        """Give the items of the report, the one most worth a look first."""
        divisions = (e for e in self._draft.text.descend() if e.name == "div")
        self._targets = sorted(
            [
                (e.start, e.attributes["xml:id"])
                for e in divisions
                if "xml:id" in e.attributes
            ]
            + [(note.start, note.id) for note in self._draft.notes if note.is_there]
        )
        items = [*self._blocks(), *self._notes(), *self._names()]
        return by_weight(items)

    def _blocks(self) -> Iterator[ReviewItem]:
        for block in self._draft.blocks:
            is_open = block.other and block.score < _SURE
            if is_open and "preliminary" not in block.traits:
                yield self._block(block)

    def _block(self, block: Block) -> ReviewItem:
        harm = max(_HARM.get(block.kind, 0.3), _HARM.get(block.other, 0.3))
        reading = _Reading(
            (block.kind, *_BLOCKS),
            "its place, length, capitals and neighbours",
            block.score,
            harm if "head" in (block.kind, block.other) else 0.3,
            called(block.other),
        )
        return self._item((block.start, block.end), reading)

    def _notes(self) -> Iterator[ReviewItem]:
        for note in unreferred(self._draft):
            rule = "no number in the text fits the order of the notes"
            reading = _Reading(("note", "p"), rule, 0.3, _HARM["note"])
            item = self._item((note.start, note.end), reading)
            yield replace(item, decision="note without reference")
        rule = "a bare number in the order of the notes"
        for note in self._draft.notes:
            if note.ref and note.cost > 1 - _SURE:
                score = 1 - note.cost / 2
                kinds = ("ref", "none")
                reading = _Reading(kinds, rule, score, _HARM["note"], "a number")
                yield self._item(note.ref, reading)

    def _names(self) -> Iterator[ReviewItem]:
        """Give the doubtful names, each once, with how often it stands there."""
        data = self._draft.source.data
        seen: dict[tuple[str, ...], tuple[Mention, int]] = {}
        for mention in self._draft.mentions:
            if mention.score < _SURE:
                words = tuple(data[mention.start : mention.end].split())
                first, times = seen.get(words, (mention, 0))
                seen[words] = first, times + 1
        rule, other = "what stands around it in the book", "no name, or another one"
        for mention, times in seen.values():
            kinds = (mention.kind, *_NAMES)
            reading = _Reading(kinds, rule, mention.score, _HARM["name"], other)
            item = self._item((mention.start, mention.end), reading)
            yield replace(item, times=times)

    def _item(self, span: Span, reading: _Reading) -> ReviewItem:
        start, end = span
        data = self._draft.source.data
        index = bisect_right(self._targets, start, key=itemgetter(0)) - 1
        return ReviewItem(
            line=self._draft.source.place(start)[0],
            snippet=" ".join(data[start : min(end, start + _LONGEST)].split()),
            decision=called(reading.kinds[0]),
            rule=reading.rule,
            score=round(reading.score, 3),
            harm=reading.harm,
            other=reading.other,
            target=self._targets[index][1] if index >= 0 else "",
            before=_before(data, start),
            after=_after(data, end) if end - start < _LONGEST else "",
            kind=reading.kinds[0],
            kinds=tuple(dict.fromkeys(reading.kinds)),
            start=start,
            end=end,
            hash=words_hash(data[start:end]),
        )


def _before(data: str, at: int) -> str:
    """Give some whole words before a place; the space at their end stays."""
    words = _SPACES.sub(" ", data[max(0, at - _AROUND) : at])
    return words.partition(" ")[2] if at > _AROUND else words


def _after(data: str, at: int) -> str:
    """Give some whole words behind a place; the space before them stays."""
    words = _SPACES.sub(" ", data[at : at + _AROUND])
    return words.rpartition(" ")[0] if at + _AROUND < len(data) else words


def unreferred(draft: Draft) -> list[Note]:
    """Give the notes that nothing in the text calls, unless the editor knows that."""
    known = confirmed(draft.places)
    return [
        note
        for note in draft.notes
        if note.ref is None and not known.touch(note.start, note.end)
    ]


def findings(draft: Draft) -> list[Diagnostic]:
    """Report notes and references that found no partner."""
    found = [_unreferred(note, draft) for note in unreferred(draft)]
    if draft.orphans:
        line, column = draft.source.place(draft.orphans[0])
        found.append(
            Diagnostic(
                "ENC005",
                Severity.INFO,
                f"{len(draft.orphans)} references have no notes in this text",
                line=line,
                column=column,
                hint="add the notes to the raw text, or leave the references open",
            )
        )
    return found


def _unreferred(note: Note, draft: Draft) -> Diagnostic:
    line, column = draft.source.place(note.start)
    return Diagnostic(
        "ENC003",
        Severity.WARNING,
        f"no reference to note {note.n or '*'} was found in the text",
        line=line,
        column=column,
        hint="look for its number in the text; the review report lists such notes",
    )
