"""Examine many documents: what is kept first, the rest in this process or several.

Results come in the order asked for, each as soon as those before it are there; only
a few documents ahead are held in memory.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from octavo.errors import EditionError
from octavo.processes import plain, processes
from octavo.validate import examine
from octavo.validate.cache import Cache
from octavo.validate.examine import Examined, Plan, Stage

_LARGEST: Final = 16
_AHEAD: Final = 4
_FEW: Final = 8
"""So few documents are examined sooner than other processes can start."""

_Answers = list[Examined | EditionError]
_Started = tuple[Sequence[Path], dict[Path, Examined], "Future[_Answers] | None"]


@contextmanager
def runner(cache: Cache, jobs: int, number: int) -> "Iterator[Runner]":
    """Give what examines documents; `number` is how many there will be."""
    if jobs < 2 or number <= _FEW:
        yield Runner(cache)
        return
    with processes(jobs, "checks documents") as pool:
        yield Runner(cache, pool, jobs)


class Runner:
    """Examines documents, stage by stage, with the same processes."""

    def __init__(
        self, cache: Cache, pool: ProcessPoolExecutor | None = None, jobs: int = 1
    ) -> None:
        self._cache = cache
        self._pool = pool
        self._jobs = jobs

    def run(
        self, stage: Stage, paths: Sequence[Path], plan: Plan
    ) -> Iterator[Examined]:
        """Give the results of one stage, in the order of the paths."""
        if self._pool is None:
            for path in paths:
                yield self._kept(stage, path, plan) or self._put(
                    stage, plan, examine.run(stage, path, plan)
                )
            return
        size = max(1, min(_LARGEST, len(paths) // (self._jobs * _AHEAD)))
        waiting: deque[_Started] = deque()
        for start in range(0, len(paths), size):
            chunk = paths[start : start + size]
            waiting.append(self._start(self._pool, stage, chunk, plan))
            if len(waiting) > self._jobs * _AHEAD:
                yield from self._finish(stage, waiting.popleft(), plan)
        while waiting:
            yield from self._finish(stage, waiting.popleft(), plan)

    def _start(
        self,
        pool: ProcessPoolExecutor,
        stage: Stage,
        paths: Sequence[Path],
        plan: Plan,
    ) -> _Started:
        """Hand documents to another process, if their results are not kept."""
        looked_up = ((path, self._kept(stage, path, plan)) for path in paths)
        known = {path: result for path, result in looked_up if result}
        unknown = [path for path in paths if path not in known]
        future = pool.submit(_answers, stage, unknown, plan) if unknown else None
        return paths, known, future

    def _finish(
        self, stage: Stage, started: _Started, plan: Plan
    ) -> Iterator[Examined]:
        paths, known, future = started
        fresh = iter(future.result() if future else ())
        for path in paths:
            yield known.get(path) or self._put(stage, plan, _result(next(fresh)))

    def _kept(self, stage: Stage, path: Path, plan: Plan) -> Examined | None:
        return self._cache.get(stage, path, plan)

    def _put(self, stage: Stage, plan: Plan, result: Examined) -> Examined:
        self._cache.put(stage, result, plan)
        return result


def _result(answer: Examined | EditionError) -> Examined:
    if isinstance(answer, EditionError):
        raise answer
    return answer


def _answers(stage: Stage, paths: Sequence[Path], plan: Plan) -> _Answers:
    """Examine in another process; the first failure ends it and comes home."""
    found: _Answers = []
    try:
        for path in paths:
            found.append(examine.run(stage, path, plan))
    except EditionError as error:
        found.append(plain(error))
    return found
