"""The real documents and schemas that the benchmarks of the grammar engine run on."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
COLLECTION = Path(os.environ.get("OCTAVO_TESTDATA", ROOT.parent / "shared"))
BASE = COLLECTION / "data" / "validate"
TEI_ALL = BASE / "schemas/tei/tei_all.rng"
SMALL = min((BASE / "corpus/copadocs").glob("*.xml"))


def pairs() -> Iterator[dict[str, Any]]:
    """Give the pairs of schema and document with the verdict of Jing."""
    if not BASE.is_dir():
        raise SystemExit("set OCTAVO_TESTDATA to the collection of real documents")
    with (BASE / "expected.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def by_schema(valid: bool) -> list[tuple[Path, Path]]:
    """Give the pairs of one verdict, those of one schema together."""
    found = [p for p in pairs() if p["valid"] == valid]
    order = {
        name: n for n, name in enumerate(dict.fromkeys(p["schema"] for p in found))
    }
    found.sort(key=lambda pair: order[pair["schema"]])
    return [(BASE / p["schema"], BASE / p["document"]) for p in found]
