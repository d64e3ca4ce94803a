"""Images for a printer who wants grey or the four inks instead of the screen's colours.

The typesetter takes images in four inks only for books that are no archives. So it
gets each in the screen's colours, marked with a comment, and the mark is exchanged
for the separated image afterwards. Drawings in SVG are turned to grey; in four inks
they keep the colours they have, which the printer's machine separates.
"""

import io
import re
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Literal

from octavo.render import inkprofile

if TYPE_CHECKING:
    from pikepdf import Object, Pdf
    from PIL.Image import Image

Colours = Literal["keep", "grey", "cmyk"]
_QUALITY: Final = 95
# What the shares of red, green and blue light weigh in the lightness of a colour.
_WEIGHTS: Final = (0.2126, 0.7152, 0.0722)
_COLOUR: Final = re.compile(
    r"((?:fill|stroke|color|stop-color)\s*[=:]\s*[\"']?\s*)"
    r"(#[0-9a-fA-F]{3,8}\b|rgb\([^)]*\)|[a-z]+\b(?!\())"
)
# Names an image in the files between: the typesetter refuses four inks in an archive.
_COMMENT: Final = re.compile(rb"octavo-inks:(\d+);")


def prepared(data: bytes, colours: Colours, number: int = 0) -> bytes:
    """Give an image in the colours asked for; what cannot be read is left as it is.

    For four inks it is only marked, by its number, for `separated`.
    """
    if colours == "keep":
        return data
    if b"<svg" in data[:4096]:
        return _grey_drawing(data) if colours == "grey" else data
    from PIL import Image  # here, since it takes 0.05 s to import

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as image:
                return _grey(image) if colours == "grey" else _marked(image, number)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return data


def suffix(data: bytes) -> str:
    """Give the ending that a prepared image has in its name."""
    if data.startswith(b"\xff\xd8\xff"):
        return ".jpg"
    return ".png" if data.startswith(b"\x89PNG") else ".svg"


def separated(book: "Pdf") -> None:
    """Exchange the marked images of a book for such in four inks."""
    from pikepdf import Array, Name, Stream
    from PIL import Image

    profile = Stream(book, inkprofile.profile(), N=4)
    for found in _images(book):
        with Image.open(io.BytesIO(found.read_raw_bytes())) as image:
            inks = _four_inks(image)
        found.write(inks, filter=Name.DCTDecode)
        found.ColorSpace = Array([Name.ICCBased, profile])
        found.Decode = Array([1, 0] * 4)


def _images(book: "Pdf") -> Iterator["Object"]:
    """List the marked images."""
    from pikepdf import Name, Stream

    for found in book.objects:
        is_image = isinstance(found, Stream) and found.get("/Subtype") == Name.Image
        if is_image and _COMMENT.search(found.read_raw_bytes()[:4096]):
            yield found


def _marked(image: "Image", number: int) -> bytes:
    out = io.BytesIO()
    mark = f"octavo-inks:{number};"
    _on_paper(image).save(out, "JPEG", quality=_QUALITY, comment=mark)
    return out.getvalue()


def _on_paper(image: "Image") -> "Image":
    from PIL import Image

    paper = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(paper, image.convert("RGBA")).convert("RGB")


def _grey(image: "Image") -> bytes:
    out = io.BytesIO()
    if image.format == "JPEG":
        image.convert("L").save(out, "JPEG", quality=_QUALITY)
    else:
        mode = "LA" if image.has_transparency_data else "L"
        image.convert("RGBA").convert(mode).save(out, "PNG")
    return out.getvalue()


def _four_inks(image: "Image") -> bytes:
    """Separate an image: what is common to the three inks is printed in black."""
    from PIL import Image, ImageChops

    inks = [ImageChops.invert(channel) for channel in image.convert("RGB").split()]
    black = ImageChops.darker(ImageChops.darker(inks[0], inks[1]), inks[2])
    light = ImageChops.invert(black)
    shares = [_share(ImageChops.subtract(ink, black), light) for ink in inks]
    out = io.BytesIO()
    Image.merge("CMYK", [*shares, black]).save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


def _share(ink: "Image", light: "Image") -> "Image":
    """Give how much of the paper that black leaves an ink has to cover."""
    from PIL import ImageMath

    made = ImageMath.lambda_eval(
        lambda a: a["min"](a["ink"] * 255 / a["max"](a["light"], 1), 255),
        ink=ink.convert("I"),
        light=light.convert("I"),
    )
    shares: Image = made.convert("L")
    return shares


def _grey_drawing(data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    return _COLOUR.sub(lambda m: m.group(1) + _grey_name(m.group(2)), text).encode()


def _grey_name(colour: str) -> str:
    from PIL import ImageColor

    try:
        red, green, blue, *rest = ImageColor.getrgb(colour)
    except ValueError:  # none, inherit, currentColor
        return colour
    weighed = zip(_WEIGHTS, (red, green, blue), strict=True)
    level = round(sum(weight * share for weight, share in weighed))
    return f"#{level:02x}{level:02x}{level:02x}" + "".join(f"{a:02x}" for a in rest)
