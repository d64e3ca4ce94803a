"""JSON of a document: its words once, and everything else as places in them.

The format is that of `schemas/json/octavo-text-1.schema.json`. Offsets count code
points, as strings of Python do; a block ends in a line feed that is part of the text.
"""

import json
import re
from dataclasses import dataclass, field
from typing import Any, Final

from octavo.render.context import Context
from octavo.render.rendered import Rendered
from octavo.render.whole import (
    NS,
    Element,
    Run,
    Whole,
    called,
    classes,
    content,
    entry,
    is_added,
    is_block,
    is_name,
    level,
    name,
    whole,
)
from octavo.source import Source

FORMAT: Final = "octavo-text"
VERSION: Final = 1
_SPACE: Final = re.compile(r"\s+")
_KINDS: Final = {
    "caption": "caption",
    "dt": "item",
    "figcaption": "caption",
    "li": "item",
    "dd": "item",
    "pre": "code",
    "td": "cell",
    "th": "cell",
}
_FACTS: Final = ("publisher", "date", "rights", "source")
_ROLE: Final = re.compile(r"[a-z]{3}")
Record = dict[str, Any]


def jsontext(source: Source, context: Context) -> Rendered:
    """Render a document as one file of JSON, named after it."""
    text = whole(source, context)
    ident = context.text(source).id
    record = {"format": FORMAT, "version": VERSION, "id": ident}
    record |= _record(text, context)
    written = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    return Rendered({f"{ident}.json": written.encode("utf-8")}, text.diagnostics)


def _record(text: Whole, context: Context) -> Record:
    """Describe a text: what it says of itself, its words, what is found where."""
    walk = _Walk()
    walk.blocks(text.article, "paragraph")
    words = walk.text
    names = [_worded(known, words) for known in walk.names]
    used = {known["entry"] for known in names if "entry" in known}
    return {
        "title": text.title,
        "language": text.language,
        "metadata": _metadata(text),
        "text": words,
        "blocks": walk.found,
        "divisions": walk.divisions,
        "notes": [_note(note, walk.calls) for note in text.notes()],
        "names": names,
        "entries": [
            {"id": e.id, "kind": e.kind, "heading": e.heading}
            for e in context.entries
            if e.id in used
        ],
        "pages": walk.pages,
        "figures": walk.figures,
    }


