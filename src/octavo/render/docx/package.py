"""The file of a word processor: its styles, its facts, its bytes."""

import io
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import BaseStyle, ParagraphStyle

from octavo.render.whole import Whole

# Programs that read the file know no earlier moment.
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_LONGEST: Final = 255
_NO_DATE: Final = datetime(1980, 1, 1, tzinfo=UTC)
_PARAGRAPHS: Final = {
    "Title Page": "Normal",
    "Dialogue": "Body Text",
    "Epigraph": "Quote",
    "Figure": "Normal",
    "Footnote Text": "Normal",
    "Speaker": "Body Text",
    "Stage Direction": "Body Text",
    "Verse": "Normal",
}
_FACE: Final = "Georgia"
_CENTRED: Final = ("Title Page", "Figure", "Caption", "Title", "Subtitle", "Heading 1")
_CHARACTERS: Final = ("Code Text", "Footnote Reference", "Small Caps")


@dataclass(frozen=True, slots=True)
class _Look:
    """How a style looks: sizes and spaces in points, indent in millimetres."""

    size: float = 10.5
    before: float = 0
    after: float = 0
    indent: float = 0
    leading: float = 1.25
    bold: bool = False
    italic: bool = False
    small_caps: bool = False
    keep: bool = False


_LOOKS: Final = {
    "Normal": _Look(),
    "Title": _Look(24, before=60, after=12, leading=1.1),
    "Subtitle": _Look(14, after=12, italic=True),
    "Heading 1": _Look(18, before=36, after=18, leading=1.1, keep=True),
    "Heading 2": _Look(13, before=18, after=6, leading=1.1, keep=True),
    "Heading 3": _Look(11, before=12, after=4, italic=True, keep=True),
    "Body Text": _Look(after=5),
    "Quote": _Look(10, after=5, indent=8),
    "Epigraph": _Look(10, after=5, indent=30, italic=True),
    "Caption": _Look(9, after=10, italic=True),
    "Figure": _Look(before=10, after=4, keep=True),
    "Footnote Text": _Look(9, after=2, leading=1.15),
    "Speaker": _Look(before=5, small_caps=True, keep=True),
    "Stage Direction": _Look(after=5, italic=True),
    "Verse": _Look(indent=10),
}


def new(text: Whole, date: str) -> Document:
    """Begin a document with its styles and facts."""
    document: Document = docx.Document()
    _page(document)
    _styles(document)
    _language(document, text.language)
    facts = document.core_properties
    facts.title = _short(text.title)
    facts.author = _short("; ".join(text.facts("aut")))
    facts.language = text.language
    facts.comments = ""
    facts.created = facts.modified = _moment(date)
    return document


def _short(words: str) -> str:
    """Cut what the facts of a file have no room for; the text has it whole."""
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def save(document: Document) -> bytes:
    """Write a document; the same document gives the same bytes."""
    stream, made = io.BytesIO(), io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            target.writestr(entry, source.read(name))
    return made.getvalue()


def _moment(date: str) -> datetime:
    try:
        return datetime.fromisoformat(date).replace(tzinfo=None)
    except ValueError:
        return _NO_DATE.replace(tzinfo=None)


def _page(document: Document) -> None:
    """Give the file pages of A4 with wide margins."""
    (section,) = document.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(32)
    section.top_margin = section.bottom_margin = Mm(28)


def _styles(document: Document) -> None:
    styles = document.styles
    for name, base in _PARAGRAPHS.items():
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles[base]
        style.quick_style = True
    for name in _CHARACTERS:
        styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    for style in styles:
        if style.type in (WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.CHARACTER):
            _typeface(style, "Courier New" if style.name == "Code Text" else _FACE)
    for name, look in _LOOKS.items():
        _dress(styles[name], look)
    for rule in list(styles.element.iter(qn("w:pBdr"))):
        rule.getparent().remove(rule)
    for name in _CENTRED:
        styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    styles["Footnote Reference"].font.superscript = True


def _typeface(style: BaseStyle, face: str) -> None:
    """Let a style have one typeface, in black, whatever the template says."""
    properties = style.element.find(qn("w:rPr"))
    if properties is None and style.name not in ("Normal", "Code Text"):
        return
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), face)
    for mark in style.element.rPr.findall(qn("w:color")):
        style.element.rPr.remove(mark)


def _dress(style: ParagraphStyle, look: "_Look") -> None:
    font, paragraph = style.font, style.paragraph_format
    font.size = Pt(look.size)
    font.bold, font.italic, font.small_caps = look.bold, look.italic, look.small_caps
    paragraph.space_before, paragraph.space_after = Pt(look.before), Pt(look.after)
    paragraph.left_indent = Mm(look.indent)
    paragraph.line_spacing = look.leading
    paragraph.keep_with_next = look.keep


def _language(document: Document, language: str) -> None:
    """Say the language of all text that says no other."""
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:rPr')}")
    if defaults is None or not language:
        return
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), language)
    defaults.append(mark)
