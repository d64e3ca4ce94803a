"""The border to the engine."""

import pytest

from octavo import saxon
from octavo.errors import TransformError
from octavo.saxon import Document

STYLESHEET = """
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:f" xmlns:m="urn:m"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:d="urn:x-octavo:diagnostics">
  <xsl:param name="word" as="xs:string" select="'none'"/>
  <xsl:param name="registers" as="document-node()*" select="()"/>
  <xsl:function name="f:twice" as="xs:string*" visibility="public">
    <xsl:param name="word" as="xs:string"/>
    <xsl:sequence select="$word, $word"/>
  </xsl:function>
  <xsl:mode name="m:shout" on-no-match="shallow-copy"/>
  <xsl:template match="text()" mode="m:shout">{upper-case(.)}</xsl:template>
  <xsl:template match="/">
    <xsl:message>
      <d:diagnostic code="ABC001" path="{path(*)}">look  here</d:diagnostic>
    </xsl:message>
    <xsl:result-document href="a/b.xml" omit-xml-declaration="yes">
      <out word="{$word}">{count($registers)}</out>
    </xsl:result-document>
    <xsl:sequence select="//stop/error(xs:QName('d:E'), 'stopped')"/>
    <done>{base-uri(.)}</done>
  </xsl:template>
</xsl:stylesheet>
"""


@pytest.fixture(scope="module")
def stylesheet(tmp_path_factory):
    path = tmp_path_factory.mktemp("xslt") / "try.xsl"
    path.write_text(STYLESHEET.strip(), encoding="utf-8")
    return path


def test_results_documents_and_messages_come_back(stylesheet):
    made = saxon.transform(Document(b"<a/>", "file:///e/a.xml"), stylesheet)
    assert "file:///e/a.xml" in made.principal
    assert made.documents == {"a/b.xml": b'<out word="none">0</out>'}
    assert [(m.code, m.xpath, m.message) for m in made.messages] == [
        ("ABC001", "/Q{}a[1]", "look here")
    ]


def test_parameters_may_be_strings_and_documents(stylesheet):
    params = {"word": 'a"<b', "registers": [Document(b"<r/>"), Document(b"<s/>")]}
    made = saxon.transform(Document(b"<a/>"), stylesheet, params)
    assert made.documents["a/b.xml"] == b'<out word="a&#34;&lt;b">2</out>'


def test_parameters_and_messages_do_not_outlive_a_run(stylesheet):
    saxon.transform(Document(b"<a/>"), stylesheet, {"word": "first"})
    made = saxon.transform(Document(b"<a/>"), stylesheet)
    assert b"none" in made.documents["a/b.xml"]
    assert len(made.messages) == 1


def test_a_document_in_another_encoding_is_read(stylesheet):
    data = '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>'.encode("latin-1")
    made = saxon.apply_mode(Document(data), stylesheet, "{urn:m}shout")
    assert "<a>É</a>" in made.principal


def test_a_function_can_be_called(stylesheet):
    assert saxon.call_function(stylesheet, "{urn:f}twice", "x") == ["x", "x"]


def test_a_stylesheet_that_stops_is_a_failure_with_the_engine_s_log(stylesheet, capfd):
    with pytest.raises(TransformError, match="stopped") as caught:
        saxon.transform(Document(b"<stop/>"), stylesheet)
    assert "line" in caught.value.log
    assert capfd.readouterr().err == ""


def test_external_entities_and_dtds_are_not_read(stylesheet, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("secret words", encoding="utf-8")
    uri = secret.as_uri()
    data = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{uri}">]><a>&x;</a>'.encode()
    made = saxon.apply_mode(Document(data), stylesheet, "{urn:m}shout")
    assert "secret" not in made.principal.lower()


def test_deep_nesting_and_many_entities_are_no_limit_of_the_engine(stylesheet):
    data = b"<a>" * 400 + b"&amp;" * 120_000 + b"</a>" * 400
    made = saxon.apply_mode(Document(data), stylesheet, "{urn:m}shout")
    assert made.principal.count("&amp;") == 120_000


def test_a_house_style_comes_before_the_stylesheet_and_wraps_its_rules(
    stylesheet, tmp_path
):
    house = tmp_path / "house.xsl"
    house.write_text(
        """<xsl:stylesheet version="3.0"
            xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
          <xsl:param name="word" select="'house'"/>
          <xsl:template match="/"><mine><xsl:next-match/></mine></xsl:template>
        </xsl:stylesheet>""",
        encoding="utf-8",
    )
    made = saxon.transform(Document(b"<a/>"), stylesheet, house=house)
    assert "<mine" in made.principal
    assert "done" in made.principal
    assert b"house" in made.documents["a/b.xml"]


def test_a_house_style_that_does_not_compile_is_named(stylesheet, tmp_path):
    house = tmp_path / "house.xsl"
    house.write_text("<xsl:nothing/>", encoding="utf-8")
    with pytest.raises(TransformError, match=r"house\.xsl"):
        saxon.transform(Document(b"<a/>"), stylesheet, house=house)
