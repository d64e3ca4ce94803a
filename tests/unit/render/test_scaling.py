"""Images in fitting sizes."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image, ImageCms

from octavo.render import pictures, scaling
from octavo.render.images import Images
from octavo.render.metadata import bare

TURN = 0x0112
ARTIST = 0x013B


def photograph(size=(2000, 200), kind="JPEG", **more):
    """A picture, dark on its left, bright on its right."""
    image = Image.linear_gradient("L").rotate(90).resize(size).convert("RGB")
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def told(**tags):
    exif = Image.Exif()
    for tag, value in tags.items():
        exif[int(tag[1:])] = value
    return exif


def size(data):
    return Image.open(io.BytesIO(data)).size


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_wide_image_comes_in_several_widths_of_one_shape(kind):
    data = photograph(kind=kind)
    picture = scaling.measure(data)
    assert (picture.width, picture.height) == (2000, 200)
    assert [size(scaling.fit(data, w)) for w in picture.widths] == [
        (480, 48),
        (960, 96),
        (1600, 160),
    ]


@settings(max_examples=30)
@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 60))
def test_nothing_is_ever_enlarged(width, height, limit):
    made = size(scaling.fit(photograph((width, height), "PNG"), limit))
    assert made[0] == min(width, limit)
    assert made[1] <= height


def test_the_turn_a_camera_noted_is_carried_out():
    data = photograph(exif=told(**{f"t{TURN}": 6}))
    assert scaling.measure(data).width == 200
    made = Image.open(io.BytesIO(pictures.files("a.jpg", data)["a.jpg"]))
    assert made.size == (200, 2000)
    assert made.getexif().get(TURN) is None
    assert made.getpixel((100, 10)) < made.getpixel((100, 1990))


def test_nothing_a_camera_told_is_published():
    data = photograph(
        (100, 50), exif=told(**{f"t{ARTIST}": "N. N."}), comment=b"at home"
    )
    assert b"N. N." in data
    made = pictures.files("a.jpg", data)["a.jpg"]
    assert b"N. N." not in made
    assert b"at home" not in made
    pixels = [Image.open(io.BytesIO(d)).tobytes() for d in (data, made)]
    assert pixels[0] == pixels[1]


@given(st.binary(max_size=60))
def test_broken_files_are_bared_without_harm(rest):
    for start in (b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b""):
        assert bare(start + rest).startswith(start)
        assert scaling.fit(start + rest, 480) == start + rest


def test_a_colour_profile_stays():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = photograph(icc_profile=profile)
    for made in pictures.files("a.jpg", data).values():
        assert Image.open(io.BytesIO(made)).info["icc_profile"] == profile


def test_an_image_with_too_many_pixels_is_refused_unread(monkeypatch):
    monkeypatch.setattr(scaling, "MAX_PIXELS", 99)
    with pytest.raises(scaling.TooLargeError):
        scaling.measure(photograph((10, 10), "PNG"))


def test_an_image_cut_short_is_left_as_it_is():
    data = photograph(kind="PNG")[:400]
    assert set(pictures.files("a.png", data).values()) == {data}


def test_drawings_and_animations_are_left_alone():
    frames = [Image.new("RGB", (600, 9), c) for c in ("red", "blue")]
    out = io.BytesIO()
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:])
    for data in (b"<svg xmlns='http://www.w3.org/2000/svg'/>", out.getvalue()):
        assert pictures.files("images/a", data) == {"images/a": data}


def test_the_stylesheet_learns_where_each_width_lies():
    images = Images({"../b/a b.jpg": "b/a b.jpg"}, {"b/a b.jpg": photograph((800, 4))})
    image = etree.fromstring(pictures.described([images]).data)[0]
    assert dict(image.attrib) == {
        "url": "../b/a b.jpg",
        "href": "b/a%20b.jpg",
        "width": "800",
        "height": "4",
    }
    assert [v.get("href") for v in image] == ["scaled/480/b/a%20b.jpg"]
