"""Broken and hostile documents and schemas: each ends in a message with a place."""

import os
import re

import pytest
from click.testing import CliRunner

from octavo.cli import main

TEI = b'<TEI xmlns="http://www.tei-c.org/ns/1.0">'
RNG = b'<grammar xmlns="http://relaxng.org/ns/structure/1.0">%s</grammar>'
SCH = (
    b'<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">'
    b"%s</schema>"
)
XSL = b'xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
BOMB = b"<!DOCTYPE a [<!ENTITY a0 'ink'>%s]>" % b"".join(
    b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12)
)
QUADRATIC = b"<!DOCTYPE a [<!ENTITY a '%s'>]><a>%s</a>" % (
    b"x" * 50_000,
    b"&a;" * 5_000,
)
XI = b'xmlns:xi="http://www.w3.org/2001/XInclude"'

DOCUMENTS = {
    "empty": b"",
    "spaces": b" \n\t ",
    "only-declaration": b'<?xml version="1.0"?>',
    "only-comment": b"<!-- ink -->",
    "plain-text": b"The ink dries.",
    "two-roots": b"<a/><b/>",
    "not-closed": b"<a><b></a>",
    "cut-in-tag": b"<a><b",
    "cut-in-comment": b"<a><!-- ink",
    "cut-in-cdata": b"<a><![CDATA[ ink",
    "cut-in-attribute": b'<a n="ink',
    "attribute-twice": b'<a n="1" n="2"/>',
    "attribute-without-quotes": b"<a n=1/>",
    "less-in-attribute": b'<a n="<"/>',
    "bare-ampersand": b"<a>ink & paper</a>",
    "unknown-entity": b"<a>&eacute;</a>",
    "html-entity-in-tei": TEI + b"&nbsp;</TEI>",
    "unbound-prefix": b"<x:a/>",
    "wrong-order": b"<a><b></a></b>",
    "null-byte": b"<a>\x00</a>",
    "control-character": b"<a>\x08</a>",
    "control-reference": b"<a>&#8;</a>",
    "surrogate-reference": b"<a>&#xD800;</a>",
    "latin-1-without-declaration": b"<a>caf\xe9</a>",
    "wrong-declaration": b'<?xml version="1.0" encoding="UTF-16"?><a/>',
    "unknown-encoding": b'<?xml version="1.0" encoding="klingon"?><a/>',
    "half-a-utf16-character": b"\xff\xfe<\x00a\x00/\x00>",
    "late-declaration": b' <?xml version="1.0"?><a/>',
    "version-9": b'<?xml version="9.0"?><a/>',
    "png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "zip": b"PK\x03\x04" + bytes(200),
    "random-bytes": bytes((n * 7919) % 256 for n in range(4000)),
    "entity-bomb": BOMB + b"<a>&a11;</a>",
    "quadratic-entities": QUADRATIC,
    "entity-in-itself": b"<!DOCTYPE a [<!ENTITY a '&a;'>]><a>&a;</a>",
    "reads-a-file": b"<!DOCTYPE a [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><a>&a;</a>",
    "reads-the-network": b"<!DOCTYPE a [<!ENTITY a SYSTEM 'http://e.org/'>]><a>&a;</a>",
    "entity-in-attribute": b"<!DOCTYPE a [<!ENTITY a SYSTEM 'x'>]><a n='&a;'/>",
    "deep": b"<a>" * 5_000 + b"</a>" * 5_000,
    "open-and-deep": b"<a>" * 100_000,
    "many-attributes": b"<a %s/>" % b" ".join(b"n%d='1'" % n for n in range(5_000)),
    "long-name": b"<%s/>" % (b"a" * 100_000),
    "includes-a-file-outside": TEI + b'<xi:include %s href="/etc/passwd"/></TEI>' % XI,
    "includes-itself": TEI + b'<xi:include %s href="a.xml"/></TEI>' % XI,
    "pattern-without-end": TEI + b"<teiHeader><encodingDesc><listPrefixDef>"
    b'<prefixDef ident="x" matchPattern="(a|aa)+" replacementPattern="#$1"/>'
    b"</listPrefixDef></encodingDesc></teiHeader><text corresp='x:%s!'/></TEI>"
    % (b"a" * 400),
    "pattern-that-is-none": TEI + b"<teiHeader><encodingDesc><listPrefixDef>"
    b'<prefixDef ident="x" matchPattern="((" replacementPattern="#$9"/>'
    b"</listPrefixDef></encodingDesc></teiHeader><text corresp='x:a'/></TEI>",
    "many-pointers": TEI + b"<text corresp='%s'/></TEI>" % (b"#nowhere " * 2_000),
    "steers-the-terminal": TEI + b"<text n='\xc2\x9b2J' corresp='#\xc2\x9b2J'/></TEI>",
    "bad-address": TEI + b"<ptr target='http://[/ %zz#%ff ::'/></TEI>",
    "asks-for-a-far-schema": b'<?xml-model href="http://e.org/x.rng"?><a/>',
    "asks-for-a-folder": b'<?xml-model href="/" type="application/xml"?><a/>',
}
SCHEMAS = {
    "empty.rng": b"",
    "text.rng": b"start = ink",
    "html.rng": b"<html/>",
    "broken.rng": b"<grammar",
    "no-start.rng": RNG % b"",
    "dangling.rng": RNG % b'<start><ref name="x"/></start>',
    "left-recursion.rng": RNG
    % b'<start><ref name="x"/></start><define name="x"><ref name="x"/></define>',
    "includes-itself.rng": RNG % b'<include href="includes-itself.rng"/>',
    "far.rng": RNG % b'<include href="http://e.org/x.rng"/>',
    "missing-part.rng": RNG % b'<start><externalRef href="none.rng"/></start>',
    "unknown-type.rng": RNG
    % b'<start><element name="a"><data type="ink"/></element></start>',
    "bad-pattern.rnc": b'start = element a { xsd:token { pattern = "(" } }',
    "cut.rnc": b"start = element a {",
    "binary.rnc": bytes(range(256)),
    "deep.rnc": b"start = " + b"element a { " * 20_000 + b"empty" + b" }" * 20_000,
    "bomb.rng": BOMB + b"<a>&a11;</a>",
    "entity.rng": b"<!DOCTYPE a [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><a>&a;</a>",
    "empty.sch": b"",
    "html.sch": b"<html/>",
    "broken.sch": b"<schema",
    "bad-xpath.sch": SCH % b'<pattern><rule context="a[["/></pattern>',
    "bad-test.sch": SCH
    % b'<pattern><rule context="a"><assert test="1 +"/></rule></pattern>',
    "no-function.sch": SCH
    % b'<pattern><rule context="a"><assert test="ink()"/></rule></pattern>',
    "no-prefix.sch": SCH % b'<pattern><rule context="x:a"/></pattern>',
    "no-context.sch": SCH % b"<pattern><rule/></pattern>",
    "includes-itself.sch": SCH % b'<include href="includes-itself.sch"/>',
    "far.sch": SCH % b'<include href="http://e.org/x.sch"/>',
    "abstract-circle.sch": SCH
    % b'<pattern><rule abstract="true" id="r"><extends rule="r"/></rule>'
    b'<rule context="a"><extends rule="r"/></rule></pattern>',
    "no-end.sch": SCH.replace(b">", b' xmlns:f="urn:f" %s>' % XSL, 1)
    % b'<ns prefix="f" uri="urn:f"/><xsl:function name="f:x"><xsl:param name="n"/>'
    b'<xsl:sequence select="1 + f:x($n + 1)"/></xsl:function>'
    b'<pattern><rule context="a"><assert test="f:x(1)"/></rule></pattern>',
    "phase.sch": SCH.replace(b">", b' defaultPhase="none">', 1) % b"<pattern/>",
    "bomb.sch": BOMB + b"<a>&a11;</a>",
    "sql.sch": SCH.replace(b"xslt3", b"sql") % b"",
}


