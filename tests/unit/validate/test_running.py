"""Many documents: in several processes, with results kept."""

import sqlite3
import zlib
from contextlib import closing

import pytest

from octavo.errors import SourceError
from octavo.relaxng import SchemaError
from octavo.validate import examine, validate

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """A cache of the test's own."""
    monkeypatch.setenv("OCTAVO_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "validate.sqlite"


@pytest.fixture
def examined(monkeypatch):
    """The paths that are really examined, not taken from the cache."""
    seen = []
    real = examine.run

    def run(stage, path, plan):
        seen.append((stage, path.name))
        return real(stage, path, plan)

    monkeypatch.setattr(examine, "run", run)
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
    both = [("outline", "a.xml"), ("outline", "b.xml")]
    assert examined == [*both, ("schemas", "a.xml"), ("schemas", "b.xml")]
    examined.clear()
    write("b.xml", "<p>paper</p>")
    assert list(validate(paths, keeps=True)) == first
    assert examined == [("outline", "b.xml"), ("schemas", "b.xml")]


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
    assert examined == [(s, "a.xml") for s in ("outline", "schemas", "schemas")]


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
    assert examined == [(s, "a.xml") for s in ("outline", "schemas", "schemas")]


def test_a_result_that_cannot_be_read_is_made_again(write, cache, examined):
    path = write("a.xml", "<p><gap/></p>")
    first = list(validate([path], keeps=True))
    for bad in (b"not packed", zlib.compress(b"[]"), zlib.compress(b"{}")):
        with closing(sqlite3.connect(cache)) as database:
            database.execute("update results set value = ?", (bad,))
            database.commit()
        examined.clear()
        assert list(validate([path], keeps=True)) == first
        assert len(examined) == 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_findings_come_while_later_documents_wait(write, jobs):
    paths = [write(f"{n:03}.xml", "<p><gap/></p>") for n in range(60)]
    steps = []
    findings = validate(
        paths, jobs=jobs, watch=lambda done, of: steps.append((done, of))
    )
    assert next(findings).file == str(paths[0])
    assert 60 <= len(steps) < 90
    assert len(list(findings)) == 59
    assert steps[-1] == (120, 120)


def test_what_is_done_is_kept_when_the_rest_is_given_up(write, examined):
    paths = [write(f"{n}.xml", "<p><gap/></p>") for n in range(4)]
    findings = validate(paths, keeps=True)
    next(findings)
    findings.close()
    examined.clear()
    assert len(list(validate(paths, keeps=True))) == 4
    assert ("schemas", "0.xml") not in examined
    assert ("schemas", "3.xml") in examined
