"""Finding an edition and what belongs to it."""

import pytest

from octavo import edition
from octavo.errors import EditionError, SourceError, UsageError


def lay_out(root, files):
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def test_texts_and_registers_are_found_in_order(tmp_path):
    files = ["edition.toml", "texts/b.xml", "texts/a.xml", "registers/p.xml"]
    found = edition.load(lay_out(tmp_path, dict.fromkeys(files, "")))
    assert [path.name for path in found.files] == ["a.xml", "b.xml", "p.xml"]


def test_a_single_document_is_an_edition_with_defaults(tmp_path):
    lay_out(tmp_path, {"letter.xml": ""})
    found = edition.load(tmp_path / "letter.xml")
    assert found.documents == (tmp_path / "letter.xml",)
    assert found.manifest.print.trim == "octavo"


def test_the_manifest_names_documents(tmp_path):
    manifest = 'documents = ["b.xml"]\n[web]\nsplit = "part"'
    found = edition.load(lay_out(tmp_path, {"edition.toml": manifest, "b.xml": ""}))
    assert [path.name for path in found.documents] == ["b.xml"]
    assert found.manifest.web.split == "part"


@pytest.mark.parametrize(
    ("files", "failure", "words"),
    [
        ({}, SourceError, "no edition here"),
        ({"edition.toml": ""}, SourceError, "no document"),
        ({"edition.toml": "tilte = 'x'"}, UsageError, "unknown key 'tilte'"),
        ({"edition.toml": "date = 'soon'"}, UsageError, "not a date"),
        ({"edition.toml": "documents = ['a.xml']"}, SourceError, "no such file"),
        ({"edition.toml": "documents = ['../a.xml']"}, UsageError, "outside"),
        ({"edition.toml": "documents = ['/etc/passwd']"}, UsageError, "outside"),
    ],
)
def test_what_is_no_edition_is_refused(tmp_path, files, failure, words):
    with pytest.raises(failure, match=words):
        edition.load(lay_out(tmp_path, files))


def test_every_refusal_has_a_remedy(tmp_path):
    with pytest.raises(EditionError) as caught:
        edition.load(tmp_path)
    assert "octavo new" in caught.value.hint


def test_a_document_of_an_edition_keeps_its_settings_and_registers(tmp_path):
    files = {"texts/a.xml": "", "texts/b.xml": "", "registers/p.xml": ""}
    lay_out(tmp_path, {"edition.toml": "title = 'T'", **files})
    found = edition.load(tmp_path / "texts" / "a.xml")
    assert [path.name for path in found.files] == ["a.xml", "p.xml"]
    assert (found.manifest.title, found.root) == ("T", tmp_path)
