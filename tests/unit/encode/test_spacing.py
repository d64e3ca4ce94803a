"""White space: what a run of it becomes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.encode.spacing import Spacing

SPACES = " \t\n\r\f\v\x85\u2028"


@pytest.mark.parametrize(
    ("text", "squeezed"),
    [
        ("one  two", "one two"),
        ("one \n  two", "one\ntwo"),
        ("one\n\n\ntwo", "one\ntwo"),
        ("one\ttwo\ftwo", "one two\ntwo"),
        (" \n one", "\none"),
        ("  one\n two ", " one\ntwo "),
        (" \n ", "\n"),
        ("one\xa0two", "one\xa0two"),
        ("one\xa0 \ntwo\xa0 three", "one\ntwo three"),
    ],
)
def test_a_run_becomes_one_line_break_or_one_space(text, squeezed):
    assert Spacing(text).squeeze(text) == squeezed


@given(st.text(f"ab{SPACES}"))
def test_a_text_with_no_break_spaces_elsewhere_is_written_the_same_way(text):
    assert Spacing(text).squeeze(text) == Spacing(f"{text}\xa0").squeeze(text)


@given(st.text(f"ab{SPACES}\xa0"))
def test_white_space_never_stands_in_a_run(text):
    squeezed = Spacing(text).squeeze(text)
    assert not re.search(r"\s\s", squeezed)
    assert squeezed.split() == text.split()
