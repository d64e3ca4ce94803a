"""Context: what every stylesheet is told about the whole edition.

The parameters `edition` (an XML document in the namespace of `EDITION`: title,
language, documents, register entries in order), `registers` and `language`.
"""

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from lxml import etree

from octavo.edition import Manifest
from octavo.errors import UsageError
from octavo.names import EDITION, TEI, XML_LANG, tei
from octavo.render import labelling, letters, registers, timeline
from octavo.render.absent import absent
from octavo.saxon import Document, Value
from octavo.source import Source

# Names of pages of the whole edition, which no document may take.
RESERVED: Final = frozenset(
    (
        *("index", "about", "persons", "places", "organisations", "works"),
        *("events", "illustrations", "search", "letters", "map", "timeline"),
        *("parallel", *(f"parallel-{n}" for n in range(2, 100))),
    )
)
_NS: Final = {"t": TEI}
# What an edition may have that only the richer stylesheet shows.
_RICH: Final = ("facsimiles", "letters", "map", "timeline")


@dataclass(frozen=True, slots=True)
class Text:
    """What the edition knows of one of its documents."""

    id: str
    file: str
    title: str
    author: str
    language: str
    path: Path = field(repr=False)

    @property
    def uri(self) -> str:
        """Give the address of the document, to which pointers resolve."""
        return self.path.absolute().as_uri()


@dataclass(frozen=True)
class Context:
    """What the stylesheets are told about the edition; `params` goes to the engine."""

    manifest: Manifest
    language: str
    texts: tuple[Text, ...]
    entries: tuple[registers.Entry, ...]
    letters: tuple[letters.Letter, ...]
    params: dict[str, Value] = field(repr=False)
    edition: bytes = field(repr=False)
    without: tuple[str, ...] = ()

    @cached_property
    def stylesheet(self) -> str:
        """Name the stylesheet of the web edition that can show all there is."""
        rich = any(f' {name}="true"'.encode() in self.edition for name in _RICH)
        return "rich.xsl" if rich or self.manifest.web.parallel else "html.xsl"

    @property
    def is_drawn(self) -> bool:
        """Tell whether there is a map or a line of time."""
        return self.has_timeline or b' map="true"' in self.edition

    @property
    def has_timeline(self) -> bool:
        """Tell whether there are enough dates for a line of time."""
        return b' timeline="true"' in self.edition

    @property
    def headings(self) -> dict[str, str]:
        """Give the heading of each entry of a register by its id."""
        return {entry.id: entry.heading for entry in self.entries}

    def text(self, source: Source) -> Text:
        """Give what is known of one of the documents."""
        return self._by_path[source.path]

    @cached_property
    def _by_path(self) -> dict[Path, Text]:
        return {text.path: text for text in self.texts}


def build(
    manifest: Manifest,
    documents: Sequence[Source],
    lists: Sequence[Source],
    reader: str = "",
) -> Context:
    """Gather the context of an edition from its manifest, documents and registers.

    `reader` is the language of labels and order, where it is not the edition's own.
    """
    texts = _texts(documents)
    own = manifest.language or next((t.language for t in texts), "") or "en"
    language = reader or own
    entries = registers.entries([*lists, *documents], language)
    found = letters.gather(
        (text.id, text.title, source)
        for text, source in zip(texts, documents, strict=True)
    )
    has = _pages(documents, entries, found)
    root = _edition(manifest, language, texts, entries, has)
    root.extend(labelling.described(manifest.web.languages, own, reader))
    known = etree.tostring(root, encoding="utf-8")
    params = _params(language, reader, known, _documents(documents, lists))
    without = absent(
        (*documents, *lists),
        entries=bool(entries),
        languages=bool(labelling.others(manifest.web.languages, own)),
    )
    return Context(manifest, language, texts, entries, found, params, known, without)


def _params(
    language: str, reader: str, edition: bytes, lists: tuple[Document, ...]
) -> dict[str, Value]:
    """Give the parameters that all stylesheets share."""
    return {
        "language": language,
        "to-root": "../" if reader else "",
        "registers": lists,
        "edition": Document(edition),
    }


def _pages(
    documents: Sequence[Source],
    entries: Sequence[registers.Entry],
    found: Sequence[letters.Letter],
) -> dict[str, bool]:
    """Tell which pages of the whole edition there is something for."""
    return {
        "figures": _has_figures(documents),
        "facsimiles": any(map(_has_facsimile, documents)),
        "letters": bool(found),
        "map": any(entry.place and entry.kind == "place" for entry in entries),
        "timeline": timeline.has_enough(_dates(documents, entries, found)),
    }


def _documents(
    documents: Iterable[Source], lists: Iterable[Source]
) -> tuple[Document, ...]:
    kept = [
        (source.path.absolute().as_uri(), registers.standoff(source))
        for source in documents
    ]
    return (
        *(Document(source.data, source.path.absolute().as_uri()) for source in lists),
        *(Document(data, uri) for uri, data in kept if data),
    )


