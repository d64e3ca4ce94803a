"""Keep the patterns of a checked schema in a file, so that it need not be read again.

What is kept is enough to tell whether a document is valid. Messages need the schema
itself. A kept schema counts only while every file it was made of is the same to the
byte; patterns are made again from their records when a document first needs them.
"""

from __future__ import annotations

import marshal
import os
import zlib
from collections.abc import Iterable, Sequence

from octavo import __version__
from octavo.hints import Any, Final
from octavo.relaxng.automaton import Automaton
from octavo.relaxng.idtypes import IdTypes
from octavo.relaxng.restorer import Restorer

_FORMAT: Final = f"octavo {__version__} relaxng 1"

Record = tuple[Any, ...]


def fingerprint(data: bytes) -> tuple[int, int, int]:
    """Give what changes when a file is edited; not meant against forgery."""
    return len(data), zlib.crc32(data), zlib.adler32(data)


def _place(folder: str, path: str, catalogs: Sequence[str]) -> str:
    places = [os.path.abspath(p) for p in (path, *catalogs)]  # noqa: PTH100
    key = "\0".join(places)
    size, one, other = fingerprint(os.fsencode(key))
    return f"{folder}{os.sep}{size:x}-{one:08x}{other:08x}.rng-patterns"


def _read(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123 - pathlib is slow to import
        return file.read()


def find(folder: str, path: str, catalogs: Sequence[str]) -> Automaton | None:
    """Give the automaton kept for a schema, None if there is none or it is stale."""
    try:
        content = marshal.loads(_read(_place(folder, path, catalogs)))
        name, files, records, elements, start, kinds = content
        if name != _FORMAT or any(
            fingerprint(_read(file)) != known for file, known in files
        ):
            return None
    except (OSError, ValueError, EOFError, TypeError):
        return None
    restorer = Restorer(records, elements)
    ids = IdTypes({(element, attribute): k for element, attribute, k in kinds})
    return Automaton(restorer.patterns, restorer.pattern(start), ids)


def keep(
    folder: str,
    path: str,
    catalogs: Sequence[str],
    files: Iterable[tuple[str, bytes]],
    records: Record,
) -> None:
    """Keep the records of a schema; a folder that cannot be written is no failure."""
    import tempfile  # slow to import, and needed once per schema
    from pathlib import Path

    known = sorted((file, fingerprint(data)) for file, data in files)
    place = _place(folder, path, catalogs)
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(marshal.dumps((_FORMAT, known, *records)))
        Path(temporary).replace(place)
    except OSError:
        return
