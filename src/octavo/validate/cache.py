"""What was found in a document is kept until the document or a schema changes.

A result is known by the content of the document, its place and what was asked; it
counts only while the schemas it was made with have the same content.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from octavo import source
from octavo.diagnostics import Diagnostic, Severity
from octavo.validate import fingerprints
from octavo.validate.examine import Examined, Plan, Stage
from octavo.validate.folders import cache as folder
from octavo.validate.outline import Outline

_MOST: Final = 400_000
_AT_ONCE: Final = 200
_TABLE: Final = """
create table if not exists results (key text primary key, value blob) without rowid
"""
_FIND: Final = "select value from results where key = ?"
_KEEP: Final = "insert or replace into results values (?, ?)"


class Cache:
    """Kept results in one file; a file that cannot be used keeps nothing.

    They are written some at a time, each time in one transaction, so that the file is
    whole at every moment and other processes need not wait.
    """

    def __init__(self, database: sqlite3.Connection | None) -> None:
        self._database = database
        self._waiting: list[tuple[str, bytes]] = []
        self._digests: dict[Path, str] = {}

    def get(self, stage: Stage, path: Path, plan: Plan) -> Examined | None:
        """Give what is known of a document, if nothing has changed since."""
        if self._database is None:
            return None
        packed = self._packed(self._key(stage, path, plan))
        if packed is None:
            return None
        try:
            record = json.loads(zlib.decompress(packed))
            return _restore(record, path)
        except (zlib.error, ValueError, KeyError, TypeError):
            return None

    def put(self, stage: Stage, result: Examined, plan: Plan) -> None:
        """Keep what was found in a document."""
        if result.is_final and self._database is not None:
            record = json.dumps(_record(result), separators=(",", ":"))
            packed = zlib.compress(record.encode(), 1)
            self._waiting.append((self._key(stage, result.path, plan), packed))
            if len(self._waiting) >= _AT_ONCE:
                self._write()

    def close(self) -> None:
        """Write what waits; forget everything if it has become too much."""
        self._write()
        if self._database is None:
            return
        with suppress(sqlite3.Error):
            count = self._database.execute("select count(*) from results")
            if count.fetchone()[0] > _MOST:
                self._database.execute("delete from results")
        self._database.close()

    def _packed(self, key: str) -> bytes | None:
        if self._database is None:
            return None
        try:
            found = self._database.execute(_FIND, (key,)).fetchone()
        except sqlite3.Error:
            self._give_up()
            return None
        return found[0] if found else None

    def _write(self) -> None:
        if self._database is None:
            return
        try:
            self._database.execute("begin immediate")
            self._database.executemany(_KEEP, self._waiting)
            self._database.execute("commit")
        except sqlite3.Error:
            self._give_up()
        self._waiting.clear()

    def _give_up(self) -> None:
        if self._database is not None:
            self._database.close()
        self._database = None

    def _key(self, stage: Stage, path: Path, plan: Plan) -> str:
        if path not in self._digests:
            self._digests[path] = sha256(_content(path)).hexdigest()
        what = (fingerprints.of_program(), stage, str(path.resolve()), plan)
        return sha256(repr((*what, self._digests[path])).encode()).hexdigest()


def _content(path: Path) -> bytes:
    try:
        return source.content(path)
    except OSError:
        return b""


@contextmanager
def opened(*, is_wanted: bool = True) -> Iterator[Cache]:
    """Open the user's cache; what was put into it is kept even after a failure."""
    cache = Cache(_open() if is_wanted else None)
    try:
        yield cache
    finally:
        cache.close()


def _open() -> sqlite3.Connection | None:
    try:
        folder().mkdir(parents=True, exist_ok=True)
        file = folder() / "validate.sqlite"
        database = sqlite3.connect(file, timeout=10, isolation_level=None)
        database.execute(_TABLE)
    except (OSError, sqlite3.Error):
        return None
    return database


def _record(result: Examined) -> dict[str, Any]:
    return {
        "schemas": [[str(f), fingerprints.of_schema(f)] for f in result.schemas],
        "findings": [finding.record() for finding in result.findings],
        "outline": result.outline.record(),
        "is_readable": result.is_readable,
    }


def _restore(record: dict[str, Any], path: Path) -> Examined | None:
    """Make a result of its record, unless its schemas have changed."""
    schemas = {Path(file): known for file, known in record["schemas"]}
    if any(fingerprints.of_schema(file) != known for file, known in schemas.items()):
        return None
    findings = tuple(_finding(row, path) for row in record["findings"])
    outline = Outline.restore(record["outline"])
    return Examined(path, findings, outline, tuple(schemas), record["is_readable"])


def _finding(row: dict[str, Any], path: Path) -> Diagnostic:
    row["severity"] = Severity(row["severity"])
    if row["file"] != row["source"]:  # not about a schema
        row["file"] = str(path)  # as it is named this time
    return Diagnostic(**row)
