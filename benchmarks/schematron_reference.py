"""List where our Schematron findings differ from those of a reference processor.

    python benchmarks/schematron_reference.py FOLDER > schematron_reference.md

FOLDER has `schematron/expected.jsonl`, the findings of the reference as one JSON object
a line (`schematron`, `document`, `findings` with `location` and `text`), with the
schemas beside it, and the documents in `validate/`.

For every finding that only we have, the nearest node above it is looked for at which
the same pattern has matched: there the reference stops to apply the pattern.
"""

import argparse
import json
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from octavo import schematron, source
from octavo.diagnostics import Diagnostic

SCH = "{http://purl.oclc.org/dsdl/schematron}"
HEAD = """# Schematron: where we find more than the reference

Made by `benchmarks/schematron_reference.py`.

{same} of {pairs} pairs of schema and document have the same findings: same rule, same
node, same text. In the other {other} we report {more} findings besides; we miss {less}.

Of these {more}, {explained} stand below a node that a rule of the same pattern
has matched before. The reference hands the list of patterns that have matched
down to the children of a node, and applies no rule of such a pattern to anything
inside. In ISO/IEC 19757-3 a rule fires for a node unless an earlier rule of its
pattern has matched that same node (clause 6.5 of the edition of 2016: the rules
of a pattern are as if-then-else; clause 3.20 of 2020 says when a context
matches). Descendants are nodes of their own, and no clause takes them out. With
this habit of the reference copied into our stylesheets, the findings of all pairs
are the same (`tests/unit/schematron/test_reference.py`).

| schema | document | words of the finding | besides | reference silent below |
|---|---|---|---|---|
"""


@dataclass
class Rules:
    """A schema, with its patterns numbered, and one that tells what they match."""

    numbered: schematron.Schema
    matching: schematron.Schema


@dataclass
class Totals:
    """What is counted over all pairs."""

    pairs: int = 0
    other: int = 0
    more: int = 0
    less: int = 0
    explained: int = 0
    rows: list[str] = field(default_factory=list)


def prepared(path: Path, folder: Path) -> Rules:
    """Give every assert and report the number of its pattern as id."""
    tree = etree.parse(path)
    for number, pattern in enumerate(tree.iter(f"{SCH}pattern")):
        for check in pattern.iter(f"{SCH}assert", f"{SCH}report"):
            check.set("id", f"P{number}")
    numbered = folder / f"numbered-{path.name}"
    tree.write(numbered)
    for number, pattern in enumerate(tree.iter(f"{SCH}pattern")):
        for rule in pattern.iter(f"{SCH}rule"):
            for check in list(rule.iter(f"{SCH}assert", f"{SCH}report")):
                rule.remove(check)
            etree.SubElement(rule, f"{SCH}report", test="true()", id=f"P{number}")
    matching = folder / f"matching-{path.name}"
    tree.write(matching)
    return Rules(schematron.load(numbered), schematron.load(matching))


def compared(pair: dict, rules: Rules, root: Path, totals: Totals) -> None:
    """Compare the findings of one pair, and add the lines for the table."""
    document = source.read(root / "validate" / pair["document"])
    expected = Counter((f["location"], f["text"]) for f in pair["findings"])
    found = list(rules.numbered.validate(document))
    more = list(besides(found, expected))
    totals.pairs += 1
    totals.less += (expected - Counter((f.xpath, f.message) for f in found)).total()
    if not more:
        return
    totals.other += 1
    totals.more += len(more)
    matched = {(m.code, m.xpath) for m in rules.matching.validate(document)}
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for finding in more:
        above = silenced(finding, matched)
        totals.explained += bool(above)
        groups[words(finding.message)].append((finding.xpath, above))
    for text, places in groups.items():
        names = sorted({name(above) for _, above in places})
        totals.rows.append(
            f"| {pair['schematron']} | {pair['document']} | {text} | {len(places)} "
            f"| {', '.join(names)} |"
        )


def besides(
    found: list[Diagnostic], expected: Counter[tuple[str, str]]
) -> Iterator[Diagnostic]:
    """Give the findings that the reference does not have."""
    left = expected.copy()
    for finding in found:
        key = (finding.xpath, finding.message)
        if left[key]:
            left[key] -= 1
        else:
            yield finding


def silenced(finding: Diagnostic, matched: set[tuple[str, str]]) -> str:
    """Give the nearest node above that the pattern of a finding has matched."""
    path = finding.xpath
    while path:
        path = (
            path.rpartition("/Q{")[0] if "/@" not in path else path.rpartition("/@")[0]
        )
        path = path if path.count("{") == path.count("}") else ""
        if (finding.code, path) in matched:
            return path
    return ""


def words(message: str) -> str:
    """Give the words of a finding without the values in them, fit for a table."""
    return re.sub(r'"[^"]*"', '"…"', message).replace("|", "/")


def name(path: str) -> str:
    """Give the name of the last element of a path."""
    return re.sub(r".*\}(\w+)\[\d+\].*", r"`\1`", path)


def main() -> None:
    """Print the list."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    root = parser.parse_args().folder
    totals = Totals()
    rules: dict[str, Rules] = {}
    pairs = (root / "schematron/expected.jsonl").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        for line in pairs.strip().split("\n"):
            pair = json.loads(line)
            schema = pair["schematron"]
            if schema not in rules:
                path = root / "schematron" / schema
                rules[schema] = prepared(path, Path(folder))
            compared(pair, rules[schema], root, totals)
    numbers = vars(totals) | {"same": totals.pairs - totals.other}
    print(HEAD.format(**numbers) + "\n".join(totals.rows))


if __name__ == "__main__":
    main()
