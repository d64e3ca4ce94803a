"""A kept schema gives the same answers, and only while nothing has changed."""

from tests.unit.relaxng.grammars import LETTER, write

from octavo.relaxng import load, store

VALID = b'<letter id="a"><sender>A</sender><p>x <name ref="a">y</name></p></letter>'
INVALID = VALID.replace(b'ref="a"', b'ref="b"')


def test_kept_schema_gives_the_same_findings(tmp_path):
    path, cache = write(tmp_path, LETTER), tmp_path / "cache"
    first = load(path, cache=cache)
    assert store.find(cache, path, ()) is not None
    again = load(path, cache=cache)
    for data in (VALID, INVALID):
        assert list(again.validate(data)) == list(first.validate(data))
    assert again.accepts(VALID)
    assert not again.accepts(INVALID)


def test_changed_include_makes_the_kept_schema_stale(tmp_path):
    part = write(tmp_path, LETTER, "letter.rng")
    text = '<grammar $><include href="letter.rng"/></grammar>'
    path, cache = write(tmp_path, text), tmp_path / "cache"
    assert load(path, cache=cache).accepts(VALID)
    part.write_text(part.read_text().replace('"sender"', '"from"'))
    assert not load(path, cache=cache).accepts(VALID)


def test_damaged_cache_is_ignored(tmp_path):
    path, cache = write(tmp_path, LETTER), tmp_path / "cache"
    load(path, cache=cache)
    for file in cache.iterdir():
        file.write_bytes(b"nonsense")
    assert load(path, cache=cache).accepts(VALID)


def test_folder_that_cannot_be_written_is_no_failure(tmp_path):
    file = tmp_path / "file"
    file.write_text("")
    assert load(write(tmp_path, LETTER), cache=file).accepts(VALID)
