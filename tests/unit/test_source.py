"""Reading documents, and the exact places in them."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo import source
from octavo.errors import SourceError

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0">'
BOMB = (
    '<!DOCTYPE a [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{("&" + a + ";") * 100}">' for a, b in ("ab", "bc", "cd", "de")
    )
    + "]><a>&e;</a>"
)


def parse(text, encoding="utf-8"):
    return source.parse(text.encode(encoding), Path("a.xml"))


@pytest.mark.parametrize(
    ("data", "code", "place", "words"),
    [
        (b"<a>\n <b>x</c></a>", "XML001", (2, 8), "<b>, opened in line 2"),
        (b"<a>\n <t:b xmlns:t='u'>", "XML001", (2, 19), "<t:b>, opened in line 2"),
        (b"<a>&foo;</a>", "XML001", (1, 4), "not declared"),
        (b"<!DOCTYPE a SYSTEM 'a.dtd'><a>&foo;</a>", "XML001", (1, 36), "not declared"),
        (b"<a>caf\xe9</a>", "XML001", (1, 7), "not UTF-8"),
        (b"\x7fELF\x00\x01", "XML001", (1, 1), "0x00"),
        (b"<a>\x0b</a>", "XML001", (1, 4), "0x0b"),
        (b"<x:a/>", "XML001", (1, 1), "prefix"),
        (b"<?xml version='1.0' encoding='foo-9'?><a/>", "XML002", (1, 1), "encoding"),
        (
            b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
            "XML003",
            (1, 58),
            "'x' lies outside",
        ),
        (b"<a>" * 200 + b"</a>" * 200, "XML004", (1, 454), "nested"),
        (b"<a>" * 900 + b"</a>" * 900, "XML004", (1, 454), "nested"),
        (BOMB.encode(), "XML005", (1, None), "grow"),
    ],
)
def test_a_broken_document_is_refused_at_its_place(data, code, place, words):
    with pytest.raises(SourceError) as caught:
        source.parse(data, Path("a.xml"))
    (found,) = caught.value.diagnostics
    assert (found.code, found.line) == (code, place[0])
    assert place[1] in (None, found.column)
    assert words in found.message


@pytest.mark.parametrize("content", [None, "", "folder"])
def test_a_file_that_is_missing_empty_or_a_folder_is_refused(tmp_path, content):
    path = tmp_path / "a.xml"
    if content == "folder":
        path.mkdir()
    elif content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(SourceError, match=r"no such file|empty|folder"):
        source.read(path)


def test_internal_entities_are_resolved():
    read = parse('<!DOCTYPE a [<!ENTITY x "word">]><a>&x;</a>')
    assert read.root.text == "word"


def test_elements_and_attributes_have_exact_places():
    read = parse(f'{TEI}\n <p>é</p><p n="a>b"\n   xml:id="q">x</p></TEI>')
    second = read.root[1]
    assert read.position(second) == (2, 10)
    assert read.position(second, "n") == (2, 13)
    name = "{http://www.w3.org/XML/1998/namespace}id"
    assert read.position(second, name) == (3, 4)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_columns_count_characters_in_every_encoding(encoding):
    named = encoding.removesuffix("-sig")
    text = f"<?xml version='1.0' encoding='{named}'?><a>éé<b é='1' n='2'/></a>"
    read = parse(text, encoding)
    assert read.position(read.root[0]) == (1, text.index("<b") + 1)
    assert read.position(read.root[0], "n") == (1, text.index("n='2'") + 1)


def test_lines_are_exact_past_65535():
    read = parse("<a>" + "\n" * 70_000 + "  <b/></a>")
    assert read.position(read.root[0]) == (70_001, 3)


@pytest.mark.parametrize(
    ("xpath", "place"),
    [
        ("/Q{http://www.tei-c.org/ns/1.0}TEI[1]", (1, 1)),
        ("/Q{http://www.tei-c.org/ns/1.0}TEI[1]/Q{u:v/w}p[2]/@n", (1, 69)),
        ("/Q{http://www.tei-c.org/ns/1.0}TEI[1]/Q{u:v/w}p[2]/text()[1]", (1, 66)),
        ("/Q{http://www.tei-c.org/ns/1.0}TEI[1]/comment()[1]", (1, 1)),
    ],
)
def test_an_xpath_leads_to_its_place(xpath, place):
    read = parse(f'{TEI}<p xmlns="u:v/w">one</p><p n="2" xmlns="u:v/w">two</p></TEI>')
    assert read.locate(xpath) == place


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data):
    with contextlib.suppress(SourceError):
        source.parse(b"<a>" + data + b"</a>", Path("a.xml"))
