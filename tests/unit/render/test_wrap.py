"""Wrapping plain text."""

from hypothesis import given
from hypothesis import strategies as st

from octavo.render.wrap import KEEP, wrap


def test_paragraphs_are_filled_and_verse_is_kept():
    verse = f"\t{KEEP}a   line"
    assert wrap(f"aa bb cc dd\n\n{verse}\n", 5) == "aa bb\ncc dd\n\n    a   line\n"


def test_gaps_have_two_empty_lines_at_most():
    assert wrap("\n\na\n\n\n\n\nb\n") == "a\n\n\nb\n"


@given(st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" ")))
def test_no_word_is_lost(text):
    assert wrap(text).split() == text.split()
