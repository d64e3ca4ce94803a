"""CPU time and memory beside Jing: one small document, and all valid documents.

Usage: python benchmarks/relaxng_speed.py [TIMES]
Both programs run in turn; what counts is the ratio. "C" means with the accelerator,
"kept" that the schema was found in the cache.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from relaxng_data import SMALL, TEI_ALL, by_schema
from relaxng_jing import compiled, cpu, jar

QUICK = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
OURS = """
import os, sys, resource
os.environ["OCTAVO_PURE_PYTHON"] = sys.argv[2]
from octavo.relaxng import load
name = schema = None
for line in open(sys.argv[1]).read().splitlines():
    grammar, document = line.split("\\t")
    if grammar != name:
        name, schema = grammar, load(grammar, cache=sys.argv[3])
    with open(document, "rb") as file:
        assert schema.accepts(file.read()), document
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def compare(
    title: str, pairs: list[tuple[Path, Path]], folder: Path, times: int
) -> None:
    """Print the CPU time of each program on some pairs, and the ratios."""
    listing = folder / "pairs"
    listing.write_text("".join(f"{s}\t{d}\n" for s, d in pairs))
    python, java = [sys.executable, "-c", OURS, str(listing)], compiled(folder)
    jing = [*java, str(listing)]
    if len(pairs) == 1:
        jing = ["-jar", str(jar()), *map(str, pairs[0])]
    cache = str(folder / "cache")
    ours = {
        "Octavo": [*python, "1", ""],
        "Octavo, kept": [*python, "1", cache],
        "Octavo, C": [*python, "", ""],
        "Octavo, C, kept": [*python, "", cache],
    }
    peaks = {name: peak(command) for name, command in ours.items()}
    runs = {
        **ours,
        "Jing": ["java", *jing],
        "Jing, quick start": ["java", *QUICK, *jing],
    }
    taken = {name: cpu(command, times) for name, command in runs.items()}
    print(title)
    for name, seconds in taken.items():
        ratios = (taken["Jing"] / seconds, taken["Jing, quick start"] / seconds)
        memory = f"{peaks[name]:6} MB" if name in peaks else ""
        print(f"  {seconds:7.3f} s  {name:20}{ratios[0]:5.1f}{ratios[1]:5.1f}{memory}")


def peak(command: list[str]) -> int:
    """Give the largest memory of one of our runs, in megabytes; fill the cache."""
    return int(subprocess.run(command, capture_output=True, check=True).stdout)


def main(times: int = 5) -> None:
    """Print both comparisons."""
    with tempfile.TemporaryDirectory() as folder:
        compare("tei_all, one small file", [(TEI_ALL, SMALL)], Path(folder), 2 * times)
    with tempfile.TemporaryDirectory() as folder:
        compare("all valid documents", by_schema(True), Path(folder), times)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
