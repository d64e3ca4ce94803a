"""XInclude: what is included is checked, and findings stand where they belong."""

import pytest

from octavo.validate import validate

XI = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
PART = '<div xmlns="http://www.tei-c.org/ns/1.0"{}>\n<p>{}</p></div>'


def include(href, inside="", **attributes):
    more = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f'<xi:include {XI} href="{href}"{more}>{inside}</xi:include>'


@pytest.fixture
def part(tmp_path):
    """Write a division to be included."""

    def run(name, body="ink", attributes="", encoding="utf-8"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(PART.format(attributes, body), encoding=encoding)
        return path

    return run


def found(*paths):
    return [(f.code, f.file, f.line, f.column) for f in validate(paths)]


def test_a_finding_stands_in_the_file_that_was_included(write, part):
    chapter = part("parts/one.xml", "<gap/>")
    text = write("a.xml", f"{include('parts/one.xml')}\n<div><p><gap/></p></div>")
    assert found(text) == [
        ("EDT003", str(text), 6, 9),
        ("EDT003", str(chapter), 2, 4),
    ]


def test_text_before_and_after_on_the_same_line_keeps_its_columns(write, part):
    part("one.xml")
    text = write(
        "a.xml", f"<div><p>ö<gap/></p></div>{include('one.xml')}<div><gap/></div>"
    )
    line = text.read_text().splitlines()[4]
    assert found(text) == [
        ("EDT003", str(text), 5, line.index("<gap/>") + 1),
        ("EDT003", str(text), 5, line.rindex("<gap/>") + 1),
    ]


def test_inclusions_nest_and_pointers_lead_across(write, part):
    inner = part("two.xml", 'see <ref target="#three">3</ref> <gap/>')
    body = f'ink</p></div>{include("two.xml")}<div><p xml:id="three"><gap/>'
    chapter = part("one.xml", body)
    chapter.write_text(
        f"<div xmlns='http://www.tei-c.org/ns/1.0'>{chapter.read_text()}</div>"
    )
    column = chapter.read_text().splitlines()[1].index("<gap/>") + 1
    assert found(write("a.xml", include("one.xml"))) == [
        ("EDT003", str(chapter), 2, column),
        ("EDT003", str(inner), 2, 37),
    ]


def test_an_element_can_be_included_by_its_name(write, part):
    part("one.xml", '<gap/></p><p xml:id="x">ink <hi/></p><p>')
    assert found(write("a.xml", include("one.xml", xpointer="x"))) == []
    text = write("a.xml", f"<p>ink</p>{include('one.xml', xpointer='y')}")
    assert [code for code, *_ in found(text)] == ["XIN001"]


def test_text_can_be_included_as_it_is(write, tmp_path):
    (tmp_path / "a.txt").write_text("ink & <paper>")
    assert found(write("a.xml", f"<p>{include('a.txt', parse='text')}</p>")) == []


def test_a_fallback_stands_in_for_what_is_missing(write):
    fallback = "<xi:fallback><p>no ink</p></xi:fallback>"
    assert found(write("a.xml", include("none.xml", fallback))) == []


def test_a_file_that_another_includes_is_not_checked_by_itself(write, part):
    chapter = part("one.xml", "<gap/>")
    text = write("a.xml", include("one.xml"))
    assert found(text, chapter) == [("EDT003", str(chapter), 2, 4)]


@pytest.mark.parametrize(
    ("href", "words"),
    [
        ("none.xml", "there is no file 'none.xml' to include"),
        ("../../etc/passwd", "lies outside the edition"),
        ("file:///etc/passwd", "lies outside the edition"),
        ("https://example.org/a.xml", "lies outside the edition"),
        ("a.xml", "includes itself"),
        ("loop.xml", "includes itself"),
        ("broken.xml", "cannot be included"),
    ],
)
def test_what_cannot_be_included_is_said(write, part, tmp_path, href, words):
    (tmp_path / "broken.xml").write_text("<a>")
    part("loop.xml", include("loop.xml"))
    text = write("a.xml", f"<p>ink</p>{include(href)}")
    messages = [f.message for f in validate([text], only=[])]
    assert any(words in message for message in messages)


def test_other_encodings_are_read(write, part):
    head = '<?xml version="1.0" encoding="ISO-8859-1"?>\n'
    chapter = part("one.xml", "é<gap/>", encoding="latin-1")
    chapter.write_text(head + chapter.read_text("latin-1"), encoding="latin-1")
    assert found(write("a.xml", include("one.xml"))) == [("EDT003", str(chapter), 3, 5)]
