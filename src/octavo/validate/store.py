"""The user's collection of schemas, for addresses that are not local files.

One folder: the schemas and `index.json`, which knows for each its name, the address
it came from, its checksum and its version.
"""

import hashlib
import json
import posixpath
import re
import shutil
import urllib.request
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote, urljoin, urlsplit

from octavo import files
from octavo.errors import SourceError, UsageError
from octavo.validate import references
from octavo.validate.folders import schemas as folder

Fetch = Callable[[str], bytes]

_MAX_SIZE: Final = 64 * 2**20
_MOST: Final = 500
_NAME: Final = re.compile(r"[\w.+-]+\.[A-Za-z]+")
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


def add(address: str, fetch: Fetch | None = None) -> Stored:
    """Take a schema, with the files it is made of, into the collection.

    `address` is a file or an address of the web.
    """
    place = address if _is_remote(address) else _local(address).resolve().as_uri()
    name = unquote(urlsplit(place).path).rpartition("/")[2]
    if not _NAME.fullmatch(name):
        raise UsageError(
            f"{address}: this is no address of a schema",
            hint="name a .rng, .rnc or .sch file",
        )
    parts = _gathered(place, name, fetch or _fetch)
    found = _VERSION.search(parts[name])
    checksum = hashlib.sha256(parts[name]).hexdigest()
    version = found.group(1).decode("ascii") if found else ""
    stem = Path(name).stem
    schema = Stored(stem, f"{stem}/{name}", place, checksum, version)
    _clear(schema.name)
    for part, data in parts.items():
        files.write(folder() / stem / part, data)
    _write([s for s in stored() if s.name != stem] + [schema])
    return schema


def remove(name: str) -> None:
    """Take a schema out of the collection; raises UsageError if there is none."""
    schema = show(name)
    _clear(schema.name)
    _write([s for s in stored() if s.name != name])


def _clear(name: str) -> None:
    if (folder() / name).is_dir():
        shutil.rmtree(folder() / name)


def _gathered(place: str, name: str, fetch: Fetch) -> dict[str, bytes]:
    """Read a schema and what it includes from below its own folder."""
    parts: dict[str, bytes] = {}
    todo = [name]
    while todo:
        part = todo.pop()
        address = urljoin(place, quote(part))
        data = fetch(address) if _is_remote(address) else _read(_local(address))
        _refuse_others(data, address)
        parts[part] = data
        for reference in sorted(references.of(data)):
            found = posixpath.normpath(
                posixpath.join(posixpath.dirname(part), reference)
            )
            if not found.startswith(("..", "/")) and found not in {*parts, *todo}:
                todo.append(found)
        if len(parts) > _MOST:
            raise SourceError(f"{place}: made of more than {_MOST} files")
    return parts


def _refuse_others(data: bytes, address: str) -> None:
    """Refuse what is no schema, such as the page of a web site."""
    root = references.root(data)
    if root is not None and root.namespace not in references.LANGUAGES:
        raise SourceError(
            f"{address}: this is no schema; its outermost element is "
            f"<{root.localname}>",
            hint="name a schema in RELAX NG or Schematron",
        )


def _is_remote(address: str) -> bool:
    return urlsplit(address).scheme in ("http", "https")


def _local(address: str) -> Path:
    parts = urlsplit(address)
    if parts.scheme == "file":
        return Path(unquote(parts.path))
    if "://" in address:
        raise UsageError(
            f"{address}: only http and https can be fetched",
            hint="fetch the file yourself, and add it",
        )
    return Path(address)


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
