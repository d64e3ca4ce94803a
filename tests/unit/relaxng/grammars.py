"""Small grammars for the tests of the RELAX NG engine."""

from pathlib import Path

from octavo.relaxng import Schema, load

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'
XSD = 'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'
NOTES = 'xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"'


def write(folder: Path, text: str, name: str = "schema.rng") -> Path:
    """Write a schema; the namespaces are put in where $ stands."""
    path = folder / name
    path.write_text(text.replace("$", f"{RNG} {XSD} {NOTES}"), encoding="utf-8")
    return path


def schema(folder: Path, text: str) -> Schema:
    """Read a schema that is given as text."""
    return load(write(folder, text))


LETTER = """
<grammar $>
  <start><ref name="letter"/></start>
  <define name="letter">
    <element name="letter">
      <a:documentation>what somebody wrote to somebody</a:documentation>
      <optional><attribute name="date"><data type="date"/></attribute></optional>
      <ref name="id"/>
      <element name="sender"><ref name="id"/><text/></element>
      <optional>
        <element name="place">
          <attribute name="type"><choice><value>town</value><value>sea</value></choice>
          </attribute>
          <text/>
        </element>
      </optional>
      <oneOrMore><ref name="p"/></oneOrMore>
    </element>
  </define>
  <define name="p">
    <element name="p">
      <ref name="id"/>
      <mixed>
        <zeroOrMore><element name="name">
          <optional><attribute name="ref"><data type="IDREF"/></attribute></optional>
          <text/>
        </element></zeroOrMore>
      </mixed>
    </element>
  </define>
  <define name="id">
    <optional><attribute name="id"><data type="ID"/></attribute></optional>
  </define>
</grammar>
"""
