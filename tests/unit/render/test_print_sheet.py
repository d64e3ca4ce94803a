"""What printers ask for: sheets with boxes, images in their colours."""

import io

import pypdf
import pytest
from PIL import Image

from octavo.edition import Manifest
from octavo.render import context, inks
from octavo.render.print import Print, book
from octavo.render.supplies import Supplies
from octavo.source import parse

FIGURE = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader/>
<text><body><p>x</p><figure><graphic url="a.png"/><head>Cap</head></figure></body>
</text></TEI>"""


def picture(mode="RGB", colour=(200, 30, 60)):
    out = io.BytesIO()
    Image.new(mode, (40, 20), colour).save(out, "PNG")
    return out.getvalue()


def printed(tmp_path, **settings):
    source = parse(FIGURE, tmp_path / "a.xml")
    known = context.build(Manifest(), [source], [])
    made = book(source, known, Print(**settings), Supplies({"a.png": picture()}))
    return made.files["a.pdf"]


def pixel(pdf):
    reader = pypdf.PdfReader(io.BytesIO(pdf), strict=True)
    (image,) = (image for page in reader.pages for image in page.images)
    return image.image


def test_with_a_bleed_each_page_says_where_it_is_cut(tmp_path):
    pdf = pypdf.PdfReader(io.BytesIO(printed(tmp_path, bleed=3)), strict=True)
    for page in pdf.pages:
        trim = [float(n) * 25.4 / 72 for n in page["/TrimBox"]]
        bleed = [float(n) * 25.4 / 72 for n in page["/BleedBox"]]
        assert trim == pytest.approx([10, 10, 150, 226], abs=0.01)
        assert bleed == pytest.approx([7, 7, 153, 229], abs=0.01)


def test_without_a_bleed_nothing_is_written(tmp_path):
    assert b"/TrimBox" not in printed(tmp_path)


def test_images_turn_grey_on_request(tmp_path):
    assert pixel(printed(tmp_path, colours="grey")).mode == "L"


def test_images_are_separated_into_four_inks_with_a_profile(tmp_path):
    pdf = printed(tmp_path, colours="cmyk")
    image = pixel(pdf)
    assert image.mode == "CMYK"
    assert b"/ICCBased" in pdf
    assert pdf == printed(tmp_path, colours="cmyk")


def test_the_profile_shows_the_colour_that_was_separated():
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(io.BytesIO(inks.inkprofile.profile()))
    screen = ImageCms.createProfile("sRGB")
    back = ImageCms.buildTransform(profile, screen, "CMYK", "RGB")
    inked = Image.new("CMYK", (1, 1), (0, 216, 178, 55))
    shown = ImageCms.applyTransform(inked, back).getpixel((0, 0))
    assert shown == pytest.approx((200, 30, 60), abs=8)


def test_colours_of_drawings_turn_grey():
    svg = b'<svg><path fill="#ff0000" style="stroke:red;fill:none"/></svg>'
    grey = inks.prepared(svg, "grey")
    assert grey == b'<svg><path fill="#363636" style="stroke:#363636;fill:none"/></svg>'


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\nbroken", b"GIF8"])
def test_what_cannot_be_read_is_left_as_it_is(data):
    assert inks.prepared(data, "cmyk") == data
