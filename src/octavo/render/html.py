"""Web pages of one document: its chapters, and its whole text on one page."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from octavo import resources, saxon
from octavo.render.context import Context
from octavo.render.places import placed
from octavo.render.rendered import Rendered
from octavo.source import Source

# Texts shorter than this, in bytes, are read on one page unless the manifest asks.
SHORT: Final = 24_000


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a document, and what the pages of the edition need of it.

    `extract` is an XML document: titles and addresses of the pages, figures,
    names with the words around them.
    """

    rendered: Rendered
    extract: bytes


def pages(source: Source, context: Context, house: Path | None = None) -> Pages:
    """Render a document as web pages; raises TransformError.

    `house` is a house style in XSLT, laid over the standard one.
    """
    split = context.manifest.web.split
    if split == "chapter" and len(source.data) < SHORT:
        split = "none"
    made = saxon.transform(
        saxon.Document(source.data, source.path.as_uri()),
        resources.stylesheet("html.xsl"),
        {**context.params, "document": context.text(source).id, "split": split},
        house=house,
    )
    return Pages(
        Rendered(made.documents, placed(made.messages, source)),
        made.principal.encode("utf-8"),
    )
