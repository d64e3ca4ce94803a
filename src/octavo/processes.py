"""Work shared out among processes: started clean, ended with the command."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Final, TypeVar

from octavo.errors import EditionError, SourceError, TransformError, UsageError

_AHEAD: Final = 2  # pieces of work for each process that are handed out beforehand
Given = TypeVar("Given")
Made = TypeVar("Made")


@contextmanager
def processes(number: int, doing: str) -> Iterator[ProcessPoolExecutor]:
    """Give so many processes; `doing` says in a message what they were for."""
    # Fresh processes, since the XSLT engine does not survive a fork.
    context = multiprocessing.get_context("spawn")
    others = multiprocessing.active_children()
    with ProcessPoolExecutor(number, context, _end_when_interrupted) as pool:
        try:
            yield pool
        except BrokenProcessPool as error:
            raise EditionError(
                f"a process that {doing} was ended from outside",
                hint="memory may be short: use fewer processes with -j",
            ) from error
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for child in multiprocessing.active_children():
                if child not in others:
                    child.terminate()
            raise


def in_order(
    pool: ProcessPoolExecutor,
    number: int,
    work: Callable[[Given], Made],
    items: Iterable[Given],
) -> Iterator[Made]:
    """Give what is made of each item, in the order of the items, a few ahead."""
    waiting: deque[Future[Made]] = deque()
    for item in items:
        waiting.append(pool.submit(work, item))
        if len(waiting) > number * _AHEAD:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _end_when_interrupted() -> None:
    """End without a word; the parent says what there is to say."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def plain(error: EditionError) -> EditionError:
    """Make a failure of a plain kind; only those can travel between processes."""
    kinds = (UsageError, SourceError, TransformError)
    kind = next((k for k in kinds if isinstance(error, k)), EditionError)
    return kind(
        error.message, hint=error.hint, diagnostics=error.diagnostics, log=error.log
    )
