"""Find the file of a schema that is asked for by name or address."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import urljoin

from octavo import resources
from octavo.relaxng import catalog
from octavo.validate import store

OWN: Final = "octavo"
_VARIABLE: Final = "XML_CATALOG_FILES"


@dataclass(frozen=True, slots=True)
class Finder:
    """Where to look: the edition's catalog, the user's, our own, the collection."""

    root: Path | None = None

    def named(self, name: str) -> Path | None:
        """Find a schema given by name, or by a path from the working folder."""
        if name == OWN:
            return resources.schema("octavo.rnc")
        path = Path(name)
        return path if path.is_file() else store.find(name)

    def referred(self, href: str, document: Path) -> Path | None:
        """Find a schema that a document refers to."""
        address = urljoin(document.resolve().as_uri(), href)
        for file in self.catalogs():
            resolved = _catalog(file).resolve(address)
            if resolved != address:
                address = resolved
                break
        path = catalog.local_path(address)
        if path is not None and path.is_file():
            return path
        return store.find(address)

    def catalogs(self) -> list[Path]:
        """Give the catalogs that count, the most important first."""
        own = [self.root / "catalog.xml"] if self.root else []
        users = [Path(name) for name in os.environ.get(_VARIABLE, "").split()]
        shipped = resources.schema("catalog.xml")
        return [path for path in (*own, *users, shipped) if path.is_file()]


@cache
def _catalog(file: Path) -> catalog.Catalog:
    return catalog.read(file)
