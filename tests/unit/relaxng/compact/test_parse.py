"""Reading the compact syntax: the tree it makes, the places, the mistakes it finds."""

import pytest

from octavo.relaxng import compact
from octavo.relaxng.syntax import Comment, Foreign, Place, SchemaError

XML = 'xmlns="http://relaxng.org/ns/structure/1.0"'
XSD = 'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'
DOC = 'xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"'


def parse(text):
    return compact.parse(text.encode(), "x.rnc")


@pytest.mark.parametrize(
    ("text", "xml"),
    [
        ("text", f"<text {XML}/>"),
        (
            "element a { b?, (c | d)*, (e, f)+ }",
            f'<element name="a" {XML}><optional><ref name="b"/></optional><zeroOrMore>'
            '<choice><ref name="c"/><ref name="d"/></choice></zeroOrMore><oneOrMore>'
            '<ref name="e"/><ref name="f"/></oneOrMore></element>',
        ),
        (
            "start |= a & b x &= list { y } \\start = mixed { z }",
            f'<grammar {XML}><start combine="choice"><interleave><ref name="a"/>'
            '<ref name="b"/></interleave></start><define name="x" combine="interleave">'
            '<list><ref name="y"/></list></define><define name="start"><mixed>'
            '<ref name="z"/></mixed></define></grammar>',
        ),
        (
            'default namespace p = "urn:p" namespace e = "" start = element x {'
            " attribute y { text }, attribute p:y { text }, element e:z { empty },"
            " element * - (p:* | e:w | v) { notAllowed } }",
            f'<grammar ns="urn:p" xmlns:p="urn:p" {XML}><start><element name="x">'
            '<attribute name="y"/><attribute name="p:y"/><element><name ns="">z</name>'
            '<empty/></element><element><anyName><except><nsName/><name ns="">w</name>'
            "<name>v</name></except></anyName><notAllowed/></element></element></start>"
            "</grammar>",
        ),
        (
            'namespace i = inherit default namespace = "urn:d" start = element i:a {'
            ' attribute i:b { text }, element c { element i:* { external "f.rnc" } } }',
            f'<grammar {XML}><start><element name="a"><attribute><name>b</name>'
            '</attribute><element><name ns="urn:d">c</name><element><nsName/>'
            '<externalRef href="f.rng" ns="urn:d"/></element></element></element>'
            "</start></grammar>",
        ),
        (
            'default namespace = "urn:d" element a { element b { empty } }',
            f'<element name="a" ns="urn:d" {XML}><element name="b"><empty/></element>'
            "</element>",
        ),
        (
            'datatypes d = "http://www.w3.org/2001/XMLSchema-datatypes" xsd:date |'
            ' d:int { minInclusive = "1" ~ "2" } | (string - ("a" | token "b")) | "c"',
            f'<choice {XML}><data type="date" {XSD}/><data type="int" {XSD}>'
            '<param name="minInclusive">12</param></data><data type="string"><except>'
            "<value>a</value><value>b</value></except></data><value>c</value></choice>",
        ),
        (
            'include "a.rnc" inherit = p { start = parent x div { } }'
            " y = grammar { start = text }",
            None,
        ),
        (
            "## About a\n## and more.\n\n## Another.\n"
            '[ xml:lang = "en" note [ k = "v" "text" b [ ] ] ]\n'
            'element a { ## of the value\n "v" | text >> after [ ] }',
            f'<element name="a" xml:lang="en" {XML} {DOC}><a:documentation>About a\n'
            "and more.</a:documentation><a:documentation>Another.</a:documentation>"
            '<note xmlns="" k="v">text<b/></note><choice><value>v</value>'
            '<a:documentation>of the value</a:documentation><text/><after xmlns=""/>'
            "</choice></element>",
        ),
        (
            '\\x{65}lement \\fo\\x{6F} { "\\x{E9}\\x{A}" ~ """x\ny""" ~ \'"\' }',
            f'<element name="foo" {XML}><value>é\nx\ny"</value></element>',
        ),
    ],
)
def test_compact_syntax_means_its_xml(text, xml, meaning, read_xml):
    if xml is None:
        with pytest.raises(SchemaError, match='prefix "p" is not declared'):
            parse(text)
    else:
        assert meaning(parse(text)) == meaning(read_xml(xml.encode()))


def test_include_passes_a_namespace_but_what_replaces_keeps_its_own():
    text = """default namespace = "urn:d" namespace p = "urn:p"
    include "f.rnc" inherit = p { start = element a { empty } }"""
    include = parse(text).children[0]
    assert include.attributes == {"href": "f.rnc", "ns": "urn:p"}
    name = include.children[0].children[0].children[0]
    assert (name.name, name.text, name.attributes) == ("name", "a", {"ns": "urn:d"})


