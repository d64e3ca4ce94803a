"""Which schemas a document is checked with, and where they are found."""

import json

import pytest

from octavo.errors import SourceError, UsageError
from octavo.validate import store, validate

ANY = "start = any\nany = element * { (attribute * { text } | any | text)* }"
NOTHING = "start = notAllowed"
RULE = (
    '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">'
    '<phase id="strict"><active pattern="s"/></phase><phase id="mild"/>'
    '<pattern id="s"><rule context="/*"><report test="true()" id="OWN001">own</report>'
    "</rule></pattern></schema>"
)
RNG_WITH_RULE = (
    '<element xmlns="http://relaxng.org/ns/structure/1.0"'
    ' xmlns:s="http://purl.oclc.org/dsdl/schematron" name="other">'
    '<s:pattern><s:rule context="/*"><s:report test="true()" id="OWN002">inside'
    "</s:report></s:rule></s:pattern><empty/></element>"
)
RELAXNG = 'schematypens="http://relaxng.org/ns/structure/1.0"'
SCHEMATRON = 'schematypens="http://purl.oclc.org/dsdl/schematron"'


@pytest.fixture(autouse=True)
def collection(tmp_path, monkeypatch):
    """A collection of schemas of the test's own."""
    monkeypatch.setenv("OCTAVO_SCHEMAS", str(tmp_path / "schemas"))
    monkeypatch.setenv("OCTAVO_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("XML_CATALOG_FILES", raising=False)
    (tmp_path / "any.rnc").write_text(ANY)
    (tmp_path / "own.sch").write_text(RULE)
    (tmp_path / "inside.rng").write_text(RNG_WITH_RULE)


@pytest.fixture
def codes(tmp_path):
    """Validate a document with these instructions; give the codes."""

    def run(instructions, **options):
        path = tmp_path / "a.xml"
        path.write_text(f"{instructions}\n<ink/>")
        only = ["grammar", "rules"]
        return [f.code for f in validate([path], only=only, **options)]

    return run


@pytest.mark.parametrize(
    ("instructions", "expected"),
    [
        ("", ["RNG101"]),
        ('<?xml-model href="any.rnc"?>', []),
        ('<?xml-model href="any.rnc" type="application/relax-ng-compact-syntax"?>', []),
        (f"<?xml-model href='own.sch' {SCHEMATRON}?>", ["OWN001"]),
        (f'<?xml-model href="own.sch" phase="mild" {SCHEMATRON}?>', []),
        (f'<?xml-model href="inside.rng" {RELAXNG}?>', ["RNG101"]),
        (
            f'<?xml-model href="inside.rng" {RELAXNG}?>'
            f'<?xml-model href="inside.rng" {SCHEMATRON}?>',
            ["OWN002", "RNG101"],
        ),
        ('<?xml-model href="a.xsd" schematypens="urn:xsd"?>', ["RNG101"]),
        ('<?oxygen RNGSchema="any.rnc" type="compact"?>', []),
        ('<?oxygen SCHSchema="own.sch"?>', ["OWN001"]),
        ("<?oxygen nothing?>", ["RNG101"]),
        ('<?xml-model href="https://example.org/none.rng"?>', ["SCM001"]),
        ('<?xml-model href="none.rng"?><?xml-model href="any.rnc"?>', ["SCM001"]),
        ('<?xml-model href="urn:x-octavo:schema:octavo.rnc"?>', ["RNG101"]),
    ],
)
def test_a_document_asks_for_its_schemas(codes, instructions, expected):
    assert sorted(codes(instructions)) == expected


def test_the_command_line_decides_against_the_document(codes, tmp_path):
    asked = '<?xml-model href="none.rng"?>'
    assert codes(asked, schema=str(tmp_path / "any.rnc")) == []
    assert codes(asked, schema=str(tmp_path / "own.sch")) == ["OWN001"]
    with pytest.raises(UsageError, match="there is no schema 'none'"):
        codes(asked, schema="none")


def test_a_grammar_named_twice_is_used_for_its_rules_too(codes, tmp_path):
    grammar, any_ = str(tmp_path / "inside.rng"), str(tmp_path / "any.rnc")
    assert codes("", schema=grammar) == ["RNG101"]
    assert sorted(codes("", schema=[grammar, grammar])) == ["OWN002", "RNG101"]
    assert codes("", schema=[any_, str(tmp_path / "own.sch")]) == ["OWN001"]


def test_rules_in_the_compact_syntax_stand_at_their_lines(codes, tmp_path):
    rules = (
        'namespace s = "http://purl.oclc.org/dsdl/schematron"\n'
        '# s:rule [ in a comment ]\ns:pattern [\n  s:rule [ context = "ink"\n'
        '    s:report [ id = "OWN003" test = "{}" "ink" ] ] ]\n'
    )
    (tmp_path / "a.rnc").write_text(rules.format("true()") + ANY)
    asked = f'<?xml-model href="a.rnc"?><?xml-model href="a.rnc" {SCHEMATRON}?>'
    assert codes(asked) == ["OWN003"]
    (tmp_path / "b.rnc").write_text(rules.format("1 +") + ANY)
    with pytest.raises(SourceError, match=r"b\.rnc:5: this schema does not compile"):
        codes(asked.replace("a.rnc", "b.rnc"))


def test_a_catalog_says_where_a_schema_lies(codes, tmp_path, monkeypatch):
    catalog = tmp_path / "list.xml"
    catalog.write_text(
        '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">'
        '<uri name="https://example.org/any.rnc" uri="any.rnc"/></catalog>'
    )
    asked = '<?xml-model href="https://example.org/any.rnc"?>'
    assert codes(asked) == ["SCM001"]
    monkeypatch.setenv("XML_CATALOG_FILES", str(catalog))
    assert codes(asked) == []


def test_the_collection_keeps_schemas_by_address(codes):
    address = "https://www.tei-c.org/release/xml/tei/custom/schema/relaxng/any.rnc"
    kept = store.add(address, fetch=lambda _: ANY.encode() + b"\n# Version 4.9.0")
    assert (kept.name, kept.version, len(kept.checksum)) == ("any", "4.9.0", 64)
    assert [schema.name for schema in store.stored()] == ["any"]
    assert codes(f'<?xml-model href="{address}"?>') == []
    assert codes("", schema="any") == []
    store.remove("any")
    assert store.stored() == []
    assert codes(f'<?xml-model href="{address}"?>') == ["SCM001"]


@pytest.mark.parametrize(
    "address",
    [
        "http://tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng",
        "https://www.tei-c.org/Vault/P5/4.7.0/xml/tei/custom/schema/relaxng/tei_all.rng",
        "https://vault.tei-c.de/P5/current/xml/tei/custom/schema/relaxng/tei_all.rng",
        "http://www.tei-c.org/Vault/P5/current/xml/tei/custom/schema/relaxng/tei_all.rng",
    ],
)
def test_spellings_of_an_address_of_the_tei_are_one(address):
    plain = "https://tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng"
    assert store.key(address) == store.key(plain)


def test_a_file_can_be_added_and_shown(tmp_path):
    store.add(str(tmp_path / "any.rnc"))
    assert store.show("any").address == (tmp_path / "any.rnc").as_uri()
    with pytest.raises(UsageError, match="there is no schema 'none'"):
        store.show("none")
    with pytest.raises(SourceError, match="no such file"):
        store.add(str(tmp_path / "none.rng"))


def test_a_schema_is_kept_with_the_files_it_is_made_of(tmp_path):
    web = {
        "https://example.org/s/main.rnc": 'include "parts/a.rnc" # include "no.rnc"\n'
        'start = any\nx = string "b.rnc"',
        "https://example.org/s/parts/a.rnc": 'include "../b.rnc"\n' + ANY[12:],
        "https://example.org/s/b.rnc": "",
    }
    fetched = []

    def fetch(address):
        fetched.append(address)
        return web[address].encode()

    store.add("https://example.org/s/main.rnc", fetch=fetch)
    assert fetched == list(web)
    kept = tmp_path / "schemas" / "main"
    assert (kept / "parts" / "a.rnc").is_file()
    store.remove("main")
    assert not kept.exists()


@pytest.mark.parametrize(
    ("address", "data", "words"),
    [
        (
            "https://example.org/x.rng",
            b"<html><p/></html>",
            "outermost element is <html>",
        ),
        ("https://example.org/", b"", "no address of a schema"),
        ("ftp://example.org/x.rng", b"", "only http and https"),
        ("https://example.org/..%2Fx.rng", b"start = empty", ""),
    ],
)
def test_what_is_no_schema_is_not_kept(tmp_path, address, data, words):
    if words:
        with pytest.raises((SourceError, UsageError), match=words):
            store.add(address, fetch=lambda _: data)
    else:
        store.add(address, fetch=lambda _: data)
        assert {p.name for p in tmp_path.rglob("x.rng")} == {"x.rng"}
        assert not (tmp_path / "x.rng").exists()


def test_a_damaged_index_is_a_failure_with_a_remedy(tmp_path):
    store.add(str(tmp_path / "any.rnc"))
    (tmp_path / "schemas/index.json").write_text(json.dumps([1]))
    with pytest.raises(SourceError, match="cannot be read") as failure:
        store.stored()
    assert failure.value.hint


def test_the_network_is_only_reached_by_adding(monkeypatch):
    def refuse(*_arguments, **_options):
        raise OSError("no network")

    monkeypatch.setattr("urllib.request.urlopen", refuse)
    with pytest.raises(SourceError, match="cannot be fetched: no network"):
        store.add("https://example.org/x.rng")


def test_a_catalog_says_where_the_parts_of_a_grammar_lie(codes, tmp_path, monkeypatch):
    (tmp_path / "whole.rnc").write_text('include "https://example.org/any.rnc"')
    catalog = tmp_path / "list.xml"
    catalog.write_text(
        '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">'
        '<uri name="https://example.org/any.rnc" uri="any.rnc"/></catalog>'
    )
    asked = '<?xml-model href="whole.rnc"?>'
    with pytest.raises(SourceError, match="not a local file"):
        codes(asked)
    monkeypatch.setenv("XML_CATALOG_FILES", str(catalog))
    assert codes(asked) == []


def test_doubts_about_a_grammar_are_told_once(tmp_path):
    ids = "start = element r { element a { attribute i { %s } }* }"
    rule = (ids % "xsd:ID").replace("}*", "}*, element a { attribute i { text } }?")
    (tmp_path / "ids.rnc").write_text(rule)
    for name in ("one.xml", "two.xml"):
        (tmp_path / name).write_text("<r><a i='x'/></r>")
    paths = [tmp_path / "one.xml", tmp_path / "two.xml"]
    for _ in range(2):
        found = list(validate(paths, schema=str(tmp_path / "ids.rnc"), keeps=True))
        assert [(f.code, f.file) for f in found] == [
            ("RNG037", str(tmp_path / "ids.rnc"))
        ]
