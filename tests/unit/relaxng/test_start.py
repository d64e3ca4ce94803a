"""A run that finds nothing wrong starts at once."""

import subprocess
import sys

from tests.unit.relaxng.grammars import LETTER, write

VALID = b"<letter><sender>A</sender><p>dear <name>B</name></p></letter>"
CHECK = """
import sys
before = set(sys.modules)
from octavo.relaxng import load
assert load(sys.argv[1]).accepts(sys.argv[2].encode())
print(*set(sys.modules) - before)
"""
UNNEEDED = {
    "typing",
    "pathlib",
    "urllib.parse",
    "octavo.diagnostics",
    "octavo.relaxng.catalog",
    "octavo.relaxng.codes",
    "octavo.relaxng.examiner",
    "octavo.relaxng.restrictions",
    "octavo.relaxng.store",
}


def test_valid_document_needs_nothing_that_only_mistakes_need(tmp_path):
    command = [sys.executable, "-c", CHECK, str(write(tmp_path, LETTER)), VALID]
    modules = subprocess.run(command, capture_output=True, check=True, text=True)
    assert UNNEEDED.isdisjoint(modules.stdout.split())
