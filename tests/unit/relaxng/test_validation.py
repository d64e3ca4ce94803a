"""Mistakes are found, placed, explained once, and validation goes on after them."""

import io

import pytest
from tests.unit.relaxng.grammars import LETTER, schema

SENDER = "<sender>A</sender>"


@pytest.fixture
def letter(tmp_path):
    return schema(tmp_path, LETTER)


def found(letter, body, start="<letter>"):
    data = f"{start}{body}</letter>".encode()
    return list(letter.validate(data, "letter.xml"))


def only(letter, body, start="<letter>"):
    diagnostics = found(letter, body, start)
    assert len(diagnostics) == 1, diagnostics
    return diagnostics[0]


def test_valid_document_has_no_findings(letter):
    assert found(letter, SENDER + "<p>dear <name>B</name></p>") == []


def test_misspelt_element_is_recognized(letter):
    finding = only(letter, "<sendre>A</sendre><p/>")
    assert (finding.code, finding.line, finding.column) == ("RNG101", 1, 17)
    assert finding.hint == 'did you mean "sender"'
    assert finding.xpath == "/letter[1]/sendre[1]"
    assert 'expected "sender"' in finding.message


def test_element_too_early_names_what_must_come_first(letter):
    finding = only(letter, "<p/>")
    assert finding.code == "RNG103"
    assert finding.message.endswith('; "sender" must come first')


def test_element_in_the_wrong_place_is_sent_where_it_belongs(letter):
    finding = only(letter, SENDER + "<p/><name>B</name>")
    assert finding.code == "RNG102"
    assert finding.hint == 'put it into "p"'


def test_element_that_may_follow_its_parent_says_what_to_close(letter):
    finding = only(letter, SENDER + "<p><p/></p>")
    assert finding.hint == 'close "p" first'


def test_missing_child_is_named_at_the_end_tag(letter):
    finding = only(letter, SENDER)
    assert (finding.code, finding.column) == ("RNG105", 36)
    assert finding.message == 'element "letter" is incomplete; it lacks "p"'
    assert finding.hint == 'add <p> to "letter"'


def test_missing_attribute_is_named_with_its_rule(letter):
    finding = only(letter, SENDER + "<place>sea</place><p/>")
    assert finding.message == 'element "place" lacks attribute "type"'
    assert '"town"' in finding.hint


def test_attribute_of_another_element_is_recognized(letter):
    finding = only(letter, SENDER + '<p ref="x"/>')
    assert (finding.code, finding.xpath) == ("RNG106", "/letter[1]/p[1]/@ref")
    assert finding.hint == '"ref" belongs to "name"'


def test_value_is_refused_with_its_rule_and_the_nearest_value(letter):
    finding = only(letter, SENDER + '<place type="twon">x</place><p/>')
    assert (finding.code, finding.hint) == ("RNG107", 'did you mean "town"')


def test_datatype_is_told_in_words(letter):
    finding = only(letter, SENDER + "<p/>", '<letter date="1900-02-29">')
    assert "date" in finding.message
    assert "must not be" in finding.message


def test_text_is_placed_where_it_stands(letter):
    finding = only(letter, f"{SENDER}\n  stray text<p/>")
    assert (finding.code, finding.line, finding.column) == ("RNG104", 2, 14)
    assert finding.hint.startswith("put the text into")


def test_duplicate_id_tells_the_line_of_the_first(letter):
    finding = only(letter, SENDER + '<p id="a"/>\n<p id="a"/>', '<letter id="b">')
    assert (finding.code, finding.line) == ("RNG110", 2)
    assert "line 1" in finding.message


def test_reference_to_nothing_is_found_and_a_later_id_counts(letter):
    body = '<p><name ref="x1">B</name><name ref="late">C</name></p><p id="late"/>'
    finding = only(letter, SENDER + body)
    assert (finding.code, finding.xpath) == (
        "RNG111",
        "/letter[1]/p[1]/name[1]/@ref",
    )


def test_one_unknown_element_with_content_is_one_finding(letter):
    inside = "<b><c x='1'>text</c></b>" * 5
    assert only(letter, f"{SENDER}<p><note>{inside}</note> more</p>").code == "RNG101"


def test_known_elements_in_unknown_ones_are_still_checked(letter):
    codes = [d.code for d in found(letter, f'{SENDER}<p><x><name zz="1"/></x></p>')]
    assert codes == ["RNG101", "RNG106"]


def test_all_mistakes_come_in_one_run(letter):
    body = f'{SENDER}<p zz="1"/><q/><p><name ref="nobody"/></p>'
    codes = [d.code for d in found(letter, body)]
    assert codes == ["RNG106", "RNG101", "RNG111"]


def test_document_that_is_not_well_formed_is_a_finding(letter):
    diagnostics = list(letter.validate(b"<letter><sender>", "x"))
    assert [d.code for d in diagnostics] == ["XML001"]


def test_streaming_finds_the_same(letter):
    data = f'<letter>{SENDER}<p zz="1">é</p>\r\n<q/></letter>'.encode()
    assert list(letter.stream(io.BytesIO(data), "x")) == list(
        letter.validate(data, "x")
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "latin-1"])
def test_encodings_do_not_move_places(letter, encoding):
    declared = encoding.removesuffix("-sig").removesuffix("-le")
    text = f'<?xml version="1.0" encoding="{declared}"?><letter>é<p/></letter>'
    first = next(iter(letter.validate(text.encode(encoding), "x")))
    assert first.column == text.index("<p/>") + 2


def test_wrong_namespace_is_explained(letter):
    first = next(letter.validate(b'<letter xmlns="urn:x"/>'))
    assert "remove its xmlns" in first.hint


def test_all_names_are_listed_on_request(tmp_path):
    many = "".join(f'<element name="e{n:02}"><empty/></element>' for n in range(30))
    text = f'<element $ name="r"><choice>{many}</choice></element>'
    made = schema(tmp_path, text)
    short, full = (
        next(made.validate(b"<r><zz/></r>", names=n)).message for n in (5, 0)
    )
    assert "or 25 more" in short
    assert full.count('"e') == 30


def test_texts_in_a_row_stand_beside_a_value(tmp_path):
    texts = "<oneOrMore><group><text/><text/></group></oneOrMore>"
    either = f"<choice><value>no</value>{texts}</choice>"
    made = schema(tmp_path, f'<element $ name="r">{either}</element>')
    assert made.accepts(b"<r>yes</r>")


def test_text_behind_the_child_of_a_misplaced_element_is_placed_as_text(tmp_path):
    inner = '<element name="b"><ref name="c"/></element>'
    made = schema(
        tmp_path,
        f"""<grammar $><start><element name="a">{inner}</element></start>
        <define name="c"><element name="c"><data type="NCName"/></element></define>
        </grammar>""",
    )
    found = list(made.validate(b"<c><b><c>x</c>some text</b></c>"))
    assert ("RNG104", 26) in [(d.code, d.column) for d in found]
