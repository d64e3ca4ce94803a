"""The file of a word processor: its styles, its facts, its bytes."""

import io
import zipfile
from datetime import UTC, datetime
from typing import Final

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from octavo.render.whole import Whole

# Programs that read the file know no earlier moment.
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
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
_CENTRED: Final = ("Title Page", "Figure", "Caption", "Title", "Subtitle")
_CHARACTERS: Final = ("Code Text", "Footnote Reference", "Small Caps")


def new(text: Whole, date: str) -> Document:
    """Begin a document with its styles and facts."""
    document: Document = docx.Document()
    _styles(document)
    _language(document, text.language)
    facts = document.core_properties
    facts.title = text.title
    facts.author = "; ".join(text.facts("aut"))
    facts.language = text.language
    facts.comments = ""
    facts.created = facts.modified = _moment(date)
    return document


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


def _styles(document: Document) -> None:
    styles = document.styles
    for name, base in _PARAGRAPHS.items():
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles[base]
        style.quick_style = True
    for name in _CHARACTERS:
        styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    for name in _CENTRED:
        styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    styles["Body Text"].paragraph_format.space_after = Pt(4)
    styles["Verse"].paragraph_format.left_indent = Mm(10)
    styles["Verse"].paragraph_format.space_after = Pt(0)
    styles["Stage Direction"].font.italic = True
    styles["Speaker"].font.small_caps = True
    styles["Speaker"].paragraph_format.keep_with_next = True
    styles["Figure"].paragraph_format.keep_with_next = True
    styles["Footnote Text"].font.size = Pt(9)
    styles["Footnote Reference"].font.superscript = True
    styles["Small Caps"].font.small_caps = True
    styles["Code Text"].font.name = "Courier New"


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
