"""`octavo explain` and `octavo schema`."""

import pytest
from click.testing import CliRunner

from octavo.cli import main
from octavo.validate.explain import explanations


def run(*args):
    return CliRunner().invoke(main, [str(arg) for arg in args])


def test_a_code_is_explained():
    result = run("explain", "app001", "XML003")
    assert result.exit_code == 0
    assert "this reading names no witness" in result.output
    assert "what to do: add @wit" in result.output


def test_an_unknown_code_names_the_nearest():
    result = run("explain", "APP011")
    assert result.exit_code == 2
    assert "did you mean APP001" in result.stderr


def test_every_code_has_a_meaning_and_a_severity():
    for known in explanations().values():
        assert known.meanings, known.code
        assert known.severity in ("error", "warning", "info"), known.code


@pytest.fixture
def grammar(tmp_path, monkeypatch):
    """A schema beside a collection of the test's own."""
    monkeypatch.setenv("OCTAVO_SCHEMAS", str(tmp_path / "schemas"))
    path = tmp_path / "mine.rnc"
    path.write_text("# Version 1.2.3\nstart = element * { text }")
    return path


def test_a_schema_is_kept_shown_and_forgotten(grammar):
    assert run("schema", "add", grammar).output == "kept as 'mine', version 1.2.3\n"
    assert f"mine: 1.2.3, {grammar.as_uri()}" in run("schema", "list").output
    assert "version: 1.2.3" in run("schema", "show", "mine").output
    assert run("schema", "remove", "mine").exit_code == 0
    missing = run("schema", "show", "mine")
    assert (missing.exit_code, "known here: none" in missing.stderr) == (2, True)
