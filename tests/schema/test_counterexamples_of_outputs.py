"""Every code of the encoder and the outputs has a small edition that raises it."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from octavo.cli import main
from octavo.validate.explain import explanations

EDITIONS = sorted((Path(__file__).parent / "invalid" / "outputs").iterdir())
CODE = re.compile(r": (?:error|warning|info) ([A-Z]{3}\d{3}): ")
KINDS = ("ENC", "HTM", "IMG004", "PRN", "XSL")


@pytest.mark.slow
@pytest.mark.parametrize("folder", EDITIONS, ids=lambda folder: folder.name)
def test_an_edition_raises_its_code_and_nothing_else(folder, tmp_path):
    edition = tmp_path / "edition"
    shutil.copytree(folder, edition)
    manifest = tomllib.loads((edition / "edition.toml").read_text(encoding="utf-8"))
    command = "encode" if "encode" in manifest else "build"
    result = CliRunner().invoke(main, [command, str(edition)])
    assert set(CODE.findall(result.output)) == {folder.name[:6]}, result.output


def test_every_code_of_outputs_has_an_edition():
    known = {code for code in explanations() if code.startswith(KINDS)}
    # These stand for faults of ours, or are forestalled by other checks; their tests
    # are test_fidelity.py, test_print.py and test_typeset.py.
    rare = {"HTM003", "PRN004", "PRN005"}
    assert known - {folder.name[:6] for folder in EDITIONS} == rare
