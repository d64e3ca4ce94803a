"""Schemas are read whole, and what is wrong with them is said with its section."""

import pytest
from tests.unit.relaxng.grammars import LETTER, schema, write

from octavo.relaxng import SchemaError, load

EMPTY = '<element name="e"><empty/></element>'
ATTRIBUTE = '<attribute name="x"/>'


@pytest.mark.parametrize(
    ("body", "code", "section"),
    [
        ("<nonsense/>", "RNG004", "3"),
        ('<ref name="x" y="1"/>', "RNG005", "3"),
        ("<ref/>", "RNG006", "3"),
        ("<choice/>", "RNG008", "3"),
        ('<element name="1"><empty/></element>', "RNG009", "4.2"),
        ('<element name="q:a"><empty/></element>', "RNG010", "4.10"),
        ('<ref name="nothing"/>', "RNG026", "4.18"),
        ('<ref name="loop"/>', "RNG028", "4.19"),
        ('<data type="nonsense"/>', "RNG019", "4.16"),
        (f"<attribute name='y'>{EMPTY}</attribute>", "RNG029", "7.1.1"),
        (
            f"<oneOrMore><group>{ATTRIBUTE}{EMPTY}</group></oneOrMore>",
            "RNG030",
            "7.1.2",
        ),
        ("<list><list><text/></list></list>", "RNG029", "7.1.3"),
        (
            '<data type="string"><except><text/></except></data>',
            "RNG029",
            "7.1.4",
        ),
        (f'<data type="string"/>{EMPTY}', "RNG031", "7.2"),
        (ATTRIBUTE + ATTRIBUTE, "RNG032", "7.3"),
        ("<attribute><anyName/></attribute>", "RNG033", "7.3"),
        (f"<interleave>{EMPTY}{EMPTY}</interleave>", "RNG034", "7.4"),
        ("<interleave><text/><text/></interleave>", "RNG035", "7.4"),
    ],
)
def test_broken_rule_is_named(tmp_path, body, code, section):
    text = f"""<grammar $><start><element name="r">{body}</element></start>
    <define name="loop"><ref name="loop"/></define></grammar>"""
    with pytest.raises(SchemaError) as caught:
        schema(tmp_path, text)
    finding = caught.value.diagnostics[0]
    assert finding.code == code
    assert section in finding.message
    assert finding.line > 0


def test_start_must_be_an_element(tmp_path):
    with pytest.raises(SchemaError, match=r"7\.1\.5"):
        schema(tmp_path, "<grammar $><start><text/></start></grammar>")


def test_misspelt_reference_is_recognized(tmp_path):
    text = f'<grammar $><start><ref name="strat"/></start><define name="start1">{EMPTY}'
    with pytest.raises(SchemaError) as caught:
        schema(tmp_path, text + "</define></grammar>")
    assert caught.value.hint == 'did you mean "start1"'


def test_schema_that_is_not_xml_is_a_failure_with_place(tmp_path):
    with pytest.raises(SchemaError) as caught:
        schema(tmp_path, "<grammar $>\n<start>")
    assert caught.value.diagnostics[0].code == "RNG001"
    assert caught.value.exit_code == 3


def test_missing_schema_is_a_failure(tmp_path):
    with pytest.raises(SchemaError, match="cannot read"):
        load(tmp_path / "nowhere.rng")


def test_include_replaces_definitions(tmp_path):
    write(tmp_path, LETTER, "letter.rng")
    made = schema(
        tmp_path,
        """<grammar $><include href="letter.rng">
        <define name="p"><element name="para"><text/></element></define>
        </include></grammar>""",
    )
    assert made.accepts(b"<letter><sender/><para>x</para></letter>")
    assert not made.accepts(b"<letter><sender/><p>x</p></letter>")


def test_include_must_replace_something(tmp_path):
    write(tmp_path, LETTER, "letter.rng")
    text = f"""<grammar $><include href="letter.rng">
    <define name="nothing">{EMPTY}</define></include></grammar>"""
    with pytest.raises(SchemaError) as caught:
        schema(tmp_path, text)
    assert caught.value.diagnostics[0].code == "RNG016"


def test_file_that_includes_itself_is_refused(tmp_path):
    with pytest.raises(SchemaError, match="includes itself"):
        schema(tmp_path, '<grammar $><include href="schema.rng"/></grammar>')


def test_network_is_never_asked_but_the_catalog_is(tmp_path):
    write(tmp_path, EMPTY.replace(" name", " $ name"), "part.rng")
    text = '<externalRef $ href="http://example.org/part.rng"/>'
    with pytest.raises(SchemaError, match="not a local file"):
        schema(tmp_path, text)
    catalog = tmp_path / "catalog.xml"
    catalog.write_text(
        '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">'
        '<rewriteURI uriStartString="http://example.org/" rewritePrefix="./"/>'
        "</catalog>"
    )
    made = load(tmp_path / "schema.rng", catalogs=[catalog])
    assert made.accepts(b"<e/>")


def test_nested_grammars_see_their_parent(tmp_path):
    made = schema(
        tmp_path,
        """<grammar $><start><element name="r"><grammar>
        <start><ref name="x"/><parentRef name="x"/></start>
        <define name="x"><element name="inner"><empty/></element></define>
        </grammar></element></start>
        <define name="x"><element name="outer"><empty/></element></define>
        </grammar>""".replace(
            '<start><ref name="x"/><parentRef name="x"/></start>',
            '<start><group><ref name="x"/><parentRef name="x"/></group></start>',
        ),
    )
    assert made.accepts(b"<r><inner/><outer/></r>")
    assert not made.accepts(b"<r><outer/><inner/></r>")


def test_conflicting_ids_are_a_warning_and_switch_ids_off(tmp_path):
    element = '<element name="a"><attribute name="i">{}</attribute></element>'
    text = element.format('<data type="ID"/>') + element.format("<text/>")
    made = schema(tmp_path, f'<element $ name="r">{text}</element>')
    assert [d.code for d in made.warnings] == ["RNG037"]
    assert made.accepts(b'<r><a i="x"/><a i="x"/></r>')


def test_default_values_are_reported(tmp_path):
    text = """<element $ name="r"><optional><attribute name="x" a:defaultValue="1"/>
    </optional><empty/></element>"""
    assert schema(tmp_path, text).defaults() == {("r", "x"): "1"}
