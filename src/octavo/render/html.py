"""Web pages of one document: its chapters, and its whole text on one page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from octavo import resources, saxon
from octavo.diagnostics import Diagnostic
from octavo.names import tei
from octavo.render import fidelity, pictures, search
from octavo.render.context import Context
from octavo.render.images import Images
from octavo.render.places import placed
from octavo.render.rendered import Rendered
from octavo.source import Source

# Elements that a reading view and a diplomatic view show differently.
_VIEWED: Final = ("choice", "del", "add", "subst", "am", "ex", "fw", "surplus", "orig")
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


def pages(
    source: Source,
    context: Context,
    house: Path | None = None,
    images: Sequence[Images] = (),
) -> Pages:
    """Render a document as web pages; raises TransformError.

    `house` is a house style in XSLT, laid over the standard one.
    """
    ident = context.text(source).id
    other = f"{ident}-diplomatic" if _has_views(source) else ""
    shown: dict[str, saxon.Value] = {"images": pictures.described(images)}
    names = {"document": ident, "other-view": other, **shown}
    made = _view(source, context, house, names)
    files = {**made.documents, f"tei/{ident}.xml": source.data}
    if other:
        names |= {"document": other, "other-view": ident, "view": "diplomatic"}
        files |= _view(source, context, house, names).documents
    whole = f"{ident}.html"
    chapters = {n: d for n, d in made.documents.items() if n != whole}
    return Pages(
        Rendered(files, placed(made.messages, source)),
        search.enclose(made.principal, chapters or made.documents),
    )


def _has_views(source: Source) -> bool:
    """Tell whether the text, not its header, has what the two views differ in."""
    return any(
        next(text.iter(*(tei(name) for name in _VIEWED)), None) is not None
        for text in source.root.iter(tei("text"))
    )


def _view(
    source: Source,
    context: Context,
    house: Path | None,
    params: Mapping[str, saxon.Value],
) -> saxon.Transformed:
    split = context.manifest.web.split
    if split == "chapter" and len(source.data) < SHORT:
        split = "none"
    return saxon.transform(
        saxon.Document(source.data, source.path.absolute().as_uri()),
        resources.stylesheet("html.xsl"),
        {**context.params, **params, "split": split},
        house=house,
    )
