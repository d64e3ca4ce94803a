"""The views of a document: edited, as on the page, and the text of each witness.

Pages of all views have the same names but for the beginning, and the same ids, so
that each leads to the same place in the others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from octavo.names import EDITION, XML_ID, tei
from octavo.render.context import Context, slug
from octavo.saxon import Document, Value
from octavo.source import Source

# Elements that a reading view and a diplomatic view show differently.
_VIEWED: Final = ("choice", "del", "add", "subst", "am", "ex", "fw", "surplus", "orig")


@dataclass(frozen=True, slots=True)
class View:
    """One view: the beginning of the names of its pages, its kind, its witness."""

    id: str
    kind: str
    witness: str = ""

    @property
    def params(self) -> dict[str, Value]:
        """Give the parameters of the stylesheet that make this view."""
        view = "diplomatic" if self.kind == "diplomatic" else "reading"
        return {"document": self.id, "view": view, "witness": self.witness}


def views(source: Source, context: Context) -> tuple[View, ...]:
    """List the views of a document; the first is the edited text."""
    ident = context.text(source).id
    found = [View(ident, "reading")]
    if _is_viewed(source):
        found.append(View(f"{ident}-diplomatic", "diplomatic"))
    if context.manifest.web.witnesses:
        taken: set[str] = set()
        for witness in _witnesses(source):
            name = slug(witness, taken)
            taken.add(name)
            found.append(View(f"{ident}-witness-{name}", "witness", witness))
    return tuple(found)


def described(kinds: Sequence[View]) -> Document:
    """List views for the stylesheet."""
    root = etree.Element(f"{{{EDITION}}}views")
    for view in kinds:
        facts = {"id": view.id, "kind": view.kind, "witness": view.witness}
        etree.SubElement(root, f"{{{EDITION}}}view", facts)
    return Document(etree.tostring(root, encoding="utf-8"))


def _is_viewed(source: Source) -> bool:
    """Tell whether the text, not its header, has what two of the views differ in."""
    return any(
        next(text.iter(*(tei(name) for name in _VIEWED)), None) is not None
        for text in source.root.iter(tei("text"))
    )


def _witnesses(source: Source) -> list[str]:
    """List the ids of the witnesses, if the text has readings of any."""
    if next(source.root.iter(tei("rdg")), None) is None:
        return []
    return [
        witness.get(XML_ID, "")
        for witness in source.root.iter(tei("witness"))
        if witness.get(XML_ID)
    ]
