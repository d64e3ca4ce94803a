"""Compare verdicts, first places and all places with Jing on the real documents.

Usage: python benchmarks/relaxng_agreement.py [EVERY nth pair]
"""

from __future__ import annotations

import sys
from collections import Counter

from relaxng_data import BASE, by_schema, pairs
from relaxng_jing import places

from octavo.relaxng import load


def main(step: int = 1) -> None:
    """Print how many verdicts, first places and errors agree."""
    expected = {(BASE / p["schema"], BASE / p["document"]): p for p in pairs()}
    chosen = (by_schema(True) + by_schema(False))[::step]
    answers = dict(zip(chosen, places(chosen), strict=True))
    count: Counter[str] = Counter()
    schemas = {path: load(path) for path in dict.fromkeys(s for s, _ in chosen)}
    for pair in chosen:
        found = list(schemas[pair[0]].validate(pair[1].read_bytes()))
        mine = Counter(f"{d.line}:{d.column}" for d in found)
        theirs = Counter(answers[pair].split())
        count["pairs"] += 1
        count["same verdict"] += (not found) == expected[pair]["valid"]
        count["errors of Jing"] += theirs.total()
        count["errors of Octavo"] += mine.total()
        count["errors only of Octavo"] += (mine - theirs).total()
        count["documents with more errors than Jing"] += mine.total() > theirs.total()
        if found:
            first = expected[pair]["errors"][0]
            same = (found[0].line, found[0].column) == (first["line"], first["column"])
            count["invalid"] += 1
            count["same first place"] += same
            count["same places altogether"] += mine == theirs
    for name, number in count.items():
        print(f"{number:8,}  {name}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
