"""Pictures of a word-processor file, no larger than the page of text."""

import io
from typing import Final

import typst
from docx.image.exceptions import UnrecognizedImageError
from docx.shared import Mm
from docx.text.paragraph import Paragraph

_WIDEST: Final = Mm(145)
_HIGHEST: Final = Mm(170)
_DOTS: Final = 220.0
# Word processors draw vector images poorly or not at all.
_DRAW: Final = (
    b"#set page(width: auto, height: auto, margin: 0pt)\n"
    b'#image(bytes(sys.inputs.svg), format: "svg", width: 145mm)\n'
)


def show(paragraph: Paragraph, name: str, data: bytes | None, words: str) -> bool:
    """Show an image with its description; tell whether it can be shown."""
    if data is None:
        return False
    try:
        drawn = _drawn(data) if name.lower().endswith(".svg") else data
        picture = paragraph.add_run().add_picture(io.BytesIO(drawn))
    except (UnrecognizedImageError, typst.TypstError):
        return False
    scale = min(1.0, _WIDEST / picture.width, _HIGHEST / picture.height)
    picture.width = round(picture.width * scale)
    picture.height = round(picture.height * scale)
    properties = picture._inline.docPr
    properties.set("descr", words)
    properties.set("name", "")
    return True


def _drawn(svg: bytes) -> bytes:
    """Draw a vector image in dots."""
    made = typst.compile(
        _DRAW,
        output=None,
        format="png",
        ppi=_DOTS,
        ignore_system_fonts=True,
        sys_inputs={"svg": svg.decode("utf-8")},
    )
    return bytes(made)
