import re

import pytest

from octavo import schematron, source
from octavo.schematron.contexts import selection

SCH = 'xmlns="http://purl.oclc.org/dsdl/schematron"'
REPORT = '<report test="true()">{}</report>'


def rule(context, text="here"):
    return f'<rule context="{context}">{REPORT.format(text)}</rule>'


def test_variables_of_schema_pattern_and_rule_are_seen(say):
    schema = (
        '<let name="x" value="count(//a)"/><pattern><let name="y" value="$x + 1"/>'
        '<rule context="a[$y = 2]"><let name="z" value="@n + $y"/>'
        '<report test="true()"><value-of select="$x, $y, $z"/></report></rule>'
        "</pattern>"
    )
    assert say(schema, "<a n='1'/>") == ["1 2 3"]


def test_two_patterns_may_use_one_name_for_different_things(say):
    pattern = (
        '<pattern><let name="x" value="{0}"/><rule context="a">'
        '<report test="$x"><value-of select="$x"/></report></rule></pattern>'
    )
    schema = pattern.format(1) + pattern.format(2)
    assert say(schema, "<a/>") == ["1", "2"]


def test_a_variable_can_hold_elements(say):
    schema = (
        '<let name="x"><w>one</w><w>two</w></let><pattern><rule context="a">'
        '<report test="true()"><value-of select="$x/*:w[2]"/></report></rule></pattern>'
    )
    assert say(schema, "<a/>") == ["two"]


def test_keys_and_functions_of_the_schema_can_be_used(say):
    schema = (
        '<xsl:key name="k" match="b" use="@n"/>'
        '<xsl:function name="t:twice"><xsl:param name="n"/>'
        '<xsl:sequence select="2 * $n"/></xsl:function>'
        "<pattern><rule context=\"a\"><report test=\"key('k', '1')\">"
        '<value-of select="t:twice(4)"/></report></rule></pattern>'
    )
    assert say(schema, "<r><a/><b n='1'/></r>") == ["8"]


def test_functions_can_be_included_and_templates_cannot_be_smuggled_in(say, tmp_path):
    (tmp_path / "more.xsl").write_text(
        '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
        ' xmlns:t="urn:t" version="3.0"><xsl:function name="t:one">'
        '<xsl:sequence select="1"/></xsl:function></xsl:stylesheet>'
    )
    schema = (
        '<xsl:include href="more.xsl"/><xsl:template match="/" priority="99"/>'
        '<pattern><rule context="a"><report test="true()">'
        '<value-of select="t:one()"/></report></rule></pattern>'
    )
    assert say(schema, "<a/>") == ["1"]


def test_an_abstract_pattern_is_filled_with_parameters(say):
    schema = (
        '<pattern abstract="true" id="m"><param name="in" value="zzz"/>'
        '<rule context="$in"><assert test="$in2 = 1">no <value-of select="\'$in\'"/>'
        "</assert></rule></pattern>"
        '<pattern is-a="m"><param name="in" value="a"/>'
        '<param name="in2" value="@n"/></pattern>'
    )
    assert say(schema, "<a n='2'/>") == ["no a"]


def test_abstract_rules_extend_one_another(say):
    schema = (
        '<pattern><rule abstract="true" id="r">'
        '<report test="true()">r</report></rule>'
        '<rule abstract="true" id="s"><extends rule="r"/></rule>'
        '<rule context="a"><extends rule="s"/></rule></pattern>'
    )
    assert say(schema, "<a/>") == ["r"]


def test_phases_choose_patterns(say):
    schema = (
        '<phase id="one"><active pattern="p1"/><let name="v" value="5"/></phase>'
        f'<pattern id="p1"><rule context="a">{REPORT.format("1")}</rule></pattern>'
        f'<pattern id="p2"><rule context="a">{REPORT.format("2")}</rule></pattern>'
    )
    assert say(schema, "<a/>", phase="one") == ["1"]
    assert say(schema, "<a/>", phase="#ALL") == ["1", "2"]


def test_included_rules_and_patterns_take_part(say, tmp_path):
    (tmp_path / "p.sch").write_text(
        f'<schema {SCH}><pattern id="p">{rule("a", "whole")}</pattern></schema>'
    )
    (tmp_path / "r.sch").write_text(f"<rule {SCH}>{REPORT.format('part')}</rule>")
    schema = (
        '<include href="p.sch#p"/>'
        '<pattern><rule context="a"><extends href="r.sch"/></rule></pattern>'
    )
    assert say(schema, "<a/>") == ["whole", "part"]


def test_a_pattern_can_be_about_another_document(check, tmp_path):
    (tmp_path / "other.xml").write_text("<b>\n<a/></b>")
    schema = f'<pattern documents="/r/@ref">{rule("a")}</pattern>'
    (found,) = check(schema, "<r ref='other.xml'><a/></r>")
    assert (found.file, found.line) == (str(tmp_path / "other.xml"), 2)


