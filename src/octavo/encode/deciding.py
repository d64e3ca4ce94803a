"""Applies the editor's decisions, and reports those that fail.

Notes, blocks, references, names and corrections each have a step of their own.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile
from operator import attrgetter, itemgetter
from typing import Final

from octavo.diagnostics import Diagnostic, Severity
from octavo.encode.blocks import Block
from octavo.encode.decisions import BLOCK_KINDS, NAME_KINDS, Decision, locate
from octavo.encode.layers import Mentions
from octavo.encode.mentions import Mention
from octavo.encode.notebodies import Note, body_of
from octavo.encode.notemarks import Mark, label
from octavo.encode.removals import Removals
from octavo.encode.spans import Element, Removal, leaf

Place = tuple[Decision, int, int]
Located = Callable[[int], tuple[int, int]]
"""Gives the line and column of an offset."""

_INLINE: Final = frozenset({"persName", "placeName", "orgName", "ref", "corr"})
_CERTAIN: Final = -9.0  # the cost of a mark that outweighs all others


def place_decisions(
    decisions: Iterable[Decision], data: str
) -> tuple[list[Place], list[Diagnostic]]:
    """Find the stretches of the decisions, and report those that are gone."""
    found: list[Place] = []
    lost: list[Diagnostic] = []
    for decision in decisions:
        spans = locate(decision, data)
        if not spans:
            lost.append(_lost(decision))
        found += [(decision, *span) for span in spans]
    return found, lost


def _lost(decision: Decision) -> Diagnostic:
    return Diagnostic(
        "ENC002",
        Severity.WARNING,
        f"a decision no longer fits: the words {decision.words!r} are not in the text",
        hint="decide again, or take the decision out of the file",
    )


def removed_lines(places: list[Place]) -> list[Removal]:
    """Give the stretches that the editor removed."""
    return [Removal(a, b, "editor") for d, a, b in places if d.kind == "remove"]


def decided_notes(
    notes: list[Note], blocks: list[Block], places: list[Place]
) -> list[Note]:
    """Take away the notes that are none, and add what is one, as the editor said."""
    others = _stretches(places, BLOCK_KINDS.__contains__)
    kept = [note for note in notes if _keeps(note, others)]
    known = {block.start for note in kept for block in note.blocks}
    for decision, start, end in places:
        if decision.kind != "note":
            continue
        found = _between(blocks, start, end)
        new = (b for b in found if b.start not in known)
        bodies = list(takewhile(lambda b: not others.touch(b.start, b.end), new))
        if bodies:
            known |= {block.start for block in bodies}
            kept.append(body_of(bodies, decision.n))
    return kept


def _keeps(note: Note, others: Removals) -> bool:
    """Take from a note the blocks that are something else; tell whether any is left."""
    held = list(takewhile(lambda b: not others.touch(b.start, b.end), note.blocks))
    for block in note.blocks[len(held) :]:
        block.kind, note.close = "p", 0
    del note.blocks[len(held) :]
    return bool(held)


def confirmed(places: Iterable[Place]) -> Removals:
    """Give the stretches that are notes, as the editor said."""
    return _stretches(places, "note".__eq__)


def decide_blocks(blocks: list[Block], places: list[Place]) -> None:
    """Set the kinds of the blocks that the editor decided on."""
    for decision, start, end in places:
        if decision.kind not in BLOCK_KINDS:
            continue
        for block in _between(blocks, start, end):
            if decision.kind == "row" != block.kind:
                continue  # which has no columns
            block.kind, block.score, block.other = decision.kind, 1.0, ""
            block.learn(decided="yes")
            if decision.level >= 0:
                order = str(float(decision.level))
                block.learn(order=order, type=block.traits.get("type", ""))
            if decision.type:
                block.learn(type=decision.type)


def _between(blocks: list[Block], start: int, end: int) -> Iterator[Block]:
    """Give the blocks that share something with a stretch."""
    at = max(0, bisect_right(blocks, start, key=attrgetter("start")) - 1)
    while at < len(blocks) and blocks[at].start < end:
        if blocks[at].end > start:
            yield blocks[at]
        at += 1


def failed_blocks(
    blocks: list[Block], places: list[Place], place: Located
) -> list[Diagnostic]:
    """Report the decisions that the structure of the text does not allow."""
    return [
        _without_effect(
            f"what begins {decision.words[:40]!r} cannot be {decision.kind!r} here",
            place(block.start),
            "bylines and arguments begin a division, closers and trailers end it",
        )
        for decision, start, end in places
        if decision.kind in BLOCK_KINDS
        for block in _between(blocks, start, end)
        if block.kind != decision.kind
    ]


def inside_blocks(
    places: list[Place], text: list[Block], feet: list[Block], place: Located
) -> tuple[list[Place], list[Diagnostic]]:
    """Keep the decisions on words that one block holds, and report the others.

    `feet` are the blocks at the feet of pages, which may stand amid those of the text.
    """
    kept: list[Place] = []
    failed: list[Diagnostic] = []
    for decision, start, end in places:
        held = [b for blocks in (text, feet) for b in _between(blocks, start, end)]
        if decision.kind not in _INLINE or any(
            block.start <= start and end <= block.end for block in held
        ):
            kept.append((decision, start, end))
        elif not decision.everywhere:
            what = f"no paragraph holds all of {decision.words[:40]!r}"
            hint = "decide on the words of one paragraph, line or heading at a time"
            failed.append(_without_effect(what, place(start), hint))
    return kept, failed


def decided_marks(places: Iterable[Place], data: str) -> list[Mark]:
    """Give the references to notes that the editor named."""
    return [
        Mark(start, end, decision.n or label(data[start:end]), _CERTAIN)
        for decision, start, end in places
        if decision.kind == "ref"
    ]


def settled_marks(places: Iterable[Place]) -> list[Removal]:
    """Give the stretches in which the rules are to look for no reference."""
    return [Removal(a, b, "editor") for d, a, b in places if d.kind in ("ref", "none")]


def failed_marks(
    marks: Iterable[Mark],
    notes: Iterable[Note],
    place: Located,
) -> list[Diagnostic]:
    """Report the references that the editor named and no note fits."""
    called = {note.call for note in notes}
    return [
        _without_effect(
            f"no note {mark.n!r} fits a reference here",
            place(mark.start),
            "say with n which note it calls; notes and references keep one order",
        )
        for mark in marks
        if mark.start not in called
    ]


def _without_effect(what: str, place: tuple[int, int], hint: str) -> Diagnostic:
    line, column = place
    return Diagnostic(
        "ENC002",
        Severity.WARNING,
        f"a decision has no effect: {what}",
        line=line,
        column=column,
        hint=hint,
    )


def decide_names(mentions: Mentions, places: list[Place]) -> Mentions:
    """Set, add and take away names as the editor decided."""
    wanted = [place for place in places if place[0].kind in NAME_KINDS]
    if not wanted:
        return mentions
    named = _apart(list(_fitting(wanted, mentions)))
    decided = Removals(Removal(a, b, "editor") for _, a, b in named)
    kept = [m for m in mentions if not decided.touch(m.start, m.end)]
    known = {(m.start, m.end, m.kind): m.ref for m in mentions if m.ref}
    added = [
        Mention(a, b, d.kind, d.ref or known.get((a, b, d.kind), ""), 1.0)
        for d, a, b in named
        if d.kind != "none"
    ]
    return Mentions(sorted(kept + added))


def _fitting(wanted: list[Place], mentions: Mentions) -> Iterator[Place]:
    """Leave out the places that a decision on all places does not mean.

    These are such as lie inside a longer name and, where only names are meant, all
    that the rules did not take for one.
    """
    spans = {m.start: m.end for m in mentions}
    names = Removals(Removal(m.start, m.end, "name") for m in mentions)
    for decision, start, end in wanted:
        is_name = spans.get(start) == end
        is_free = decision.everywhere == "words" and not names.touch(start, end)
        if not decision.everywhere or is_name or is_free:
            yield decision, start, end


def _apart(places: list[Place]) -> list[Place]:
    """Of decisions that overlap keep that on one place, else the last."""
    rank = {id(p): (not p[0].everywhere, n) for n, p in enumerate(places)}
    kept: list[Place] = []
    for place in sorted(places, key=itemgetter(1)):
        if not kept or kept[-1][2] <= place[1]:
            kept.append(place)
        elif rank[id(place)] > rank[id(kept[-1])]:
            kept[-1] = place
    return kept


def _stretches(places: Iterable[Place], takes: Callable[[str], bool]) -> Removals:
    return Removals(Removal(a, b, "editor") for d, a, b in places if takes(d.kind))


def corrections(places: list[Place]) -> list[Element]:
    """Give the corrections: the source in sic, the editor's words in corr."""
    found = []
    corrected = [place for place in places if place[0].kind == "corr"]
    for decision, start, end in _apart(corrected):
        choice = Element("choice", start, end)
        corr = Element("corr", end, end, text=decision.text)
        choice.children = [leaf("sic", start, end), corr]
        found.append(choice)
    return found
