"""Compare verdicts and first places with Jing on schemas and documents made by chance.

Usage: python benchmarks/relaxng_fuzz.py [FIRST SEED] [SEEDS]
Every seed makes one schema and some documents; half of them follow the schema. A
disagreement is printed with its seed, schema and document.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from relaxng_jing import places

from octavo.relaxng import Schema, SchemaError, load

NAMES = ["a", "b", "c", "d"]
WORDS = ["1", "2.5", "x", "yes", "2001-02-03", "", " x  1 ", "-7", "true", "y z"]
TYPES = [
    "integer",
    "token",
    "NCName",
    "decimal",
    "boolean",
    "date",
    "string",
    "NMTOKENS",
]
HEAD = (
    '<grammar xmlns="http://relaxng.org/ns/structure/1.0" '
    'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">'
)
KINDS = [
    "group",
    "group",
    "choice",
    "interleave",
    "mixed",
    "optional",
    "zeroOrMore",
    "oneOrMore",
    "element",
    "ref",
]
# Jing's parser hands the first 32 bytes over apart; a declaration keeps text out.
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
DOCUMENTS = 12
BATCH = 150

Node = tuple[str, list]  # a kind and its children or details


class Maker:
    """Makes one schema and documents for it."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.defines: list[Node] = []
        self.defines = [self.element(2) for _ in range(self.chance.randint(1, 3))]
        self.root = self.element(3)

    def element(self, depth: int) -> Node:
        """Make an element pattern with a random content."""
        name = self.chance.choice([*NAMES, *NAMES, "*", "a|b", "*-a"])
        attributes = [self.attribute() for _ in range(self.chance.choice([0, 0, 1, 2]))]
        if self.chance.random() < 0.2:
            return "element", [name, *attributes, self.data()]
        return "element", [name, *attributes, self.content(depth)]

    def attribute(self) -> Node:
        """Make an attribute pattern, often optional."""
        made = ("attribute", [self.chance.choice("uvw"), self.data()])
        return ("optional", [made]) if self.chance.random() < 0.6 else made

    def data(self) -> Node:
        """Make a pattern for text."""
        kind = self.chance.choice(["data", "data", "value", "text", "list", "values"])
        if kind == "data":
            return "data", [self.chance.choice(TYPES)]
        if kind == "value":
            return "value", [self.chance.choice(WORDS)]
        if kind == "values":
            return "choice", [("value", [w]) for w in self.chance.sample(WORDS, 3)]
        if kind == "list":
            inner = ("data", [self.chance.choice(["integer", "NCName"])])
            return "list", [(self.chance.choice(["oneOrMore", "zeroOrMore"]), [inner])]
        return "text", []

    def content(self, depth: int) -> Node:
        """Make a pattern for children."""
        if depth <= 0 or self.chance.random() < 0.15:
            return self.chance.choice([("empty", []), ("text", [])])
        kind = self.chance.choice(KINDS)
        if kind == "element":
            return self.element(depth - 1)
        if kind == "ref":
            count = len(self.defines)
            return ("ref", [self.chance.randrange(count)]) if count else ("empty", [])
        many = kind in ("group", "choice", "interleave")
        children = [self.content(depth - 1) for _ in range(2 if many else 1)]
        return kind, children

    def schema(self) -> str:
        """Write the schema."""
        defines = "".join(
            f'<define name="d{n}">{rng(node)}</define>'
            for n, node in enumerate(self.defines)
        )
        return f"{HEAD}<start>{rng(self.root)}</start>{defines}</grammar>"

    def document(self) -> str:
        """Write a document: one that follows the schema, perhaps with a change."""
        text = self.sample(self.root, 0)[1]
        if self.chance.random() < 0.6:
            text = self.spoil(text)
        return DECLARATION + text

    def sample(self, node: Node, depth: int) -> tuple[str, str]:
        """Give the attributes and content that a pattern allows."""
        kind, children = node
        if kind == "element":
            return self._sample_element(children, depth)
        if kind == "attribute":
            value = self.sample(children[1], depth)[1]
            return f" {children[0]}={quoteattr(value)}", ""
        if kind == "ref":
            return (
                ("", "") if depth > 6 else self.sample(self.defines[children[0]], depth)
            )
        if kind in ("data", "value", "text"):
            word = children[0] if kind == "value" else self.chance.choice(WORDS)
            return "", escape(word)
        found = [self.sample(part, depth + 1) for part in self._parts(kind, children)]
        glue = " " if kind in ("list", "oneOrMore", "zeroOrMore") else ""
        return "".join(a for a, _ in found), glue.join(c for _, c in found)

    def _parts(self, kind: str, children: list) -> list:
        parts = list(children)
        if kind == "choice":
            return [self.chance.choice(parts)]
        if kind == "interleave":
            self.chance.shuffle(parts)
        often = {"optional": [0, 1], "zeroOrMore": [0, 1, 2], "oneOrMore": [1, 2]}
        return parts * self.chance.choice(often.get(kind, [1]))

    def _sample_element(self, children: list, depth: int) -> tuple[str, str]:
        name = children[0] if children[0] in NAMES else self.chance.choice(NAMES)
        found = [self.sample(part, depth + 1) for part in children[1:]]
        attributes = "".join(dict.fromkeys(a for a, _ in found))
        content = "".join(c for _, c in found)
        space = self.chance.choice(["", "", "\n  "])
        return "", f"<{name}{attributes}>{space}{content}</{name}>"

    def spoil(self, text: str) -> str:
        """Change something in a document, which stays well-formed."""
        chance = self.chance
        tags = [f"<{n}/>" for n in [*NAMES, "e"]]
        places = [i for i, c in enumerate(text) if c == "<" and i]
        if not places:
            return text
        at = chance.choice(places)
        return chance.choice(
            [
                text[:at] + chance.choice(tags) + text[at:],
                text[:at] + "some text" + text[at:],
                text.replace("<b", "<c").replace("</b", "</c"),
                text.replace('="', '="q', 1),
                text.replace("<c/>", "", 1),
                text.replace("<a>", '<a u="1">', 1),
            ]
        )


