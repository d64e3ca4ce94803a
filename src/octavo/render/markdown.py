"""Markdown of a document, in the dialect of pandoc.

Headings, figures and whatever the text itself points to keep their ids; notes
become notes, verse line blocks, tables pipe tables. One line a paragraph.
"""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from octavo.render.context import Context
from octavo.render.phrases import Phrases
from octavo.render.rendered import Rendered
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
    whole,
)
from octavo.source import Source

_GAP: Final = "\n\n"
_PLAIN: Final = ("article", "body", "dd", "figcaption", "section", "div", "td", "th")
# What would begin a list, a heading, a quotation, a table or a definition.
_START: Final = re.compile(
    r"^(?:([#>|:%+~=-])|(\(?(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+))([.)]))(?=\s|$|[#>|:~=-])"
)


def markdown(source: Source, context: Context) -> Rendered:
    """Render a document as one file of Markdown, named after it."""
    text = whole(source, context)
    written = _Writer(text).write()
    made = {f"{context.text(source).id}.md": written.encode("utf-8")}
    return Rendered(made, text.diagnostics)


class _Writer:
    """Writes one text."""

    def __init__(self, text: Whole) -> None:
        self._text = text
        links = text.html.iterfind(".//h:a[@href]", NS)
        addresses = (link.get("href", "") for link in links)
        self._targets = frozenset(a[1:] for a in addresses if a.startswith("#"))
        self._phrases = Phrases(self._targets)

    def write(self) -> str:
        """Write metadata, text, apparatus and notes."""
        parts = [
            self._metadata(),
            *self._blocks(self._text.article),
            *(block for part in self._text.after for block in self._added(part)),
            *(self._note(note) for note in self._text.notes()),
        ]
        return _GAP.join(part for part in parts if part) + "\n"

    def _metadata(self) -> str:
        """Write what pandoc reads: quoted as JSON, which is YAML too."""
        text = self._text
        known = {
            "title": text.title,
            "author": text.facts("aut"),
            "date": "".join(text.facts("date")[:1]),
            "lang": text.language,
            "publisher": "".join(text.facts("publisher")[:1]),
            "rights": "".join(text.facts("rights")[:1]),
        }
        lines = (
            f"{key}: {json.dumps(value, ensure_ascii=False)}"
            for key, value in known.items()
            if value
        )
        return "\n".join(("---", *lines, "---"))

    def _blocks(self, element: Element) -> Iterator[str]:
        """Write the blocks in an element, one after another."""
        parts = (part for part in content(element) if _matters(part))
        for is_verse, group in groupby(parts, _is_line):
            if is_verse:
                yield "\n".join(self._line(p) for p in group if not isinstance(p, Run))
            else:
                for part in group:
                    yield from self._part(part)

    def _part(self, part: Run | Element) -> Iterator[str]:
        if isinstance(part, Run):
            words = self._phrases.run(part).strip()
            yield from [_guarded(words)] if words else []
        else:
            yield from self._block(part)

    def _added(self, element: Element) -> Iterator[str]:
        """Write what the edition added: its apparatus."""
        for child in element.iterfind("h:h2", NS):
            yield f"# {self._phrases.inside(child, added=True).strip()}"
        for item in element.iterfind(".//h:li", NS):
            yield f"- {self._phrases.inside(item, added=True).strip()}"

    def _block(self, element: Element) -> Iterator[str]:
        local = name(element)
        if level(element):
            yield self._heading(element)
        elif local in _MAKERS:
            yield from _MAKERS[local](self, element)
        elif local in _PLAIN or holds_block(element):
            yield from self._anchored(element, self._blocks(element))
        else:
            words = self._phrases.inside(element).strip()
            yield from self._anchored(element, [_guarded(words)] if words else [])

    def _anchored(self, element: Element, blocks: Iterable[str]) -> Iterator[str]:
        """Put an anchor before the first block if the text points here."""
        ident = element.get("id", "")
        mark = f"[]{{#{ident}}}" if ident in self._targets else ""
        for block in blocks:
            lead = mark if block[:1].isalnum() else f"{mark}{_GAP}" if mark else ""
            yield lead + block
            mark = ""
        if mark:
            yield mark

    def _heading(self, element: Element) -> str:
        owner = element.getparent()
        ident = element.get("id") or (owner.get("id") if owner is not None else "")
        signs = "#" * max(1, level(element) - 1)
        words = self._phrases.inside(element).strip()
        return f"{signs} {words}" + (f" {{#{ident}}}" if ident else "")

    def _line(self, element: Element) -> str:
        indent = "    " * sum(c.startswith("indent") for c in classes(element))
        anchor = "".join(self._anchored(element, [""])).strip()
        return f"| {indent}{anchor}{self._phrases.inside(element).strip()}"

    def _quotation(self, element: Element) -> Iterator[str]:
        inner = _GAP.join(self._blocks(element))
        yield "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))

    def _list(self, element: Element) -> Iterator[str]:
        ordered = name(element) == "ol"
        items = element.iterfind("h:li", NS)
        yield "\n".join(
            _hung(f"{n}.  " if ordered else "-   ", _GAP.join(self._blocks(item)))
            for n, item in enumerate(items, start=1)
        )

    def _definitions(self, element: Element) -> Iterator[str]:
        for group in element.iterfind("h:div", NS):
            for term in group.iterfind("h:dt", NS):
                yield self._phrases.inside(term).strip() + "".join(
                    "\n\n" + _hung(":   ", _GAP.join(self._blocks(value)))
                    for value in group.iterfind("h:dd", NS)
                )

    def _table(self, element: Element) -> Iterator[str]:
        caption = element.find("h:caption", NS)
        if caption is not None:
            # a mere colon here would explain the paragraph above
            yield f"Table: {self._phrases.inside(caption).strip()}"
        rows = [self._cells(row) for row in element.iterfind(".//h:tr", NS)]
        first = element.find(".//h:tr", NS)
        headed = first is not None and all(name(c) == "th" for c in first)
        width = max((len(row) for row in rows), default=1)
        head, body = (rows[:1], rows[1:]) if headed else ([[""] * width], rows)
        lines = [*head, ["---"] * width, *body]
        yield "\n".join(
            f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in lines
        )

    def _cells(self, row: Element) -> list[str]:
        cells: list[str] = []
        for cell in row:
            words = " ".join(self._blocks(cell)).replace("\n", " ")
            cells.append(re.sub(r"(?<!\\)\|", r"\\|", words))
            cells += [""] * (int(cell.get("colspan", "1")) - 1)
        return cells

    def _figure(self, element: Element) -> Iterator[str]:
        images = element.findall(".//h:img", NS)
        caption = element.find("h:figcaption", NS)
        if len(images) != 1:
            yield from self._anchored(element, self._blocks(element))
            return
        parts = [] if caption is None else list(self._caption(caption))
        alt = images[0].get("alt", "").replace('"', "'")
        ident = element.get("id")
        more = " ".join(filter(None, (f"#{ident}" if ident else "", f'alt="{alt}"')))
        yield f"![{' '.join(parts)}]({images[0].get('src', '')}){{{more}}}"
        inner = (e for e in element if name(e) not in ("img", "figcaption"))
        for other in inner:
            yield from self._block(other) if not is_added(other) else ()

    def _caption(self, caption: Element) -> Iterator[str]:
        """Write the parts of a caption, which stand on lines of their own."""
        for part in content(caption):
            if isinstance(part, Run):
                lines = [Run((piece,)) for piece in part.parts]
                yield from filter(None, (self._phrases.run(x).strip() for x in lines))
            else:
                yield from self._block(part)

    def _code(self, element: Element) -> Iterator[str]:
        words = "".join(map(str, element.itertext())).strip("\n")
        fence = "`" * max(3, 1 + max(map(len, re.findall(r"`+", words)), default=0))
        yield f"{fence}\n{words}\n{fence}"

    def _rule(self, _: Element) -> Iterator[str]:
        yield "* * *"

    def _note(self, note: Element) -> str:
        blocks = _GAP.join(self._blocks(note))
        return _hung(f"[^{note.get('id')}]: ", blocks)


_MAKERS: Final = {
    "blockquote": _Writer._quotation,
    "dl": _Writer._definitions,
    "figure": _Writer._figure,
    "hr": _Writer._rule,
    "ol": _Writer._list,
    "pre": _Writer._code,
    "table": _Writer._table,
    "ul": _Writer._list,
}


def _matters(part: Run | Element) -> bool:
    if isinstance(part, Run):
        return not part.is_empty()
    return not is_added(part)


def _is_line(part: Run | Element) -> bool:
    return not isinstance(part, Run) and "l" in classes(part) and name(part) == "div"


def _hung(mark: str, block: str) -> str:
    """Put a mark before a block and indent its further lines."""
    return mark + re.sub(r"\n(?=[^\n])", "\n    ", block)


def _guarded(words: str) -> str:
    """Keep a paragraph from beginning like something else."""
    found = _START.match(words)
    if not found:
        return words
    at = found.end(2) if found.group(2) else 0
    return f"{words[:at]}\\{words[at:]}"
