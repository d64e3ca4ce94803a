"""E-book: a text as an EPUB 3.3 by the rules of the web edition.

`book` gives one file. The stylesheets write the pages and describe the book; here
fonts are cut to size, the cover is drawn and everything is packed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from octavo import resources, saxon
from octavo.errors import UsageError
from octavo.names import EDITION
from octavo.render.context import Context
from octavo.render.epub import archive, cover, typefaces
from octavo.render.images import Images
from octavo.render.places import placed
from octavo.render.rendered import Rendered
from octavo.render.typeset import is_image
from octavo.source import Source

STYLE: Final = "book.css"
HOUSE: Final = "house.css"
COVER: Final = "cover.png"
_NONE: Final = Images()
_TYPES: Final = {
    "css": "text/css",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "svg": "image/svg+xml",
    "ttf": "font/ttf",
    "otf": "font/otf",
    "webp": "image/webp",
}


@dataclass(frozen=True, slots=True)
class EbookSettings:
    """How an e-book looks and is named.

    `cover` is the name and the bytes of an image; none: one made of the title.
    `identifier` names the book for good if its header does not; none: one made of
    title and author. `style` is a house style in CSS. Empty `font`: the reader's.
    """

    split: str = "chapter"
    font: str = "EB Garamond"
    identifier: str = ""
    cover: tuple[str, bytes] = ("", b"")
    style: bytes = b""


def book(
    source: Source,
    context: Context,
    settings: EbookSettings = EbookSettings(),
    images: Images = _NONE,
    house: Path | None = None,
) -> Rendered:
    """Render a document as an e-book: one file, named after it, ending in .epub.

    `house` is a house style in XSLT over epub.xsl. Raises UsageError for a font
    that is not installed or a cover that is no image, TransformError if a
    stylesheet fails.
    """
    front = _cover(source, context, settings)
    fonts = typefaces.files(settings.font)
    extras = {**_styles(settings, tuple(fonts)), **front}
    held = _resources(images, (*extras, *fonts), *front)
    made = _transformed(source, context, settings, held, house)
    files = {
        "package.opf": b'<?xml version="1.0" encoding="UTF-8"?>\n'
        + made.principal.encode("utf-8"),
        **made.documents,
        **images.files,
        **extras,
        **typefaces.cut(fonts, made.documents.values()),
    }
    name = f"{context.text(source).id}.epub"
    return Rendered({name: archive.pack(files)}, placed(made.messages, source))


def _transformed(
    source: Source,
    context: Context,
    settings: EbookSettings,
    held: saxon.Document,
    house: Path | None,
) -> saxon.Transformed:
    """Write the pages and the description of a book that holds some resources."""
    return saxon.transform(
        saxon.Document(source.data, source.path.as_uri()),
        resources.stylesheet("epub.xsl"),
        {
            **context.params,
            "document": context.text(source).id,
            "split": settings.split,
            "identifier": settings.identifier or _name(source, context),
            "resources": held,
        },
        house=house,
    )


def _name(source: Source, context: Context) -> str:
    """Make an identifier that stays the same as long as title and author do."""
    text = context.text(source)
    author = text.author or context.manifest.author
    facts = (context.manifest.title, text.title, author, text.id)
    return f"urn:uuid:{uuid5(NAMESPACE_URL, chr(0).join(facts))}"


def _cover(
    source: Source, context: Context, settings: EbookSettings
) -> dict[str, bytes]:
    name, data = settings.cover
    if data and not is_image(name, data):
        hint = "use PNG, JPEG, GIF, WebP or SVG, with the ending that says so"
        raise UsageError(f"ebook.cover: '{name}' is no image", hint=hint)
    if data:
        return {f"cover.{name.rpartition('.')[2].lower()}": data}
    text, manifest = context.text(source), context.manifest
    single = len(context.texts) == 1
    words = cover.Words(
        title=(manifest.title if single else "") or text.title,
        subtitle=manifest.subtitle if single else "",
        author=text.author or manifest.author,
        publisher=manifest.publisher,
    )
    return {COVER: cover.draw(words, settings.font)}


def _styles(settings: EbookSettings, fonts: tuple[str, ...]) -> dict[str, bytes]:
    standard = resources.stylesheet(f"epub/{STYLE}").read_bytes()
    named = {typefaces.STYLE: typefaces.style(fonts)} if fonts else {}
    return {
        **named,
        STYLE: standard,
        **({HOUSE: settings.style} if settings.style else {}),
    }


def _resources(images: Images, extras: Iterable[str], front: str) -> saxon.Document:
    """List for the stylesheet what the book holds besides its pages."""
    root = etree.Element(f"{{{EDITION}}}resources")
    for url, place in sorted(images.places.items()):
        _resource(root, place, url=url)
    for name in extras:
        _resource(root, name, **({"cover": "true"} if name == front else {}))
    return saxon.Document(etree.tostring(root))


def _resource(root: etree._Element, href: str, **more: str) -> None:
    kind = _TYPES[href.rpartition(".")[2].lower()]
    etree.SubElement(
        root, f"{{{EDITION}}}resource", {"href": href, "type": kind, **more}
    )
