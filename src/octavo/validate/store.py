"""The user's collection of schemas, for addresses that are not local files.

One folder: the schemas and `index.json`, which knows for each its name, the address
it came from, its checksum and its version.
"""

import hashlib
import json
import re
import urllib.request
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from octavo import files
from octavo.errors import SourceError, UsageError
from octavo.validate.folders import schemas as folder

_MAX_SIZE: Final = 64 * 2**20
_VERSION: Final = re.compile(rb"Version\s+(\d+(?:\.\d+)+[a-z]?)")
_VAULT: Final = re.compile(r"^/(?:Vault/)?P5/(?:current|[\d.]+)/")
_TEI_HOSTS: Final = ("tei-c.org", "vault.tei-c.de", "vault.tei-c.org")


@dataclass(frozen=True, slots=True)
class Stored:
    """One schema of the collection."""

    name: str
    file: str
    address: str
    checksum: str
    version: str


def stored() -> list[Stored]:
    """List the schemas of the collection, by name."""
    index = folder() / "index.json"
    try:
        rows = json.loads(index.read_text(encoding="utf-8"))
        return sorted((Stored(**row) for row in rows), key=lambda s: s.name)
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError) as error:
        raise SourceError(
            f"{index}: the list of schemas cannot be read",
            hint="remove the file and add the schemas again",
        ) from error


def find(wanted: str) -> Path | None:
    """Give the file of a schema known by this name or address."""
    for schema in stored():
        if wanted == schema.name or key(wanted) == key(schema.address):
            return folder() / schema.file
    return None


def show(name: str) -> Stored:
    """Give one schema of the collection; raises UsageError if there is none."""
    for schema in stored():
        if schema.name == name:
            return schema
    known = ", ".join(schema.name for schema in stored()) or "none"
    raise UsageError(f"there is no schema '{name}'", hint=f"known here: {known}")


def add(address: str, fetch: Callable[[str], bytes] | None = None) -> Stored:
    """Take a schema from a file or an address of the web into the collection."""
    is_remote = urlsplit(address).scheme in ("http", "https")
    data = (fetch or _fetch)(address) if is_remote else _read(Path(address))
    file = Path(urlsplit(address).path if is_remote else address).name
    found = _VERSION.search(data)
    schema = Stored(
        Path(file).stem,
        file,
        address if is_remote else Path(address).resolve().as_uri(),
        hashlib.sha256(data).hexdigest(),
        found.group(1).decode("ascii") if found else "",
    )
    files.write(folder() / file, data)
    _write([s for s in stored() if s.name != schema.name] + [schema])
    return schema


def remove(name: str) -> None:
    """Take a schema out of the collection; raises UsageError if there is none."""
    schema = show(name)
    (folder() / schema.file).unlink(missing_ok=True)
    _write([s for s in stored() if s.name != name])


def key(address: str) -> str:
    """Give what all spellings of an address have in common.

    http and https, with and without www, and the TEI's releases and vault are one.
    """
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https"):
        return address
    host = (parts.hostname or "").removeprefix("www.")
    path = parts.path
    if host in _TEI_HOSTS:
        host = "tei-c.org"
        path = _VAULT.sub("/release/", path)
    return f"{host}{path}"


def _write(schemas: list[Stored]) -> None:
    rows = [asdict(schema) for schema in sorted(schemas, key=lambda s: s.name)]
    data = json.dumps(rows, ensure_ascii=False, indent=2).encode() + b"\n"
    files.write(folder() / "index.json", data)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        words = (error.strerror or str(error)).lower()
        raise SourceError(f"{path}: {words}") from error


def _fetch(address: str) -> bytes:
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            data: bytes = answer.read(_MAX_SIZE + 1)
    except (OSError, ValueError) as error:
        raise SourceError(
            f"{address}: cannot be fetched: {error}",
            hint="check the address and the network, or add a file instead",
        ) from error
    if len(data) > _MAX_SIZE:
        raise SourceError(f"{address}: larger than {_MAX_SIZE // 2**20} MB")
    return data
