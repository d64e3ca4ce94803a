"""Compiled schemas are kept by their content, and what is kept can do no harm."""

import pytest

from octavo import schematron, source
from octavo.schematron import schema as schemas

WHOLE = (
    '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">'
    '<include href="part.sch"/></schema>'
)
PART = (
    '<pattern xmlns="http://purl.oclc.org/dsdl/schematron"><rule context="a">'
    '<report test="true()" id="ABC001" role="info">{}</report></rule></pattern>'
)


@pytest.fixture
def say(tmp_path, monkeypatch):
    """What a kept schema says of a document, and whether it had to be compiled."""
    compiled = []
    real = schemas.compile_schema

    def compile_schema(*args, **options):
        compiled.append(True)
        return real(*args, **options)

    monkeypatch.setattr(schemas, "compile_schema", compile_schema)
    (tmp_path / "whole.sch").write_text(WHOLE)
    (tmp_path / "part.sch").write_text(PART.format("one"))

    def run(phase="#ALL"):
        compiled.clear()
        path = tmp_path / "whole.sch"
        schema = schematron.load(path, phase, cache=tmp_path / "kept")
        found = list(schema.validate(source.parse(b"<a/>", tmp_path / "a.xml")))
        return [(f.code, f.severity, f.message) for f in found], bool(compiled)

    return run


def test_a_schema_is_compiled_once(say):
    first, second = say(), say()
    assert first == ([("ABC001", "info", "one")], True)
    assert second == (first[0], False)


def test_a_change_of_an_included_file_counts(say, tmp_path):
    say()
    (tmp_path / "part.sch").write_text(PART.format("two"))
    assert say() == ([("ABC001", "info", "two")], True)


def test_a_phase_is_another_schema(say):
    say()
    assert say("#DEFAULT")[1]


@pytest.mark.parametrize("harm", ["cut", "other", "text"])
def test_what_was_damaged_is_made_again(say, tmp_path, harm):
    first = say()[0]
    (kept,) = (tmp_path / "kept").iterdir()
    data = kept.read_bytes()
    changed = {"cut": data[:500], "other": data.replace(b"one", b"two"), "text": b"{}"}
    kept.write_bytes(changed[harm])
    assert say() == (first, True)
    assert say() == (first, False)


def test_a_folder_that_cannot_be_written_is_no_failure(say, tmp_path):
    (tmp_path / "kept").write_text("a file where the folder should be")
    assert say()[0]
    assert say()[1]
