"""The images of a web page: each with its size and, if it is large, smaller versions.

A version stands at `scaled/480/images/map.jpg`, so that it can meet no image of
the edition.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

from lxml import etree

from octavo.names import EDITION
from octavo.render import images, scaling
from octavo.render.images import Images
from octavo.render.metadata import bare
from octavo.saxon import Document
from octavo.source import Source

_FOLDER: Final = "scaled"


@dataclass(frozen=True, slots=True)
class Collection:
    """The images of an edition by document: those shown in its text, its scans."""

    shown: Mapping[Path, Images]
    scans: Mapping[Path, Images]

    @classmethod
    def gather(cls, documents: Iterable[Source], root: Path) -> "Collection":
        """Read the images of all documents of an edition."""
        sources = tuple(documents)
        return cls(
            {source.path: images.gather(source, root) for source in sources},
            {
                source.path: images.gather(source, root, scans=True)
                for source in sources
            },
        )

    def of(self, source: Source) -> tuple[Images, Images]:
        """Give the images in the text of a document, and its scans."""
        return self.shown[source.path], self.scans[source.path]

    def files(self) -> dict[str, bytes]:
        """Give every image once, by its place."""
        return _files((*self.shown.values(), *self.scans.values()))

    def large(self) -> dict[str, bytes]:
        """Give the images in texts that e-books need smaller."""
        return {p: d for p, d in _files(self.shown.values()).items() if _is_large(d)}


def _files(gathered: Iterable[Images]) -> dict[str, bytes]:
    found = {place: data for each in gathered for place, data in each.files.items()}
    return dict(sorted(found.items()))


def _is_large(data: bytes) -> bool:
    picture = scaling.measure(data)
    return picture is not None and picture.is_wider(scaling.EBOOK)


def reduced(data: bytes) -> bytes:
    """Give an image as an e-book has it."""
    return bare(scaling.fit(data, scaling.EBOOK))


def files(place: str, data: bytes) -> dict[str, bytes]:
    """Give the image as the site has it, upright and bare, and its versions."""
    picture = scaling.measure(data)
    if picture is None:
        return {place: data}
    whole = {place: bare(scaling.fit(data, picture.width))}
    return whole | {_address(place, w): scaling.fit(data, w) for w in picture.widths}


def described(gathered: Iterable[Images]) -> Document:
    """List images for the stylesheet: by the address a text uses, where each lies."""
    root = etree.Element(f"{{{EDITION}}}images")
    for found in gathered:
        for url, place in sorted(found.places.items()):
            _describe(root, url, place, found.files[place])
    return Document(etree.tostring(root, encoding="utf-8"))


def _describe(root: etree._Element, url: str, place: str, data: bytes) -> None:
    picture = scaling.measure(data)
    element = etree.SubElement(
        root, f"{{{EDITION}}}image", {"url": url, "href": quote(place)}
    )
    if picture is None:
        return
    element.set("width", str(picture.width))
    element.set("height", str(picture.height))
    for width in picture.widths:
        address = quote(_address(place, width))
        etree.SubElement(
            element,
            f"{{{EDITION}}}version",
            {"href": address, "width": str(width)},
        )


def _address(place: str, width: int) -> str:
    return f"{_FOLDER}/{width}/{place}"
