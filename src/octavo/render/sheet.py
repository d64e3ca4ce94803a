"""The sheet: what a printer must know of a page that is larger than the book.

With a bleed, the sheet is larger than the page on all sides. Where it is cut, and
how far ink may reach beyond, is written into the PDF as TrimBox and BleedBox.
"""

from typing import TYPE_CHECKING

from octavo.render.geometry import MARKS, POINT

if TYPE_CHECKING:
    from pikepdf import Pdf


def boxed(book: "Pdf", bleed: float) -> None:
    """Write into each page of a sheet, with a bleed in millimetres, where it is cut."""
    for page in book.pages:
        _, _, width, height = (float(side) for side in page.mediabox)
        for name, edge in (("/BleedBox", MARKS), ("/TrimBox", MARKS + bleed)):
            near = edge / POINT
            sides = near, near, width - near, height - near
            page[name] = [round(side, 3) for side in sides]
