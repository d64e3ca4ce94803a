"""The schemas that a document asks for, in instructions before its first element."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from lxml import etree

from octavo.source import Source
from octavo.validate.segments import Lines

Kind = Literal["grammar", "rules", "unknown"]
_PAIR: Final = re.compile(r"""([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')""")
_LANGUAGES: Final[dict[str, Kind]] = {
    "http://relaxng.org/ns/structure/1.0": "grammar",
    "http://relaxng.org/ns/compatibility/annotations/1.0": "grammar",
    "http://purl.oclc.org/dsdl/schematron": "rules",
    "http://www.ascc.net/xml/schematron": "rules",
}
_ENDINGS: Final[dict[str, Kind]] = {
    "rng": "grammar",
    "rnc": "grammar",
    "sch": "rules",
    "isosch": "rules",
    "schematron": "rules",
}
_COMPACT: Final = "application/relax-ng-compact-syntax"


_COMMENT: Final = re.compile(rb"<!--.*?-->", re.DOTALL)
_INSTRUCTION: Final = re.compile(rb"<\?(?:xml-model|oxygen)\s[^?]*\?>")


@dataclass(frozen=True, slots=True)
class Association:
    """One schema that a document asks for, and where it asks.

    `meant` is the name of the schema language, where the document nearly has it.
    """

    href: str
    kind: Kind
    phase: str = ""
    line: int = 0
    column: int = 1
    meant: str = ""


def associations(source: Source) -> list[Association]:
    """Give the schemas that a document asks for, in their order."""
    before = source.root.itersiblings(preceding=True)
    asking = [n for n in before if isinstance(n, etree._ProcessingInstruction)]
    asking = [n for n in reversed(asking) if str(n.target) in ("xml-model", "oxygen")]
    places = _places(source.data) if asking else []
    found = []
    for number, node in enumerate(asking):
        read = _read(node)
        if number < len(places):
            line, column = places[number]
            read = [replace(item, line=line, column=column) for item in read]
        found += read
    return found


def _places(data: bytes) -> list[tuple[int, int]]:
    """Give line and column of each instruction about schemas, in order."""
    bare = _COMMENT.sub(lambda m: re.sub(rb"[^\n]", b" ", m.group()), data)
    lines = Lines(data)
    return [lines.place(match.start()) for match in _INSTRUCTION.finditer(bare)]


def _read(node: "etree._ProcessingInstruction") -> list[Association]:
    """Read one instruction: xml-model, or the older one of an editor."""
    line = node.sourceline if isinstance(node.sourceline, int) else 0
    given = {name: value[1:-1] for name, value in _PAIR.findall(node.text or "")}
    if str(node.target) == "oxygen":
        return list(_legacy(given, line))
    if not given.get("href"):
        return []
    kind, meant = _kind(given)
    return [Association(given["href"], kind, given.get("phase", ""), line, 1, meant)]


def _kind(given: dict[str, str]) -> tuple[Kind, str]:
    """Tell grammar from rules, by namespace, else by media type, else by name."""
    namespace = given.get("schematypens", "")
    if namespace:
        meant = _NEARLY.get(_loosely(namespace), "")
        kind = _LANGUAGES.get(meant, "unknown")
        return kind, meant if meant != namespace else ""
    if given.get("type") == _COMPACT:
        return "grammar", ""
    ending = given["href"].partition("#")[0].rpartition(".")[2].lower()
    return _ENDINGS.get(ending, "unknown"), ""


def _loosely(namespace: str) -> str:
    """Give what all spellings of a namespace have in common."""
    address = namespace.strip().lower().rstrip("/#")
    return re.sub(r"^https?://(www\.)?", "", address)


_NEARLY: Final = {_loosely(namespace): namespace for namespace in _LANGUAGES}


def _legacy(given: dict[str, str], line: int) -> Iterator[Association]:
    if given.get("RNGSchema"):
        yield Association(given["RNGSchema"], "grammar", "", line)
    if given.get("SCHSchema"):
        phase = given.get("phase", "")
        yield Association(given["SCHSchema"], "rules", phase, line)
