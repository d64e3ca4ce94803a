"""Places are exact: behind the tag, past large files, across chunks."""

import pytest
from tests.unit.relaxng.grammars import schema

ONLY_A = """<element $ name="r"><zeroOrMore><element name="a">
<optional><attribute name="x"/></optional><empty/></element></zeroOrMore></element>"""


@pytest.fixture
def grammar(tmp_path):
    return schema(tmp_path, ONLY_A)


def places(grammar, text):
    return [(d.line, d.column) for d in grammar.validate(text.encode())]


def test_place_is_behind_the_start_tag_however_it_is_broken(grammar):
    assert places(grammar, '<r>\n<b\n  y="a>b"\n  z=\'"\'\n/></r>') == [(5, 3)]


def test_end_of_an_empty_element_is_behind_it(tmp_path):
    text = '<element $ name="r"><element name="a"><empty/></element></element>'
    made = schema(tmp_path, text)
    assert places(made, "<r/>") == [(1, 5)]
    assert places(made, "<r></r>") == [(1, 8)]
    assert places(made, "<r\n/>") == [(2, 3)]


def test_lines_are_exact_past_65535(grammar):
    assert places(grammar, "<r>" + "\n" * 70_000 + " <b/></r>") == [(70_001, 6)]


def test_tags_across_chunks_keep_their_place(grammar):
    for pad in range(65_520, 65_545):
        text = "<r>" + " " * pad + '<a x="12345678"/><bb/></r>'
        assert places(grammar, text) == [(1, pad + 3 + 17 + 5 + 1)]


def test_carriage_returns_count_once(grammar):
    assert places(grammar, "<r>\r\n\r<b/></r>") == [(3, 5)]


def test_characters_are_counted_not_bytes(grammar):
    assert places(grammar, "<r><!-- äöü --><b/></r>") == [(1, 20)]


def test_mistake_in_an_entity_is_placed_at_the_reference(grammar):
    text = '<!DOCTYPE r [<!ENTITY e "<b/>">]><r>\n&e;</r>'
    assert places(grammar, text) == [(2, 4)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("<r>x</r>", (1, 7)),
        ("<r>x<a/></r>", (1, 6)),
        ("<r>\nx\n</r>", (3, 1)),
        ("<r>x &amp; y</r>", (1, 7)),
        ("<r>&amp;</r>", (1, 9)),
        ("<r>x\ny\nz</r>", (2, 2)),
        ("<r> <!-- c --> x</r>", (1, 19)),
        ("<r><![CDATA[x]]></r>", (1, 17)),
    ],
)
def test_text_is_placed_where_the_piece_of_it_ends(grammar, text, place):
    assert places(grammar, text) == [place]