def rng(node: Node) -> str:
    """Write a pattern in the XML syntax."""
    kind, children = node
    if kind == "element":
        content = "".join(map(rng, children[1:]))
        return f"<element>{name_class(children[0])}{content}</element>"
    if kind == "attribute":
        return f'<attribute name="{children[0]}">{rng(children[1])}</attribute>'
    if kind == "ref":
        return f'<ref name="d{children[0]}"/>'
    if kind == "data":
        return f'<data type="{children[0]}"/>'
    if kind == "value":
        return f"<value>{escape(children[0])}</value>"
    return f"<{kind}>{''.join(map(rng, children))}</{kind}>"


def name_class(name: str) -> str:
    """Write a name class."""
    if name == "*":
        return "<anyName/>"
    if name == "*-a":
        return "<anyName><except><name>a</name></except></anyName>"
    names = "".join(f"<name>{part}</name>" for part in name.split("|"))
    return f"<choice>{names}</choice>" if "|" in name else names


def ours(schema: Schema | None, document: Path) -> str:
    """Say what the engine finds, in the form of Jing's answer."""
    if schema is None:
        return "schema-error"
    data = document.read_bytes()
    found = list(schema.validate(data))
    if schema.accepts(data) != (not found):
        return "the two runs of the engine differ"
    return " ".join(f"{d.line}:{d.column}" for d in found)


def agree(one: str, jing: str) -> bool:
    """Tell whether verdict and first place agree, and nothing is added to Jing's."""
    mine, theirs = one.split(), jing.split()
    return mine[:1] == theirs[:1] and set(mine) <= set(theirs)


def batch(seeds: range, folder: Path) -> tuple[int, int]:
    """Try some seeds; print disagreements and give the numbers of pairs and of them."""
    pairs = []
    for seed in seeds:
        maker = Maker(seed)
        path = folder / f"{seed}.rng"
        path.write_text(maker.schema(), encoding="utf-8")
        for n in range(DOCUMENTS):
            document = folder / f"{seed}-{n}.xml"
            document.write_text(maker.document(), encoding="utf-8")
            pairs.append((path, document))
    answers = places(pairs)
    bad = 0
    schemas: dict[Path, Schema | None] = {}
    for (path, document), jing in zip(pairs, answers, strict=True):
        if path not in schemas:
            try:
                schemas[path] = load(path)
            except SchemaError:
                schemas[path] = None
        mine = ours(schemas[path], document)
        if not agree(mine, jing):
            bad += 1
            print(document.name, "jing:", jing, "| octavo:", mine)
            print(" ", path.read_text(), "\n ", repr(document.read_text()))
    valid = sum(not answer for answer in answers)
    wrong = sum(answer == "schema-error" for answer in answers)
    print(f"seeds {seeds}: {len(pairs)} pairs, {valid} valid, {wrong} bad schemas")
    return len(pairs), bad


def main(first: int = 0, count: int = BATCH) -> None:
    """Try seeds in batches."""
    total = bad = 0
    for start in range(first, first + count, BATCH):
        with tempfile.TemporaryDirectory() as folder:
            end = min(start + BATCH, first + count)
            tried, differing = batch(range(start, end), Path(folder))
        total, bad = total + tried, bad + differing
    print(f"{total} pairs, {bad} disagreements")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
