"""Laws that hold for any text, and the sample of each kind of layout in small."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from octavo import relaxng, resources
from octavo.encode import Profile, encode
from octavo.encode.decisions import KINDS, Decision
from octavo.names import tei

LINES_OF_BOOKS = [
    "",
    "",
    "CHAPTER I.",
    "1.",
    "Contents",
    "List of illustrations",
    "Notes",
    "[1] A note.",
    "1 A note at the foot.",
    "    A line of verse,",
    "\xa0 A paragraph with an indent, which is not very long.",
    "  item one",
    "Title Page, p.1",
    "\f2          RUNNING HEAD",
    "[Illustration: a horse]",
    "a\tb\tc",
    "* * *",
    "By Anna Berg",
    "She asked Captain Hook about _Peter Pan_.[1] Then well-",
    "A word with a mark1 in a line that runs to the end of its mea-",
]
LINES = st.one_of(st.text(max_size=80), st.sampled_from(LINES_OF_BOOKS))
TEXTS = st.lists(LINES, max_size=40).map("\n".join)


@pytest.fixture(scope="module")
def schema():
    return relaxng.load(resources.schema("octavo.rnc"))


@given(TEXTS)
@settings(max_examples=25, deadline=None)
def test_any_text_becomes_a_valid_document(schema, text):
    encoded = encode(text)
    assert list(schema.validate(encoded.tei, "x.xml")) == []


@given(st.binary(max_size=400))
@settings(max_examples=25, deadline=None)
def test_any_bytes_become_a_valid_document(schema, data):
    assert list(schema.validate(encode(data).tei, "x.xml")) == []


@given(TEXTS)
@settings(max_examples=25, deadline=None)
def test_a_second_run_gives_the_same_bytes(text):
    assert encode(text).tei == encode(text).tei


@given(TEXTS, st.sampled_from(["wrapped", "lines"]))
@settings(max_examples=25, deadline=None)
def test_no_profile_breaks_a_document(schema, text, layout):
    encoded = encode(text, Profile(layout=layout, plates=True, emphasis=True))
    assert list(schema.validate(encoded.tei, "x.xml")) == []


DECISIONS = st.lists(
    st.builds(
        Decision,
        words=st.sampled_from(LINES_OF_BOOKS).filter(str.strip),
        kind=st.sampled_from(sorted(KINDS)),
        occurrence=st.integers(1, 2),
        everywhere=st.sampled_from(["", "words"]),
        level=st.integers(-1, 3),
        n=st.sampled_from(["", "1"]),
    ),
    max_size=8,
).map(tuple)


@given(TEXTS, DECISIONS)
@settings(max_examples=25, deadline=None)
def test_no_decisions_break_a_document(schema, text, decisions):
    encoded = encode(text, Profile(decisions=decisions))
    assert list(schema.validate(encoded.tei, "x.xml")) == []


def body(text, **known):
    root = etree.fromstring(encode(text, Profile(**known)).tei)
    return root.find(tei("text"))


def test_an_empty_text_has_an_empty_paragraph():
    assert len(list(body("").iter(tei("p")))) == 1


def test_characters_that_xml_cannot_hold_are_recorded():
    root = etree.fromstring(encode("one\x00two\x07").tei)
    items = [e.text for e in root.iter(tei("item"))]
    assert items == ["U+0000", "U+0007"]
    assert "onetwo" in "".join(root.find(tei("text")).itertext())


def test_what_stands_before_the_text_may_be_longer_than_a_piece_of_the_proof():
    names = " and ".join(
        f"Anna Berg{chr(97 + i % 26)}{'x' * (i // 26)}" for i in range(1500)
    )
    assert encode(f"He met {names}.\n").tei.index(b"<text") > 70_000


def test_a_text_of_digits_alone_is_read_in_one_pass():
    assert encode("7" * 30_000).tei.count(b"7") >= 30_000


def test_the_bytes_of_what_was_encoded_are_the_document():
    assert bytes(encode("A text.\n")) == encode("A text.\n").tei
