"""Compare the accelerator with the run in Python on documents made by chance.

Usage: python benchmarks/accelerator_fuzz.py [FIRST SEED] [SEEDS]
Every seed makes one schema and some documents, then changes their bytes, and it
changes one real document, if the collection is there. They are read in chunks of any
size. A difference in a verdict or in any finding is printed with its seed.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from functools import cache
from pathlib import Path

from relaxng_data import BASE, by_schema
from relaxng_fuzz import DOCUMENTS, Maker

from octavo.relaxng import Schema, SchemaError, acceptor, document, load

CHUNKS = (16, 64, 1000, 1 << 16)
LARGEST = 100_000
PIECES = (
    b"<",
    b">",
    b"&amp;",
    b"&#x10FFFF;",
    b"&x;",
    b"<![CDATA[ ]]>",
    b"<!-- -->",
    b"<?x y?>",
    b' xmlns="urn:x"',
    b' xmlns:a=""',
    b' u="1"',
    b"<a>",
    b"</a>",
    b"<a/>",
    b"\xff",
    b"\xc3\xa4",
    b"\0",
    b"<!DOCTYPE a [<!ENTITY x '<b/>'><!ATTLIST a u CDATA '1'>]>",
)


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """Cut, double and put in some bytes."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at, other = chance.randrange(len(changed) + 1), chance.randrange(len(data))
        piece = chance.choice([chance.choice(PIECES), data[other : other + 30], b""])
        changed[at : at + chance.choice([0, 0, 1, 5])] = piece
    return bytes(changed)


def answer(schema: Schema, data: bytes, pure: str) -> tuple[object, ...]:
    """Give verdict and findings, with the accelerator unless it shall be pure."""
    os.environ[acceptor.PURE] = pure
    return (schema.accepts(data), *schema.validate(data))


@cache
def kept(path: Path, pure: str) -> Schema:
    """Read a real schema, once for each of the runs; tables must not be shared."""
    return load(path, cache=Path(tempfile.gettempdir()) / f"octavo-fuzz{pure}")


def made(chance: random.Random, seed: int, folder: Path) -> list[tuple[Path, bytes]]:
    """Make pairs of schema and document."""
    maker, path = Maker(seed), folder / f"{seed}.rng"
    path.write_text(maker.schema(), encoding="utf-8")
    whole = [maker.document().encode() for _ in range(DOCUMENTS)]
    return [(path, d) for d in (*whole, *(spoilt(d, chance) for d in whole))]


def compare(pairs: list[tuple[Path, bytes]], chance: random.Random) -> int:
    """Try pairs; print and count the differences."""
    bad = 0
    for path, data in pairs:
        document.CHUNK = chance.choice(CHUNKS)  # type: ignore[misc]
        try:
            pure, accelerated = (answer(kept(path, p), data, p) for p in ("1", ""))
        except SchemaError:
            return bad
        if pure != accelerated:
            bad += 1
            print(path.name, repr(data[:2000]), pure[:3], accelerated[:3], sep="\n  ")
    return bad


def main(first: int = 0, count: int = 200) -> None:
    """Try seeds."""
    real = [p for v in (True, False) for p in by_schema(v)] if BASE.is_dir() else []
    real = [pair for pair in real if pair[1].stat().st_size < LARGEST]
    tried = bad = 0
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder
        for seed in range(first, first + count):
            chance = random.Random(seed)
            pairs = made(chance, seed, Path(folder))
            if real:
                path, file = chance.choice(real)
                pairs.append((path, spoilt(file.read_bytes(), chance)))
            tried, bad = tried + len(pairs), bad + compare(pairs, chance)
    print(f"{tried} pairs, {bad} differences")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
