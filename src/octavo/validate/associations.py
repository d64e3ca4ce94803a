"""The schemas that a document asks for, in instructions before its first element."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from lxml import etree

from octavo.source import Source

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


@dataclass(frozen=True, slots=True)
class Association:
    """One schema that a document asks for, and where it asks."""

    href: str
    kind: Kind
    phase: str = ""
    line: int = 0


def associations(source: Source) -> list[Association]:
    """Give the schemas that a document asks for, in their order."""
    before = source.root.itersiblings(preceding=True)
    found = [_read(n) for n in before if isinstance(n, etree._ProcessingInstruction)]
    return [item for items in reversed(found) for item in items]


def _read(node: "etree._ProcessingInstruction") -> list[Association]:
    """Read one instruction: xml-model, or the older one of an editor."""
    line = node.sourceline if isinstance(node.sourceline, int) else 0
    text = node.text or ""
    given = {name: value[1:-1] for name, value in _PAIR.findall(text)}
    name = str(node.target)
    if name == "xml-model" and given.get("href"):
        kind = _kind(given)
        return [Association(given["href"], kind, given.get("phase", ""), line)]
    if name == "oxygen":
        return list(_legacy(given, line))
    return []


def _kind(given: dict[str, str]) -> Kind:
    """Tell grammar from rules, by namespace, else by media type, else by name."""
    namespace = given.get("schematypens", "")
    if namespace:
        return _LANGUAGES.get(namespace, "unknown")
    if given.get("type") == _COMPACT:
        return "grammar"
    ending = given["href"].partition("#")[0].rpartition(".")[2].lower()
    return _ENDINGS.get(ending, "unknown")


def _legacy(given: dict[str, str], line: int) -> Iterator[Association]:
    if given.get("RNGSchema"):
        yield Association(given["RNGSchema"], "grammar", "", line)
    if given.get("SCHSchema"):
        phase = given.get("phase", "")
        yield Association(given["SCHSchema"], "rules", phase, line)
