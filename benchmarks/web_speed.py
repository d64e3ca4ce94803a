"""Measure how fast web editions are made, each by a process of its own.

    python benchmarks/web_speed.py [NOVEL.xml ...]

Makes a plain text, one dense with notes and names, and many small documents, and
builds the site of each as a user would, with start-up and writing. CPU is user and
system; a second figure is without what an empty text costs.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

WORDS = (  # noqa: SIM905, a list of words reads better as a line
    "the of and a to in he was that it his her with as had for she not at but be on "
    "they have him which said from all this were by there one so lamp water evening"
).split()
PERSONS = 200
SMALL = 500


@dataclass(frozen=True)
class Measured:
    """One build: megabytes read, seconds of CPU, megabytes of memory at most."""

    size: float
    seconds: float
    peak: int


def main() -> None:
    """Build each text and print the table."""
    random.seed(1)
    print("text | MB | s CPU | s less start | MB/s | docs/s | peak MB")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = build(edition(folder / "empty", [text(1, 1, 0, 0)])).seconds
        for label, path, documents in texts(folder):
            report(label, build(path), start, documents)
        plain, split = (build(p) for p in ways(folder))
        ratio = (split.seconds - start) / (plain.seconds - start)
        print(f"with chapters : one page only = {ratio:.2f} : 1")


def report(label: str, made: Measured, start: float, documents: int) -> None:
    """Print a line of the table."""
    net = made.seconds - start
    print(
        f"{label} | {made.size:.2f} | {made.seconds:.2f} | {net:.2f} | "
        f"{made.size / net:.1f} | {documents / net:.0f} | {made.peak}"
    )


def texts(folder: Path) -> Iterator[tuple[str, Path, int]]:
    """Give the texts to measure: a label, the edition, how many documents."""
    for path in sys.argv[1:]:
        yield Path(path).name, edition(folder / "novel", [Path(path).read_text()]), 1
    yield "plain", edition(folder / "plain", [text(40, 70, 0, 0)]), 1
    yield "plain, long", edition(folder / "long", [text(240, 70, 0, 0)]), 1
    dense = text(40, 70, 2300 / 2800, 22_000 / 2800)
    yield "2,300 notes, 22,000 names", edition(folder / "dense", [dense]), 1
    letters = [text(1, 6, 0, 0) for _ in range(SMALL)]
    yield f"{SMALL} letters", edition(folder / "letters", letters), SMALL


def ways(folder: Path) -> Iterator[Path]:
    """Give a text twice: to be made into one page, and into chapters as well."""
    for split in ("none", "chapter"):
        yield edition(folder / split, [text(40, 70, 0, 0)], split)


def edition(folder: Path, documents: list[str], split: str = "chapter") -> Path:
    """Write an edition with some documents."""
    (folder / "texts").mkdir(parents=True)
    manifest = f'title = "Measured"\n[web]\nsplit = "{split}"\n'
    (folder / "edition.toml").write_text(manifest, encoding="utf-8")
    for number, document in enumerate(documents):
        path = folder / "texts" / f"t{number:04}.xml"
        path.write_text(document, encoding="utf-8")
    return folder


def text(chapters: int, paragraphs: int, notes: float, names: float) -> str:
    """Make a text; `notes` and `names` are means for each paragraph."""
    persons = "".join(
        f'<person xml:id="p{n}"><persName>Person {n}</persName></person>'
        for n in range(PERSONS if names else 0)
    )
    body = "".join(
        f"<div><head>Chapter {n}</head>{''.join(prose(notes, names, paragraphs))}</div>"
        for n in range(1, chapters + 1)
    )
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>'
        "<titleStmt><title>Measured</title></titleStmt><publicationStmt><p>None</p>"
        "</publicationStmt><sourceDesc><p>Made</p></sourceDesc></fileDesc></teiHeader>"
        f"<standOff><listPerson>{persons}<person><persName>None</persName></person>"
        f"</listPerson></standOff><text><body>{body}</body></text></TEI>"
    )


def prose(notes: float, names: float, paragraphs: int) -> Iterator[str]:
    """Make paragraphs of about 370 letters."""
    for _ in range(paragraphs):
        words = random.choices(WORDS, k=88)
        for _ in range(round(names + random.random() - 0.5)):
            at = random.randrange(len(words))
            words[at] = f'<persName ref="#p{random.randrange(PERSONS)}">Ada</persName>'
        if random.random() < notes:
            words.append(f"<note>{' '.join(random.choices(WORDS, k=12))}</note>")
        yield f"<p>{' '.join(words)}.</p>"


def build(folder: Path) -> Measured:
    """Build the site of an edition twice; the second, warmer run counts."""
    order = [sys.executable, "-m", "octavo", "build", str(folder), "--only", "html"]
    size = sum(p.stat().st_size for p in (folder / "texts").iterdir()) / 1e6
    for _ in range(2):
        child = subprocess.Popen([*order, "--force"], stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            sys.exit(f"{folder}: exit {child.returncode}")
    return Measured(size, cpu(used), used.ru_maxrss // 1024)


def cpu(used: resource.struct_rusage) -> float:
    """Give the seconds of CPU, user and system."""
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
