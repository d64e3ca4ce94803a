"""What calls for rules that most texts do without."""

import re
from pathlib import Path

import pytest
from lxml import etree

from octavo import resources, saxon
from octavo.render.absent import GROUPS, absent
from octavo.source import parse

XSL = {"x": "http://www.w3.org/1999/XSL/Transform"}
MAIN = etree.parse(resources.stylesheet("html.xsl"))
GROUP = re.compile(r"\$without = '(\w+)'")
ALL = sorted({*GROUPS, "looks", "registers", "languages"})


def modules():
    for module in MAIN.iterfind("x:include[@use-when]", XSL):
        for group in GROUP.findall(module.get("use-when")):
            yield group, module.get("href")


def alternatives(module):
    """For each alternative of the rules of a module the elements it names."""
    rules = etree.parse(resources.stylesheet(module))
    for pattern in rules.xpath("//x:template[not(@mode)]/@match", namespaces=XSL):
        for alternative in re.sub(r"'[^']*'", "", pattern).split("|"):
            steps = re.findall(r"[a-zA-Z]+", re.sub(r"\[.*\]", "", alternative))
            yield {*steps, *re.findall(r"self::(\w+)", alternative)}


def without(body, **known):
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>{body}</text></TEI>'
    facts = {"entries": False, "languages": False, **known}
    return absent([parse(data.encode(), Path("/e/a.xml"))], **facts)


def test_the_stylesheet_leaves_out_the_groups_there_are():
    assert sorted({group for group, _ in modules()}) == ALL


@pytest.mark.parametrize(("group", "module"), sorted(modules()))
def test_an_element_with_a_rule_calls_for_its_group(group, module):
    callers = set(GROUPS.get(group, "").split())
    # An anchor has a rule where an element of the group points to it, a star where
    # the namespace is another.
    assert [a for a in alternatives(module) if a - {"anchor"} and not a & callers] == []


@pytest.mark.parametrize(
    ("body", "group"),
    [
        ("<p><app><lem>x</lem></app></p>", "readings"),
        ('<p><svg xmlns="http://www.w3.org/2000/svg"/></p>', "figures"),
        ('<p rend="x" rendition="#i">x</p>', "looks"),
        ("<p><gap/></p>", "transcription"),
    ],
)
def test_what_a_text_has_is_compiled(body, group):
    assert sorted({*without(body), group}) == ALL


def test_registers_and_languages_are_told():
    assert without("", entries=True, languages=True) == tuple(
        group for group in ALL if group not in ("registers", "languages")
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("stylesheet", "left_out"),
    [("html.xsl", (group,)) for group in ALL]
    + [("html.xsl", tuple(ALL)), ("rich.xsl", tuple(ALL))],
)
def test_the_stylesheets_compile_without_any_group(stylesheet, left_out):
    data = b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><p>x</p></text></TEI>'
    made = saxon.transform(
        saxon.Document(data), resources.stylesheet(stylesheet), without=left_out
    )
    assert ">x</p>" in made.documents["text.html"].decode()
