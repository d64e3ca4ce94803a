"""The whole text of a document as one tree of XHTML, from which exports are written.

The rules are those of the web edition. `HTML` and the functions here are the words
in which Markdown, JSON and word-processor files read that tree.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import dropwhile
from typing import Final

from lxml import etree

from octavo import resources, saxon
from octavo.diagnostics import Diagnostic
from octavo.names import XHTML
from octavo.render.context import Context
from octavo.render.places import placed
from octavo.source import Source

Element = etree._Element
NS: Final = {"h": XHTML}
BLOCKS: Final = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "dd"),
        *("details", "div", "dl", "dt", "figcaption", "figure", "footer", "h1"),
        *("h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol"),
        *("p", "pre", "section", "table", "tbody", "td", "th", "tr", "ul"),
    )
)


_NAMES: Final = frozenset(
    ("persName", "placeName", "orgName", "geogName", "name", "rs", "author", "title")
)


@dataclass(frozen=True, slots=True)
class Whole:
    """A text as XHTML: title, language, facts, its article, apparatus and notes."""

    html: Element
    diagnostics: tuple[Diagnostic, ...]

    @property
    def title(self) -> str:
        """Give the title of the text."""
        return self.html.findtext("h:head/h:title", "", NS)

    @property
    def language(self) -> str:
        """Give the language of the text."""
        return self.html.get("lang", "")

    @property
    def article(self) -> Element:
        """Give the element that holds the text itself."""
        return next(self.html.iter(f"{{{XHTML}}}article"))

    @property
    def after(self) -> list[Element]:
        """Give what the edition adds after the text, without the notes."""
        sections = self.html.iterfind("h:body/h:section", NS)
        return [s for s in sections if "notes" not in classes(s)]

    def facts(self, name: str) -> list[str]:
        """Give what is known under a name: aut, edt, publisher, date, rights."""
        found = self.html.iterfind("h:head/h:meta", NS)
        return [m.get("content", "") for m in found if m.get("name") == name]

    def notes(self) -> Iterator[Element]:
        """List the notes in the order of their calls."""
        for div in self.html.iter(f"{{{XHTML}}}div"):
            if div.get("role") == "doc-footnote":
                yield div


def whole(source: Source, context: Context) -> Whole:
    """Make the tree of a document; raises TransformError."""
    made = saxon.transform(
        saxon.Document(source.data, source.path.as_uri()),
        resources.stylesheet("export.xsl"),
        {**context.params, "document": context.text(source).id, "split": "none"},
    )
    html = etree.fromstring(made.principal.encode("utf-8"))
    return Whole(html, placed(made.messages, source))


def name(element: Element) -> str:
    """Give the local name of an element; empty for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def classes(element: Element) -> list[str]:
    """Give the classes of an element."""
    return element.get("class", "").split()


def is_added(element: Element) -> bool:
    """Tell whether the edition added this to the words of the text."""
    return "gen" in classes(element)


def is_block(element: Element) -> bool:
    """Tell whether an element stands on lines of its own."""
    return name(element) in BLOCKS


def level(element: Element) -> int:
    """Give the level of a heading, 0 for what is none."""
    if element.get("role") == "heading":
        return int(element.get("aria-level", "2"))
    local = name(element)
    return int(local[1]) if len(local) == 2 and local[1].isdigit() else 0


def called(element: Element) -> str:
    """Give the id of the note that an element calls; empty if it calls none."""
    link = element if name(element) == "a" else element.find("h:a", NS)
    if link is None or link.get("role") != "doc-noteref":
        return ""
    return link.get("href", "").lstrip("#")


def entry(element: Element) -> str:
    """Give the id of the register entry that a name leads to; empty if to none."""
    page, _, ident = element.get("href", "").partition("#")
    return ident if page.endswith("html") and is_name(element) else ""


def is_name(element: Element) -> bool:
    """Tell whether an element is a name of a person, place, organisation or work."""
    return not _NAMES.isdisjoint(classes(element)[:1])


@dataclass(frozen=True, slots=True)
class Run:
    """Phrases that stand side by side: text, or an element that is no block."""

    parts: tuple[str | Element, ...]

    def is_empty(self) -> bool:
        """Tell whether there is nothing but white space and what the edition added."""
        return all(_says_nothing(part) for part in self.parts)

    def trimmed(self) -> "Run":
        """Leave out white space and what the edition added, at the beginning."""
        parts = list(dropwhile(_says_nothing, self.parts))
        if parts and isinstance(parts[0], str):
            parts[0] = parts[0].lstrip()
        return Run(tuple(parts))


def _says_nothing(part: str | Element) -> bool:
    if isinstance(part, str):
        return not part.strip()
    return is_added(part) and not called(part) and "pb" not in classes(part)


def content(element: Element) -> Iterator[Run | Element]:
    """Split what is in an element into blocks and the runs of phrases between them."""
    run: list[str | Element] = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and is_block(child):
            yield Run(tuple(run))
            yield child
            run = []
        elif isinstance(child.tag, str):
            run.append(child)
        run.append(child.tail or "")
    yield Run(tuple(run))


def holds_block(element: Element) -> bool:
    """Tell whether an element holds blocks."""
    return any(isinstance(child.tag, str) and is_block(child) for child in element)
