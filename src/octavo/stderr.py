"""The standard error of the process, diverted while the XSLT engine writes there."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import BinaryIO


class Log:
    """What was written on the standard error while it was diverted."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def text(self) -> str:
        """Read it from the beginning."""
        self._file.seek(0)
        return self._file.read().decode("utf-8", "replace")


@contextmanager
def diverted() -> Iterator[Log]:
    """Divert file descriptor 2, where the engine prints its traces by itself."""
    file = _file()
    file.seek(0)
    file.truncate()
    kept = os.dup(2)
    os.dup2(file.fileno(), 2)
    try:
        yield Log(file)
    finally:
        os.dup2(kept, 2)
        os.close(kept)


@cache
def _file() -> BinaryIO:
    """Open one file for all diversions of the process, since one costs much."""
    return tempfile.TemporaryFile()
