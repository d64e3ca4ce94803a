"""Figures out of a list of illustrations, and images for figures in the text.

The list stays a list. Each entry also becomes a `figure` with number, head and credit,
pointing to its entry by `@corresp`; its words are copies, and the proof knows that.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from octavo.diagnostics import Diagnostic, Severity
from octavo.encode.profile import Image
from octavo.encode.spans import Element

_CREDIT: Final = re.compile(r"\s*\[(?P<words>[^\[\]]{2,120})\]\s*$")
_NUMBER: Final = re.compile(
    r"(?:fig(?:ure|\.)?|plate|abb(?:\.|ildung)?)?\s*(\d{1,3})[.):]?\s+"
)
_REFERENCE: Final = r"\b(?:fig(?:ure|s)?\.?|plate|abb(?:ildung)?\.?)\s*{n}\b"


@dataclass(slots=True)
class Entry:
    """An entry of the list: its element, number, and where caption and credit lie."""

    item: Element
    n: str
    start: int
    end: int
    credit: tuple[int, int] | None


def add_figures(
    text: Element, data: str, images: tuple[Image, ...], *, plates: bool
) -> list[Diagnostic]:
    """Add figures for the list of illustrations, and images to all figures."""
    _fill(text, data, images)
    entries = list(_entries(text, data))
    if not entries or not (images or plates):
        return []
    loose: list[Element] = []
    for entry in entries:
        image = _image(entry, data, images)
        figure = _figure(entry, image)
        if not _place(text, figure, entry, image, data):
            loose.append(figure)
    _add_plates(text, loose)
    used = {id(_image(entry, data, images)) for entry in entries}
    return [_unused(image) for image in images if id(image) not in used]


def _entries(text: Element, data: str) -> Iterator[Entry]:
    count = 0
    for listed in text.descend():
        if listed.name == "list" and listed.attributes.get("type") == "illustrations":
            for item in listed.children:
                if item.name == "item":
                    count += 1
                    yield _entry(item, count, data)


def _entry(item: Element, count: int, data: str) -> Entry:
    words = data[item.start : item.end]
    number = _NUMBER.match(words.lower())
    credit = _CREDIT.search(words)
    start = item.start + (number.end() if number else 0)
    end = item.start + credit.start() if credit else item.end
    item.attributes["xml:id"] = f"ill{count}"
    if number:
        item.attributes["n"] = number[1]
    span = credit and (
        item.start + credit.start("words"),
        item.start + credit.end("words"),
    )
    return Entry(item, number[1] if number else "", start, end, span or None)


def plain(words: str) -> str:
    """Reduce a caption to its letters and digits."""
    return re.sub(r"[\W_]+", "", words).casefold()


def _image(entry: Entry, data: str, images: tuple[Image, ...]) -> Image | None:
    words = plain(data[entry.start : entry.end])
    for image in images:
        if image.head and plain(image.head) == words:
            return image
    return next((i for i in images if entry.n and i.number == entry.n), None)


def _unused(image: Image) -> Diagnostic:
    return Diagnostic(
        "ENC004",
        Severity.WARNING,
        f"no entry of the list of illustrations fits the image {image.file}",
        hint="number or head must be as in the list",
    )


def _figure(entry: Entry, image: Image | None) -> Element:
    identifier = entry.item.attributes["xml:id"]
    attributes = {
        "xml:id": identifier.replace("ill", "fig"),
        "corresp": f"#{identifier}",
    }
    if entry.n:
        attributes["n"] = entry.n
    figure = Element("figure", 0, 0, attributes, copied=True)
    figure.children = _graphic(image)
    figure.children.append(_copy(entry.item, "head", entry.start, entry.end))
    if entry.credit:
        note = _copy(entry.item, "note", *entry.credit)
        note.attributes = {"type": "credit"}
        figure.children.append(note)
    if image and image.description:
        figure.children.append(Element("figDesc", 0, 0, text=image.description))
    return figure


def _graphic(image: Image | None) -> list[Element]:
    return [Element("graphic", 0, 0, {"url": image.url})] if image and image.url else []


def _copy(item: Element, name: str, start: int, end: int) -> Element:
    """Copy a stretch of an item with the markup that lies inside it."""
    inner = [c for c in item.children if start <= c.start and c.end <= end]
    return Element(name, start, end, children=inner, mixed=True)


def _place(
    text: Element, figure: Element, entry: Entry, image: Image | None, data: str
) -> bool:
    """Put a figure after the paragraph that the editor or the text names."""
    for parent in text.descend():
        for index, child in enumerate(parent.children):
            if (
                child.name == "p"
                and parent.name == "div"
                and _refers(data[child.start : child.end], entry, image)
            ):
                figure.start = figure.end = child.end
                parent.children.insert(index + 1, figure)
                return True
    return False


def _refers(words: str, entry: Entry, image: Image | None) -> bool:
    if image and image.after:
        return plain(words[: len(image.after) + 40]).startswith(plain(image.after))
    if not entry.n:
        return False
    return re.search(_REFERENCE.format(n=entry.n), words, re.I) is not None


def _add_plates(text: Element, loose: list[Element]) -> None:
    """Put the figures that no paragraph names together, behind the list."""
    if not loose:
        return
    for parent in text.descend():
        for index, child in enumerate(parent.children):
            lists = [
                c.attributes.get("type") for c in child.children if c.name == "list"
            ]
            if child.name == "div" and "illustrations" in lists:
                plates = Element(
                    "div",
                    child.end,
                    child.end,
                    {"type": "illustrations", "subtype": "plates"},
                )
                plates.children = loose
                parent.children.insert(index + 1, plates)
                return


def _fill(text: Element, data: str, images: tuple[Image, ...]) -> None:
    """Add images to the figures that the text itself has."""
    for figure in text.descend():
        if figure.name != "figure" or not figure.children:
            continue
        head = figure.children[0]
        words = data[head.start : head.end]
        image = next(
            (i for i in images if i.head and plain(i.head) == plain(words)), None
        )
        if image:
            figure.children[:0] = _graphic(image)
            if image.description:
                figure.children.append(Element("figDesc", 0, 0, text=image.description))
