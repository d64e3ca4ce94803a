import pytest

from octavo.diagnostics import Severity

P = "<pattern>{}</pattern>"


def rule(context, *checks):
    return P.format(f'<rule context="{context}">{"".join(checks)}</rule>')


def test_an_assert_speaks_when_its_test_fails(say):
    schema = rule("a", '<assert test="@n">no number</assert>')
    assert say(schema, "<a/>") == ["no number"]
    assert say(schema, "<a n='1'/>") == []


def test_a_report_speaks_when_its_test_holds(say):
    assert say(rule("a", '<report test="b">has b</report>'), "<a><b/></a>") == ["has b"]


def test_text_is_filled_with_values_and_names(say):
    schema = rule(
        "a",
        '<assert test="false()"><name/> and <emph><value-of select="@n"/></emph>, '
        '<name path="name(..)"/></assert>',
    )
    assert say(schema, "<r><a n='1'/></r>") == ["a and 1, r"]


def test_only_the_first_rule_of_a_pattern_that_matches_speaks(say):
    schema = P.format(
        '<rule context="a[@x]"><assert test="false()">first</assert></rule>'
        '<rule context="a"><assert test="false()">second</assert></rule>'
    )
    assert say(schema, "<r><a x='1'/><a/></r>") == ["first", "second"]


def test_all_rules_of_a_group_that_match_speak(say):
    rules = (
        '<rule context="a[@x]"><report test="true()">first</report></rule>'
        '<rule context="a"><report test="true()">second</report></rule>'
    )
    assert say(f"<group>{rules}</group>", "<r><a x='1'/><a/></r>") == [
        "first",
        "second",
        "second",
    ]
    assert say(P.format(rules), "<r><a x='1'/><a/></r>") == ["first", "second"]


def test_a_group_can_be_abstract_and_rules_have_a_container(say):
    schema = (
        '<rules><rule abstract="true" id="r"><report test="true()">$in</report></rule>'
        '</rules><group abstract="true" id="g"><rule context="$in">'
        '<extends rule="r"/><report test="$in">empty</report></rule></group>'
        '<group is-a="g"><param name="in" value="a"/></group>'
    )
    assert say(schema, "<a><a/></a>") == ["$in", "empty", "$in"]


def test_each_pattern_speaks_for_itself(say):
    schema = rule("a", '<report test="true()">one</report>') + rule(
        "*", '<report test="true()">two</report>'
    )
    assert sorted(say(schema, "<a/>")) == ["one", "two"]


def test_a_context_of_alternatives_speaks_once_a_node(say):
    schema = rule("a | *[@x] | a[@x]", '<report test="true()">here</report>')
    assert say(schema, "<a x='1'/>") == ["here"]


def test_a_rule_speaks_of_nodes_below_a_node_it_spoke_of(say):
    schema = rule("a", '<report test="true()"><value-of select="@n"/></report>')
    document = "<a n='1'><b><a n='2'/></b></a>"
    assert say(schema, document) == ["1", "2"]


@pytest.mark.parametrize(
    ("context", "path"),
    [
        ("@n", "/Q{}a[1]/@n"),
        ("a/@n", "/Q{}a[1]/@n"),
        ("text()", "/Q{}a[1]/text()[1]"),
        ("comment()", "/Q{}a[1]/comment()[1]"),
        ("processing-instruction('x')", "/Q{}a[1]/processing-instruction(x)[1]"),
        ("/", "/"),
        ("/a", "/Q{}a[1]"),
        ("a[not(@x = ('|', '/@y'))]", "/Q{}a[1]"),
        ("document-node()", "/"),
        ("@node()", "/Q{}a[1]/@n"),
        ("element(a)", "/Q{}a[1]"),
    ],
)
def test_contexts_match_nodes_of_every_kind(check, context, path):
    schema = rule(context, '<report test="true()">here</report>')
    (found,) = check(schema, "<a n='1'><!--c-->text<?x y?></a>")
    assert found.xpath == path


def test_a_finding_stands_at_the_line_and_column_of_its_node(check):
    schema = rule("t:a/@n", '<report test="true()" id="ABC123">here</report>')
    (found,) = check(schema, '<r>\n  <a xmlns="urn:t"\n     n="1"/>\n</r>')
    assert (found.line, found.column, found.code) == (3, 6, "ABC123")
    assert found.source == "rules.sch"


def test_a_subject_moves_the_place(check):
    schema = rule("a", '<report test="true()" subject="b">here</report>')
    assert check(schema, "<a><b/></a>")[0].xpath == "/Q{}a[1]/Q{}b[1]"


@pytest.mark.parametrize(
    ("attribute", "severity"),
    [
        ('role="warning"', Severity.WARNING),
        ('role="nonfatal"', Severity.WARNING),
        ('role="INFO"', Severity.INFO),
        ('flag="warn"', Severity.WARNING),
        ('severity="info" role="error"', Severity.INFO),
        ('role="author"', Severity.ERROR),
        ("", Severity.ERROR),
    ],
)
def test_roles_and_flags_are_severities(check, attribute, severity):
    schema = rule("a", f'<report test="true()" {attribute}>here</report>')
    assert check(schema, "<a/>")[0].severity is severity


def test_the_role_of_a_rule_holds_for_its_asserts(check):
    schema = P.format(
        '<rule context="a" role="info"><report test="true()">here</report></rule>'
    )
    assert check(schema, "<a/>")[0].severity is Severity.INFO


def test_diagnostics_and_properties_are_hints(check):
    schema = (
        rule(
            "a",
            '<report test="true()" diagnostics="d1 d2" properties="p">here</report>',
        )
        + '<diagnostics><diagnostic id="d1">do <value-of select="@n"/></diagnostic>'
        '<diagnostic id="d2">do more</diagnostic></diagnostics>'
        '<properties><property id="p">seen</property></properties>'
    )
    assert check(schema, "<a n='this'/>")[0].hint == "do this; do more; seen"


def test_a_rule_that_fails_does_not_silence_the_others(say):
    schema = rule("a", '<assert test="xs:integer(@n) gt 1">small</assert>') + rule(
        "b", '<report test="true()">b</report>'
    )
    schema = '<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>' + schema
    broken, b = say(schema, "<r><a n='x'/><b/></r>")
    assert broken.startswith("a rule about this node cannot be evaluated: ")
    assert b == "b"


def test_xslt2_is_understood_as_well(say):
    schema = rule("a", "<report test=\"matches(@n, '1')\">here</report>")
    assert say(schema, "<a n='1'/>", binding="xslt2") == ["here"]


def test_xslt1_is_understood_as_well(say):
    schema = rule("a", '<report test="@n = 1">here</report>')
    assert say(schema, "<a n='1'/>", binding="xslt") == ["here"]