def _has_figures(documents: Iterable[Source]) -> bool:
    return any(
        source.root.find(".//t:text//t:figure//t:graphic", _NS) is not None
        for source in documents
    )


def _dates(
    documents: Iterable[Source],
    entries: Iterable[registers.Entry],
    found: Iterable[letters.Letter],
) -> Iterator[tuple[str, str]]:
    """Give all dates that a line of time would show."""
    yield from (entry.dates for entry in entries if entry.kind in ("person", "event"))
    yield from (timeline.ends(dict(letter.limits)) for letter in found)
    for source in documents:
        for text in source.root.iter(tei("text")):
            yield from (timeline.ends(date) for date in text.iter(tei("date")))


def _has_facsimile(source: Source) -> bool:
    named = (page.get("facs") for page in source.root.iter(tei("pb")))
    surfaces = source.root.iter(tei("facsimile"), tei("sourceDoc"))
    return next(surfaces, None) is not None or any(named)


def _texts(documents: Sequence[Source]) -> tuple[Text, ...]:
    taken = set(RESERVED)
    texts = []
    for source in documents:
        ident = slug(source.path.stem, taken)
        taken.add(ident)
        texts.append(
            Text(
                id=ident,
                file=source.path.name,
                title=_first(source, "title") or source.path.stem,
                author=_first(source, "author"),
                language=_language(source),
                path=source.path,
            )
        )
    return tuple(texts)


def slug(name: str, taken: Container[str] = ()) -> str:
    """Make a name fit for addresses, letters, digits and hyphens, and not yet taken."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "text"
    number = 2
    candidate = stem
    while candidate in taken:
        candidate = f"{stem}-{number}"
        number += 1
    return candidate


def _first(source: Source, name: str) -> str:
    found = source.root.find(f"t:teiHeader/t:fileDesc/t:titleStmt/t:{name}", _NS)
    if found is None:
        return ""
    return " ".join("".join(map(str, found.itertext())).split())


def _language(source: Source) -> str:
    """Give the language of a text: of the text, of the file, or the first declared."""
    text = source.root.find(tei("text"))
    declared = source.root.find(".//t:langUsage/t:language", _NS)
    return (
        (text.get(XML_LANG, "") if text is not None else "")
        or source.root.get(XML_LANG, "")
        or (declared.get("ident", "") if declared is not None else "")
    )


def _edition(
    manifest: Manifest,
    language: str,
    texts: Sequence[Text],
    entries: Sequence[registers.Entry],
    has: Mapping[str, bool],
) -> etree._Element:
    facts = _facts(manifest, texts)
    facts |= {"language": language}
    facts |= {name: str(there).lower() for name, there in has.items()}
    root = etree.Element(f"{{{EDITION}}}edition", facts)
    for text in texts:
        _add(root, "document", text, ("id", "uri", "title", "author", "language"))
    for entry in entries:
        _add(root, "entry", entry, ("id", "kind", "heading", "initial"))
    root.extend(_parallel(manifest, texts))
    return root


def _parallel(manifest: Manifest, texts: Sequence[Text]) -> Iterator[etree._Element]:
    """Describe the texts that are shown side by side; raises UsageError."""
    for number, parallel in enumerate(manifest.web.parallel, start=1):
        ident = "parallel" if number == 1 else f"parallel-{number}"
        shown = etree.Element(
            f"{{{EDITION}}}parallel", id=ident, title=parallel.title, by=parallel.by
        )
        for name in parallel.texts:
            file, _, part = name.partition("#")
            text = next((t for t in texts if t.path.as_posix().endswith(file)), None)
            if text is None or not file:
                hint = "name documents of this edition, for example texts/ode.xml"
                raise UsageError(f"web.parallel: no document '{name}'", hint=hint)
            etree.SubElement(shown, f"{{{EDITION}}}text", id=text.id, part=part)
        yield shown


def _facts(manifest: Manifest, texts: Sequence[Text]) -> dict[str, str]:
    """Give what the manifest says; else the first title, the author all texts have."""
    names = ("subtitle", "editor", "publisher", "place", "date", "licence", "images")
    facts = {name: str(getattr(manifest, name)) for name in names}
    facts["title"] = manifest.title or (texts[0].title if texts else "")
    authors = {text.author for text in texts if text.author}
    facts["author"] = manifest.author or "".join(authors if len(authors) == 1 else ())
    return facts | {"url": manifest.web.url, "style": manifest.web.style}


def _add(
    root: etree._Element, name: str, thing: object, attributes: tuple[str, ...]
) -> None:
    values = {attribute: str(getattr(thing, attribute)) for attribute in attributes}
    etree.SubElement(root, f"{{{EDITION}}}{name}", values)
