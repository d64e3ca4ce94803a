"""Blocks of a word-processor file: paragraphs, verse, lists, tables, figures, notes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from docx.document import Document
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from octavo.render.docx import lists, pictures
from octavo.render.docx.footnotes import Footnotes
from octavo.render.docx.phrases import Looks, Phrases
from octavo.render.docx.references import Bookmarks
from octavo.render.whole import (
    NS,
    Element,
    Run,
    Whole,
    classes,
    content,
    holds_block,
    is_added,
    level,
    name,
)

# Styles by the class of an element; the first that fits wins.
_STYLES: Final = {
    "type-main": "Title",
    "type-sub": "Subtitle",
    "l": "Verse",
    "speaker": "Speaker",
    "stage": "Stage Direction",
    "subhead": "Subtitle",
    "epigraph": "Epigraph",
    "titlePage": "Title Page",
    "sp": "Dialogue",
}
_BODY: Final = "Body Text"
_DEEPEST: Final = 9


@dataclass(frozen=True, slots=True)
class _Place:
    """Where blocks go: how a new paragraph is begun, its style, depth in lists."""

    begin: Callable[[], Paragraph]
    style: str = _BODY
    depth: int = 0

    def styled(self, element: Element) -> "_Place":
        """Give the place for what is in an element."""
        for known in (*classes(element), name(element)):
            found = _STYLES.get(known, "Quote" if known == "blockquote" else "")
            if found:
                return replace(self, style=found)
        return self


class Writer:
    """Writes one text into a document."""

    def __init__(
        self,
        document: Document,
        text: Whole,
        headings: Mapping[str, str],
        images: Mapping[str, bytes],
    ) -> None:
        self._document = document
        self._text = text
        self._images = images
        links = text.html.iterfind(".//h:a[@href]", NS)
        addresses = (link.get("href", "") for link in links)
        targets = frozenset(a[1:] for a in addresses if a.startswith("#"))
        bookmarks = Bookmarks()
        self._phrases = Phrases(targets, headings, bookmarks, self._call)
        self._footnotes = Footnotes(document, bookmarks)
        # To look up a style by its name takes the library long.
        self._styles = {str(s.name): str(s.style_id) for s in document.styles}
        self._notes = {note.get("id", ""): note for note in text.notes()}
        self._waiting: list[tuple[int, Element]] = []
        self._in_notes = False

    def write(self) -> None:
        """Write title, text and notes."""
        place = _Place(self._document.add_paragraph)
        article = self._text.article
        if not any("titlePage" in classes(d) for d in article.iterfind(".//h:div", NS)):
            self._document.add_paragraph(self._text.title, style="Title")
        self._blocks(article, place)
        self._finish_notes()

    def _blocks(self, element: Element, place: _Place) -> None:
        for part in content(element):
            if isinstance(part, Run):
                if not part.is_empty():
                    self._phrases.run(self._begin(place), part, Looks().within(element))
            elif not is_added(part):
                self._block(part, place)

    def _block(self, element: Element, place: _Place) -> None:
        local = name(element)
        if level(element):
            self._heading(element, place)
        elif local in _MAKERS:
            _MAKERS[local](self, element, place)
        elif holds_block(element) or local in ("article", "section"):
            self._blocks(element, place.styled(element))
        else:
            self._paragraph(element, place.styled(element))

    def _begin(self, place: _Place) -> Paragraph:
        paragraph = place.begin()
        paragraph._p.style = self._styles[place.style]
        return paragraph

    def _paragraph(self, element: Element, place: _Place) -> None:
        if not "".join(map(str, element.itertext())).strip() and not len(element):
            return
        paragraph = self._begin(place)
        self._phrases.bookmark(paragraph, element)
        indent = sum(c.startswith("indent") for c in classes(element))
        if indent:
            paragraph.paragraph_format.left_indent = lists.INDENT * (indent + 1)
        self._phrases.inside(paragraph, element)

    def _heading(self, element: Element, place: _Place) -> None:
        paragraph = place.begin()
        depth = max(1, min(_DEEPEST, level(element) - 1))
        paragraph._p.style = self._styles[f"Heading {depth}"]
        owner = element.getparent()
        for named in (owner, element):
            if named is not None:
                self._phrases.bookmark(paragraph, named)
        self._phrases.inside(paragraph, element)

    def _list(self, element: Element, place: _Place) -> None:
        kind = "List Number" if name(element) == "ol" else "List Bullet"
        number = (
            lists.restarted(self._document, kind) if name(element) == "ol" else None
        )
        style = kind if place.depth == 0 else f"{kind} {min(3, place.depth + 1)}"
        for item in element.iterfind("h:li", NS):
            first = place.begin()
            first._p.style = self._styles[style]
            if number is not None:
                lists.use(first, number)
            begun = [first]
            inner = _Place(_once(begun, place.begin), style, place.depth + 1)
            self._blocks(item, inner)

    def _definitions(self, element: Element, place: _Place) -> None:
        for part in element.iterfind("h:div/*", NS):
            if name(part) == "dt":
                paragraph = self._begin(place)
                paragraph.paragraph_format.keep_with_next = True
                self._phrases.inside(paragraph, part, Looks(frozenset({"bold"})))
            else:
                self._blocks(part, replace(place, style="List Continue"))

    def _table(self, element: Element, place: _Place) -> None:
        caption = element.find("h:caption", NS)
        if caption is not None:
            self._paragraph(caption, replace(place, style="Caption"))
        rows = element.findall(".//h:tr", NS)
        spans = [[int(cell.get("colspan", "1")) for cell in row] for row in rows]
        width = max((sum(row) for row in spans), default=0)
        if not width:
            return
        table = self._document.add_table(len(rows), width, style="Table Grid")
        # Where a paragraph would go now: not at the end of the file if in a note.
        marker = place.begin()
        marker._p.addprevious(table._tbl)
        for at, row in enumerate(rows):
            column = 0
            for cell, span in zip(row, spans[at], strict=True):
                box = table.cell(at, column)
                if span > 1:
                    box = box.merge(table.cell(at, column + span - 1))
                self._cell(cell, box)
                column += span

    def _cell(self, element: Element, box: _Cell) -> None:
        begun = [box.paragraphs[0]]
        self._blocks(element, _Place(_once(begun, box.add_paragraph), "Normal"))

    def _figure(self, element: Element, place: _Place) -> None:
        for image in element.iterfind(".//h:img", NS):
            data = self._images.get(image.get("src", ""))
            paragraph = self._begin(replace(place, style="Figure"))
            self._phrases.bookmark(paragraph, element)
            alt = image.get("alt", "")
            if not pictures.show(paragraph, image.get("src", ""), data, alt):
                paragraph.add_run(f"[{alt}]")
        for child in element:
            if name(child) == "figcaption":
                self._caption(child, replace(place, style="Caption"))
            elif name(child) != "img" and not is_added(child):
                self._block(child, place)

    def _caption(self, element: Element, place: _Place) -> None:
        """Write the parts of a caption, each on lines of its own."""
        for part in content(element):
            pieces = [Run((p,)) for p in part.parts] if isinstance(part, Run) else []
            for piece in pieces:
                if not piece.is_empty():
                    self._phrases.run(self._begin(place), piece)
            if not isinstance(part, Run) and not is_added(part):
                self._block(part, place)

    def _rule(self, _: Element, place: _Place) -> None:
        paragraph = self._begin(replace(place, style="Title Page"))
        paragraph.add_run("* * *")

    def _code(self, element: Element, place: _Place) -> None:
        lines = "".join(map(str, element.itertext())).strip("\n").split("\n")
        for line in lines:
            self._begin(place).add_run(line, style="Code Text")

    def _call(self, paragraph: Paragraph, ident: str) -> None:
        if self._footnotes.again(paragraph, ident) or ident not in self._notes:
            return
        note = self._notes.pop(ident)
        if self._in_notes:
            self._aside(paragraph, note)
        else:
            self._waiting.append((self._footnotes.call(paragraph, ident), note))

    def _aside(self, paragraph: Paragraph, note: Element) -> None:
        """Write a note on a note where it is called: footnotes have none."""
        sign = " ["
        for part in content(note):
            if isinstance(part, Run) and not part.is_empty():
                paragraph.add_run(sign)
                self._phrases.run(paragraph, part.trimmed())
            elif not isinstance(part, Run) and not is_added(part):
                paragraph.add_run(sign)
                self._phrases.inside(paragraph, part)
            else:
                continue
            sign = " "
        paragraph.add_run("]")

    def _finish_notes(self) -> None:
        """Write the notes called."""
        self._in_notes = True
        for number, note in self._waiting:
            begin = partial(next, self._footnotes.paragraphs(number))
            self._blocks(note, _Place(begin, "Footnote Text"))


_MAKERS: Final = {
    "dl": Writer._definitions,
    "figure": Writer._figure,
    "hr": Writer._rule,
    "ol": Writer._list,
    "pre": Writer._code,
    "table": Writer._table,
    "ul": Writer._list,
}


def _once(
    begun: list[Paragraph], further: Callable[[], Paragraph]
) -> Callable[[], Paragraph]:
    """Use a paragraph that is there already before new ones."""
    return lambda: begun.pop() if begun else further()
