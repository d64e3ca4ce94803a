"""The passages of a page: words that are searched together, with their address.

A page is read by its tags and not made into a tree: it is what the engine has written,
and most of it are paragraphs without anything in them.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

# Elements whose text is one passage, if they have an id or stand in one that has.
_BLOCKS: Final = frozenset(
    (
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "dt", "dd"),
        *("figcaption", "caption", "blockquote", "div"),
    )
)
_NO_ELEMENT: Final = re.compile(r"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_REFERENCE: Final = re.compile(r"&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));")
_CHARACTERS: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_NOTES: Final = 'role="doc-endnotes"'
# The class of what the edition has added to the text.
_ADDED: Final = "gen"


class Passage(NamedTuple):
    """Words that are searched together, their address, the entries they name."""

    id: str
    words: str
    entries: tuple[str, ...]


class _Element:
    """An element whose end has not been met, with what has been met of it.

    `words` are its own if it holds no block, `passages` those of its children if it
    does; `entries` are named within it, `entry` by itself.
    """

    __slots__ = (
        *("entries", "entry", "has_children", "holds", "id", "is_shown"),
        *("name", "passages", "words"),
    )

    def __init__(self, tag: str, words: str, around: str) -> None:
        self.name, _, attributes = tag.partition(" ")
        self.id = _value(attributes, 'id="') or around
        self.is_shown = _is_shown(attributes)
        self.entry = _entry(attributes) if self.name == "a" else ()
        self.holds = self.has_children = False
        self.words = [words]
        self.passages: list[Passage] = []
        self.entries: list[str] = []

    def add(self, tag: str, words: str) -> None:
        """Add a child that has nothing but words."""
        name, _, attributes = tag.partition(" ")
        self.has_children = True
        if name in _BLOCKS:
            self.holds = True
        elif name == "a":
            self.entries += _entry(attributes)
        if _is_shown(attributes):
            self.words.append(words)
            ident = _value(attributes, 'id="') or self.id
            self.passages.append(Passage(ident, words, ()))

    def close(self, child: "_Element") -> None:
        """Add a child that is at its end."""
        self.has_children = True
        self.entries += (*child.entry, *child.entries)
        self.holds = self.holds or child.holds or child.name in _BLOCKS
        if child.is_shown:
            found = child.found()
            self.passages += found
            self.words += [] if child.holds else [found[0].words]

    def found(self) -> Sequence[Passage]:
        """Give its passages, or itself if it is one, as they are written."""
        if self.holds:
            return self.passages
        own = self.entry if self.has_children else ()
        return (Passage(self.id, "".join(self.words), (*own, *self.entries)),)


def passages(main: str) -> list[Passage]:
    """List the passages of the texts and of the notes in the main part of a page."""
    if "<!--" in main or "<?" in main:
        main = _NO_ELEMENT.sub("", main)
    holders = list(_holders(main.split("<")))
    texts = [
        p for holder in holders if holder.name == "article" for p in holder.found()
    ]
    notes = [
        p for holder in holders if holder.name != "article" for p in holder.found()
    ]
    read = [
        Passage(ident, _one_line(plain(words)), entries)
        for ident, words, entries in (*texts, *notes)
    ]
    return [passage for passage in read if passage.words]


def _holders(pieces: Sequence[str]) -> Iterator[_Element]:
    """Read texts and lists of notes; each piece begins with a tag, without its `<`."""
    opened: list[_Element] = []
    start = words = ""  # the tag just met if it begins an element; the words after it
    for piece in pieces[1:]:
        tag, _, after = piece.partition(">")
        if tag[0] != "/":
            if start:
                opened.append(_Element(start, words, opened[-1].id))
            start, words = _begun(tag, opened), after
        elif start:
            opened[-1].add(start, words)
            start = ""
        else:
            yield from _ended(opened)
        if opened and not start:
            opened[-1].words.append(after)


def _ended(opened: list[_Element]) -> Iterator[_Element]:
    """End the innermost element; give it if it is a text or notes."""
    if len(opened) > 1:
        opened[-2].close(opened[-1])
    else:
        yield from opened
    del opened[-1:]


def _begun(tag: str, opened: list[_Element]) -> str:
    """Give a tag that begins an element within a text or notes.

    Opens a text or notes; passes over an element without content.
    """
    name, _, attributes = tag.partition(" ")
    if not opened:
        if name == "article" or (name == "section" and _NOTES in attributes):
            opened.append(_Element(tag, "", ""))
        return ""
    if tag[-1] != "/":
        return tag
    opened[-1].has_children = True
    opened[-1].holds = opened[-1].holds or name.rstrip("/") in _BLOCKS
    return ""


def _is_shown(attributes: str) -> bool:
    """Tell whether an element is of the text, and not added to it."""
    return (
        _ADDED not in attributes or _ADDED not in _value(attributes, 'class="').split()
    )


def _value(attributes: str, mark: str) -> str:
    """Give the value of an attribute; `mark` is its name, `="`."""
    if not attributes.startswith(mark):
        mark = f" {mark}"
        if mark not in attributes:
            return ""
    return plain(attributes.partition(mark)[2].partition('"')[0])


def _entry(attributes: str) -> tuple[str, ...]:
    """Give the entry of a register that a link leads to: a place on another page."""
    page, _, place = _value(attributes, 'href="').partition("#")
    return (place,) if page and place else ()


def _one_line(text: str) -> str:
    """Make white space one space; most paragraphs in plain letters have no other."""
    if text.isascii() and not (
        "\n" in text or "  " in text or "\t" in text or "\r" in text
    ):
        return text.strip()
    return " ".join(text.split())


def plain(text: str) -> str:
    """Put characters in the place of references to them."""
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _character(found: re.Match[str]) -> str:
    hexadecimal, decimal, name = found.groups()
    if name:
        return _CHARACTERS.get(name, found[0])
    return chr(int(hexadecimal, 16) if hexadecimal else int(decimal))
