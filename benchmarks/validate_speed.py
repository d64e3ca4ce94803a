"""Measure how much CPU rules and many documents take.

    python benchmarks/validate_speed.py RULES.sch SMALL.xml LARGE.xml [--documents 1000]

Whole processes for the rules; for many documents, copies of a valid sample in two
processes, once with an empty cache and once again. CPU is that of all processes.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "tests" / "schema" / "valid" / "letter.xml"
RULES = """
import sys
from pathlib import Path
from octavo import schematron, source
rules = schematron.load(Path(sys.argv[1]))
for name in sys.argv[2:]:
    print(sum(1 for _ in rules.validate(source.read(Path(name)))))
"""


def measured(*command: object, **environment: str) -> tuple[float, float]:
    """Give CPU and wall time of a command, in seconds."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(
        [str(part) for part in command],
        stdout=subprocess.DEVNULL,
        env=os.environ | environment,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.monotonic() - start


def main() -> None:
    """Print a line for each question."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rules", type=Path)
    parser.add_argument("small", type=Path)
    parser.add_argument("large", type=Path)
    parser.add_argument("--documents", type=int, default=1000)
    given = parser.parse_args()
    run = (sys.executable, "-c", RULES, given.rules)
    small = min(measured(*run, given.small)[0] for _ in range(5))
    both = min(measured(*run, given.small, given.large)[0] for _ in range(5))
    print(f"rules on a small document, whole process: {small:.2f} s of CPU")
    print(f"on a large document after that: {both - small:.2f} s more")
    many(given.documents)


def many(number: int) -> None:
    """Validate copies of a sample, with an empty cache and again."""
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts"
        texts.mkdir()
        sample = SAMPLE.read_text(encoding="utf-8")
        for n in range(number):
            named = sample.replace('xml:id="', f'xml:id="n{n}-')
            text = named.replace('"#', f'"#n{n}-')
            (texts / f"{n:05}.xml").write_text(text, encoding="utf-8")
        command = (sys.executable, "-m", "octavo", "validate", "-j", 2, folder)
        for run in ("first", "second"):
            cpu, wall = measured(*command, OCTAVO_CACHE=folder)
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            print(
                f"{number} documents, {run} run: {wall:.1f} s, {cpu:.1f} s of CPU, "
                f"{peak:.0f} MB the largest process so far"
            )


if __name__ == "__main__":
    main()
