"""The doubts of a run: what the review report lists, and what is reported at once."""

from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter
from typing import Final

from octavo.diagnostics import Diagnostic, Severity
from octavo.encode.blocks import Block
from octavo.encode.decisions import words_hash
from octavo.encode.draft import Draft
from octavo.encode.mentions import Mention
from octavo.encode.notebodies import Note
from octavo.encode.review import ReviewItem, by_weight

# What a wrong decision costs the reader, from 0 to 1.
_HARM: Final = {"head": 0.9, "note": 0.8, "p": 0.5, "name": 0.2}
_SURE: Final = 0.9
_CALLED: Final = {
    "head": "heading",
    "p": "paragraph",
    "l": "verse",
    "item": "entry of a list",
    "quote": "block quotation",
    "persName": "person",
    "placeName": "place",
    "orgName": "organisation",
}


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
        return self._item(
            (block.start, block.end),
            _CALLED.get(block.kind, block.kind),
            "its place, length, capitals and neighbours",
            block.score,
            harm if "head" in (block.kind, block.other) else 0.3,
            _CALLED.get(block.other, block.other),
        )

    def _notes(self) -> Iterator[ReviewItem]:
        for note in self._draft.notes:
            span = (note.start, note.end)
            if note.ref is None:
                rule = "no number in the text fits the order of the notes"
                yield self._item(span, "note without reference", rule, 0.3, 0.8, "")
            elif note.cost > 1 - _SURE:
                rule = "a bare number in the order of the notes"
                score = 1 - note.cost / 2
                yield self._item(note.ref, "reference", rule, score, 0.8, "a number")

    def _names(self) -> Iterator[ReviewItem]:
        seen: set[str] = set()
        for mention in self._draft.mentions:
            words = self._draft.source.data[mention.start : mention.end]
            if mention.score < _SURE and words not in seen:
                seen.add(words)
                yield self._name(mention)

    def _name(self, mention: Mention) -> ReviewItem:
        return self._item(
            (mention.start, mention.end),
            _CALLED[mention.kind],
            "what stands around this word in the whole book",
            mention.score,
            _HARM["name"],
            "no name, or another one",
        )

    def _item(
        self,
        span: tuple[int, int],
        decision: str,
        rule: str,
        score: float,
        harm: float,
        other: str,
    ) -> ReviewItem:
        start, end = span
        words = self._draft.source.data[start:end]
        index = bisect_right(self._targets, start, key=itemgetter(0)) - 1
        return ReviewItem(
            self._draft.source.place(start)[0],
            " ".join(words[:80].split()),
            decision,
            rule,
            round(score, 3),
            harm,
            other,
            self._targets[index][1] if index >= 0 else "",
            start,
            end,
            words_hash(words),
        )


def findings(draft: Draft) -> list[Diagnostic]:
    """Report notes and references that found no partner."""
    found = [_unreferred(note, draft) for note in draft.notes if note.ref is None]
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