def test_there_are_more_than_sixty():
    assert len(DOCUMENTS) + len(SCHEMAS) > 80


def check(*args):
    result = CliRunner().invoke(main, ["validate", "--fresh", *map(str, args)])
    assert result.exception is None or isinstance(result.exception, SystemExit), (
        result.exception
    )
    return result.exit_code, result.stdout + result.stderr


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    """Work in a folder of the test's own, so that messages are short."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OCTAVO_SCHEMAS", str(tmp_path / "schemas"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_ends_in_a_message_with_a_place(tmp_path, name):
    (tmp_path / "a.xml").write_bytes(DOCUMENTS[name])
    code, output = check("a.xml")
    assert code in (1, 3)
    assert re.search(r"a\.xml:\d+", output) or "a.xml: the file is empty" in output
    assert "Traceback" not in output
    assert "root:" not in output
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", output)


SLOW = {"no-end.sch": pytest.mark.slow}


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=SLOW.get(name, ())) for name in SCHEMAS]
)
def test_a_schema_ends_in_a_message_with_a_place(tmp_path, name):
    (tmp_path / "a.xml").write_bytes(b"<a/>")
    (tmp_path / name).write_bytes(SCHEMAS[name])
    code, output = check("a.xml", "--schema", name)
    assert code in (2, 3)
    assert re.search(rf"{name}:\d+", output) or f"{name}: the file is empty" in output
    assert "Traceback" not in output
    assert "root:" not in output


def test_a_file_that_may_not_be_read_is_a_failure(tmp_path):
    path = tmp_path / "a.xml"
    path.write_bytes(TEI + b"</TEI>")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert check("a.xml")[0] == 3


def test_a_folder_a_link_that_leads_nowhere_and_a_device_are_failures(tmp_path):
    (tmp_path / "folder.xml").mkdir()
    (tmp_path / "dangling.xml").symlink_to("none.xml")
    assert check("folder.xml")[0] == 3
    assert check("dangling.xml")[0] == 3
    assert check("none.xml")[0] == 3


def test_rules_cannot_reach_the_network(tmp_path):
    (tmp_path / "a.xml").write_bytes(b"<a/>")
    rule = b"<assert test=\"unparsed-text('http://127.0.0.1:9/') = 'ink'\"/>"
    rules = SCH % (b'<pattern><rule context="a">%s</rule></pattern>' % rule)
    (tmp_path / "far.sch").write_bytes(rules)
    code, output = check("a.xml", "--schema", "far.sch")
    assert code == 1
    assert "prohibited" in output
