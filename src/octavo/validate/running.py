"""Examine many documents: what is kept first, the rest in this process or several."""

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final

from octavo.errors import EditionError, SourceError, TransformError, UsageError
from octavo.validate.cache import Cache
from octavo.validate.examine import Examined, Plan, examine

_CHUNK: Final = 16
_FEW: Final = 8
"""So few documents are examined sooner than other processes can start."""


def run(
    paths: Sequence[Path], plan: Plan, cache: Cache, jobs: int = 1
) -> Iterator[Examined]:
    """Examine documents; the results come in the order asked for."""
    known = {path: cache.get(path, plan) for path in paths}
    unknown = [path for path in paths if known[path] is None]
    fresh = _examined(unknown, plan, jobs)
    for path in paths:
        result = known.pop(path)
        if result is None:
            result = next(fresh)
            cache.put(result, plan)
        yield result


def _examined(paths: Sequence[Path], plan: Plan, jobs: int) -> Iterator[Examined]:
    if jobs < 2 or len(paths) <= _FEW:
        yield from (examine(path, plan) for path in paths)
        return
    # A fresh process, since the XSLT engine does not survive a fork.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, context) as pool:
        try:
            work = partial(_examine, plan=plan)
            yield from map(_result, pool.map(work, paths, chunksize=_CHUNK))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _result(result: Examined | EditionError) -> Examined:
    if isinstance(result, EditionError):
        raise result
    return result


def _examine(path: Path, plan: Plan) -> Examined | EditionError:
    """Examine in another process; a failure comes home as a value.

    Only the plain kinds of failures can travel between processes.
    """
    try:
        return examine(path, plan)
    except EditionError as error:
        kinds = (UsageError, SourceError, TransformError)
        kind = next(k for k in (*kinds, EditionError) if isinstance(error, k))
        return kind(
            error.message,
            hint=error.hint,
            diagnostics=error.diagnostics,
            log=error.log,
        )
