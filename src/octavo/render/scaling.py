"""Raster images in the few widths that screens and e-books need.

`measure` reads the head of a file only; `fit` scales, and what it makes is kept by
whoever calls it, so that an unchanged image is scaled once. Nothing is
ever enlarged; drawings in SVG and animations stay as they are. Metadata are not
carried over, the turn a camera noted is carried out, colour profiles are kept.
"""

import io
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTHS: Final = (480, 960, 1600)
EBOOK: Final = 1600
# More would need more memory than a laptop spares; a page of A3 at 600 dpi has 70.
MAX_PIXELS: Final = 150_000_000
MAX_PROFILE: Final = 2**16
_FORMATS: Final = ("JPEG", "PNG", "WEBP")
_TURN: Final = 0x0112
_HOW: Final[Mapping[str, Mapping[str, object]]] = {
    "JPEG": {"quality": 82, "progressive": True, "optimize": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 80, "method": 4},
}


@dataclass(frozen=True, slots=True)
class Picture:
    """An image as readers see it, upright: its size and the widths it is made in.

    `turned` tells that the file itself lies on its side.
    """

    width: int
    height: int
    widths: tuple[int, ...] = ()
    turned: bool = False

    def is_wider(self, width: int) -> bool:
        """Tell whether the image must be made anew to be no wider, and upright."""
        return self.width > width or self.turned


class TooLargeError(Exception):
    """An image has more pixels than can be unpacked without harm."""


def measure(data: bytes) -> Picture | None:
    """Give size and widths of a raster image; None for what is left as it is.

    Raises TooLargeError.
    """
    if data[:4] not in (b"\x89PNG", b"RIFF") and data[:3] != b"\xff\xd8\xff":
        return None
    try:
        with _opened(data) as image:
            turn = image.getexif().get(_TURN, 1)
            width, height = image.size
            if turn in (5, 6, 7, 8):
                width, height = height, width
            still = getattr(image, "n_frames", 1) == 1
    except (OSError, SyntaxError, ValueError):
        return None
    widths = tuple(w for w in WIDTHS if w < width * 0.9) if still else ()
    return Picture(width, height, widths, turn in range(2, 9))


def fit(data: bytes, width: int) -> bytes:
    """Give an image no wider than so many pixels, upright and without metadata.

    What is narrow enough and upright, or cannot be unpacked, is given back.
    """
    picture = measure(data)
    if picture is None or not picture.is_wider(width):
        return data
    try:
        with _opened(data) as image:
            return _scaled(image, picture, min(width, picture.width))
    except (OSError, SyntaxError, ValueError):
        return data


@contextmanager
def _opened(data: bytes) -> Iterator["Image"]:
    from PIL import Image  # here, since it takes 0.05 s to import

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            image = Image.open(io.BytesIO(data), formats=_FORMATS)
        except Image.DecompressionBombError as error:
            raise TooLargeError from error
        with image:
            if image.width * image.height > MAX_PIXELS:
                raise TooLargeError
            yield image


def _scaled(image: "Image", picture: Picture, width: int) -> bytes:
    from PIL import ImageOps

    kind = image.format or "PNG"
    height = max(1, round(picture.height * width / picture.width))
    profile = image.info.get("icc_profile") or b""
    if not picture.turned:  # a JPEG is unpacked no larger than needed
        image.draft(None, (width, height))
    upright = _plain(ImageOps.exif_transpose(image))
    small = upright.resize((width, height), reducing_gap=3.0)
    small.info = {}
    kept = 0 < len(profile) <= MAX_PROFILE and image.mode == small.mode
    out = io.BytesIO()
    small.save(out, kind, icc_profile=profile if kept else None, **_HOW[kind])
    return out.getvalue()


def _plain(image: "Image") -> "Image":
    """Turn palettes and printers' colours into those of screens."""
    if image.mode in ("RGB", "RGBA", "L", "LA"):
        return image
    if image.mode.startswith("I"):  # sixteen bits of grey
        return image.convert("F").point(lambda value: value / 257).convert("L")
    if image.mode == "1":
        return image.convert("L")
    return image.convert("RGBA" if "transparency" in image.info else "RGB")
