"""The review report: what the encoder was not sure of, worst first."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One doubtful decision: where, what was decided, why, and the other reading.

    `harm` is what a mistake here costs the reader, `score` how sure the rule is,
    both between 0 and 1; `target` is the id of the element in the TEI. `start`, `end`
    and `hash` name the stretch of the source for the file of decisions; `file` is the
    TEI file, where a report is about several.
    """

    line: int
    snippet: str
    decision: str
    rule: str
    score: float
    harm: float
    other: str = ""
    target: str = ""
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


def review_html(items: Iterable[ReviewItem], title: str, tei: str) -> str:
    """Write the report as one HTML page that needs nothing else.

    `tei` is the path of the TEI file, for the links into it.
    """
    rows = "\n".join(_row(item, tei) for item in by_weight(items))
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Review: {escape(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body {{ font: 1rem/1.5 Georgia, serif; max-width: 70rem; margin: 2rem auto;
  padding: 0 1rem; color: #1b1b1b; background: #fff }}
table {{ border-collapse: collapse; width: 100% }}
th, td {{ text-align: left; vertical-align: top; padding: .35rem .6rem;
  border-bottom: 1px solid #ccc }}
td:first-child, td.score {{ font-variant-numeric: tabular-nums; text-align: right }}
q {{ quotes: none }}
</style></head><body>
<h1>Review: {escape(title)}</h1>
<p>What the encoder was not sure of, what would do most harm first.</p>
<table><thead><tr><th scope="col">Line</th><th scope="col">Source</th>
<th scope="col">Decided</th><th scope="col">Because</th><th scope="col">Score</th>
<th scope="col">Or</th></tr></thead><tbody>
{rows}
</tbody></table></body></html>
"""


def _row(item: ReviewItem, tei: str) -> str:
    decision = escape(item.decision)
    if item.target:
        link = (
            f"{escape(item.file or tei, quote=True)}#{escape(item.target, quote=True)}"
        )
        decision = f'<a href="{link}">{decision}</a>'
    return (
        f"<tr><td>{item.line}</td><td><q>{escape(item.snippet)}</q></td>"
        f"<td>{decision}</td><td>{escape(item.rule)}</td>"
        f'<td class="score">{item.score:.2f}</td><td>{escape(item.other)}</td></tr>'
    )
