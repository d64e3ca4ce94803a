"""From a place on a page of the web edition to the line of its source."""

from collections.abc import Sequence
from typing import Final

from octavo import resources, saxon
from octavo.render.context import Context
from octavo.source import Source

_MODE: Final = "{urn:x-octavo:modes}places"


def line(
    page: str, ident: str, documents: Sequence[Source], context: Context
) -> tuple[Source, int] | None:
    """Give the document a page is of, and the line of the element with an id.

    Nothing if the page is of no document, or has no such element from it.
    """
    stem = page.removesuffix(".html")
    known = {context.text(document).id: document for document in documents}
    ids = [i for i in known if stem == i or stem.startswith(f"{i}-")]
    if not ids:
        return None
    document = known[max(ids, key=len)]
    path = _paths(document, context).get(ident)
    return (document, document.locate(path)[0]) if path else None


def _paths(document: Source, context: Context) -> dict[str, str]:
    """Give the XPath of each element of a text that has an id on its pages."""
    made = saxon.apply_mode(
        saxon.Document(document.data, document.path.absolute().as_uri()),
        resources.stylesheet("html.xsl"),
        _MODE,
        context.params,
    )
    lines = (one.partition("\t") for one in made.principal.splitlines())
    return {ident: path for ident, _, path in lines}
