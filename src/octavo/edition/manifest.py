"""The manifest `edition.toml`: every setting, its default and what it is for."""

from dataclasses import dataclass
from typing import Final, Literal

from octavo.settings import setting

Output = Literal["html", "pdf", "epub", "txt", "md", "json", "docx"]
OUTPUTS: Final[tuple[Output, ...]] = ("html", "pdf", "epub", "txt")


@dataclass(frozen=True, slots=True)
class Encoding:
    """One raw text and the TEI document that `octavo encode` makes of it."""

    raw: str = setting("", "the raw text, for example raw/letters.txt")
    text: str = setting("", "the TEI document to write, for example texts/letters.xml")
    profile: str = setting("", "what you know of the raw text, a .toml; else measured")


@dataclass(frozen=True, slots=True)
class Ignore:
    """Findings that the edition has decided to let be."""

    code: str = setting("", "a code, or the beginning of codes, for example TXT004")
    files: str = setting("*", "the files it is about, for example texts/letters-*.xml")
    reason: str = setting("", "why; a decision without a reason is refused")


@dataclass(frozen=True, slots=True)
class Parallel:
    """Texts side by side: an original and its translations, or versions."""

    title: str = setting("", "title of the page; else that of the first text")
    texts: tuple[str, ...] = setting(
        (), "two or more documents, or parts of them: texts/ode.xml#latin"
    )
    by: Literal["links", "order"] = setting(
        "links",
        "what belongs together: what corresp, sameAs or link join, or the same place"
        " in the order of divisions; without links always the order",
    )


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address of the web edition that is no more, and where it leads now."""

    old: str = setting("", "a page or a place, for example letters-d7.html#d7-p2")
    new: str = setting("", "the address that has taken its place")


@dataclass(frozen=True, slots=True)
class Web:
    """The web edition."""

    split: Literal["part", "chapter", "section", "none"] = setting(
        "chapter", "what gets a page of its own: part, chapter, section or none"
    )
    witnesses: bool = setting(
        True, "pages with the text of each witness of a critical edition"
    )
    parallel: tuple[Parallel, ...] = setting((), "texts to show side by side")
    published: str = setting(
        "", "a kept copy of data/addresses.txt: addresses that must not get lost"
    )
    redirects: tuple[Redirect, ...] = setting(
        (), "addresses that are no more, each with an old and a new one"
    )
    languages: tuple[Literal["de", "en", "es", "fr", "it", "la"], ...] = setting(
        (), "further languages of labels and menus, for readers to choose from"
    )
    url: str = setting("", "where the site will stand, for canonical links")
    stylesheet: str = setting("", "a house style in XSLT, laid over html.xsl")
    style: str = setting("", "a house style in CSS, loaded after the standard one")


@dataclass(frozen=True, slots=True)
class Print:
    """The printed book."""

    trim: str = setting(
        "octavo", "size of the page by name or in mm: octavo, demy, A5, 140x216"
    )
    margins: str = setting(
        "classic",
        "classic, ninths, narrow; or inner, top, outer, bottom in mm: 20 22 24 30",
    )
    font: str = setting("EB Garamond", "the text font")
    size: float = setting(10.5, "size of the text in points")
    leading: float = setting(0.0, "distance of the lines in points; 0: what suits")
    initials: bool = setting(False, "large first letters at the openings of chapters")
    notes: Literal["foot", "chapter", "end"] = setting(
        "foot", "where notes stand: foot, chapter (at its end) or end (of the book)"
    )
    apparatus: bool = setting(True, "the critical apparatus at the foot, by lines")
    second: tuple[str, ...] = setting(
        (), 'types of app that go into a second apparatus, as ["orthographic"]'
    )
    first: Literal["apparatus", "notes"] = setting(
        "apparatus", "what stands first at the foot: apparatus or notes"
    )
    lines: Literal["auto", "page", "section", "none"] = setting(
        "auto", "numbers of lines in the margin: auto, page, section or none"
    )
    facing: tuple[Parallel, ...] = setting(
        (), "pairs of texts, the first on left-hand pages, the other facing it"
    )
    figures: Literal["text", "plates"] = setting(
        "text", "where figures stand: text, or plates (on pages after it)"
    )
    colours: Literal["keep", "grey", "cmyk"] = setting(
        "keep", "what images are turned into: keep (as they are), grey or cmyk"
    )
    bleed: float = setting(0.0, "in mm; more than 0 brings crop marks")
    index: tuple[Literal["person", "place", "bibl"], ...] = setting(
        ("person", "place"), "the indexes at the end: person, place, bibl"
    )
    stylesheet: str = setting("", "a house style in XSLT, laid over print.xsl")
    template: str = setting("", "a house style in Typst over the book template")


@dataclass(frozen=True, slots=True)
class Ebook:
    """The e-book."""

    split: Literal["part", "chapter", "section"] = setting(
        "chapter", "what gets a file of its own: part, chapter or section"
    )
    font: str = setting("EB Garamond", "the font to embed; empty: the reader's own")
    cover: str = setting("", "an image for the cover; else one made of the title")
    identifier: str = setting(
        "", "urn:isbn:..., urn:uuid:...; else that of the header, else one made"
    )
    stylesheet: str = setting("", "a house style in XSLT that imports epub.xsl")
    style: str = setting("", "a house style in CSS, loaded after the standard one")


@dataclass(frozen=True, slots=True)
class Text:
    """The plain text."""

    width: int = setting(72, "characters a line; 0: one line a paragraph")
    notes: Literal["end", "place"] = setting(
        "end", "where notes stand: end, or place for in brackets where they are called"
    )


@dataclass(frozen=True, slots=True)
class Manifest:
    """The settings of an edition; all have defaults."""

    title: str = setting("", "title of the edition; else that of the first document")
    subtitle: str = setting("", "subtitle")
    author: str = setting("", "author; else that of the first document")
    editor: str = setting("", "editor")
    publisher: str = setting("", "publisher, named on the title page")
    place: str = setting("", "place of publication")
    date: str = setting("", "date of this edition, YYYY-MM-DD; it dates every output")
    language: str = setting("", "language of the labels, BCP 47; else that of the text")
    licence: str = setting("", "address of the licence")
    documents: tuple[str, ...] = setting(
        (), "the TEI documents in their order; else texts/*.xml by name"
    )
    registers: tuple[str, ...] = setting(
        (), "lists of persons, places, works; else registers/*.xml"
    )
    images: str = setting("images", "folder of the images")
    schema: str = setting(
        "octavo",
        "grammar: octavo, a .rnc or .rng file, or a name of `octavo schema list`",
    )
    rules: tuple[str, ...] = setting(
        (), "Schematron files of the edition, besides Octavo's own rules"
    )
    ignore: tuple[Ignore, ...] = setting(
        (), "findings to let be, each with a code, files and a reason"
    )
    outputs: tuple[Output, ...] = setting(
        OUTPUTS, "what to make: html, pdf, epub, txt, md, json, docx"
    )
    encode: tuple[Encoding, ...] = setting((), "raw texts and what they become")
    web: Web = setting(Web(), "the web edition")
    print: Print = setting(Print(), "the printed book")
    ebook: Ebook = setting(Ebook(), "the e-book")
    text: Text = setting(Text(), "the plain text")