@pytest.mark.parametrize(
    ("inside", "code", "words"),
    [
        ('<include href="none.sch"/>', "SCH004", "there is no file 'none.sch'"),
        ('<include href="http://e.org/x.sch"/>', "SCH004", "lies outside"),
        ('<include href="rules.sch"/>', "SCH004", "includes itself"),
        ('<pattern is-a="none"/>', "SCH005", "no abstract pattern 'none'"),
        (
            '<pattern><rule context="a"><extends rule="n"/></rule></pattern>',
            "SCH005",
            "no abstract rule 'n'",
        ),
        (
            '<pattern><rule abstract="true" id="r"><extends rule="r"/></rule>'
            '<rule context="a"><extends rule="r"/></rule></pattern>',
            "SCH005",
            "extends itself",
        ),
        ("<pattern><rule/></pattern>", "SCH003", "no context"),
        ('<pattern><rule context="a"><assert/></rule></pattern>', "SCH003", "nothing"),
        (
            '<pattern>\n<rule context="a"><assert test="(("/></rule></pattern>',
            "SCH002",
            "rules.sch:2: this schema does not compile",
        ),
        (
            '<pattern>\n\n<rule context="a"><report test="$none"/></rule></pattern>',
            "SCH002",
            "rules.sch:3: this schema does not compile",
        ),
        ('<pattern><rule context="x:a"/></pattern>', "SCH002", "x"),
    ],
)
def test_a_schema_that_cannot_be_used_says_where_and_why(say, inside, code, words):
    with pytest.raises(schematron.SchemaError) as failure:
        say(inside, "<a/>")
    assert words in failure.value.message
    (found,) = failure.value.diagnostics
    assert found.code == code
    assert found.line > 0
    assert found.hint


def test_an_unknown_phase_and_binding_are_refused(say):
    with pytest.raises(schematron.SchemaError, match="no phase 'x'"):
        say("", "<a/>", phase="x")
    with pytest.raises(schematron.SchemaError, match="binding 'sql' is not known"):
        say("", "<a/>", binding="sql")


def loaded(tmp_path, name, text):
    (tmp_path / name).write_text(text)
    return schematron.load(tmp_path / name)


def findings(schema, document, tmp_path):
    given = source.parse(document.encode(), tmp_path / "document.xml")
    return [d.message for d in schema.validate(given)]


def test_rules_inside_relax_ng_are_found(tmp_path):
    schema = loaded(
        tmp_path,
        "grammar.rng",
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:t"'
        ' xmlns:s="http://purl.oclc.org/dsdl/schematron"><s:ns prefix="t" uri="urn:t"/>'
        '<start><element name="a">'
        '<s:pattern><s:rule context="t:a"><s:report test="@x">whole</s:report></s:rule>'
        '</s:pattern><s:rule context="t:a"><s:report test="@x">rule</s:report></s:rule>'
        '<s:report test="@x">bare</s:report><empty/></element></start></grammar>',
    )
    found = findings(schema, '<a xmlns="urn:t" x=""/>', tmp_path)
    assert sorted(found) == ["bare", "rule", "whole"]


def test_rules_inside_an_odd_are_found(tmp_path):
    schema = loaded(
        tmp_path,
        "edition.odd",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"'
        ' xmlns:s="http://purl.oclc.org/dsdl/schematron"><text><body><schemaSpec>'
        '<elementSpec ident="p"><constraintSpec ident="c" scheme="schematron">'
        '<constraint><s:assert test="@n">no number</s:assert></constraint>'
        "</constraintSpec><constraintSpec ident='d' mode='delete'><constraint>"
        "<s:assert test='@x'>deleted</s:assert></constraint></constraintSpec>"
        "</elementSpec></schemaSpec><egXML xmlns='http://www.tei-c.org/ns/Examples'>"
        "<s:report test='true()'>example</s:report></egXML></body></text></TEI>",
    )
    document = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><p/></TEI>'
    assert findings(schema, document, tmp_path) == ["no number"]


def test_rules_in_the_parts_of_a_grammar_are_found_once(tmp_path):
    grammar = (
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"'
        ' xmlns:s="http://purl.oclc.org/dsdl/schematron">{}<include href="{}"/>'
        '<include href="urn:elsewhere"/></grammar>'
    )
    rule = '<s:pattern><s:rule context="a"><s:report test="@x">part</s:report></s:rule>'
    (tmp_path / "part.rng").write_text(
        grammar.format(rule + "</s:pattern>", "grammar.rng")
    )
    schema = loaded(tmp_path, "grammar.rng", grammar.format("", "part.rng"))
    assert findings(schema, "<a x=''/>", tmp_path) == ["part"]


