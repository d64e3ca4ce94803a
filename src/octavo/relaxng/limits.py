"""Limits that keep hostile schemas and documents from using up time or memory.

Each is far beyond what real schemas and texts need, and each has its own message.
"""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count

from octavo.hints import Final

PATTERNS: Final = 1_000_000
"""Different patterns of one schema, made while validating included."""

SCHEMA_DEPTH: Final = 1_000
"""Elements of a schema file inside one another."""

SCHEMA_FILES: Final = 1_000
"""Files a schema is made of."""

DOCUMENT_DEPTH: Final = 5_000
"""Elements of a document inside one another."""

ATTRIBUTES: Final = 10_000
"""Attributes of one element."""

VALUES: Final = 4_000
"""Values remembered for one attribute or element."""

VALUE_LENGTH: Final = 200
"""Characters of a value that is remembered."""

STATES: Final = 50_000
"""Automaton states kept before the tables are emptied."""

NESTING: Final = "elements inside one another"

_CALLS: Final = 30_000
_RUNS: Final = count(1)
_RUNS_UNCOLLECTED: Final = 16


class LimitExceededError(Exception):
    """One of the limits was reached; says which."""

    def __init__(self, what: str, limit: int) -> None:
        super().__init__(f"more than {limit:,} {what}")
        self.what = what
        self.limit = limit


@contextmanager
def deep_recursion() -> Iterator[None]:
    """Let patterns be walked to a depth that real schemas never reach."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _CALLS))
    try:
        yield
    except RecursionError as error:
        raise LimitExceededError("patterns inside one another", _CALLS) from error
    finally:
        sys.setrecursionlimit(before)


@contextmanager
def without_collection() -> Iterator[None]:
    """Put off garbage collection while many objects are made that all stay."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@cache
def leave_at_exit() -> None:
    """Leave what schemas hold to the end of the program.

    To look through it once more for what could be freed takes as long as a small
    document; the memory goes back anyway.
    """
    atexit.register(gc.freeze)


@contextmanager
def lasting_objects() -> Iterator[None]:
    """Count all objects that are made as old, without going through them.

    So they are not looked at when the next few objects are made, which would take
    longer than many a document. Now and then all are, so that schemas no longer used
    do not pile up.
    """
    with without_collection():
        if next(_RUNS) % _RUNS_UNCOLLECTED == 0:
            gc.collect()
        yield
        if not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
