"""`octavo validate` as a command: what it shows while it works, and how it ends."""

import io
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from functools import partial

import pytest
from click.testing import CliRunner

from octavo.cli import main
from octavo.cli.progress import Bar

BAD = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="fre"><p corresp="#x"/></TEI>'


@pytest.fixture
def texts(tmp_path, monkeypatch):
    """Forty bad documents, and a cache of the test's own."""
    monkeypatch.setenv("OCTAVO_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.xml").write_text(BAD, encoding="utf-8")
    return folder


@pytest.mark.parametrize("send", [os.kill, os.killpg], ids=["alone", "with-children"])
def test_an_interrupt_stops_at_once_and_keeps_what_is_done(texts, tmp_path, send):
    # Most documents take a while, so that the signal comes in the middle.
    for path in texts.glob("[1-3]*.xml"):
        path.write_text(BAD.replace("<p ", "<p><hi/></p>\n" * 5_000 + "<p "))
    command = [sys.executable, "-m", "octavo", "validate", "-j2", str(texts)]
    child = subprocess.Popen(
        [*command, "--only", "grammar"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # Programs begun in the background of a shell are deaf to interrupts.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
        text=True,
    )
    assert "00.xml" in child.stdout.readline()
    send(child.pid, signal.SIGINT)
    output, errors = child.communicate(timeout=30)
    assert child.returncode == 130
    assert errors == "stopped; what is done is not done again next time\n"
    assert "39.xml" not in output
    with closing(sqlite3.connect(tmp_path / "cache/validate.sqlite")) as database:
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)
        assert database.execute("select count(*) from results").fetchone()[0] > 40


def test_a_bar_is_drawn_on_a_terminal_and_taken_away(monkeypatch):
    terminal = io.StringIO()
    bar = Bar("validating", terminal)
    bar.show(1, 4)
    bar.show(2, 4)
    bar.clear()
    bar.clear()
    assert terminal.getvalue().count("25 %") == 1
    assert "50 %" not in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
    monkeypatch.setattr(time, "monotonic", lambda: 1e9)
    bar.show(2, 4)
    assert "50 %" in terminal.getvalue()


def test_without_a_terminal_there_is_no_bar(texts):
    result = CliRunner().invoke(main, ["validate", str(texts)])
    assert "validating" not in result.output
    assert result.exit_code == 1


def test_a_repair_is_made_in_a_copy_that_is_no_document(tmp_path):
    path = tmp_path / "a.xml"
    path.write_text(BAD, encoding="utf-8")
    result = CliRunner().invoke(main, ["validate", str(tmp_path), "--fix"])
    assert result.stderr == f"{tmp_path}/a.xml.fixed: 1 repair\n"
    assert path.read_text(encoding="utf-8") == BAD
    copy = tmp_path / "a.xml.fixed"
    assert copy.read_text(encoding="utf-8") == BAD.replace("fre", "fr")
    again = CliRunner().invoke(main, ["validate", str(tmp_path)])
    assert again.stdout == result.stdout


def test_a_repair_in_place_keeps_links_and_permissions(tmp_path):
    real, link = tmp_path / "real.xml", tmp_path / "a.xml"
    real.write_text(BAD, encoding="utf-8")
    real.chmod(0o600)
    link.symlink_to("real.xml")
    CliRunner().invoke(main, ["validate", str(link), "--fix", "--in-place"])
    assert 'xml:lang="fr"' in real.read_text(encoding="utf-8")
    assert real.stat().st_mode & 0o777 == 0o600
    assert link.is_symlink()


def test_the_standard_input_is_a_document_of_this_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("OCTAVO_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "other.xml").write_text(BAD)
    for text in (BAD.replace("#x", "other.xml"), BAD, BAD):
        result = CliRunner().invoke(main, ["validate", "-"], input=text)
        assert ("LNK" in result.output) == ("#x" in text)
        assert "-:1:" in result.output
        assert '"fre"' in result.output
        assert result.exit_code == 1


@pytest.mark.parametrize("more", ["--fix", "a.xml"])
def test_the_standard_input_is_checked_alone(more):
    assert CliRunner().invoke(main, ["validate", "-", more], input=BAD).exit_code == 2
