"""How often the encoder is right, by kind of decision and by what @cert says of it.

Runs the encoder over cases with a known right answer and prints the table that the
manual shows. The cases and their alignment come with the collection of test data.

    python benchmarks/encode_calibration.py [FOLDER OF CASES ...]
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Protocol

from lxml import etree

from octavo.encode import encode
from octavo.names import tei

ROOT = Path(__file__).resolve().parent.parent
COLLECTION = Path(os.environ.get("OCTAVO_TESTDATA", ROOT.parent / "shared"))
EVALUATION = COLLECTION / "eval" / "encode"
LEVELS = ("high", "medium", "low")
KINDS = {
    "heading": ("head", ("div",)),
    "paragraph": ("p", ("p",)),
    "verse": ("l", ("lg",)),
    "entry of a list": ("item", ("list",)),
    "block quotation": ("quote", ("quote",)),
    "reference to a note": ("note", ("ref",)),
    "person": ("persName", ("persName",)),
}
WANTED = {"high": 0.98, "medium": 0.90, "low": 0.60}


class Read(Protocol):
    """What the evaluation reads out of a document: stretches, by kind."""

    raw: str
    divs: list[tuple[int, int, str, int]]
    items: list[tuple[int, int]]
    notes: list[tuple[int, str]]
    pers: list[tuple[int, int, str, str]]


def modules() -> tuple[ModuleType, ModuleType, ModuleType]:
    """Give the modules that read and align TEI for the evaluation."""
    if not EVALUATION.is_dir():
        raise SystemExit("set OCTAVO_TESTDATA to the collection of real documents")
    sys.path.insert(0, str(EVALUATION))
    return tuple(map(import_module, ("align", "score", "teilib")))  # type: ignore[return-value]


def spans(kind: str, found: Read, score: ModuleType) -> list[tuple[int, int]]:
    """Give the stretches of one kind in a document that was read."""
    if kind == "heading":
        return [(d[0], d[0]) for d in found.divs]
    if kind == "entry of a list":
        return [(a, a) for a, _ in found.items]
    if kind == "reference to a note":
        return [(a, a) for a, _ in found.notes]
    if kind == "person":
        return [score.core(x) for x in found.pers if score.named(x)]
    names = {"paragraph": "ps", "verse": "ls", "block quotation": "quotes"}
    return list(getattr(found, names[kind]))


def of_level(
    root: etree._Element, names: tuple[str, ...], level: str
) -> Iterator[etree._Element]:
    """Give the elements of other levels, whose names are to be hidden."""
    for element in root.iter(*map(tei, names)):
        holder = element.find(tei("head")) if element.tag == tei("div") else element
        plain = element.tag == tei("ref") and element.get("type") != "noteref"
        if holder is None or plain or element.get("cert", "high") != level:
            yield element


def hide(element: etree._Element) -> None:
    """Take away what makes an element count."""
    if element.tag == tei("ref"):
        element.tag, element.text = tei("ptr"), None
        element.attrib.clear()
        return
    element.tag = tei("seg")
    for inner in element.iter(tei("l"), tei("item")):
        inner.tag = tei("seg")


def hide_notes(root: etree._Element) -> None:
    """Take away the notes that no reference is left for."""
    called = {ref.get("target", "")[1:] for ref in root.iter(tei("ref"))}
    for note in root.iter(tei("note")):
        if note.get("{http://www.w3.org/XML/1998/namespace}id") not in called:
            note.tag = tei("fw")


def only(tree: bytes, names: tuple[str, ...], level: str) -> etree._Element:
    """Give the document with the decisions of one level alone."""
    root = etree.fromstring(tree)
    for element in list(of_level(root, names, level)):
        hide(element)
    if names == ("ref",):
        hide_notes(root)
    return root


def case(folder: Path, style: str, counts: Counter[tuple[str, str, bool]]) -> None:
    """Count the right and the wrong decisions of one case."""
    align, score, teilib = modules()
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    layers = set(meta.get("layers", [layer for layer, _ in KINDS.values()]))
    tree = encode((folder / f"input.{style}.txt").read_bytes()).tei
    gold = teilib.extract(teilib.parse(folder / "gold.xml"))
    whole = teilib.extract(etree.fromstring(tree))
    both = align.Align(gold.raw, whole.raw)
    hidden = score.STYLE_DROP.get(style, set())
    for kind, (layer, names) in KINDS.items():
        if layer not in layers or layer in hidden:
            continue
        right = spans(kind, gold, score)
        others = set(spans(kind, teilib.extract(only(tree, names, "")), score))
        for level in LEVELS:
            found = teilib.extract(only(tree, names, level))
            for start, end in spans(kind, found, score):
                if (start, end) in others:
                    continue  # such as an opener, which counts as a paragraph
                a, b = both.start_to_gold(start), both.end_to_gold(end)
                b = a if start == end else b
                good = any(abs(a - x) <= 2 and abs(b - y) <= 2 for x, y in right)
                counts[kind, level, good] += 1


def table(counts: Counter[tuple[str, str, bool]]) -> Iterator[str]:
    """Give the lines of the table."""
    for kind in KINDS:
        cells = [kind]
        for level in LEVELS:
            right = counts[kind, level, True]
            total = right + counts[kind, level, False]
            cells.append(f"{right / total:.3f} of {total}" if total else "none")
        yield "\t".join(cells)


def main() -> None:
    """Print the table."""
    folders = [Path(x) for x in sys.argv[1:]] or [EVALUATION / "cases" / "open"]
    counts: Counter[tuple[str, str, bool]] = Counter()
    for folder in sorted(f for x in folders for f in x.iterdir() if f.is_dir()):
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        for style in meta["styles"]:
            case(folder, style, counts)
    print(
        "\t".join(["decision", *(f"{k} (wanted {v:.2f})" for k, v in WANTED.items())])
    )
    print("\n".join(table(counts)))


if __name__ == "__main__":
    main()
