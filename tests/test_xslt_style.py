"""The stylesheets keep the rules of the house: typed, declared, short, explained."""

import re
from pathlib import Path

import pytest
from lxml import etree

ROOT = Path(__file__).resolve().parent.parent
NS = {"xsl": "http://www.w3.org/1999/XSL/Transform"}
FILES = sorted((ROOT / "xslt").rglob("*.xsl"))
MAX_LINES = 25
MAX_FILE = 300
BUILT_IN = {"#default", "#current", "#all", "#unnamed"}


def names(attribute):
    return {
        name
        for file in FILES
        for value in etree.parse(file).xpath(attribute, namespaces=NS)
        for name in value.split()
    }


DECLARED = names("//xsl:mode/@name") | BUILT_IN


@pytest.fixture(params=FILES, ids=lambda f: str(f.relative_to(ROOT)))
def stylesheet(request):
    return etree.parse(request.param)


def find(tree, path):
    return [f"line {e.sourceline}" for e in tree.xpath(path, namespaces=NS)]


def test_everything_has_a_type(stylesheet):
    for kind in ("param", "function", "template", "accumulator"):
        assert find(stylesheet, f"//xsl:{kind}[not(@as)]") == []


def test_a_template_has_a_match_or_a_name(stylesheet):
    assert find(stylesheet, "//xsl:template[@match and @name]") == []


def test_no_helper_namespace_leaks(stylesheet):
    assert find(stylesheet, "/*[not(@exclude-result-prefixes = '#all')]") == []


def test_the_header_says_what_the_file_is_for(stylesheet):
    comments = stylesheet.xpath("/comment()")
    assert comments, "no header comment"
    assert re.match(r"\s*\S.*?[.]", comments[0].text, re.DOTALL)


def test_modes_are_declared_and_say_what_happens_to_the_unexpected(stylesheet):
    used = {
        name
        for value in stylesheet.xpath(
            "//xsl:template/@mode | //xsl:apply-templates/@mode", namespaces=NS
        )
        for name in value.split()
    }
    assert used <= DECLARED
    assert find(stylesheet, "//xsl:mode[not(@on-no-match)]") == []


def test_rules_and_files_are_short(stylesheet):
    rules = stylesheet.xpath("//xsl:template | //xsl:function", namespaces=NS)
    long = [
        f"line {rule.sourceline}"
        for rule in rules
        if etree.tostring(rule, with_tail=False).count(b"\n") >= MAX_LINES
    ]
    assert long == []
    assert etree.tostring(stylesheet).count(b"\n") < MAX_FILE


def test_public_functions_are_callable_and_explained(stylesheet):
    public = "//xsl:function[starts-with(@name, 'f:')]"
    assert find(stylesheet, f"{public}[not(@visibility = 'public')]") == []
    for function in stylesheet.xpath(public, namespaces=NS):
        assert function.getprevious().tag is etree.Comment, function.get("name")


def test_every_parameter_is_explained():
    tree = etree.parse(ROOT / "xslt" / "params.xsl")
    for param in tree.xpath("/*/xsl:param | /*/xsl:template", namespaces=NS):
        assert param.getprevious().tag is etree.Comment, param.get("name")


def test_nothing_of_chance_and_nothing_unescaped(stylesheet):
    text = etree.tostring(stylesheet, encoding="unicode")
    assert "disable-output-escaping" not in text
    assert "current-date" not in text
    assert not re.search(r"\b(id|href|name)=\"[^\"]*generate-id\(", text)


def test_labels_are_the_same_in_all_languages():
    keys = {
        file.stem: [label.get("key") for label in etree.parse(file).getroot()]
        for file in sorted((ROOT / "xslt" / "labels").glob("*.xml"))
    }
    assert len(keys) >= 6
    assert all(found == keys["en"] for found in keys.values())
    assert len(set(keys["en"])) == len(keys["en"])
