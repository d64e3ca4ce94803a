"""Measure how fast a book is set, and how the time grows with its length.

    python benchmarks/print_speed.py NOVEL.xml [--times 1 4]

Makes the furnished book of print_book.py (600 notes in two series, 27 figures, an
index) once and several times as long, and sets each as a user would: with every
repair, tagged, as PDF/A-3a and PDF/UA-1. CPU is that of all processes; the notes off
their page are counted in the PDF. With `--plain` the novel as it is, as a plain PDF.
"""

import argparse
import io
import math
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import print_notes

from octavo import source
from octavo.edition import Manifest
from octavo.render import context
from octavo.render.print import book
from octavo.render.supplies import Supplies
from octavo.render.typeset import STANDARDS


@dataclass(frozen=True)
class Measured:
    """One book: its pages, seconds of CPU, megabytes, notes off their page."""

    pages: int
    seconds: float
    megabytes: int
    strays: int


def main() -> None:
    """Measure each length and compare the first with the last."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("novel", type=Path)
    parser.add_argument("--times", type=int, nargs="+", default=[1, 4])
    parser.add_argument("--plain", action="store_true")
    options = parser.parse_args()
    found = [measure(options.novel, times, options.plain) for times in options.times]
    for one in found:
        speed = one.pages / one.seconds
        print(
            f"{one.pages} pages, {one.seconds:.1f} s CPU, {speed:.0f} pages/s, "
            f"{one.megabytes} MB, {one.strays} notes off their page"
        )
    if len(found) > 1:
        first, last = found[0], found[-1]
        growth = math.log(last.seconds / first.seconds)
        print(f"growth exponent {growth / math.log(last.pages / first.pages):.2f}")


def measure(novel: Path, times: int, is_plain: bool = False) -> Measured:
    """Make a book of a length and set it."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "book.xml"
        maker = Path(__file__).with_name("print_book.py")
        order = [sys.executable, str(maker), str(novel), str(path)]
        order += ["--times", str(times), *["--plain"] * is_plain]
        subprocess.run(order, check=True)
        images = {p.name: p.read_bytes() for p in path.parent.glob("*.svg")}
        text = source.read(path)
        start = _cpu()
        known = context.build(Manifest(date="2026-11-17"), [text], [])
        standards = () if is_plain else STANDARDS
        made = book(text, known, supplies=Supplies(images), standards=standards)
        seconds = _cpu() - start
        pdf = made.files["book.pdf"]
        strays = 0 if is_plain else len(print_notes.count(path, pdf).astray)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        pages = len(opened.pages)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return Measured(pages, seconds, peak, strays)


def _cpu() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    main()
