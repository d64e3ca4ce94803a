"""Web pages of one document: its chapters, and its whole text on one page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from lxml import etree

from octavo import resources, saxon
from octavo.render import letters, occurrences, parts, pictures, search, views
from octavo.render.context import Context
from octavo.render.images import Images
from octavo.render.places import placed
from octavo.render.rendered import Rendered
from octavo.source import Source

# Texts shorter than this, in bytes, are read on one page unless the manifest asks.
SHORT: Final = 24_000
_NO_IMAGES: Final = pictures.described(())
_CHAPTER: Final = b'<body class="chapter">'


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a document, and what the pages of the edition need of it.

    `extract` is an XML document: titles and addresses of the pages, figures,
    names with the words around them.
    """

    rendered: Rendered
    extract: bytes


def pages(
    source: Source,
    context: Context,
    house: Path | None = None,
    images: Sequence[Images] = (),
) -> Pages:
    """Render a document as web pages; raises TransformError.

    `house` is a house style in XSLT, laid over the standard one.
    """
    kinds = views.views(source, context)
    ident = kinds[0].id
    params = _described(context, kinds, images)
    made, *others = (_view(source, context, house, v, params) for v in kinds)
    files = {**made.documents, f"tei/{ident}.xml": source.data}
    for other in others:
        files |= other.documents
    return Pages(
        Rendered(files, placed(made.messages, source)),
        _extract(made, ident, source, context),
    )


def _extract(
    made: saxon.Transformed, ident: str, source: Source, context: Context
) -> bytes:
    """Complete what the pages of a document leave for those of the edition."""
    root = etree.fromstring(made.principal)
    occurrences.complete(root, source, {entry.id for entry in context.entries})
    whole = {f"{ident}.html": made.documents.get(f"{ident}.html", b"")}
    search.enclose(root, _chapters(made.documents) or whole)
    return etree.tostring(root, encoding="utf-8")


def _described(
    context: Context, kinds: Sequence[views.View], images: Sequence[Images]
) -> dict[str, saxon.Value]:
    """Describe what there is of images, letters and views, each in a document."""
    there_are = any(shown.places for shown in images)
    params: dict[str, saxon.Value] = {
        "images": pictures.described(images) if there_are else _NO_IMAGES
    }
    found = letters.of(context.letters, kinds[0].id)
    if found:
        described = etree.tostring(letters.described(found), encoding="utf-8")
        params["letters"] = saxon.Document(described)
    if len(kinds) > 1:
        params["views"] = views.described(kinds)
    return params


def _chapters(documents: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give the pages of chapters, without those that show their text once more."""
    return {name: data for name, data in documents.items() if _CHAPTER in data}


def _view(
    source: Source,
    context: Context,
    house: Path | None,
    view: views.View,
    params: Mapping[str, saxon.Value],
) -> saxon.Transformed:
    split = context.manifest.web.split
    if split == "chapter" and len(source.data) < SHORT:
        split = "none"
    stylesheet = "witness.xsl" if view.witness else context.stylesheet
    made = saxon.transform(
        saxon.Document(source.data, source.path.absolute().as_uri()),
        resources.stylesheet(stylesheet),
        {**context.params, **params, **view.params, "split": split},
        house=house,
        without=context.without,
    )
    return replace(made, documents=parts.joined(made.documents, f"{view.id}.html"))
