"""Print a text: TEI to Typst code by XSLT, Typst code to a book.

`code` gives the code alone, `book` the PDF. Nothing here reads or writes files
of the edition; the images come in as bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from octavo import resources, saxon
from octavo.render import geometry
from octavo.render.fonts import choose
from octavo.render.rendered import Rendered
from octavo.render.typeset import STANDARDS, Job, typeset
from octavo.source import Source

_LEADING: Final = 1.25


@dataclass(frozen=True, slots=True)
class BookSettings:
    """How a book looks and what it contains.

    Sizes of type in points; a leading of 0 means one that suits the size.
    `template` is a house style in Typst, `stylesheet` one in XSLT.
    """

    trim: str = "octavo"
    fonts: tuple[str, ...] = ("EB Garamond",)
    size: float = 10.5
    leading: float = 0.0
    notes: Literal["foot", "end"] = "foot"
    indexes: tuple[str, ...] = ("person", "place")
    date: str = ""
    template: bytes = b""
    standards: tuple[str, ...] = STANDARDS


def book(
    source: Source,
    context: Mapping[str, saxon.Value],
    settings: BookSettings = BookSettings(),
    images: Mapping[str, bytes] | None = None,
) -> Rendered:
    """Set a text as a book: one file, named after the text, ending in .pdf.

    `context` holds the parameters that every stylesheet gets; `images` maps the
    addresses in `graphic/@url` to the bytes of the images.
    """
    made = code(source, context, settings)
    done = typeset(
        Job(
            code=made.principal,
            settings=layout(settings),
            fonts=choose(settings.fonts),
            images=dict(images or {}),
            attachments={},
            date=settings.date,
            template=settings.template,
            standards=settings.standards,
        )
    )
    return Rendered(
        {f"{source.path.stem}.pdf": done.pdf}, (*made.messages, *done.diagnostics)
    )


def code(
    source: Source, context: Mapping[str, saxon.Value], settings: BookSettings
) -> saxon.Transformed:
    """Turn a text into Typst code for the template in `xslt/typst`."""
    return saxon.transform(
        saxon.Document(source.data, source.path.as_uri()),
        resources.stylesheet("print.xsl"),
        {**context, "notes": settings.notes, "indexes": settings.indexes},
    )


def layout(settings: BookSettings) -> dict[str, object]:
    """Work out what the template reads: lengths in millimetres and points."""
    leading = settings.leading or round(settings.size * _LEADING * 4) / 4
    page = geometry.page(settings.trim, leading)
    return {
        "width": page.width,
        "height": page.height,
        "inside": page.inside,
        "outside": page.outside,
        "top": page.top,
        "bottom": page.bottom,
        "size": settings.size,
        "leading": leading,
        "fonts": list(choose(settings.fonts).families),
    }
