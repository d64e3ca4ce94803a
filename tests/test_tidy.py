"""What every file of the repository keeps: well-formed, small, clean line ends."""

import subprocess
from pathlib import Path

import pytest
from lxml import etree

ROOT = Path(__file__).parent.parent
TEXT = {".py", ".xsl", ".xml", ".rnc", ".sch", ".toml", ".md", ".typ", ".css", ".js"}
XML = {".xsl", ".xml", ".sch", ".svg"}
BROKEN_ON_PURPOSE = ROOT / "tests"


def tracked():
    """The files that git tracks, or those of an unpacked archive."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
        ).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    files = [ROOT / name for name in listed.split("\0") if name]
    return [path for path in files if path.is_file()]


def test_no_file_is_larger_than_500_kb():
    assert [p.name for p in tracked() if p.stat().st_size > 500_000] == []


def test_text_files_have_lf_and_a_final_newline():
    texts = [p for p in tracked() if p.suffix in TEXT and p.stat().st_size]
    wrong = [p for p in texts if b"\r" in (d := p.read_bytes()) or d[-1:] != b"\n"]
    assert [p for p in wrong if not p.is_relative_to(BROKEN_ON_PURPOSE)] == []


def test_xml_files_are_well_formed():
    for path in tracked():
        if path.suffix in XML and not path.is_relative_to(BROKEN_ON_PURPOSE):
            etree.parse(path)
