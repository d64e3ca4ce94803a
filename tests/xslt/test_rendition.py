"""Looks that a source describes in CSS."""

from urllib.parse import unquote

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


RULE = "{urn:x-octavo:functions}style-rule"


@pytest.mark.parametrize(
    ("selector", "scope", "style", "rule"),
    [
        ("head", "", "color: red", "article.text .head {color: color-mix("),
        ("p, l", "first-line", "font-weight: bold", "article.text :is(p, div.p)::"),
        ("div > head[type='sub']", "", "font-style: italic", ".div > .head.type-sub {"),
        ("hi[rend=it] *", "", "font-style: italic", "article.text .hi.italic * {"),
        ("q", "before", "content: '«'", "article.text .q::before {content: '«'}"),
    ],
)
def test_looks_of_a_kind_of_element_become_a_rule(selector, scope, style, rule):
    assert rule in saxon.call_function(HTML, RULE, selector, scope, style)[0]


@pytest.mark.parametrize(
    ("selector", "scope", "style"),
    [
        ("p{} body", "", "font-style: italic"),
        ("p:hover", "", "font-style: italic"),
        ("p+q", "", "font-style: italic"),
        ("p<q", "", "font-style: italic"),
        ("</style>", "", "font-style: italic"),
        ("p", "selection", "font-style: italic"),
        ("p", "", "position: fixed"),
        ("p", "", "content: 'x'"),
        ("q", "before", "content: url(https://a.example)"),
        ("q", "after", "content: 'a\\22 }'"),
        ("", "", "font-style: italic"),
    ],
)
def test_what_is_no_plain_rule_is_left_out(selector, scope, style):
    assert saxon.call_function(HTML, RULE, selector, scope, style) == [""]


def test_rules_of_the_header_come_with_the_page():
    text = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><encodingDesc><tagsDecl>'
        '<rendition xml:id="drop" selector="head" scope="first-letter">font-size: 2em'
        "</rendition></tagsDecl></encodingDesc></teiHeader><text><body>"
        '<p rendition="#drop">a</p></body></text></TEI>'
    )
    made = saxon.transform(Document(text.encode()), HTML, {"split": "none"})
    page = made.documents["text.html"].decode()
    style = unquote(page.split("data:text/css,")[1].split('"')[0])
    targets = (
        "article.text .head::first-letter, article.text *.rend--drop::first-letter"
    )
    assert style == f"{targets} {{font-size: 2em}}"
    assert 'class="rend--drop"' in page
