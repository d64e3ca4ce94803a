"""Where a document points: every pointer of every attribute, with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from lxml import etree

from octavo.names import TEI, XML_ID, tei
from octavo.source import Source

_NAMES: Final = """
active ana change copyOf corresp decls edRef exclude facs hand mutual new next
passive period prev ref rendition require resp sameAs scribeRef scriptRef select
source spanTo synch target targetEnd toWhom where who wit
"""
_EVERYWHERE: Final = frozenset(_NAMES.split())
_ONLY_ON: Final = {
    "from": frozenset({"app", "span"}),
    "to": frozenset({"app", "span"}),
    "scheme": frozenset({"catRef", "classCode", "keywords"}),
    "url": frozenset({"graphic", "media"}),
    "inst": frozenset({"interp", "interpGrp", "span", "spanGrp"}),
}
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")


@dataclass(frozen=True, slots=True)
class Pointer:
    """One pointer: the element and attribute it stands on, and its value."""

    element: "etree._Element"
    attribute: str
    value: str

    @property
    def scheme(self) -> str:
        """Give what stands before the colon of an address; empty if relative."""
        found = _SCHEME.match(self.value)
        return found.group() if found else ""

    @property
    def is_image(self) -> bool:
        """Tell whether the target should be an image."""
        return self.attribute == "url" or (
            self.attribute == "facs" and not self.value.startswith("#")
        )


@dataclass(frozen=True)
class Document:
    """What the links check knows of one document."""

    source: Source

    @property
    def path(self) -> Path:
        """Give the path of the document."""
        return self.source.path

    @cached_property
    def ids(self) -> "dict[str, etree._Element]":
        """Give the elements that have a name, by this name."""
        found: dict[str, etree._Element] = {}
        for element in self.source.tree.iter("{*}*"):
            name = element.get(XML_ID)
            if name is not None:
                found.setdefault(name.strip(), element)
        return found

    @cached_property
    def prefixes(self) -> "dict[str, list[tuple[str, str]]]":
        """Give pattern and replacement of the private address schemes."""
        found: dict[str, list[tuple[str, str]]] = {}
        for element in self.source.tree.iter(tei("prefixDef")):
            rule = (
                element.get("matchPattern", ""),
                element.get("replacementPattern", ""),
            )
            found.setdefault(element.get("ident", ""), []).append(rule)
        return found

    def pointers(self) -> Iterator[Pointer]:
        """Give all pointers in document order."""
        for element in self.source.tree.iter(f"{{{TEI}}}*"):
            for name, value in element.attrib.items():
                if _points(str(name), element):
                    for item in str(value).split():
                        yield Pointer(element, str(name), item)


def expand(pointer: str, rules: list[tuple[str, str]]) -> list[str]:
    """Write out a private address by the rules of its prefix that match it."""
    rest = pointer.partition(":")[2]
    found = []
    for pattern, replacement in rules:
        try:
            match = re.fullmatch(pattern, rest)
        except re.error:
            continue
        if match:
            template = re.sub(r"\$(\d)", r"\\g<\1>", replacement.replace("\\", r"\\"))
            found.append(match.expand(template))
    return found


def split(pointer: str) -> tuple[str, str]:
    """Give the file and the name in it that a relative pointer means."""
    file, _, name = pointer.partition("#")
    return unquote(file), unquote(name)


def _points(attribute: str, element: "etree._Element") -> bool:
    if attribute in _EVERYWHERE:
        return True
    elements = _ONLY_ON.get(attribute)
    return elements is not None and etree.QName(element).localname in elements
