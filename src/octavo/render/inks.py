"""Images for a printer who wants grey or the four inks instead of the screen's colours.

The typesetter takes images in four inks only for books that are no archives. So it
gets each in the screen's colours, marked with a comment, and the mark is exchanged
for the separated image afterwards. Drawings in SVG are turned to grey; in four inks
they keep the colours they have, which the printer's machine separates.
"""

import io
import re
import warnings
from typing import TYPE_CHECKING, Final, Literal

from octavo.render import inkprofile
from octavo.render.objects import first_free, rewritten

if TYPE_CHECKING:
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


def separated(pdf: bytes) -> bytes:
    """Exchange the marked images of a book for such in four inks."""
    number = first_free(pdf)

    def exchanged(part: bytes) -> bytes:
        head, _, stream = part.partition(b"stream\n")
        if b"/Subtype/Image" not in head or not _COMMENT.search(stream[:4096]):
            return part
        return _image_object(head.split(b"\n")[0], stream, number)

    made = rewritten(pdf, exchanged, [_profile_object()])
    return made if b"/ICCBased %d 0 R" % number in made else pdf


def _image_object(name: bytes, stream: bytes, profile: int) -> bytes:
    from PIL import Image

    with Image.open(io.BytesIO(stream)) as image:
        inks, (width, height) = _four_inks(image), image.size
    head = (
        f"<</Type/XObject/Subtype/Image/Width {width}/Height {height}"
        f"/ColorSpace[/ICCBased {profile} 0 R]/Decode[1 0 1 0 1 0 1 0]"
        f"/BitsPerComponent 8/Filter/DCTDecode/Length {len(inks)}>>"
    )
    return b"%b\n%b\nstream\n%b\nendstream\nendobj\n" % (name, head.encode(), inks)


def _profile_object() -> bytes:
    data = inkprofile.profile()
    return b"<</N 4/Length %d>>\nstream\n%b\nendstream" % (len(data), data)


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
