"""Find local files for public addresses by an OASIS XML catalog."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.parsers import expat

from octavo.errors import SourceError
from octavo.hints import Final

_CATALOG: Final = "urn:oasis:names:tc:entity:xmlns:xml:catalog "
_BASE: Final = "http://www.w3.org/XML/1998/namespace base"


Entry = tuple[str, Mapping[str, str], str]
"""The name of an entry, its attributes and the base of its references."""


class Catalog:
    """What catalogs say: exact addresses first, then the longest rewritten prefix."""

    def __init__(self) -> None:
        """Begin with an empty catalog."""
        self.addresses: dict[str, str] = {}
        self.public: dict[str, str] = {}
        self.prefixes: dict[str, str] = {}
        self.read: dict[str, bytes] = {}

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Give all files that were read: where they are, and their bytes."""
        yield from self.read.items()

    def entity(self, system: str, public: str) -> bytes | None:
        """Give the bytes of an external entity that the catalog has as a local file."""
        address = self.find(system, public)
        path = local_path(address) if address else None
        return path.read_bytes() if path is not None else None

    def resolve(self, address: str) -> str:
        """Give the address that stands in the catalog, or the one that was asked."""
        return self.find(address) or address

    def find(self, address: str, public: str = "") -> str:
        """Give the address that stands in the catalog, empty if there is none."""
        if address in self.addresses:
            return self.addresses[address]
        fitting = [start for start in self.prefixes if address.startswith(start)]
        if fitting:
            longest = max(fitting, key=len)
            return self.prefixes[longest] + address[len(longest) :]
        return self.public.get(" ".join(public.split()), "")


def read(*paths: Path) -> Catalog:
    """Read catalogs, the first one counting most, and those they continue with."""
    catalog = Catalog()
    todo, seen = [path.resolve() for path in paths], set[Path]()
    while todo:
        file = todo.pop(0)
        if file not in seen:
            seen.add(file)
            todo.extend(_add(catalog, file))
    return catalog


def _add(catalog: Catalog, file: Path) -> Iterator[Path]:
    more: list[Path] = []
    for name, attributes, base in _entries(file, catalog):
        at = {key: urljoin(base, value) for key, value in attributes.items()}
        if name in ("uri", "system"):
            key = attributes.get("name") or attributes.get("systemId", "")
            catalog.addresses.setdefault(key, at.get("uri", ""))
        elif name == "public":
            key = " ".join(attributes.get("publicId", "").split())
            catalog.public.setdefault(key, at.get("uri", ""))
        elif name in ("rewriteURI", "rewriteSystem"):
            key = attributes.get("uriStartString") or attributes.get(
                "systemIdStartString", ""
            )
            catalog.prefixes.setdefault(key, at.get("rewritePrefix", ""))
        elif name == "nextCatalog" and (local := local_path(at.get("catalog", ""))):
            more.append(local)
    return iter(more)


def _entries(
    file: Path, catalog: Catalog
) -> Iterator[tuple[str, Mapping[str, str], str]]:
    found: list[Entry] = []
    bases = [file.as_uri()]

    def start(name: str, attributes: dict[str, str]) -> None:
        bases.append(urljoin(bases[-1], attributes.get(_BASE, "")))
        if name.startswith(_CATALOG):
            found.append((name.removeprefix(_CATALOG), attributes, bases[-1]))

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _name: bases.pop()
    try:
        catalog.read[str(file)] = file.read_bytes()
        parser.Parse(catalog.read[str(file)], True)
    except (OSError, expat.ExpatError) as error:
        message = f'cannot read the catalog "{file}": {error}'
        raise SourceError(message, hint="check the path and the XML") from error
    return iter(found)


def local_path(address: str) -> Path | None:
    """Give the file an address stands for, or None if it is not a local one."""
    parts = urlsplit(address)
    if parts.scheme == "file" and parts.netloc in ("", "localhost"):
        return Path(unquote(parts.path))
    if not parts.scheme and not parts.netloc:
        return Path(unquote(parts.path)) if parts.path else None
    return None
