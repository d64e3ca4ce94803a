"""Make a large test book of a plain novel: notes in two series, figures, an index.

    python benchmarks/print_book.py NOVEL.xml OUT.xml [--times 4] [--plain]

Everything is drawn by a generator with a fixed seed, so that figures taken at
different times compare. The images are written beside the book.
"""

import argparse
import copy
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
NOTES, FIGURES, PERSONS, REFERENCES, POINTERS = 600, 27, 400, 2500, 60


@dataclass
class Book:
    """A novel that is being furnished."""

    random: random.Random
    paragraphs: list[etree._Element]
    words: list[str]

    def sentence(self, length: int) -> str:
        """Draw a sentence from the words of the novel."""
        start = self.random.randrange(len(self.words) - length)
        return " ".join(self.words[start : start + length]).capitalize() + "."

    def insert(self, element: etree._Element) -> None:
        """Put an element between two words of some paragraph."""
        paragraph = self.random.choice(self.paragraphs)
        holders = [paragraph, *paragraph]
        holder = self.random.choice(holders)
        attribute = "text" if holder is paragraph else "tail"
        text = getattr(holder, attribute) or ""
        gaps = [m.end() for m in re.finditer(r"\w(?=[ ,;.])", text)]
        if not gaps:
            return
        cut = self.random.choice(gaps)
        setattr(holder, attribute, text[:cut])
        element.tail = text[cut:]
        index = 0 if holder is paragraph else paragraph.index(holder) + 1
        paragraph.insert(index, element)


def main() -> None:
    """Read the novel, furnish it, write the book."""
    options = _options()
    tree = etree.parse(options.novel)
    body = tree.find(f".//{TEI}body")
    chapters = list(body)
    for copied in range(1, options.times):
        body.extend(_copies(chapters, copied))
    if not options.plain:
        book = Book(random.Random(7), _paragraphs(body), _words(body))
        _furnish(book, options.times)
        _images(options.out.parent)
        _register(tree)
    tree.write(options.out, encoding="utf-8", xml_declaration=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("novel", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--plain", action="store_true")
    return parser.parse_args()


def _copies(chapters: Sequence[etree._Element], number: int) -> list[etree._Element]:
    made = [copy.deepcopy(chapter) for chapter in chapters]
    for chapter in made:
        for element in chapter.iter():
            if element.get(ID):
                element.set(ID, f"{element.get(ID)}-{number}")
    return made


def _paragraphs(body: etree._Element) -> list[etree._Element]:
    return [p for p in body.iter(f"{TEI}p") if len(p.text or "") > 80]


def _words(body: etree._Element) -> list[str]:
    return re.findall(r"[A-Za-z]{3,}", " ".join(body.itertext()))


def _furnish(book: Book, times: int) -> None:
    for _ in range(REFERENCES * times):
        book.insert(_name(book))
    for number in range(NOTES * times):
        book.insert(_note(book, number))
    for number in range(POINTERS * times):
        target = book.random.choice(book.paragraphs)
        target.set(ID, target.get(ID) or f"place{number}")
        book.insert(_element("ptr", target=f"#{target.get(ID)}"))
    step = len(book.paragraphs) // (FIGURES * times)
    for number in range(FIGURES * times):
        book.paragraphs[number * step].addnext(_figure(book, number))


def _element(name: str, text: str = "", **attributes: str) -> etree._Element:
    made = etree.Element(TEI + name, attributes)
    made.text = text or None
    return made


def _name(book: Book) -> etree._Element:
    person = min(int(book.random.expovariate(1 / 80)), PERSONS - 1)
    return _element("persName", f" {book.sentence(2)[:-1]}", ref=f"#p{person}")


def _note(book: Book, number: int) -> etree._Element:
    long = number % 20 == 0
    length = book.random.choice((150, 250, 400) if long else (6, 10, 14, 20, 30))
    series = "editor" if number % 3 else "author"
    note = _element("note", book.sentence(length), type=series)
    if number % 7 == 0:
        note.append(_element("hi", f" {book.sentence(3)}", rend="italic"))
    return note


def _figure(book: Book, number: int) -> etree._Element:
    figure = _element("figure")
    figure.append(_element("graphic", url=f"drawing{number % FIGURES}.svg"))
    figure.append(_element("head", book.sentence(book.random.randrange(5, 14))))
    figure.append(_element("figDesc", book.sentence(8)))
    return figure


def _images(folder: Path) -> None:
    for number in range(FIGURES):
        high = 60 + 7 * number
        (folder / f"drawing{number}.svg").write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 {high}">'
            f'<rect x="1" y="1" width="198" height="{high - 2}" fill="none" '
            f'stroke="black"/><path d="M1 1L199 {high - 1}" stroke="black"/></svg>',
            encoding="utf-8",
        )


def _register(tree: etree._ElementTree) -> None:
    header = tree.find(f".//{TEI}teiHeader")
    holder = _element("standOff")
    persons = etree.SubElement(holder, TEI + "listPerson")
    for number in range(PERSONS):
        person = etree.SubElement(persons, TEI + "person", {ID: f"p{number}"})
        etree.SubElement(person, TEI + "persName").text = f"Person {number:03}, Given"
    header.addnext(holder)


if __name__ == "__main__":
    main()