def test_every_node_has_its_place():
    root = parse(
        '# é\nstart =\r\n  element \\x{61}b { xsd:int { maxInclusive = "9" } }'
    )
    element = root.children[0].children[0]
    assert root.children[0].place == Place("x.rnc", 2, 1)
    assert element.place == Place("x.rnc", 3, 3)
    assert element.children[0].place == Place("x.rnc", 3, 21)
    assert element.children[0].children[0].place == Place("x.rnc", 3, 31)


def test_comments_stay_beside_what_they_speak_of():
    root = parse("# one\n# two\n\n# three\na = text # four\nb = # five\n empty\n# six")
    assert [(n.position, n.content) for n in root.annotations] == [
        (0, Comment("one\ntwo")),
        (0, Comment("three")),
        (1, Comment("four")),
        (2, Comment("six")),
    ]
    assert root.children[1].annotations[0].content == Comment("five")


def test_documentation_is_found_on_the_node():
    assert parse("## A  word.\nfoo = text").children[0].documentation() == "A word."


def test_annotation_elements_stand_among_definitions():
    root = parse('namespace s = "urn:s" a = text s:rule [ s:k = "v" "w" ] b = text')
    note = root.annotations[0]
    assert note.position == 1
    assert isinstance(note.content, Foreign)
    assert note.content.name.namespace == "urn:s"
    assert note.content.text() == "w"


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16"])
def test_byte_order_mark_tells_the_encoding(mark):
    root = compact.parse('"é"'.encode(mark), "x.rnc")
    assert root.text == "é"


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("", 1, 1, "expected a pattern or a definition, found the end of the file"),
        ("# nothing\n", 2, 1, "found the end of the file"),
        ("start = text | text & text", 1, 21, '"|" and "&" are mixed'),
        ("start = text,\n", 2, 1, "expected a pattern"),
        ("start = element { text }", 1, 17, r'expected "\{"|expected a name'),
        ("start = element a text", 1, 19, 'expected "{", found "text"'),
        ("start = element a { }", 1, 21, "expected a pattern"),
        ("start = element a { text", 1, 25, '"}" or an operator'),
        ("start = (text", 1, 14, r'expected "\)"'),
        ("start = text)", 1, 13, "expected a definition"),
        ("start = start", 1, 9, "expected a pattern"),
        ("text = text", 1, 6, "expected the end of the file"),
        ("start += text", 1, 7, '"=", "|=" or "&="'),
        ("start = text* *", 1, 15, "expected an operator"),
        ("start = text - empty", 1, 14, "expected a definition"),
        ('a = string - "x" | text', 1, 5, "needs parentheses"),
        ('a = text | string - "x"', 1, 12, "needs parentheses"),
        ('a = string - "x"*', 1, 5, "needs parentheses"),
        ("element a - b { text }", 1, 11, 'expected "{" or "|"'),
        ("element x:a { text }", 1, 9, 'prefix "x" is not declared'),
        ("x:a", 1, 1, 'datatype library "x" is not declared'),
        ('namespace a = "b" namespace a = "c" text', 1, 29, "declared twice"),
        ('namespace xml = "b" text', 1, 11, "go together"),
        ('datatypes xsd = "b" text', 1, 11, 'prefix "xsd" stands for'),
        ('"a\nb"', 1, 1, "not closed"),
        ('"""a', 1, 1, "not closed"),
        ("text @", 1, 6, 'the character "@" is not allowed'),
        ("text\x01", 1, 5, r"U\+0001"),
        ('"\\x{0}"', 1, 2, "no character of XML"),
        ("element a ## b\n{ text }", 1, 11, "found the documentation"),
        ('[ a = "b" ] text', 1, 3, "has no prefix"),
        ("[ a [ ] ] 'x'", 1, 11, "nothing around"),
        ('[ a [ "x" b = "c" ] ] text', 1, 11, "after the content"),
        ("text >> a [ ]", 1, 1, "nothing around"),
        ("(" * 300 + "text" + ")" * 300, 1, 251, "more than 250 deep"),
    ],
)
def test_mistake_is_reported_with_its_place(text, line, column, message):
    with pytest.raises(SchemaError, match=message) as caught:
        parse(text)
    finding = caught.value.diagnostics[0]
    assert (finding.line, finding.column) == (line, column)


def test_bytes_that_are_no_text_are_reported():
    with pytest.raises(SchemaError, match="not text in UTF-8") as caught:
        compact.parse(b"text\n# \xe9", "x.rnc")
    finding = caught.value.diagnostics[0]
    assert (finding.line, finding.column) == (2, 3)


def test_remedy_for_a_keyword_names_the_backslash():
    with pytest.raises(SchemaError) as caught:
        parse("a = parent start")
    assert "\\start" in caught.value.hint