@dataclass
class _Walk:
    """One way through a text, gathering its words and what is found where."""

    found: list[Record] = field(default_factory=list)
    divisions: list[Record] = field(default_factory=list)
    names: list[Record] = field(default_factory=list)
    pages: list[Record] = field(default_factory=list)
    figures: list[Record] = field(default_factory=list)
    calls: dict[str, list[int]] = field(default_factory=dict)
    _pieces: list[str] = field(default_factory=list)
    _at: int = 0

    @property
    def text(self) -> str:
        """Give the words met so far."""
        return "".join(self._pieces)

    def blocks(self, element: Element, kind: str) -> None:
        """Walk through the blocks in an element."""
        for part in content(element):
            if isinstance(part, Run):
                self._run(part, kind, element if kind != "paragraph" else None)
            elif not is_added(part):
                self._block(part)

    def _block(self, element: Element) -> None:
        local = name(element)
        if local in ("section", "div") and "div" in classes(element):
            self._division(element)
        elif level(element):
            self._leaf(element, "heading")
        elif local in ("p", "pre") or "l" in classes(element):
            self._leaf(element, "line" if "l" in classes(element) else "paragraph")
        else:
            self.blocks(element, _KINDS.get(local, "paragraph"))

    def _leaf(self, element: Element, kind: str) -> None:
        if any(is_block(child) for child in element):
            self.blocks(element, kind)
            return
        (run,) = content(element)
        if isinstance(run, Run):
            self._run(run, _KINDS.get(name(element), kind), element)

    def _division(self, element: Element) -> None:
        heading = next((e for e in element if level(e)), None)
        title = "" if heading is None else _plain(heading)
        inner = _named(element) | {"title": title, "start": self._at}
        for known in classes(element):
            if known.startswith("type-"):
                inner["type"] = known.removeprefix("type-")
        outer, self.divisions = self.divisions, []
        self.blocks(element, "paragraph")
        self.divisions, inner["divisions"] = [*outer, inner], self.divisions
        inner["end"] = self._at

    def _run(self, run: Run, kind: str, owner: Element | None) -> None:
        start = self._at
        for part in run.parts:
            self._phrase(part)
        self._trim(start)
        if self._at > start:
            known = {} if owner is None else _named(owner)
            self.found.append({"kind": kind, **known, "start": start, "end": self._at})
            self._add("\n")

    def _phrase(self, part: str | Element) -> None:
        if isinstance(part, str):
            self._add(self._spaced(part))
        elif called(part):
            self.calls.setdefault(called(part), []).append(self._at)
        elif "pb" in classes(part):
            number = {"n": part.text or ""} if part.text not in (None, "|") else {}
            self.pages.append(_named(part) | number | {"offset": self._at})
        elif not is_added(part):
            self._element(part)

    def _element(self, element: Element) -> None:
        start = self._at
        if name(element) == "img":
            figure = element.getparent()
            known = {} if figure is None else _named(figure)
            facts = {key: element.get(key, "") for key in ("src", "alt")}
            self.figures.append({**known, **facts, "offset": self._at})
        self._phrase(element.text or "")
        for child in element:
            self._phrase(child) if isinstance(child.tag, str) else None
            self._phrase(child.tail or "")
        if name(element) == "br":
            self._add(" ")
        if is_name(element):
            self._name(element, start)

    def _name(self, element: Element, start: int) -> None:
        place = {"start": start, "end": self._at}
        known = {"entry": entry(element)} if entry(element) else {}
        kind = {"kind": classes(element)[0]}
        self.names.append(_named(element) | kind | place | known)

    def _spaced(self, text: str) -> str:
        plain = _SPACE.sub(" ", text)
        begins = not self._pieces or self._pieces[-1][-1:] in (" ", "\n")
        return plain.lstrip(" ") if begins else plain

    def _add(self, words: str) -> None:
        if words:
            self._pieces.append(words)
            self._at += len(words)

    def _trim(self, start: int) -> None:
        """Take back white space at the end of a block."""
        while self._at > start and self._pieces[-1].endswith(" "):
            kept = self._pieces.pop().rstrip(" ")
            self._at -= 1
            if kept:
                self._pieces.append(kept)


def _worded(known: Record, text: str) -> Record:
    """Give a name its words, without white space on either side."""
    words = text[known["start"] : known["end"]]
    start = known["start"] + len(words) - len(words.lstrip())
    words = words.strip()
    return known | {"start": start, "end": start + len(words), "text": words}


def _named(element: Element) -> Record:
    ident = element.get("id")
    return {"id": ident} if ident else {}


def _plain(element: Element) -> str:
    walk = _Walk()
    walk.blocks(element, "paragraph")
    return walk.text.strip().replace("\n", " ")


def _note(note: Element, calls: dict[str, list[int]]) -> Record:
    ident = note.get("id", "")
    walk = _Walk()
    walk.blocks(note, "paragraph")
    sign = note.findtext("h:a", "", NS)
    return {
        "id": ident,
        "sign": sign,
        "text": walk.text.rstrip("\n"),
        "calls": calls.get(ident, []),
    }


def _metadata(text: Whole) -> Record:
    metas = [
        (m.get("name", ""), m.get("content", ""))
        for m in text.html.iterfind("h:head/h:meta", NS)
    ]
    people = [
        {"name": words, "role": role} for role, words in metas if _ROLE.fullmatch(role)
    ]
    facts = {key: value for key, value in metas if key in _FACTS}
    identifiers = [value for key, value in metas if key == "identifier"]
    return {"people": people, **facts, "identifiers": identifiers}
