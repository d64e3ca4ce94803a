"""How fast the encoder is, whether time grows with the text, and what memory it takes.

    python benchmarks/encode_speed.py [MB,MB,...] [FILE...]

Each FILE is a raw text; without one, a book of prose and a book full of notes and names
are made here. A text is repeated until it is long enough. Times are of the processor,
of the call alone; memory is the most that the process had, less what it had before.
"""

import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

NAMES = ("Anna Berg", "Otto Holm", "Clara Lund", "Karl Sund", "Ida Falk", "Emil Strand")
COMMON = (
    "the of and to a in that was he it had with as for his on at by not which but from "
    "they all were this so have one said what up out into when more them could time "
    "little then some very like about made great before must through house water night"
)
WORDS = COMMON.split()
MEBI = 1_000_000


def sentence(choose: random.Random, *, dense: bool) -> str:
    """Make a sentence; a dense one has a name or two."""
    words = [choose.choice(WORDS) for _ in range(choose.randint(6, 20))]
    for _ in range(2 * dense):
        words.insert(choose.randrange(len(words)), choose.choice(NAMES))
    words[0] = words[0].capitalize()
    return " ".join(words)


def prose(choose: random.Random) -> Iterator[str]:
    """Make a chapter of plain prose, wrapped."""
    yield f"CHAPTER {choose.randint(1, 99)}.\n"
    for _ in range(30):
        text = ". ".join(sentence(choose, dense=False) for _ in range(6)) + "."
        yield wrapped(text)


def notes(choose: random.Random) -> Iterator[str]:
    """Make a chapter with short paragraphs, names, and a note to each."""
    yield f"CHAPTER {choose.randint(1, 99)}.\n"
    for number in range(1, 31):
        yield wrapped(f"{sentence(choose, dense=True)}.[{number}]")
    for number in range(1, 31):
        yield wrapped(f"[{number}] {sentence(choose, dense=True)}, 1921, p. {number}.")


def wrapped(text: str) -> str:
    """Break a paragraph at 72 characters."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        if len(line) + len(word) > 71:
            lines.append(line)
            line = ""
        line += (" " if line else "") + word
    return "\n".join([*lines, line]) + "\n"


def book(make: Callable[[random.Random], Iterator[str]], size: int) -> str:
    """Put chapters together until they are so many bytes."""
    choose, length = random.Random(1), 0
    parts: list[str] = []
    while length < size:
        chapter = "\n".join(make(choose)) + "\n\n"
        parts.append(chapter)
        length += len(chapter)
    return "".join(parts)


def text_of(source: str, size: int) -> str:
    """Give a text of about so many bytes: made here, or a file repeated."""
    if source in MADE:
        return book(MADE[source], size)
    text = Path(source).read_text(encoding="utf-8")
    return text * max(1, round(size / len(text.encode())))


MADE = {"prose": prose, "notes and names": notes}


def measure(source: str, size: int, *, names: bool) -> None:
    """Encode one text in this process and print the figures."""
    from octavo.encode import Profile, encode

    encode("One.\n\nTwo.\n", Profile(names=names))
    text = text_of(source, size)
    before, start = peak(), time.process_time()
    encode(text, Profile(names=names))
    seconds = time.process_time() - start
    length = len(text.encode())
    print(length, seconds, peak() - before)


def peak() -> int:
    """Give the most memory this process has had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def table(sizes: list[int], sources: list[str]) -> None:
    """Measure each text in each size, a process for each."""
    print(f"{'text':24} {'names':5} {'MB':>6} {'s':>7} {'MB/s':>6} {'memory':>8}")
    for source, names, size in product(sources, (False, True), sizes):
        call = [sys.executable, __file__, "--one", source, str(size)]
        done = subprocess.run(
            [*call, str(names)], capture_output=True, text=True, check=True
        )
        length, seconds, memory = map(float, done.stdout.split())
        print(
            f"{Path(source).name[:24]:24} {'yes' if names else 'no':5} "
            f"{length / MEBI:6.2f} {seconds:7.2f} "
            f"{length / MEBI / seconds:6.2f} {memory / length:7.1f}x",
            flush=True,
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(sys.argv[2], int(sys.argv[3]), names=sys.argv[4] == "True")
    else:
        given = sys.argv[1] if len(sys.argv) > 1 else "0.1,1,10"
        sizes = [int(float(size) * MEBI) for size in given.split(",")]
        table(sizes, sys.argv[2:] or list(MADE))
