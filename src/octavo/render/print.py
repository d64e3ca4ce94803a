"""Print a text: TEI to Typst code by XSLT, Typst code to a book.

`code` gives the code alone, `book` the PDF. Nothing here reads or writes files
of the edition; what it needs of them comes in as `Supplies`.
"""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from octavo import resources, saxon
from octavo.diagnostics import Diagnostic, Severity
from octavo.edition import Print
from octavo.render import destinations, geometry, inks, sheet
from octavo.render.context import Context
from octavo.render.fonts import choose
from octavo.render.pdf import edited
from octavo.render.places import placed
from octavo.render.rendered import Rendered
from octavo.render.spacing import spaced
from octavo.render.supplies import Supplies
from octavo.render.typeset import (
    STANDARDS,
    Attachment,
    Job,
    Typeset,
    is_image,
    typeset,
)
from octavo.source import Source

if TYPE_CHECKING:
    from pikepdf import Pdf

# The distance of lines for one size; Arabic letters reach further up and down.
_LEADING: Final = 1.25
_ARABIC: Final = 1.6
_IN_ARABIC: Final = frozenset(("ar", "ckb", "fa", "ota", "ps", "sd", "ug", "ur"))
_STANDARD: Final = Print()
_NOTHING: Final = Supplies()


def book(
    source: Source,
    context: Context,
    settings: Print = _STANDARD,
    supplies: Supplies = _NOTHING,
    standards: tuple[str, ...] = STANDARDS,
) -> Rendered:
    """Set a text as a book: one file, named after the text, ending in .pdf.

    Raises UsageError for settings that make no sense, TransformError if a
    stylesheet or the typesetter fails.
    """
    images = _usable(supplies.images, settings)
    made = code(source, context, settings, supplies)
    done = typeset(
        Job(
            code=made.principal,
            settings=layout(settings, context.text(source).language),
            fonts=choose((settings.font,)),
            images=dict(images.values()),
            attachments=(_attached(source), *supplies.attachments),
            date=context.manifest.date,
            template=supplies.template,
            standards=standards,
        )
    )
    refused = map(_refused, sorted(set(supplies.images) - set(images)))
    found = (*placed(made.messages, source), *refused, *done.diagnostics)
    name = f"{context.text(source).id}.pdf"
    return Rendered({name: _finished(done, settings)}, found)


def code(
    source: Source, context: Context, settings: Print, supplies: Supplies = _NOTHING
) -> saxon.Transformed:
    """Turn a text into Typst code for the template in `xslt/typst`."""
    copies = _usable(supplies.images, settings).items()
    facing = [] if supplies.facing is None else [_document(supplies.facing, context)]
    return saxon.transform(
        _document(source, context),
        resources.stylesheet("print.xsl"),
        {
            **context.params,
            **_choices(settings),
            "facing": facing,
            "facing-by": supplies.by,
            "pictures": tuple(f"{name} {url}" for url, (name, _) in copies),
        },
        house=supplies.house,
    )


def _document(source: Source, context: Context) -> saxon.Document:
    data = spaced(source, context.text(source).language)
    return saxon.Document(data, source.path.absolute().as_uri())


def _choices(settings: Print) -> dict[str, saxon.Value]:
    return {
        "notes": settings.notes,
        "indexes": settings.index,
        "apparatus": settings.apparatus,
        "second": settings.second,
        "lines": settings.lines,
        "initials": settings.initials,
        "font": settings.font,
        "figures": settings.figures,
    }


def _attached(source: Source) -> Attachment:
    return Attachment(source.path.name, source.data)


def _finished(done: Typeset, settings: Print) -> bytes:
    """Add to a book what the typesetter cannot make."""
    edits: list[Callable[[Pdf], None]] = [
        partial(destinations.named, places=done.places)
    ]
    if settings.colours == "cmyk":
        edits.append(inks.separated)
    if settings.bleed > 0:
        edits.append(partial(sheet.boxed, bleed=settings.bleed))
    return edited(done.pdf, *edits)


def _usable(
    images: Mapping[str, bytes], settings: Print
) -> dict[str, tuple[str, bytes]]:
    """Give a name to the copy of each image, so that no name of the source gets out."""
    found = {url: data for url, data in images.items() if is_image(url, data)}
    made = {}
    for number, (url, data) in enumerate(found.items(), start=1):
        ready = inks.prepared(data, settings.colours, number)
        suffix = PurePosixPath(url).suffix.lower()
        made[url] = f"{number}{suffix if ready is data else inks.suffix(ready)}", ready
    return made


def _refused(url: str) -> Diagnostic:
    return Diagnostic(
        "PRN004",
        Severity.WARNING,
        f"'{url}' is not an image a book can hold; it is left out",
        hint="use SVG, PNG or JPEG, with the ending that says so",
    )


def layout(settings: Print, language: str = "") -> dict[str, object]:
    """Work out what the template reads: lengths in millimetres and points."""
    share = _ARABIC if language.split("-")[0].lower() in _IN_ARABIC else _LEADING
    leading = settings.leading or round(settings.size * share * 4) / 4
    page = geometry.page(settings.trim, leading, settings.margins)
    fonts = choose((settings.font,))
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
        "slug": settings.bleed + geometry.MARKS if settings.bleed > 0 else 0,
        "first": settings.first,
        "apparatuses": 2 if settings.second else 1,
        "fonts": list(fonts.families),
        "bold": list(fonts.bold),
    }
