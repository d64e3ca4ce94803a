"""Print a text: TEI to Typst code by XSLT, Typst code to a book.

`code` gives the code alone, `book` the PDF. Nothing here reads or writes files
of the edition; the images come in as bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final, Literal

from octavo import resources, saxon
from octavo.diagnostics import Diagnostic, Severity
from octavo.render import geometry
from octavo.render.context import Context
from octavo.render.fonts import choose
from octavo.render.places import placed
from octavo.render.rendered import Rendered
from octavo.render.typeset import STANDARDS, Attachment, Job, is_image, typeset
from octavo.source import Source

_LEADING: Final = 1.25


@dataclass(frozen=True, slots=True)
class BookSettings:
    """How a book looks and what it contains.

    Sizes of type in points; a leading of 0 means one that suits the size. Bleed
    is in millimetres and brings crop marks. `template` is a house style in Typst.
    """

    trim: str = "octavo"
    fonts: tuple[str, ...] = ("EB Garamond",)
    size: float = 10.5
    leading: float = 0.0
    notes: Literal["foot", "end"] = "foot"
    indexes: tuple[str, ...] = ("person", "place")
    apparatus: bool = True
    lines: Literal["auto", "page", "section", "none"] = "auto"
    bleed: float = 0.0
    date: str = ""
    template: bytes = b""
    standards: tuple[str, ...] = STANDARDS


def book(
    source: Source,
    context: Context,
    settings: BookSettings = BookSettings(),
    images: Mapping[str, bytes] | None = None,
    house: Path | None = None,
) -> Rendered:
    """Set a text as a book: one file, named after the text, ending in .pdf.

    `images` maps the addresses in `graphic/@url` to the bytes of the images,
    `house` is a house style in XSLT, laid over the standard one.
    Raises UsageError for settings that make no sense, TransformError if a
    stylesheet or the typesetter fails.
    """
    usable = {url: data for url, data in (images or {}).items() if is_image(url, data)}
    made = code(source, context, settings, tuple(usable), house)
    copies = _copies(tuple(usable))
    done = typeset(
        Job(
            code=made.principal,
            settings=layout(settings),
            fonts=choose(settings.fonts),
            images={copies[url]: data for url, data in usable.items()},
            attachments=(Attachment(source.path.name, source.data),),
            date=settings.date or context.manifest.date,
            template=settings.template,
            standards=settings.standards,
        )
    )
    refused = [_refused(url) for url in sorted(set(images or {}) - set(usable))]
    return Rendered(
        {f"{context.text(source).id}.pdf": done.pdf},
        (*placed(made.messages, source), *refused, *done.diagnostics),
    )


def code(
    source: Source,
    context: Context,
    settings: BookSettings,
    images: tuple[str, ...] = (),
    house: Path | None = None,
) -> saxon.Transformed:
    """Turn a text into Typst code for the template in `xslt/typst`."""
    copies = _copies(images)
    return saxon.transform(
        saxon.Document(source.data, source.path.as_uri()),
        resources.stylesheet("print.xsl"),
        {
            **context.params,
            "notes": settings.notes,
            "indexes": settings.indexes,
            "apparatus": settings.apparatus,
            "lines": settings.lines,
            "pictures": tuple(f"{copies[url]} {url}" for url in images),
        },
        house=house,
    )


def _copies(images: tuple[str, ...]) -> dict[str, str]:
    """Name the copies of images, so that no name of the source reaches the disk."""
    return {
        url: f"{number}{PurePosixPath(url).suffix.lower()}"
        for number, url in enumerate(images, start=1)
    }


def _refused(url: str) -> Diagnostic:
    return Diagnostic(
        "PRN004",
        Severity.WARNING,
        f"'{url}' is not an image a book can hold; it is left out",
        hint="use SVG, PNG or JPEG, with the ending that says so",
    )


def layout(settings: BookSettings) -> dict[str, object]:
    """Work out what the template reads: lengths in millimetres and points."""
    leading = settings.leading or round(settings.size * _LEADING * 4) / 4
    page = geometry.page(settings.trim, leading)
    fonts = choose(settings.fonts)
    return {
        "width": page.width,
        "height": page.height,
        "inside": page.inside,
        "outside": page.outside,
        "top": page.top,
        "bottom": page.bottom,
        "size": settings.size,
        "leading": leading,
        "bleed": settings.bleed,
        "fonts": list(fonts.families),
        "bold": list(fonts.bold),
    }
