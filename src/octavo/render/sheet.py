"""The sheet: what a printer must know of a page that is larger than the book.

With a bleed, the sheet is larger than the page on all sides. Where it is cut, and
how far ink may reach beyond, is written into the PDF as TrimBox and BleedBox.
"""

import re
from typing import Final

from octavo.render.geometry import MARKS, POINT
from octavo.render.objects import rewritten

_PAGE: Final = re.compile(rb"\d+ 0 obj\s*<</Type/Page/")
_MEDIA: Final = re.compile(rb"/MediaBox\[0 0 ([\d.]+) ([\d.]+)\]")


def boxed(pdf: bytes, bleed: float) -> bytes:
    """Write into each page of a sheet, with a bleed in millimetres, where it is cut."""

    def with_boxes(part: bytes) -> bytes:
        if not _PAGE.match(part):
            return part
        return _MEDIA.sub(lambda m: m.group() + _boxes(m, bleed), part, count=1)

    return rewritten(pdf, with_boxes)


def _boxes(media: re.Match[bytes], bleed: float) -> bytes:
    width, height = (float(side) for side in media.groups())
    made = ""
    for name, edge in (("BleedBox", MARKS), ("TrimBox", MARKS + bleed)):
        near = edge / POINT
        sides = near, near, width - near, height - near
        made += f"/{name}[{' '.join(f'{side:.3f}' for side in sides)}]"
    return made.encode()
