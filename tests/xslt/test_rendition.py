"""Looks that a source describes in CSS."""

import pytest

from octavo import resources, saxon
from octavo.saxon import Document

HTML = resources.stylesheet("html.xsl")


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("font-style: italic", "font-style: italic"),
        ("Text-Indent:-1.5em;;", "text-indent: -1.5em"),
        (
            "margin: 1em 2em; color: red",
            "margin: 1em 2em; color: color-mix(in srgb, red",
        ),
        ("background-color: #fe0", "background-color: color-mix(in srgb, #fe0 25%"),
        ("border-top: 1px solid rgb(1, 2, 3)", "border-top: 1px solid rgb(1, 2, 3)"),
        ("font-family: 'Old Standard', serif", "font-family: 'Old Standard', serif"),
    ],
)
def test_looks_are_kept(style, expected):
    name = "{urn:x-octavo:functions}safe-style"
    assert saxon.call_function(HTML, name, style)[0].startswith(expected)


@pytest.mark.parametrize(
    "style",
    [
        "position: fixed",
        "display: none",
        "background: url(https://a.example/)",
        "color: url(javascript:alert(1))",
        "font-family: a\\22 }",
        "margin: -9em",
        "padding: 9999px",
        "font-size: 400em",
        "letter-spacing: calc(99vw)",
        "color: var(--paper)",
        "font-style: italic !important",
        "color: red} body {color",
        "content: 'a'",
        "no declaration",
    ],
)
def test_what_could_load_hide_or_cover_is_left_out(style):
    name = "{urn:x-octavo:functions}safe-style"
    assert saxon.call_function(HTML, name, style) == [""]


def test_renditions_of_the_header_are_applied():
    text = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><encodingDesc><tagsDecl>'
        '<rendition xml:id="big" scheme="css">font-size: 1.5em</rendition>'
        '<rendition xml:id="first" scope="first-letter">font-size: 3em</rendition>'
        '</tagsDecl></encodingDesc></teiHeader><text><body><p rendition="#big #first" '
        'style="text-align: right">a</p></body></text></TEI>'
    )
    made = saxon.transform(Document(text.encode()), HTML, {"split": "none"})
    page = made.documents["text.html"].decode()
    assert 'style="font-size: 1.5em; text-align: right">a</p>' in page
