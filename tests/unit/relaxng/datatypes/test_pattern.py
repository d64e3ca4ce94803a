"""Patterns of XML Schema, read, matched and put in words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.relaxng.datatypes import charset, linear, pattern, regex
from octavo.relaxng.datatypes.regex import Chars, Choice, PatternError, Repeat, Sequence

MATCHES = [
    ("a|b|", ["a", "b", ""], ["c", "ab"]),
    ("(a|b)*c{2,3}", ["cc", "abccc"], ["c", "abcccc"]),
    ("a{2,}", ["aa", "aaa"], ["a"]),
    ("^a$", ["^a$"], ["a"]),
    ("a.b", ["axb", "a\x85b", "a\u2028b"], ["a\nb", "a\rb"]),
    (r"\d", ["0", "٣", "𝟎"], ["½", "Ⅷ"]),
    (r"\s", [" ", "\t"], ["\xa0", "\x85"]),
    (r"\w+", ["é٣€", "a+b"], ["a_b", "a-b", "a b"]),
    (r"\i\c*", ["_a", ":", "a\u06dd", "〇"], ["-a", "\u2c00", "ẞ", "𐀀"]),
    (r"[\i-[:]]+", ["ab"], ["a:b"]),
    (r"[^\p{C}\p{Z}]+", ["a-b", "é"], ["a b", "a\xa0b", "\ue000", "a\u200b"]),
    (r"\P{L}", ["1"], ["a", "é"]),
    (r"[a-z-[aeiou]]", ["b"], ["a", "B"]),
    (r"[^a-z-[B]]", ["A"], ["a", "B"]),
    (r"\p{IsGreek}", ["α"], ["a"]),
    (r"\P{IsBasicLatin}", ["α"], ["a"]),
    (r"[-a]", ["-", "a"], ["b"]),
    (r"[a-c-]", ["-", "b"], ["d"]),
    (r"[&&~|]", ["&", "~", "|"], ["a"]),
    (r"\\\|\.\-\^\?\*\+\{\}\(\)\[\]\n", ["\\|.-^?*+{}()[]\n"], ["\\"]),
    ("K", ["K"], ["\u212a", "k"]),
]
ERRORS = [
    *("(", "a)", "a**", "a*?", "a|*", "(?:a)", "]", "}", "{", "+", "\\"),
    *("a{2,1}", "a{,3}", "a{ 2}", "a{9999999999}", r"\1", r"\$", r"\b", r"\u0041"),
    *("[]", "[^]", "[a", "[[]", r"[a-\d]", "[z-a]", "[a-b-c]", "[a-z-[aeiou]x]"),
    *(r"\p{Xx}", r"\p{Cs}", r"\p{IsFoo}", r"\p{L", "(" * 500 + "a" + ")" * 500),
]


@pytest.mark.parametrize(("source", "good", "bad"), MATCHES)
def test_pattern_matches_whole_texts(source, good, bad):
    match = pattern.matcher(source)
    assert [text for text in good if not match(text)] == []
    assert [text for text in bad if match(text)] == []


@pytest.mark.parametrize("source", ERRORS)
def test_what_is_no_pattern_is_refused_with_its_place(source):
    with pytest.raises(PatternError, match=r"\(at character \d+\)$"):
        regex.parse(source)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (r"\S+", "no spaces"),
        (r"[^\p{C}\p{Z}]+", "no spaces"),
        (r"(\p{L}|\p{N}|\p{P})+", "only letters, digits and punctuation"),
        ("[0-9.,]+", "only the characters 0-9 . ,"),
        ("one|two", "one of one, two"),
        (r"-?\d+/-?\d+", r"the form -?\d+/-?\d+, for example 1/1"),
    ],
)
def test_pattern_is_put_in_words(source, words):
    assert pattern.describe(source) == words


@pytest.mark.parametrize(
    "source",
    [
        "(a+)+b",
        "(a|aa)+b",
        "(a+a+)+b",
        "(a?b?)*c",
        "a*a*a*a*a*b",
        "(a?){90}b",
        "((a?){90})*b",
    ],
)
def test_no_pattern_takes_for_ever(source):
    match = pattern.matcher(source)
    assert not any(match("a" * length) for length in (20, 40, 400))
    assert match(f"aa{source[-1]}")


def trees():
    chars = st.builds(
        lambda low, size, negated: Chars(((low, low + size),), negated),
        st.integers(32, 300),
        st.integers(0, 40),
        st.booleans(),
    )
    return st.recursive(
        chars,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3).map(lambda items: Sequence(tuple(items))),
            st.lists(inner, min_size=1, max_size=3).map(lambda i: Choice(tuple(i))),
            st.builds(Repeat, inner, st.integers(0, 2), st.sampled_from([2, 3, None])),
        ),
        max_leaves=6,
    )


@given(trees())
def test_the_example_of_a_pattern_matches_it(tree):
    simple = pattern.simplify(tree)
    shown = pattern.example(simple)
    assert re.fullmatch(pattern.to_python(tree), shown)
    assert re.fullmatch(pattern.to_python(simple), shown)


@given(trees(), st.text("09azAZ !é\xff", max_size=4))
def test_all_ways_to_match_agree(tree, text):
    simple = pattern.simplify(tree)
    full = bool(re.fullmatch(pattern.to_python(tree), text))
    assert bool(re.fullmatch(pattern.to_python(simple), text)) == full
    assert linear.matcher(simple)(text) == full
    if text.isascii():
        narrow = pattern.to_python(simple, charset.ASCII)
        assert bool(re.fullmatch(narrow, text)) == full
