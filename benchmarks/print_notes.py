"""Count the notes of a finished book that do not begin on the page of their call.

    python benchmarks/print_notes.py TEXT.xml BOOK.pdf

Nothing is asked of the typesetter. The letters before each call, and the first letters
of each note, are taken from the TEI and looked up one after the other in the letters
of the pages: calls in the type of the text, notes in the smaller type at the foot.
Needs `pymupdf`.
"""

import argparse
import re
import unicodedata
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pymupdf
from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
# What is neither part of a paragraph's run of letters nor leaves it whole.
APART = {f"{TEI}{name}" for name in ("note", "figure", "table")}
OTHERWISE = APART | {f"{TEI}{name}" for name in ("p", "ab", "l", "head", "ptr", "ref")}
# Letters that are looked up, at most and at least.
ENOUGH, LEAST = 30, 16


@dataclass
class Stream:
    """The letters of all pages in one type, in their order."""

    letters: str = ""
    starts: list[int] = field(default_factory=list)
    at: int = 0

    def page(self, before: str, after: str = "") -> int | None:
        """Find letters beyond those found last; tell the page of those before a call.

        The sign of a call may be a letter or two.
        """
        wanted = re.compile(re.escape(before) + ("[a-z]{0,2}" + after if after else ""))
        found = wanted.search(self.letters, self.at)
        if found is None:
            return None
        self.at = found.start() + len(before)
        return bisect(self.starts, self.at - 1)


@dataclass(frozen=True)
class Call:
    """The call of a note: the letters around it, and the first of the note."""

    before: str
    words: str
    after: str = ""


@dataclass(frozen=True)
class Count:
    """The notes of a text: how many, and the pages of those that were looked up."""

    notes: int
    found: Sequence[tuple[int, int]]

    @property
    def astray(self) -> list[tuple[int, int]]:
        """Give the pages of call and note where they differ."""
        return [pages for pages in self.found if pages[0] != pages[1]]


def main() -> None:
    """Count, and say where notes went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("text", type=Path)
    parser.add_argument("book", type=Path)
    options = parser.parse_args()
    made = count(options.text, options.book.read_bytes())
    print(f"{made.notes} notes, {len(made.found)} found, {len(made.astray)} astray")
    for call, note in made.astray:
        print(f"called on page {call}, note on page {note}")


def count(text: Path, book: bytes) -> Count:
    """Look up each note of a text in its book: where it is called, where it begins."""
    body, small = _streams(book)
    notes = list(_notes(etree.parse(text)))
    found = []
    for call in notes:
        if len(call.before + call.after) >= LEAST:
            at, stands = body.page(call.before, call.after), small.page(call.words)
            if at is not None and stands is not None:
                found.append((at, stands))
    return Count(len(notes), found)


def _streams(book: bytes) -> tuple[Stream, Stream]:
    """Read the letters in the two types of which there is most."""
    with pymupdf.open(stream=book, filetype="pdf") as opened:
        pages = [list(_spans(page)) for page in opened]
    sizes = Counter[float]()
    for page in pages:
        for size, letters in page:
            sizes[size] += len(letters)
    (text, _), (foot, _) = sizes.most_common(2)
    made = {text: Stream(), foot: Stream()}
    for page in pages:
        for size, stream in made.items():
            stream.starts.append(len(stream.letters))
            stream.letters += "".join(letters for own, letters in page if own == size)
    return made[text], made[foot]


def _spans(page: pymupdf.Page) -> Iterator[tuple[float, str]]:
    for block in page.get_text("dict")["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                yield round(span["size"], 1), _letters(span["text"])


def _notes(tree: etree._ElementTree) -> Iterator[Call]:
    """List the calls of a text, each with the letters of its paragraph around it.

    Letters end at the next call, and at anything that a book shows otherwise.
    """
    call, before, run = None, "", ""
    walk = etree.iterwalk(tree.find(f".//{TEI}text"), events=("start", "end"))
    for event, element in walk:
        if element.tag in OTHERWISE:
            if call is not None:
                yield replace(call, after=run[:ENOUGH])
            call = None
            if event == "end" and element.tag == f"{TEI}note":
                words = _letters("".join(element.itertext()))
                call = Call(before, words[:ENOUGH])
            before, run = run[-ENOUGH:], ""
        run += _letters((element.text if event == "start" else element.tail) or "")
        if event == "start" and element.tag in APART:
            run = ""
            walk.skip_subtree()


def _letters(text: str) -> str:
    normal = unicodedata.normalize("NFKC", text)
    return "".join(c for c in normal if c.isalpha()).casefold()


if __name__ == "__main__":
    main()
