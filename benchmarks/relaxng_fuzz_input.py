"""Try schemas that are broken by chance, in both syntaxes, and regular expressions.

Usage: python benchmarks/relaxng_fuzz_input.py [FIRST SEED] [SEEDS]
A broken schema may only be refused, and soon; the quick reader must come to the same
end as the careful one. Regular expressions are compared with Jing.
"""

from __future__ import annotations

import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from unittest import mock
from xml.sax.saxutils import escape

from relaxng_fuzz import DECLARATION, Maker
from relaxng_jing import places

from octavo.relaxng import Schema, SchemaError, convert, includes, load, quickreader

SECONDS = 20
PIECES = (
    *"abZ019 .-_:é",
    *("\\d", "\\s", "\\w", "\\i", "\\c", "\\D", "\\S", "\\W", "\\.", "\\-", "\\p{L}"),
    *("\\p{Lu}", "\\P{N}", "[a-c]", "[^a]", "[a-z-[b-d]]", "(", ")", "|"),
    *("?", "*", "+", "{2}", "{1,3}", "{0,}", "[", "]", "^", "$", "\\p{IsGreek}"),
)
# Not among them: a hyphen at the end of a class, as in [a-], which Jing refuses and
# XML Schema, Part 2, appendix F, allows.
LETTERS = "abcdzZ019 .-_:éα\n"


def broken(text: str, chance: random.Random) -> str:
    """Take out, double, move or change pieces of a text."""
    for _ in range(chance.choice([1, 1, 2, 4])):
        start, other = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        end = min(start + chance.choice([1, 2, 5, 30]), len(text))
        piece = text[start:end]
        text = (
            chance.choice(
                [
                    text[:start] + text[end:],
                    text[:end] + piece + text[end:],
                    text[:start] + text[end:other] + piece + text[max(other, end) :],
                    text[:start]
                    + chance.choice("<>&\"'{}[]()|&,*?=~\\#\0é")
                    + text[end:],
                ]
            )
            or "a"
        )
    return text


def outcome(path: Path) -> list[str]:
    """Say what becomes of a schema."""
    try:
        made = load(path)
    except SchemaError as error:
        return [repr(d) for d in error.diagnostics]
    return [f"{d.code} {d.line}:{d.column}" for d in made.validate(b"<a/>")]


def in_time(work: Callable[[], object], what: str) -> int:
    """Do something that must not crash or hang; give 1 if it does."""
    before = time.process_time()
    signal.alarm(3 * SECONDS)
    try:
        work()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
        print(what, "crashes:", repr(error)[:300])
        return 1
    finally:
        signal.alarm(0)
    if time.process_time() - before > SECONDS:
        print(what, "takes too long")
        return 1
    return 0


def broken_schemas(seed: int, folder: Path) -> int:
    """Break one schema in both syntaxes; give the number of failures."""
    chance = random.Random(seed)
    text = Maker(seed).schema()
    compact = convert.to_compact(includes.parse(text.encode(), "s.rng"))
    bad = 0
    for n in range(10):
        xml, rnc = folder / f"{seed}-{n}.rng", folder / f"{seed}-{n}.rnc"
        xml.write_text(broken(text, chance), encoding="utf-8")
        rnc.write_text(broken(compact, chance), encoding="utf-8")
        bad += in_time(lambda rnc=rnc: outcome(rnc), f"{rnc.name} {rnc.read_text()!r}")
        bad += in_time(lambda xml=xml: same(xml), f"{xml.name} {xml.read_text()!r}")
    return bad


def same(path: Path) -> None:
    """Make sure that both readers lead to the same end."""
    quick = outcome(path)
    with mock.patch.object(quickreader, "read", return_value=None):
        careful = outcome(path)
    assert quick == careful, (quick, careful)


def expressions(seeds: range, folder: Path) -> int:
    """Compare regular expressions with Jing; give the number of disagreements."""
    pairs = []
    for seed in seeds:
        chance = random.Random(seed)
        pattern = "".join(chance.choices(PIECES, k=chance.randint(1, 8)))
        path = folder / f"{seed}.rng"
        param = f'<param name="pattern">{escape(pattern)}</param>'
        path.write_text(
            '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0" '
            'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">'
            f'<data type="string">{param}</data></element>',
            encoding="utf-8",
        )
        for n in range(8):
            document = folder / f"{seed}-{n}.xml"
            text = "".join(chance.choices(LETTERS, k=chance.randint(0, 4)))
            document.write_text(f"{DECLARATION}<a>{text}</a>", encoding="utf-8")
            pairs.append((path, document))
    answers = places(pairs)
    return sum(
        not agree(*pair, answer) for pair, answer in zip(pairs, answers, strict=True)
    )


def agree(path: Path, document: Path, jing: str) -> bool:
    """Tell whether the verdicts are the same; print them if not."""
    try:
        schema: Schema | None = load(path)
    except SchemaError:
        schema = None
    valid = schema is not None and schema.accepts(document.read_bytes())
    mine = "schema-error" if schema is None else "" if valid else "invalid"
    theirs = jing if jing in ("", "schema-error") else "invalid"
    if mine != theirs:
        text = path.read_text().partition("pattern")[2].partition("<")[0]
        print(path.name, text, repr(document.read_text()[39:]), "jing:", theirs)
    return mine == theirs


def main(first: int = 0, count: int = 100) -> None:
    """Try seeds in batches."""
    bad = 0
    for start in range(first, first + count, 50):
        seeds = range(start, min(start + 50, first + count))
        with tempfile.TemporaryDirectory() as folder:
            bad += sum(broken_schemas(seed, Path(folder)) for seed in seeds)
            bad += expressions(seeds, Path(folder))
        print(f"seeds {seeds}: {bad} failures so far", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
