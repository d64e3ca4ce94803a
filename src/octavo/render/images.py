"""The images of a document: found, read, and given their place in the outputs.

An image has the same address in every output: its path below the edition's
folder, with forward slashes, so `../images/map.svg` in `texts/` is `images/map.svg`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from lxml import etree

from octavo.diagnostics import Diagnostic, Severity
from octavo.names import tei
from octavo.render.typeset import is_image
from octavo.source import Source

MAX_SIZE: Final = 64 * 2**20


@dataclass(frozen=True, slots=True)
class Images:
    """Images by the address the document uses, and what is wrong with others."""

    places: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()

    def by_address(self) -> dict[str, bytes]:
        """Give the bytes of the images by the address the document uses."""
        return {url: self.files[place] for url, place in self.places.items()}


def gather(source: Source, root: Path) -> Images:
    """Read the images a document shows; none from outside the edition's folder."""
    places: dict[str, str] = {}
    files: dict[str, bytes] = {}
    found: list[Diagnostic] = []
    for graphic, url in _addresses(source):
        place, problem = _place(source, root, url)
        if not any(problem) and place not in files:
            data, problem = _read(root / place)
            files |= {} if any(problem) else {place: data}
        if any(problem):
            found.append(_finding(source, graphic, problem))
        else:
            places[url] = place
    return Images(places, files, tuple(found))


def _addresses(source: Source) -> Iterator[tuple[etree._Element, str]]:
    for graphic in source.root.iter(tei("graphic")):
        url = graphic.get("url", "")
        if urlsplit(url).scheme not in ("http", "https", "data"):
            yield graphic, url


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
    return data, _FINE


_FINE: Final = ("", "", "")


def _finding(
    source: Source, graphic: etree._Element, problem: tuple[str, str, str]
) -> Diagnostic:
    code, message, hint = problem
    line, column = source.position(graphic, "url")
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
