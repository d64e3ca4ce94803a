"""Bad input ends in a message with a place and a remedy, and loses nothing."""

import pytest
from click.testing import CliRunner

from octavo.cli import main

TEI = b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>%s</text></TEI>'
BOMB = (
    b'<!DOCTYPE TEI [<!ENTITY a "ha">'
    + b"".join(
        b'<!ENTITY %b "%b">' % (new, (b"&" + old + b";") * 100)
        for old, new in ((b"a", b"b"), (b"b", b"c"), (b"c", b"d"), (b"d", b"e"))
    )
    + b"]>"
    + TEI % b"&e;"
)
BROKEN = {
    "not well-formed": (TEI % b"<p>", "does not match <p>"),
    "wrong encoding": (TEI % b"<p>caf\xe9</p>", "not UTF-8"),
    "empty": (b"", "empty"),
    "binary": (b"\x7fELF\x02\x01\x00\x00", "cannot stand in XML"),
    "external entity": (
        b'<!DOCTYPE TEI [<!ENTITY x SYSTEM "/etc/passwd">]>' + TEI % b"<p>&x;</p>",
        "lies outside",
    ),
    "entity bomb": (BOMB, "grow without limit"),
    "nesting": (TEI % (b"<p>" * 200 + b"</p>" * 200), "nested more than"),
}


def run(*args, stdin=None):
    return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)


def snapshot(folder):
    return {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("command", ["validate", "build"])
@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_document_is_refused(tmp_path, kind, command):
    data, words = BROKEN[kind]
    document = tmp_path / "a.xml"
    document.write_bytes(data)
    before = snapshot(tmp_path)
    result = run(command, document)
    assert result.exit_code == 3
    assert words in result.output
    assert "a.xml" in result.output
    assert "Traceback" not in result.output
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["bild"], 2, "did you mean 'build'?"),
        (["build", "nowhere"], 3, "nowhere: no edition here"),
        (["build", "--only", "hmtl"], 2, "did you mean 'html'?"),
        (["validate", "nowhere.xml"], 3, "nowhere.xml"),
        (["validate", "--only", "lnks", "."], 2, "did you mean 'links'?"),
        (["encode", "nowhere.txt"], 3, "nowhere.txt: no such file"),
        (["encode", "."], 3, "no edition here"),
    ],
)
def test_a_request_that_makes_no_sense_is_answered(
    tmp_path, monkeypatch, args, code, words
):
    monkeypatch.chdir(tmp_path)
    result = run(*args)
    assert result.exit_code == code
    assert words in result.output


def test_an_unknown_key_in_the_manifest_is_named(tmp_path):
    run("new", tmp_path / "e")
    manifest = tmp_path / "e" / "edition.toml"
    text = manifest.read_text(encoding="utf-8").replace("editor =", "edtior =")
    manifest.write_text(text, encoding="utf-8")
    result = run("build", tmp_path / "e")
    assert result.exit_code == 2
    assert "unknown key 'edtior'" in result.output
    assert "did you mean 'editor'?" in result.output


def test_a_missing_image_is_a_finding_and_the_rest_is_built(tmp_path):
    run("new", tmp_path / "e")
    (tmp_path / "e" / "images" / "lighthouse.svg").unlink()
    result = run("build", tmp_path / "e")
    assert result.exit_code == 1
    assert "lighthouse.svg" in result.output
    assert (tmp_path / "e" / "dist" / "index.html").is_file()


def test_a_folder_where_a_file_should_be_is_refused(tmp_path):
    result = run("encode", tmp_path)
    assert result.exit_code == 3
    (tmp_path / "texts" / "a.xml").mkdir(parents=True)
    assert run("build", tmp_path).exit_code == 3


def test_new_does_not_touch_what_is_there(tmp_path):
    (tmp_path / "precious.txt").write_text("kept", encoding="utf-8")
    result = run("new", tmp_path)
    assert result.exit_code == 2
    assert "something here already" in result.output
    assert [p.name for p in tmp_path.iterdir()] == ["precious.txt"]


def test_debug_shows_the_traceback():
    assert "Traceback" in run("--debug", "build", "nowhere").output


@pytest.mark.parametrize(
    ("data", "words"), [(b"", "no text"), (b"\x7fELF\x00\x01", "not a text file")]
)
def test_what_is_no_text_is_not_encoded(tmp_path, data, words):
    raw = tmp_path / "a.txt"
    raw.write_bytes(data)
    result = run("encode", raw, "-o", tmp_path / "a.xml")
    assert result.exit_code == 3
    assert words in result.output
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_an_edition_says_itself_where_its_texts_go(tmp_path):
    run("new", tmp_path / "e")
    result = run("encode", tmp_path / "e", "-o", tmp_path / "x")
    assert result.exit_code == 2
    assert "leave out -o" in result.output
