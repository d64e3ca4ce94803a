"""What was found in a document is kept until the document or a schema changes.

A result is known by the content of the document, its place and what was asked; it
counts only while the schemas it was made with have the same content.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from octavo.diagnostics import Diagnostic, Severity
from octavo.validate import fingerprints
from octavo.validate.examine import Examined, Plan
from octavo.validate.folders import cache as folder
from octavo.validate.outline import Outline

_MOST: Final = 200_000
_TABLE: Final = """
create table if not exists results (key text primary key, value blob) without rowid
"""


class Cache:
    """Kept results in one file; a file that cannot be used keeps nothing."""

    def __init__(self, database: sqlite3.Connection | None) -> None:
        self._database = database

    def get(self, path: Path, plan: Plan) -> Examined | None:
        """Give what is known of a document, if nothing has changed since."""
        row = self._ask("select value from results where key = ?", _key(path, plan))
        if not row:
            return None
        record = json.loads(zlib.decompress(row[0]))
        schemas = [(Path(file), known) for file, known in record["schemas"]]
        if any(fingerprints.of_schema(file) != known for file, known in schemas):
            return None
        return _restore(record, path)

    def put(self, result: Examined, plan: Plan) -> None:
        """Keep what was found in a document."""
        if result.is_final:
            record = json.dumps(_record(result), separators=(",", ":"))
            packed = zlib.compress(record.encode(), 1)
            key = _key(result.path, plan)
            self._ask("insert or replace into results values (?, ?)", key, packed)

    def _ask(self, query: str, *values: str | bytes) -> tuple[bytes, ...] | None:
        if self._database is None:
            return None
        try:
            row: tuple[bytes, ...] | None = self._database.execute(
                query, values
            ).fetchone()
        except sqlite3.Error:
            self._database = None
            return None
        return row


@contextmanager
def opened(*, is_wanted: bool = True) -> Iterator[Cache]:
    """Open the user's cache; what was put into it is kept even after a failure."""
    database = _open() if is_wanted else None
    try:
        yield Cache(database)
    finally:
        if database is not None:
            _close(database)


def _open() -> sqlite3.Connection | None:
    try:
        folder().mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(folder() / "validate.sqlite", timeout=10)
        database.execute(_TABLE)
    except (OSError, sqlite3.Error):
        return None
    return database


def _close(database: sqlite3.Connection) -> None:
    try:
        (number,) = database.execute("select count(*) from results").fetchone()
        if number > _MOST:
            database.execute("delete from results")
        database.commit()
    except sqlite3.Error:
        pass
    finally:
        database.close()


def _key(path: Path, plan: Plan) -> str:
    digest = sha256(fingerprints.of_program().encode())
    digest.update(repr((str(path.resolve()), plan)).encode())
    digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()


def _record(result: Examined) -> dict[str, Any]:
    return {
        "schemas": [[str(f), fingerprints.of_schema(f)] for f in result.schemas],
        "findings": [finding.record() for finding in result.findings],
        "outline": result.outline.record(),
        "is_readable": result.is_readable,
    }


def _restore(record: dict[str, Any], path: Path) -> Examined:
    findings = tuple(_finding(row, path) for row in record["findings"])
    schemas = tuple(Path(file) for file, _ in record["schemas"])
    outline = Outline.restore(record["outline"])
    return Examined(path, findings, outline, schemas, record["is_readable"])


def _finding(row: dict[str, Any], path: Path) -> Diagnostic:
    row["severity"] = Severity(row["severity"])
    return Diagnostic(**{**row, "file": str(path)})
