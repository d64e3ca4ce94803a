"""The commands do what their help says."""

import json
import shutil

import pytest
from click.testing import CliRunner

from octavo.cli import _COMMANDS, main


def run(*args, stdin=None):
    return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)


def snapshot(folder):
    return {
        p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


@pytest.mark.parametrize("command", _COMMANDS)
def test_every_command_has_examples_in_its_help(command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"octavo {command}" in result.output.partition("Examples:")[2]


def test_a_new_edition_validates_and_builds_at_once(tmp_path):
    edition = tmp_path / "e"
    assert run("new", edition).exit_code == 0
    result = run("validate", edition)
    assert (result.exit_code, result.output.count("error")) == (0, 0)
    result = run("build", edition)
    assert result.exit_code == 0, result.output
    assert (edition / "dist" / "index.html").is_file()
    assert (edition / "dist" / "letter.pdf").read_bytes().startswith(b"%PDF-")
    assert "lighthouse" in (edition / "dist" / "letter.txt").read_text(encoding="utf-8")


def test_a_second_build_makes_nothing_and_a_clean_one_the_same_bytes(tmp_path):
    run("new", tmp_path / "e")
    run("build", tmp_path / "e", "--out", tmp_path / "one")
    first = snapshot(tmp_path / "one")
    result = run("build", tmp_path / "e", "--out", tmp_path / "one", "--explain")
    assert "up to date" in result.output
    run("build", tmp_path / "e", "--out", tmp_path / "two")
    assert snapshot(tmp_path / "one") == first == snapshot(tmp_path / "two")


def test_a_change_is_built_as_a_clean_build_would(tmp_path):
    run("new", tmp_path / "e")
    run("build", tmp_path / "e")
    text = tmp_path / "e" / "texts" / "letter.xml"
    changed = text.read_text(encoding="utf-8").replace("eleven nights", "nine nights")
    text.write_text(changed, encoding="utf-8")
    result = run("build", tmp_path / "e", "--explain")
    assert "texts/letter.xml changed" in result.output
    run("build", tmp_path / "e", "--out", tmp_path / "clean")
    assert snapshot(tmp_path / "e" / "dist") == snapshot(tmp_path / "clean")


def test_findings_as_json_have_the_documented_fields(tmp_path):
    run("new", tmp_path / "e")
    text = tmp_path / "e" / "texts" / "letter.xml"
    broken = text.read_text(encoding="utf-8").replace("#tomas-holm", "#nobody", 1)
    text.write_text(broken, encoding="utf-8")
    result = run("validate", tmp_path / "e", "--format", "json")
    report = json.loads(result.output)
    found = report["findings"][0]
    names = ["code", "severity", "file", "line", "column"]
    names += ["xpath", "message", "hint", "source"]
    assert list(found) == names
    assert report["counts"]["error"] == 1
    assert result.exit_code == 1


def test_encode_reads_standard_input_and_writes_standard_output():
    result = run("encode", "-", "--title", "A Tale", stdin="One.\n\nTwo.\n")
    assert result.exit_code == 0
    assert "<title>A Tale</title>" in result.stdout
    assert "One." in result.stdout


def test_encode_does_not_replace_its_source(tmp_path):
    raw = tmp_path / "a.txt"
    raw.write_text("One.\n", encoding="utf-8")
    assert run("encode", raw, "-o", raw).exit_code == 2
    assert raw.read_text(encoding="utf-8") == "One.\n"


def test_several_texts_go_to_a_folder(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"Text {name}.\n", encoding="utf-8")
    result = run("encode", tmp_path / "a.txt", tmp_path / "b.txt", "-o", tmp_path / "t")
    assert result.exit_code == 0
    assert sorted(p.name for p in (tmp_path / "t").iterdir()) == ["a.xml", "b.xml"]


def test_doctor_finds_this_machine_in_order():
    result = run("doctor")
    assert result.exit_code == 0
    assert "saxonche" in result.output


def test_doctor_says_when_the_accelerator_is_not_used(monkeypatch):
    monkeypatch.setenv("OCTAVO_PURE_PYTHON", "1")
    (line,) = [x for x in run("doctor").output.splitlines() if "accelerator" in x]
    assert line.startswith("  -- ")


def test_a_schema_is_converted_with_what_it_includes(tmp_path):
    (tmp_path / "part.rnc").write_text("b = element b { text }\n", encoding="utf-8")
    main_file = tmp_path / "main.rnc"
    main_file.write_text(
        'include "part.rnc"\nstart = element a { b* }\n', encoding="utf-8"
    )
    out = tmp_path / "out" / "main.rng"
    assert run("schema", "convert", main_file, out).exit_code == 0
    assert 'href="part.rng"' in out.read_text(encoding="utf-8")
    assert (tmp_path / "out" / "part.rng").is_file()
    assert run("schema", "convert", main_file, tmp_path / "x.xsd").exit_code == 2


def test_texts_of_one_name_in_two_folders_do_not_replace_each_other(tmp_path):
    edition = tmp_path / "e"
    run("new", edition)
    letter = (edition / "texts" / "letter.xml").read_text(encoding="utf-8")
    for folder in ("One Year", "Two Years"):
        (edition / folder).mkdir()
        text = letter.replace("eleven nights", folder).replace("first", folder[:3])
        (edition / folder / "My Letter.xml").write_text(text, encoding="utf-8")
    manifest = edition / "edition.toml"
    named = 'documents = ["One Year/My Letter.xml", "Two Years/My Letter.xml"]\n'
    manifest.write_text(named + manifest.read_text(encoding="utf-8"), encoding="utf-8")
    result = run("build", edition, "--only", "html,pdf,txt")
    dist = edition / "dist"
    assert "One Year" in (dist / "my-letter.txt").read_text(encoding="utf-8")
    assert "Two Years" in (dist / "my-letter-2.txt").read_text(encoding="utf-8")
    assert "Two Years" in (dist / "my-letter-2.html").read_text(encoding="utf-8")
    assert result.output.count(".pdf") == 2


def test_encode_takes_a_folder_and_goes_on_after_a_bad_file(tmp_path):
    (tmp_path / "a.txt").write_text("One.\n\nTwo.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x7fELF\0\1\0\1")
    (tmp_path / "c.txt").write_bytes("Drei Häuser.\n".encode("utf-16"))
    out, report = tmp_path / "tei", tmp_path / "r.html"
    result = run("encode", tmp_path, "-o", out, "--report", report)
    assert result.exit_code == 3
    assert "b.txt: this is not a text file" in result.output
    assert sorted(p.name for p in out.iterdir()) == ["a.xml", "c.xml"]
    assert report.is_file()


def test_several_processes_say_and_write_the_same_as_one(tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    for number in range(5):
        words = f"CHAPTER {number}\n\nWords.[{number}]\n\n[{number + 1}] A note.\n"
        (raw / f"{number}.txt").write_text(words, encoding="utf-8")
    (raw / "3.txt").write_bytes(b"\x7fELF\0\1\0\1")
    said, written = [], []
    for processes in (1, 2):
        out = tmp_path / "out"
        report = out / "r.json"
        result = run("encode", raw, "-o", out, "-j", processes, "--report", report)
        assert result.exit_code == 3
        said.append(result.output)
        written.append({p.name: p.read_bytes() for p in out.iterdir()})
        shutil.rmtree(out)
    assert said[0] == said[1]
    assert written[0] == written[1]
    assert len(written[0]) == 5


def test_two_texts_of_one_name_do_not_replace_each_other(tmp_path):
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("One.\n", encoding="utf-8")
    result = run("encode", tmp_path / "x", tmp_path / "y", "-o", tmp_path / "t")
    assert result.exit_code == 2
    assert "would both become" in result.output


def test_encode_is_told_the_encoding(tmp_path):
    (tmp_path / "a.txt").write_bytes("Größe".encode("cp437"))
    result = run("encode", tmp_path / "a.txt", "--encoding", "cp437")
    assert "Größe" in result.stdout


DROPPING = """<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="*:salute" priority="9"/>
</xsl:stylesheet>"""


def test_a_build_can_prove_that_no_word_was_lost(tmp_path):
    edition = tmp_path / "e"
    run("new", edition)
    result = run("build", edition, "--only", "html,txt,json", "--check")
    assert result.exit_code == 0, result.output
    assert "no word lost" in result.stderr
    (edition / "house.xsl").write_text(DROPPING, "utf-8")
    manifest = edition / "edition.toml"
    text = manifest.read_text("utf-8")
    manifest.write_text(f'{text}\n[web]\nstylesheet = "house.xsl"\n', "utf-8")
    result = run("build", edition, "--only", "html", "--check")
    assert result.exit_code == 1
    assert "words in <salute> are lost: 'Dear'" in result.stderr


def test_encode_shows_what_it_measured_and_writes_nothing(tmp_path):
    (tmp_path / "a.txt").write_text("One.\n\nTwo.\n", encoding="utf-8")
    result = run("encode", tmp_path / "a.txt", "--show-profile")
    assert 'layout = "lines"' in result.stdout
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]
