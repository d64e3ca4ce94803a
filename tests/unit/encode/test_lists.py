"""What is a list, and what only looks like one."""

from lxml import etree

from octavo.encode import encode
from octavo.names import tei

PROSE = (
    "The road went down to the harbour and the boats lay in rows under the wall. "
    "Nobody was about at that hour except the gulls, and they had nothing to say."
)


def text_of(source):
    return etree.fromstring(encode(source).tei).find(tei("text"))


def test_paragraphs_with_verse_numbers_are_no_list():
    verses = [f"{n}. When no deeps were, I was brought forth." for n in range(22, 28)]
    lines = [PROSE, PROSE, *verses, PROSE, PROSE]
    text = text_of("".join(f"\xa0 {line}\n\n" for line in lines))
    assert not list(text.iter(tei("item")))


def test_a_line_alone_that_begins_small_is_no_list():
    lines = [PROSE, "(In the paper,", "the 7 of August 1893.)", PROSE, PROSE]
    text = text_of("".join(f"\xa0 {line}\n\n" for line in lines))
    assert not list(text.iter(tei("item")))


def test_one_line_without_end_does_not_make_a_text_unwrapped():
    words = PROSE.split()
    wrapped = "\n".join(" ".join(words[at : at + 10]) for at in range(0, 30, 10))
    text = text_of("\n\n".join([*[wrapped] * 40, "http://" + "x" * 400, wrapped]))
    assert len(list(text.iter(tei("p")))) == 42
