"""The review report as a page on which the editor can decide.

Each text has a table of its doubts. Where scripts may run, each row has a choice, and
below the table stand the decisions made so far, to be copied into the file of
decisions; without a script the table is there all the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import Final

from octavo.encode.doubts import called
from octavo.encode.review import ReviewItem, as_decision, by_weight

_PAGE: Final = Path(__file__).parent / "data" / "review.html"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The doubts about one text: its name, its items, the path of its TEI file."""

    name: str
    items: tuple[ReviewItem, ...]
    tei: str = ""


def review_html(texts: Iterable[Reviewed]) -> str:
    """Write the report on some texts as one HTML page that needs nothing else."""
    found = list(texts)
    title = "Review: " + ", ".join(text.name for text in found)
    sections = "\n".join(map(_section, found))
    return _page().substitute(title=escape(title), sections=sections)


@cache
def _page() -> Template:
    return Template(_PAGE.read_text(encoding="utf-8"))


def _section(text: Reviewed) -> str:
    name, count = escape(text.name), len(text.items)
    if not count:
        return f"<section><h2>{name}</h2><p>Nothing is in doubt.</p></section>"
    doubts = "1 doubt" if count == 1 else f"{count} doubts"
    rows = "\n".join(_row(item, text.tei) for item in by_weight(text.items))
    return f"""<section data-name="{name}"><h2>{name}</h2><p>{doubts}</p>
<table><thead><tr><th scope="col">Line</th><th scope="col">Source</th>
<th scope="col">Decided</th><th scope="col">Because</th><th scope="col">Score</th>
<th scope="col">Or</th></tr></thead><tbody>
{rows}
</tbody></table></section>"""


def _row(item: ReviewItem, tei: str) -> str:
    times = f" <small>({item.times} times)</small>" if item.times > 1 else ""
    return (
        f'<tr data-words="{escape(as_decision(item))}" data-kinds="{_kinds(item)}">'
        f"<td>{item.line}</td><td>{escape(item.before)}"
        f"<mark>{escape(item.snippet)}</mark>{escape(item.after)}{times}</td>"
        f"<td>{_decision(item, tei)}</td><td>{escape(item.rule)}</td>"
        f"<td>{item.score:.2f}</td><td>{escape(item.other)}</td></tr>"
    )


def _decision(item: ReviewItem, tei: str) -> str:
    """Give what was decided, with a link to it where there is a TEI file."""
    if not (item.target and tei):
        return escape(item.decision)
    return f'<a href="{escape(tei)}#{escape(item.target)}">{escape(item.decision)}</a>'


def _kinds(item: ReviewItem) -> str:
    """Give the choices, each with its words: ``p=paragraph``."""
    return escape("|".join(f"{kind}={called(kind)}" for kind in item.kinds))
