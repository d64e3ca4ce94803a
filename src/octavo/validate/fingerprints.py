"""Fingerprints of what decides about findings: the schemas, and Octavo itself."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from octavo import __version__, resources
from octavo.validate import references

_PACKAGES: Final = ("relaxng", "schematron", "source", "validate")


@cache
def of_schema(path: Path) -> str:
    """Give the fingerprint of a schema and the local files it refers to."""
    digest = sha256()
    todo, seen = [path.resolve()], set[Path]()
    while todo:
        file = todo.pop()
        if file in seen or not file.is_file():
            continue
        seen.add(file)
        data = file.read_bytes()
        digest.update(sha256(data).digest())
        names = sorted(references.of(data), reverse=True)
        todo += [file.parent / name for name in names]
    return digest.hexdigest()


@cache
def of_program() -> str:
    """Give the fingerprint of this version of Octavo, as installed."""
    digest = sha256(__version__.encode())
    package = Path(__file__).resolve().parent.parent
    files = [file for name in _PACKAGES for file in (package / name).rglob("*.py")]
    for file in sorted(files):
        state = file.stat()
        digest.update(f"{file.name} {state.st_size} {state.st_mtime_ns}".encode())
    digest.update(of_schema(resources.schema("octavo.rnc")).encode())
    return digest.hexdigest()
