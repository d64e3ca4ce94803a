"""Many documents: in several processes, with results kept."""

import pytest

from octavo.errors import SourceError
from octavo.relaxng import SchemaError
from octavo.validate import validate


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """A cache of the test's own."""
    monkeypatch.setenv("OCTAVO_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "validate.sqlite"


@pytest.fixture
def examined(monkeypatch):
    """The paths that are really examined, not taken from the cache."""
    from octavo.validate import running

    seen = []
    real = running.examine

    def examine(path, plan):
        seen.append(path.name)
        return real(path, plan)

    monkeypatch.setattr(running, "examine", examine)
    return seen


def test_several_processes_find_the_same_in_the_same_order(write):
    paths = [
        write(f"{n}.xml", "<p><gap/></p>" if n % 3 else "<p>ink</p>") for n in range(12)
    ]
    assert list(validate(paths, jobs=2)) == list(validate(paths))


def test_a_failure_in_another_process_comes_home(write, tmp_path):
    paths = [write(f"{n}.xml") for n in range(12)]
    (tmp_path / "bad.rnc").write_text("start = ")
    with pytest.raises(SourceError, match=r"bad\.rnc"):
        list(validate(paths, jobs=2, schema=str(tmp_path / "bad.rnc")))
    with pytest.raises(SchemaError):
        list(validate(paths, schema=str(tmp_path / "bad.rnc")))


def test_an_unchanged_document_is_not_examined_again(write, examined):
    paths = [write("a.xml", "<p><gap/></p>"), write("b.xml")]
    first = list(validate(paths, keeps=True))
    assert list(validate(paths, keeps=True)) == first
    assert examined == ["a.xml", "b.xml"]
    write("b.xml", "<p>paper</p>")
    assert list(validate(paths, keeps=True)) == first
    assert examined == ["a.xml", "b.xml", "b.xml"]


def test_a_changed_schema_makes_all_results_old(write, tmp_path, examined):
    schema = tmp_path / "any.rnc"
    path = write("a.xml")
    from octavo.validate import fingerprints, grammar

    for inside in ("any", "other"):
        schema.write_text('include "part.rnc"')
        (tmp_path / "part.rnc").write_text(
            f"start = {inside}\n{inside} = element * "
            f"{{ (attribute * {{ text }} | {inside} | text)* }}"
        )
        fingerprints.of_schema.cache_clear()
        grammar._load.cache_clear()
        assert list(validate([path], schema=str(schema), keeps=True)) == []
    assert examined == ["a.xml", "a.xml"]


def test_a_cache_that_cannot_be_used_does_no_harm(write, cache):
    path = write("a.xml", "<p><gap/></p>")
    cache.parent.mkdir()
    cache.write_bytes(b"not a database, but bytes enough to look at" * 100)
    assert [f.code for f in validate([path], keeps=True)] == ["EDT003"]


def test_a_missing_schema_is_looked_for_again(write, tmp_path, examined, monkeypatch):
    monkeypatch.setenv("OCTAVO_SCHEMAS", str(tmp_path / "schemas"))
    path = write("a.xml")
    path.write_text('<?xml-model href="none.rng"?>' + path.read_text())
    for _ in range(2):
        assert [f.code for f in validate([path], keeps=True)] == ["SCM001"]
    assert examined == ["a.xml", "a.xml"]
