"""The images of a document: found, read, and given their place in the outputs.

An image has the same address in every output: its path below the edition's
folder, with forward slashes, so `../images/map.svg` in `texts/` is `images/map.svg`.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

from lxml import etree

from octavo.diagnostics import Diagnostic, Severity
from octavo.names import tei
from octavo.render import scaling
from octavo.source import Source, is_picture

MAX_SIZE: Final = 64 * 2**20
# What browsers and the typesetter show.
_KINDS: Final = (".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
_SCANNED: Final = (tei("facsimile"), tei("sourceDoc"))


@dataclass(frozen=True, slots=True)
class Images:
    """Images by the address the document uses, and what is wrong with others."""

    places: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()

    def by_address(self) -> dict[str, bytes]:
        """Give the bytes of the images by the address the document uses."""
        return {url: self.files[place] for url, place in self.places.items()}

    def fingerprint(self) -> str:
        """Give a fingerprint of the images and of what is wrong with others."""
        digest = hashlib.sha256(repr((self.places, self.diagnostics)).encode())
        for place in sorted(self.files):
            digest.update(hashlib.sha256(self.files[place]).digest())
        return digest.hexdigest()


def is_image(name: str, data: bytes) -> bool:
    """Tell whether a file is an image that every output shows, and whole."""
    return PurePosixPath(name).suffix.lower() in _KINDS and is_picture(name, data)


def gather(source: Source, root: Path, *, scans: bool = False) -> Images:
    """Read the images a document shows; none from outside the edition's folder.

    With `scans` those of its source, which only the web edition shows; without,
    those of its text.
    """
    places: dict[str, str] = {}
    files: dict[str, bytes] = {}
    found: list[Diagnostic] = []
    for element, attribute in _scans(source) if scans else _graphics(source):
        url = element.get(attribute, "")
        if urlsplit(url).scheme in ("http", "https", "data"):
            continue
        place, problem = _place(source, root, url)
        if not any(problem) and place not in files:
            data, problem = _read(root / place)
            files |= {} if any(problem) else {place: data}
        if any(problem):
            found.append(_finding(source, element, attribute, problem))
        else:
            places[url] = place
    return Images(places, files, tuple(found))


Named = Iterator[tuple[etree._Element, str]]


def _graphics(source: Source) -> Named:
    for graphic in source.root.iter(tei("graphic")):
        if not any(e.tag in _SCANNED for e in graphic.iterancestors()):
            yield graphic, "url"


def _scans(source: Source) -> Named:
    """Give the images of facsimiles, and those that page breaks name themselves."""
    for holder in source.root.iter(*_SCANNED):
        for graphic in holder.iter(tei("graphic")):
            yield graphic, "url"
    for page in source.root.iter(tei("pb")):
        if "#" not in page.get("facs", "#"):
            yield page, "facs"


def _place(source: Source, root: Path, url: str) -> tuple[str, tuple[str, str, str]]:
    path = (source.path.parent / unquote(url.partition("#")[0])).resolve()
    if not path.is_relative_to(root.resolve()):
        hint = "copy it into the folder of images and name it there"
        return "", ("IMG002", f"the image '{url}' lies outside the edition", hint)
    if not path.is_file():
        hint = f"put it at {path.relative_to(root.resolve()).as_posix()}"
        return "", ("IMG001", f"there is no image '{url}'", hint)
    return path.relative_to(root.resolve()).as_posix(), _FINE


def _read(path: Path) -> tuple[bytes, tuple[str, str, str]]:
    if path.stat().st_size > MAX_SIZE:
        hint = f"make it smaller than {MAX_SIZE // 2**20} MB"
        return b"", ("IMG003", f"the image '{path.name}' is too large", hint)
    data = path.read_bytes()
    if not is_image(path.name, data):
        hint = "use SVG, PNG, JPEG, GIF or WebP with the ending that fits"
        return b"", ("IMG003", f"'{path.name}' cannot be read as an image", hint)
    try:
        scaling.measure(data)
    except scaling.TooLargeError:
        hint = f"make it smaller than {scaling.MAX_PIXELS // 10**6} million pixels"
        return b"", ("IMG004", f"the image '{path.name}' has too many pixels", hint)
    return data, _FINE


_FINE: Final = ("", "", "")


def _finding(
    source: Source,
    element: etree._Element,
    attribute: str,
    problem: tuple[str, str, str],
) -> Diagnostic:
    code, message, hint = problem
    line, column = source.position(element, attribute)
    return Diagnostic(
        code,
        Severity.ERROR,
        message,
        str(source.path),
        line,
        column,
        "",
        hint,
        "images",
    )
