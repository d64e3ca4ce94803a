"""The review report: what the encoder was not sure of, worst first."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One doubtful decision: where, what was decided, why, and the other reading.

    `harm` is what a mistake here costs the reader, `score` how sure the rule is,
    both between 0 and 1; `target` is the id of the element in the TEI. `before` and
    `after` are the words around it. `kind` is what it is as a decision of the editor
    would say it, `kinds` are the choices. `start`, `end` and `hash` name the stretch
    of the source for the file of decisions; `times` counts the places that one
    decision is about, where that is all places with these words. `file` is the TEI
    file, where a report is about several.
    """

    line: int
    snippet: str
    decision: str
    rule: str
    score: float
    harm: float
    other: str = ""
    target: str = ""
    before: str = ""
    after: str = ""
    kind: str = ""
    kinds: tuple[str, ...] = ()
    times: int = 1
    start: int = 0
    end: int = 0
    hash: str = ""
    file: str = ""

    @property
    def weight(self) -> float:
        """Harm times doubt: the order of the report."""
        return self.harm * (1 - self.score)


def by_weight(items: Iterable[ReviewItem]) -> tuple[ReviewItem, ...]:
    """Sort the items, the one most worth a look first."""
    return tuple(sorted(items, key=lambda item: (-item.weight, item.start)))


def review_json(items: Iterable[ReviewItem]) -> str:
    """Write the report as JSON."""
    records = [asdict(item) for item in by_weight(items)]
    return json.dumps({"items": records}, ensure_ascii=False, indent=1) + "\n"


def as_decision(item: ReviewItem) -> str:
    """Write what a decision on an item begins with, in TOML: which words it is about.

    What the editor decides, its `kind`, is to follow.
    """
    words = json.dumps(item.snippet, ensure_ascii=False).replace("\x7f", "\\u007F")
    if item.times > 1:
        return f'[[decision]]\nwords = {words}\neverywhere = "names"\n'
    place = f'start = {item.start}\nend = {item.end}\nhash = "{item.hash}"\n'
    return f"[[decision]]\nwords = {words}\n{place}"
