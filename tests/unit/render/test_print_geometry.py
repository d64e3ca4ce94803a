"""The page holds whole lines, and trim sizes have names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.errors import UsageError
from octavo.render.fonts import choose
from octavo.render.geometry import POINT, TRIMS, page, trim


@given(st.sampled_from(sorted(TRIMS)), st.floats(9, 20))
def test_the_text_is_a_whole_number_of_lines_high(name, leading):
    made = page(name, leading)
    lines = (made.height - made.top - made.bottom) / (leading * POINT)
    assert lines == pytest.approx(round(lines), abs=1e-3)
    assert made.inside < made.outside
    assert made.top < made.bottom


@pytest.mark.parametrize("name", ["140x216", "140 × 216 mm", "5.512x8.504in"])
def test_a_size_of_ones_own_is_read_in_millimetres_or_inches(name):
    assert trim(name) == pytest.approx((140, 216), abs=0.1)


@pytest.mark.parametrize("name", ["9x9", "140x9999", "folio"])
def test_a_size_no_book_has_is_refused(name):
    with pytest.raises(UsageError):
        trim(name)


def test_a_font_package_says_what_it_draws():
    fonts = choose(("EB Garamond",))
    assert fonts.families[0] == "EB Garamond"
    assert fonts.doubtful("Aé ἄ ж \U0001f600") == "\U0001f600"


@pytest.mark.parametrize(
    ("rule", "inside", "top"),
    [("ninths", 140 / 9, 24), ("narrow", 16.7, 14), ("20 21 22 23", 20, 21)],
)
def test_margins_follow_a_rule_or_are_given(rule, inside, top):
    made = page("octavo", 13, rule)
    assert (made.inside, made.top) == pytest.approx((inside, top), abs=0.1)


@pytest.mark.parametrize("rule", ["classics", "20 20 20", "70 20 70 20", "1 2 3 x"])
def test_margins_that_make_no_sense_are_refused(rule):
    with pytest.raises(UsageError):
        page("octavo", 13, rule)
