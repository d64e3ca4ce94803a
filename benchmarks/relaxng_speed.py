"""CPU time and memory beside Jing: one small document, and all valid documents.

Usage: python benchmarks/relaxng_speed.py [TIMES]
Both programs run in turn; what counts is the ratio. "kept" means that the schema was
found in the cache.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from relaxng_data import SMALL, TEI_ALL, by_schema
from relaxng_jing import compiled, cpu, jar

QUICK = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
OURS = """
import sys, resource
from pathlib import Path
from octavo.relaxng import load
cache = Path(sys.argv[2]) if sys.argv[2] else None
name = schema = None
for line in Path(sys.argv[1]).read_text().splitlines():
    grammar, document = line.split("\\t")
    if grammar != name:
        name, schema = grammar, load(Path(grammar), cache=cache)
    assert schema.accepts(Path(document).read_bytes()), document
if len(sys.argv) > 3:
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
    runs = {
        "Octavo": [*python, ""],
        "Octavo, schemas kept": [*python, str(folder / "cache")],
        "Jing": ["java", *jing],
        "Jing, quick start": ["java", *QUICK, *jing],
    }
    cpu(runs["Octavo, schemas kept"])
    taken = {name: cpu(command, times) for name, command in runs.items()}
    print(title)
    for name, seconds in taken.items():
        ratios = (taken["Jing"] / seconds, taken["Jing, quick start"] / seconds)
        print(f"  {seconds:7.3f} s  {name:22} {ratios[0]:5.1f} {ratios[1]:5.1f}")


def main(times: int = 5) -> None:
    """Print both comparisons."""
    with tempfile.TemporaryDirectory() as folder:
        compare("tei_all, one small file", [(TEI_ALL, SMALL)], Path(folder), 2 * times)
    with tempfile.TemporaryDirectory() as folder:
        compare("all valid documents", by_schema(True), Path(folder), times)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
