"""Validation agrees with what the patterns mean, on patterns made by chance."""

import re
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.relaxng.grammars import schema

from octavo.relaxng.nearest import distance

LETTERS = "abc"
KINDS = {
    "optional": "({})?",
    "zeroOrMore": "({})*",
    "oneOrMore": "({})+",
}


def patterns():
    """Pairs of a pattern and a regular expression that mean the same."""
    leaf = st.sampled_from(LETTERS).map(
        lambda n: (f'<element name="{n}"><empty/></element>', n)
    )

    def joined(parts):
        kind, children = parts
        rng = "".join(child[0] for child in children)
        glue = "|" if kind == "choice" else ""
        regex = glue.join(f"({child[1]})" for child in children)
        return f"<{kind}>{rng}</{kind}>", regex

    def grow(inner):
        pairs = st.tuples(
            st.sampled_from(["group", "choice"]),
            st.lists(inner, min_size=1, max_size=3),
        )
        repeats = st.tuples(st.sampled_from(sorted(KINDS)), inner)
        return pairs.map(joined) | repeats.map(
            lambda r: (f"<{r[0]}>{r[1][0]}</{r[0]}>", KINDS[r[0]].format(r[1][1]))
        )

    return st.recursive(leaf, grow, max_leaves=8)


@settings(max_examples=30, deadline=None)
@given(patterns(), st.lists(st.text(LETTERS, max_size=6), min_size=1, max_size=8))
def test_children_match_like_a_regular_expression(pattern, documents):
    rng, regex = pattern
    with tempfile.TemporaryDirectory() as folder:
        made = schema(Path(folder), f'<element $ name="r">{rng}</element>')
    for children in documents:
        data = f"<r>{''.join(f'<{c}/>' for c in children)}</r>".encode()
        valid = re.fullmatch(regex, children) is not None
        assert made.accepts(data) == valid
        assert (list(made.validate(data)) == []) == valid


@settings(max_examples=15, deadline=None)
@given(st.permutations(["<a/>", "<b/>", "<b/>", "<c/>", "text"]))
def test_interleave_does_not_mind_the_order(parts):
    with tempfile.TemporaryDirectory() as folder:
        made = schema(
            Path(folder),
            """<element $ name="r"><interleave><element name="a"><empty/></element>
            <oneOrMore><element name="b"><empty/></element></oneOrMore>
            <optional><element name="c"><empty/></element></optional><text/>
            </interleave></element>""",
        )
    assert made.accepts(f"<r>{''.join(parts)}</r>".encode())


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_distance_is_the_same_both_ways_and_nothing_for_equals(one, other):
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