def test_an_assert_of_an_attribute_is_about_the_attribute(tmp_path):
    schema = loaded(
        tmp_path,
        "edition.odd",
        '<schemaSpec xmlns="http://www.tei-c.org/ns/1.0"><elementSpec ident="p">'
        '<attList><attDef ident="n"><constraintSpec ident="c"><constraint>'
        '<s:assert xmlns:s="http://purl.oclc.org/dsdl/schematron"'
        ' test=". castable as xs:integer and parent::tei:p"'
        ' xmlns:xs="http://www.w3.org/2001/XMLSchema">no number</s:assert>'
        "</constraint></constraintSpec></attDef></attList></elementSpec></schemaSpec>",
    )
    document = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><p n="1"/><p n="x"/></TEI>'
    given = source.parse(document.encode(), tmp_path / "document.xml")
    (found,) = schema.validate(given)
    assert found.message == "no number"
    assert found.xpath.endswith("p[2]/@n")


@pytest.mark.parametrize(
    ("test", "is_closed"),
    [("@n", True), ("doc('a.xml')//b", False), ("unparsed-text('a')", False)],
)
def test_a_schema_knows_whether_other_files_have_a_part_in_it(
    tmp_path, test, is_closed
):
    rule = f'<rule context="a"><report test="{test}"/></rule>'
    schema = loaded(
        tmp_path,
        "rules.sch",
        f'<schema {SCH} queryBinding="xslt3"><pattern>{rule}</pattern></schema>',
    )
    assert schema.is_closed == is_closed


def test_rules_of_one_constraint_are_one_pattern_and_may_have_a_key(tmp_path):
    schema = loaded(
        tmp_path,
        "edition.odd",
        '<schemaSpec xmlns="http://www.tei-c.org/ns/1.0"><constraintSpec ident="c">'
        '<constraint xmlns:s="http://purl.oclc.org/dsdl/schematron">'
        '<s:rule context="tei:p[@n]"><s:report test="true()">first</s:report></s:rule>'
        "<s:rule context=\"tei:p\"><s:report test=\"key('k', '1')\">second</s:report>"
        '</s:rule></constraint></constraintSpec><constraintSpec ident="d"><constraint>'
        '<s:pattern xmlns:s="http://purl.oclc.org/dsdl/schematron">'
        '<key xmlns="http://www.w3.org/1999/XSL/Transform" name="k" match="*[@n]"'
        ' use="@n"/></s:pattern></constraint></constraintSpec></schemaSpec>',
    )
    document = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><p n="1"/><p/></TEI>'
    assert findings(schema, document, tmp_path) == ["first", "second"]


def test_another_kind_of_file_is_refused(tmp_path):
    with pytest.raises(schematron.SchemaError, match="this is not Schematron"):
        loaded(tmp_path, "page.sch", "<html/>")


@pytest.mark.parametrize(
    ("contexts", "selected"),
    [
        (["a", "t:b[@x]/c", "*"], "//*"),
        (["a", "t:b[@x]/c"], "//*[c(a c)]"),
        (["*[@n and not(b or c)]", "*:a"], "//*[c(a) or @*[n]]"),
        (["t:*[not(self::b)][@xml:id = 'x|y']"], "//*[@*[id]]"),
        (["(a | b)/c", "*[@to]"], "//*[c(c) or @*[to]]"),
        (["a/(b | c)"], "/, //node(), //@*"),
        (["*[@n or @m]"], "//*"),
        (["*[not(@n)]"], "//*"),
        (["*[@n + 1]"], "//*"),
        (["a | @n"], "//*[c(a)], //@*"),
        (["a['|@x']"], "//*[c(a)]"),
        (["text()[. = '(']"], "//text()"),
        (["id('x')/a"], "/, //node(), //@*"),
        ([], "()"),
    ],
)
def test_only_nodes_that_can_match_are_visited(contexts, selected):
    chosen = selection(contexts)
    path = chosen.path
    names = " ".join(re.findall("'([^']*)'", chosen.variables.get("o:names-0", "")))
    needed = " ".join(
        re.findall("'([^']*)'", chosen.variables.get("o:attributes-0", ""))
    )
    path = path.replace("$o:names-0(local-name())", f"c({names})")
    assert path.replace("$o:attributes-0(local-name())", needed) == selected


def test_a_filter_on_nodes_loses_no_finding(say):
    here = '<report test="true()"><value-of select="@n"/></report>'
    rules = "".join(
        f'<pattern><rule context="{context}">{here}</rule></pattern>'
        for context in ("t:a", "*[@x and (@y or @z)]", "b[c]/*[@x = '1']", "@x")
    )
    document = (
        '<r xmlns:t="urn:t"><t:a n="1"/><a n="2"/><b n="3"><c/><d n="4" x="1"/>'
        '<e n="5" x="2" z=""/></b></r>'
    )
    assert sorted(say(rules, document)) == ["", "", "1", "4", "5"]
