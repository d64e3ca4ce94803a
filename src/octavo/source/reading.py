"""Read a document, refuse what could do harm, and find nodes and places in it."""

import re
import sys
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final, TextIO

from lxml import etree

from octavo.diagnostics import Diagnostic, Severity
from octavo.errors import SourceError
from octavo.names import XML
from octavo.source.positions import Positions
from octavo.source.wellformed import MAX_DEPTH, explain

MAX_SIZE: Final = 256 * 2**20
STANDARD_INPUT: Final = Path("-")
_TOO_DEEP: Final = etree.XPath(f"boolean({'/*' * (MAX_DEPTH + 1)})")
_STEP: Final = re.compile(r"/(@?)(?:Q\{([^}]*)\})?([^/\[]*)(?:\[(\d+)\])?")


@dataclass(frozen=True)
class Source:
    """One XML document: where it lies, its bytes, its tree."""

    path: Path
    data: bytes
    tree: "etree._ElementTree"

    @property
    def root(self) -> "etree._Element":
        """Give the outermost element."""
        return self.tree.getroot()

    @cached_property
    def _positions(self) -> Positions:
        return Positions(self.data)

    @cached_property
    def _numbers(self) -> "dict[etree._Element, int]":
        return {element: n for n, element in enumerate(self.tree.iter("{*}*"))}

    def position(
        self, element: "etree._Element", attribute: str = ""
    ) -> tuple[int, int]:
        """Give line and column of a start tag, or of one of its attributes.

        The attribute is named as lxml does, `{namespace}local`.
        """
        number = self._numbers[element]
        if not attribute:
            return self._positions.element(number)
        return self._positions.attribute(number, _written(element, attribute))

    def find(self, xpath: str) -> "tuple[etree._Element, str]":
        """Find the element, and the attribute if one is meant, of an XPath.

        The path is in the form of XPath's `path()`: `/Q{uri}TEI[1]/@Q{}n`.
        Other nodes than elements and attributes stand for their parent.
        """
        element = self.root
        for depth, step in enumerate(_STEP.finditer(xpath)):
            is_attribute, uri, local, number = step.groups()
            name = f"{{{uri}}}{local}" if uri else local
            if is_attribute:
                return element, name
            if "(" in local:
                break
            if depth:
                element = _child(element, name, int(number or 1))
        return element, ""

    def locate(self, xpath: str) -> tuple[int, int]:
        """Give line and column of the node that an XPath `path()` names."""
        element, attribute = self.find(xpath)
        return self.position(element, attribute)


def read(path: Path) -> Source:
    """Read a document from disk.

    Raises SourceError if there is no such file, it cannot be read, is not
    well-formed, or goes beyond the limits of size, depth and entities.
    """
    return parse(_bytes(path), path)


def parse(data: bytes, path: Path) -> Source:
    """Read a document from bytes; `path` is used for messages and links."""
    parser = etree.XMLParser(
        resolve_entities="internal",  # type: ignore[arg-type]  # stubs lag behind
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        collect_ids=False,  # an id used twice is a finding, not a failure
    )
    try:
        root = etree.fromstring(data, parser, base_url=str(path))
    except etree.XMLSyntaxError as error:
        raise _failure(error, data, path) from error
    tree = root.getroottree()
    _refuse_depth(tree, data, path)
    return Source(path, data, tree)


def content(path: Path) -> bytes:
    """Give the bytes of a document as they are; of the standard input for `-`.

    Raises OSError if there is no such file or it cannot be read.
    """
    return _piped(sys.stdin) if path == STANDARD_INPUT else path.read_bytes()


@lru_cache(maxsize=1)
def _piped(standard_input: TextIO) -> bytes:
    """Read the standard input, which can be done only once."""
    return standard_input.buffer.read(MAX_SIZE + 1)


def _bytes(path: Path) -> bytes:
    try:
        is_file = path != STANDARD_INPUT
        size = path.stat().st_size if is_file else len(content(path))
        if size > MAX_SIZE:
            raise SourceError(
                f"{path}: larger than {MAX_SIZE // 2**20} MB",
                hint="split the document, for example a file a volume",
            )
        data = content(path)
    except IsADirectoryError as error:
        raise SourceError(
            f"{path}: this is a folder, not a file", hint="name the files in it"
        ) from error
    except OSError as error:
        raise SourceError(
            f"{path}: {(error.strerror or str(error)).lower()}"
        ) from error
    if not data.strip():
        raise SourceError(f"{path}: the file is empty")
    return data


def _failure(error: etree.XMLSyntaxError, data: bytes, path: Path) -> SourceError:
    """Say what is wrong with expat's exact place, else in the parser's words."""
    line, column = error.position
    found = explain(data, str(path)) or Diagnostic(
        "XML001",
        Severity.ERROR,
        (error.msg or "not well-formed").lower(),
        str(path),
        line,
        column,
        source="XML 1.0",
    )
    return _refusal(found)


def _refusal(found: Diagnostic) -> SourceError:
    place = f"{found.file}:{found.line}:{found.column}"
    return SourceError(
        f"{place}: {found.message}", hint=found.hint, diagnostics=(found,)
    )


def _refuse_depth(tree: "etree._ElementTree", data: bytes, path: Path) -> None:
    found = explain(data, str(path)) if _TOO_DEEP(tree) else None
    if found is not None:
        raise _refusal(found)


def _child(element: "etree._Element", name: str, number: int) -> "etree._Element":
    for count, child in enumerate(element.iterchildren(name), 1):
        if count == number:
            return child
    return element


def _written(element: "etree._Element", attribute: str) -> str:
    """Give the name of an attribute as the document writes it."""
    name = etree.QName(attribute)
    if name.namespace is None:
        return name.localname
    if name.namespace == XML:
        return f"xml:{name.localname}"
    prefixes = (p for p, uri in element.nsmap.items() if p and uri == name.namespace)
    return f"{next(prefixes, '')}:{name.localname}"
