"""Web pages of one document: its chapters, and its whole text on one page."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from octavo import resources, saxon
from octavo.diagnostics import Diagnostic
from octavo.render import fidelity
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


def check(
    source: Source, context: Context, rendered: Rendered
) -> tuple[Diagnostic, ...]:
    """Prove that no word of a document was lost on the page of its whole text."""
    hidden = saxon.apply_mode(
        saxon.Document(source.data, source.path.absolute().as_uri()),
        resources.stylesheet("html.xsl"),
        "{urn:x-octavo:modes}hidden",
        context.params,
    )
    files = rendered.files
    name = f"{context.text(source).id}.html"
    page = files[name] if name in files else next(iter(files.values()))
    return fidelity.check(source, page, hidden.principal.splitlines())


def pages(source: Source, context: Context, house: Path | None = None) -> Pages:
    """Render a document as web pages; raises TransformError.

    `house` is a house style in XSLT, laid over the standard one.
    """
    split = context.manifest.web.split
    if split == "chapter" and len(source.data) < SHORT:
        split = "none"
    made = saxon.transform(
        saxon.Document(source.data, source.path.absolute().as_uri()),
        resources.stylesheet("html.xsl"),
        {**context.params, "document": context.text(source).id, "split": split},
        house=house,
    )
    return Pages(
        Rendered(
            {**made.documents, f"tei/{context.text(source).id}.xml": source.data},
            placed(made.messages, source),
        ),
        made.principal.encode("utf-8"),
    )
