"""`octavo build --only` makes every export of an edition."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from octavo.cli import main

LETTER = Path(__file__).parents[2] / "tei" / "letter"


def build(folder, *args):
    result = CliRunner().invoke(main, ["build", str(folder), *args])
    assert result.exit_code == 0, result.output
    return {p.name: p.read_bytes() for p in (folder / "dist").iterdir() if p.is_file()}


@pytest.fixture
def edition(tmp_path):
    shutil.copytree(LETTER, tmp_path / "e")
    shutil.rmtree(tmp_path / "e" / "dist", ignore_errors=True)
    return tmp_path / "e"


@pytest.mark.parametrize("kind", ["epub", "md", "json", "docx"])
def test_an_export_is_one_file_and_the_same_at_every_run(edition, kind):
    made = build(edition, "--only", kind)
    assert made[f"letter.{kind}"]
    assert build(edition, "--only", kind, "--force") == made


def test_settings_of_the_e_book_come_from_the_manifest(edition):
    manifest = edition / "edition.toml"
    plain = build(edition, "--only", "epub")["letter.epub"]
    with manifest.open("a") as file:
        file.write('\n[ebook]\nfont = ""\ncover = "images/lighthouse.svg"\n')
    changed = build(edition, "--only", "epub")["letter.epub"]
    assert b"EPUB/fonts/" in plain
    assert b"EPUB/fonts/" not in changed
    assert b"EPUB/cover.svg" in changed


def test_a_cover_that_is_missing_is_told_without_a_traceback(edition):
    with (edition / "edition.toml").open("a") as file:
        file.write('\n[ebook]\ncover = "images/none.png"\n')
    result = CliRunner().invoke(main, ["build", str(edition), "--only", "epub"])
    assert result.exit_code in (2, 3)
    assert "none.png" in result.output
