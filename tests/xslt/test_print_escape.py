"""Text becomes a Typst string and nothing else."""

import json
import re

import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from octavo import resources, saxon

ESCAPE = resources.stylesheet("print/escape.xsl")
FUNCTIONS = "{urn:x-octavo:functions}"
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.sampled_from('\\"#$*_`@<>[]{}()/~\n\t\r')
)
WHITE = " \t\r\n"


def escape(name, text):
    return saxon.call_function(ESCAPE, FUNCTIONS + name, text)


def evaluate(code):
    return json.loads(typst.eval(b"", code))


@settings(max_examples=12, deadline=None)
@given(st.lists(TEXTS, min_size=1))
def test_any_text_comes_out_literally(texts):
    literals = ", ".join(escape("literal", text)[0] for text in texts)
    assert evaluate(f"({literals},)") == texts


def words(text):
    """The words of a text, divided by the white space of XML alone."""
    return " ".join(re.findall(f"[^{WHITE}]+", text))


@settings(max_examples=12, deadline=None)
@given(st.lists(TEXTS, min_size=1))
def test_running_text_keeps_its_words_and_marks_the_space_around_them(texts):
    codes = ["".join(escape("running", text)) for text in texts]
    pieces = ", ".join(f'{{let sp = " "; {code} ""}}' for code in codes)
    assert [piece.strip(" ") for piece in evaluate(f"({pieces},)")] == list(
        map(words, texts)
    )
    assert [code.startswith("sp;") for code in codes] == [
        t[:1] in {*WHITE} for t in texts
    ]


def test_code_in_a_text_stays_text():
    hostile = '"; read("/etc/passwd"); #import "@preview/x:1" \\u{41}'
    (literal,) = escape("literal", hostile)
    assert evaluate(literal) == hostile


def test_an_array_of_one_is_an_array():
    assert evaluate("".join(escape("array", ["n1"]))) == ["n1"]
