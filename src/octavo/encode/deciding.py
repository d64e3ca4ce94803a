"""Applies the editor's decisions to blocks and names, and reports those that fail."""

from collections.abc import Iterable

from octavo.diagnostics import Diagnostic, Severity
from octavo.encode.blocks import Block
from octavo.encode.decisions import BLOCK_KINDS, NAME_KINDS, Decision, locate
from octavo.encode.layers import Mentions
from octavo.encode.mentions import Mention
from octavo.encode.spans import Element, Removal, leaf

Place = tuple[Decision, int, int]


def place_decisions(
    decisions: Iterable[Decision], data: str
) -> tuple[list[Place], list[Diagnostic]]:
    """Find the stretches of the decisions, and report those that are gone."""
    found: list[Place] = []
    lost: list[Diagnostic] = []
    for decision in decisions:
        span = locate(decision, data)
        if span is None:
            lost.append(_lost(decision))
        else:
            found.append((decision, *span))
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


def decide_blocks(blocks: list[Block], places: list[Place]) -> None:
    """Set the kinds of the blocks that the editor decided on."""
    for decision, start, end in places:
        if decision.kind not in BLOCK_KINDS:
            continue
        for block in blocks:
            if block.start < end and start < block.end:
                block.kind, block.score, block.other = decision.kind, 1.0, ""
                block.traits["decided"] = "yes"
                if decision.level >= 0:
                    block.traits["order"] = str(float(decision.level))
                    block.traits.setdefault("type", "")
                if decision.type:
                    block.traits["type"] = decision.type


def decide_names(mentions: Mentions, places: list[Place]) -> Mentions:
    """Set, add and take away names as the editor decided."""
    named = [(d, a, b) for d, a, b in places if d.kind in NAME_KINDS]
    if not named:
        return mentions
    kept = [
        m for m in mentions if not any(m.start < b and a < m.end for _, a, b in named)
    ]
    added = [Mention(a, b, d.kind, d.ref, 1.0) for d, a, b in named if d.kind != "none"]
    return Mentions(sorted(kept + added))


def corrections(places: list[Place]) -> list[Element]:
    """Give the corrections: the source in sic, the editor's words in corr."""
    found = []
    for decision, start, end in places:
        if decision.kind == "corr":
            choice = Element("choice", start, end)
            corr = Element("corr", end, end, text=decision.text)
            choice.children = [leaf("sic", start, end), corr]
            found.append(choice)
    return found
