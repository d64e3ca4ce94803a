"""Measure how fast e-books are made.

    python benchmarks/epub.py [TEXT.xml ...]

Without texts: a novel of 1 MB, and a book of 6 MB with 2,300 notes, both drawn by a
generator with a fixed seed. Each is made in a process of its own; the seconds are of
CPU, with the start of Python and the compiling of the stylesheets, and without.
"""

import random
import subprocess
import sys
import tempfile
from pathlib import Path

_WORDS = (
    *("the", "of", "and", "a", "to", "in", "he", "was", "that", "it", "his"),
    *("her", "with", "as", "had", "for", "she", "not", "at", "but"),
)
_MAKE = """
import sys, time
from pathlib import Path
from octavo.edition import Manifest
from octavo.render import context, epub
from octavo.source import read
source = read(Path(sys.argv[1]))
known = context.build(Manifest(), [source], [])
times = []
for _ in range(2):
    begun = time.process_time()
    made = epub.book(source, known)
    times.append(time.process_time() - begun)
size = len(next(iter(made.files.values())))
print(time.process_time() - times[1], *times, size)
"""


def main() -> None:
    """Measure the texts named, or those drawn here."""
    with tempfile.TemporaryDirectory() as name:
        texts = [Path(text) for text in sys.argv[1:]] or [
            _drawn(Path(name) / "novel.xml", 1.0, 0),
            _drawn(Path(name) / "notes.xml", 6.0, 2300),
        ]
        print("text | MB | seconds in all | making it | again | EPUB in MB")
        for text in texts:
            done = subprocess.run(
                [sys.executable, "-c", _MAKE, str(text)],
                check=True,
                capture_output=True,
                text=True,
            )
            whole, first, second, size = map(float, done.stdout.split())
            print(
                f"{text.name} | {text.stat().st_size / 1e6:.2f} | {whole:.2f} | "
                f"{first:.2f} | {second:.2f} | {size / 1e6:.2f}"
            )


def _drawn(path: Path, megabytes: float, notes: int) -> Path:
    """Write a book of some length with notes spread over its paragraphs."""
    draw = random.Random(1)
    count = round(megabytes * 1e6 / 385)
    noted = set(draw.sample(range(count), notes))
    paragraphs = [
        f"<p>{_sentence(draw, 90)}"
        + (f"<note><p>{_sentence(draw, 12)}</p></note>" if at in noted else "")
        + f" <hi rend='italic'>{_sentence(draw, 6)}</hi></p>"
        for at in range(count)
    ]
    chapters = [
        f"<div type='chapter'><head>Chapter {at // 60 + 1}</head>"
        f"{''.join(paragraphs[at : at + 60])}</div>"
        for at in range(0, count, 60)
    ]
    header = "<fileDesc><titleStmt><title>Book</title></titleStmt></fileDesc>"
    path.write_text(
        f"<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader>{header}</teiHeader>"
        f"<text xml:lang='en'><body>{''.join(chapters)}</body></text></TEI>"
    )
    return path


def _sentence(draw: random.Random, words: int) -> str:
    return " ".join(draw.choices(_WORDS, k=words)).capitalize() + "."


if __name__ == "__main__":
    main()
