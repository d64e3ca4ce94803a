"""The engine knows what may come next, with its documentation."""

import pytest
from tests.unit.relaxng.grammars import LETTER, schema

from octavo.relaxng import load


@pytest.fixture
def letter(tmp_path):
    return schema(tmp_path, LETTER)


def names(allowed):
    return [name.name for name in allowed]


def test_root_is_offered_with_its_documentation(letter):
    (root,) = letter.allowed_at(b"", 1, 1).elements
    assert (root.name, root.documentation) == (
        "letter",
        "what somebody wrote to somebody",
    )


def test_elements_follow_what_is_there_already(letter):
    data = b"<letter><sender>A</sender>"
    assert names(letter.allowed_at(data, 1, 9).elements) == ["sender"]
    assert names(letter.allowed_at(data, 1, 27).elements) == ["p", "place"]


def test_text_and_end_tag_are_offered(letter):
    allowed = letter.allowed_at(b"<letter><sender/><p>x ", 1, 22)
    assert (names(allowed.elements), allowed.text, allowed.end) == (["name"], True, "p")


def test_name_that_is_being_typed_does_not_hide_the_others(letter):
    assert names(letter.allowed_at(b"<letter><sen", 1, 13).elements) == ["sender"]


def test_attributes_are_offered_inside_a_tag_but_not_twice(letter):
    data = b'<letter id="x" ><sender/>'
    assert names(letter.allowed_at(data, 1, 16).attributes) == ["date"]


def test_required_attributes_are_marked(letter):
    (kind, *_) = letter.allowed_at(b"<letter><sender/><place ", 1, 25).attributes
    assert (kind.name, kind.required) == ("type", True)


def test_values_are_not_mistaken_for_places_of_elements(letter):
    allowed = letter.allowed_at(b'<letter date="19', 1, 17)
    assert allowed.elements == allowed.attributes == ()


def test_mistakes_before_the_place_do_no_harm(letter):
    data = b"<letter><zz/><sender/><p/><"
    assert names(letter.allowed_at(data, 1, 28).elements) == ["p"]


def test_what_is_said_of_a_definition_is_said_of_its_element(tmp_path):
    file = tmp_path / "a.rnc"
    file.write_text(
        "start = a\n## of the definition\na = element a { b }\n"
        "## of the definition\nb = ## of the element\n element b { empty }"
    )
    told = [
        load(file).allowed_at(data, 1, 1 + len(data)).elements[0].documentation
        for data in (b"", b"<a>")
    ]
    assert told == ["of the definition", "of the element"]
