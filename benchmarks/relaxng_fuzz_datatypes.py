"""Try values of all datatypes of XML Schema, with facets, made by chance, beside Jing.

Usage: python benchmarks/relaxng_fuzz_datatypes.py [FIRST SEED] [SEEDS]
Each seed is one schema, of an element for each datatype with its facets, and one
document of values, a line each; the lines that are refused are compared.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from pathlib import Path
from xml.sax.saxutils import escape

from relaxng_jing import places

from octavo.relaxng import SchemaError, load

NAMES = (
    *("string", "normalizedString", "token", "language", "Name", "NCName", "NMTOKEN"),
    *("NMTOKENS", "QName", "anyURI", "boolean", "base64Binary", "hexBinary"),
    *("decimal", "integer", "long", "int", "short", "byte", "nonNegativeInteger"),
    *("positiveInteger", "nonPositiveInteger", "negativeInteger", "unsignedLong"),
    *("unsignedInt", "unsignedShort", "unsignedByte", "float", "double", "duration"),
    *("dateTime", "date", "time", "gYear", "gYearMonth", "gMonthDay", "gDay"),
    "gMonth",
)
SEEDS_OF_VALUES = (
    *("1999-12-31", "2000-02-29", "1900-02-29", "-0044-03-15", "0000-01-01"),
    *("12345-06-07", "2001-13-01", "1999-12-31Z", "1999-12-31+14:00", "1999-12"),
    *("1999-12-31-14:01", "23:59:60", "24:00:00", "23:59:59.999Z", "12:30", "--02-30"),
    *("--12-25", "---31", "---32", "--04", "--13", "1999", "-0001", "99", "+1999"),
    *("1999-12-31T24:00:00", "1999-12-31T23:59:59", "2000-01-01T00:00:00.0-00:00"),
    *("P1Y2M3DT4H5M6.7S", "-P1D", "PT", "P", "P1YT", "PT0S", "P1M", "P30D", "P-1D"),
    *("1", "-1", "+1", "0", "-0", "00012", "1.5", ".5", "5.", "-.", "1e3", "1E-400"),
    *("127", "128", "-129", "255", "256", "32768", "65536", "4294967296", "1,000"),
    *("9223372036854775808", "18446744073709551615", "18446744073709551616"),
    *("INF", "-INF", "+INF", "NaN", "1.7976931348623157E309", "3.4028236E38"),
    *("true", "false", "TRUE", "yes", "en", "en-GB", "x-klingon-verylongpart", "i"),
    *("a:b", "p:b", "a:b:c", ":a", "a:", "1a", "_a", "é", "a b", "a.b-c", "·a"),
    *("QUJD", "QUJ D", "QUI=", "QQ==", "Q===", "QR==", "0aFF", "0aF", "0g", "=", "/+"),
    *("http://example.org/a%20b?c#d", "http://[::1]/", "%zz", "a b", "#a#b", "::", "é"),
    *("", " ", "\t", "\n", "  x  y ", "mailto:a@b", "//a:b", "http://a:99999999/"),
)
LETTERS = "0123456789-+:.TZPYMDHSeEaA fF%#/= "
ORDERED = (*NAMES[13:], "float", "double")
PIECES = 12


def value(chance: random.Random) -> str:
    """Make a value: one of many kinds, often with a small change."""
    made = chance.choice(SEEDS_OF_VALUES)
    while made and chance.random() < 0.35:
        at = chance.randrange(len(made))
        letter = chance.choice(LETTERS) * chance.choice([0, 1, 1])
        made = made[:at] + letter + made[at + chance.choice([0, 1]) :]
    return made


def facets(name: str, chance: random.Random) -> str:
    """Make the facets of a datatype, fitting more or less."""
    found: dict[str, str] = {}
    for _ in range(chance.choice([0, 0, 1, 2])):
        if name in ORDERED and chance.random() < 0.7:
            edge = chance.choice(["min", "max"]) + chance.choice(["In", "Ex"])
            found[f"{edge}clusive"] = value(chance)
        elif name == "decimal" or "nteger" in name:
            kind = chance.choice(["totalDigits", "fractionDigits"])
            found[kind] = str(chance.randrange(6))
        else:
            kind = chance.choice(["length", "minLength", "maxLength"])
            found[kind] = str(chance.randrange(8))
    return "".join(
        f'<param name="{kind}">{escape(edge)}</param>' for kind, edge in found.items()
    )


def schema(patterns: list[str]) -> str:
    """Write the schema that allows the elements e0, e1 and so on, in any order."""
    elements = "".join(
        f'<element name="e{number}">{pattern}</element>'
        for number, pattern in enumerate(patterns)
    )
    return (
        '<element name="r" xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary='
        '"http://www.w3.org/2001/XMLSchema-datatypes"><zeroOrMore><choice>'
        f"{elements}</choice></zeroOrMore></element>"
    )


def usable(folder: Path, chance: random.Random) -> list[str]:
    """Make patterns that both programs take; say where only one does."""
    made = []
    for name in NAMES:
        edges = facets(name, chance)
        pattern = f'<data type="{name}">{edges}</data>'
        if chance.random() < 0.2:
            pattern = f'<value type="{name}">{escape(value(chance))}</value>'
        made.append(pattern)
    document = folder / "empty.xml"
    document.write_text("<r/>")
    pairs = []
    for number, pattern in enumerate(made):
        path = folder / f"{number}.rng"
        path.write_text(schema([pattern]))
        pairs.append((path, document))
    theirs = places(pairs)
    taken = []
    for (path, _), pattern, said in zip(pairs, made, theirs, strict=True):
        if takes(path) != (said != "schema-error"):
            print(f"schema: {pattern}: Jing {said or 'takes it'}, we do not agree")
        elif said != "schema-error":
            taken.append(pattern)
    return taken


def takes(path: Path) -> bool:
    """Tell whether we take a schema."""
    try:
        load(path)
    except SchemaError:
        return False
    return True


def compare(seed: int, folder: Path) -> tuple[Counter[str], int]:
    """Compare the lines that are refused; count what differs by datatype."""
    chance = random.Random(seed)
    patterns = usable(folder, chance)
    grammar, document = folder / "all.rng", folder / "all.xml"
    grammar.write_text(schema(patterns), encoding="utf-8")
    tries = [
        (number, value(chance)) for number in range(len(patterns)) for _ in range(40)
    ]
    # A blank line keeps a value of two lines from standing where the next begins.
    lines = [f"<e{number}>{escape(text)}</e{number}>\n" for number, text in tries]
    document.write_text("<r xmlns:p='urn:p'>\n" + "\n".join(lines) + "</r>")
    (said,) = places([(grammar, document)])
    theirs = {int(place.split(":")[0]) for place in said.split()}
    schema_ = load(grammar)
    ours = {found.line for found in schema_.validate(document.read_bytes(), "a.xml")}
    differing: Counter[str] = Counter()
    line = 2
    for (number, text), written in zip(tries, lines, strict=True):
        end = line + written.count("\n")
        span = set(range(line, end))
        if bool(span & ours) != bool(span & theirs):
            differing[patterns[number]] += 1
            who = "we" if span & ours else "Jing"
            print(f"seed {seed}: only {who} refuse {text!r} as {patterns[number]}")
        line = end + 1
    return differing, len(tries)


def main(first: int = 0, seeds: int = 10) -> None:
    """Compare all seeds."""
    total, tried = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, first + seeds):
            differing, number = compare(seed, Path(folder))
            total += differing.total()
            tried += number
    print(f"{tried} values, {total} judged differently")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
