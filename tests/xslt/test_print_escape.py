"""Text becomes a Typst string and nothing else."""

import json

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


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_any_text_comes_out_literally(text):
    (literal,) = escape("literal", text)
    assert evaluate(literal) == text


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_running_text_keeps_its_words_and_marks_the_space_around_them(text):
    code = "".join(escape("running", text))
    words = " ".join(
        w for w in text.translate(dict.fromkeys(map(ord, WHITE), " ")).split(" ") if w
    )
    assert evaluate('{let sp = " ";' + code + '""}').strip(" ") == words.strip(" ")
    assert code.startswith("sp;") == (text[:1] in WHITE and text != "")


def test_code_in_a_text_stays_text():
    hostile = '"; read("/etc/passwd"); #import "@preview/x:1" \\u{41}'
    (literal,) = escape("literal", hostile)
    assert evaluate(literal) == hostile


def test_an_array_of_one_is_an_array():
    assert evaluate("".join(escape("array", ["n1"]))) == ["n1"]
