"""What `octavo encode` makes of its texts: one after the other, or several at once."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from octavo import files
from octavo.cli.jobs import Job, read
from octavo.diagnostics import Diagnostic
from octavo.encode import Encoded, ReviewItem, encode
from octavo.errors import EditionError


@dataclass(frozen=True, slots=True)
class Done:
    """What has become of a text; the TEI itself is written by then."""

    job: Job
    diagnostics: tuple[Diagnostic, ...] = ()
    review: tuple[ReviewItem, ...] = ()
    measured: Mapping[str, str | int | bool] = field(default_factory=dict)
    failure: EditionError | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be done with each text."""

    writes: bool
    reviews: bool

    def __call__(self, job: Job) -> Done:
        """Encode a text and write the TEI, if that is wanted."""
        try:
            encoded = _encode(job)
            if self.writes:
                _deliver(job, encoded)
        except EditionError as error:
            return Done(job, failure=error)
        review = encoded.review if self.reviews else ()
        return Done(job, encoded.diagnostics, review, encoded.measured)


def results(jobs: Sequence[Job], work: Work, number: int) -> Iterator[Done]:
    """Give what has become of each text, in their order; `number` counts processes.

    The standard input can be read in this process only.
    """
    if min(number, len(jobs)) < 2 or any(job.raw is None for job in jobs):
        yield from map(work, jobs)
        return
    from octavo.processes import in_order, processes  # here, as it costs 20 ms

    with processes(min(number, len(jobs)), "encodes texts") as pool:
        yield from in_order(pool, number, work, jobs)


def _encode(job: Job) -> Encoded:
    registers = {_href(path, job.out): read(path) for path in job.registers}
    return encode(job.data(), job.profile, name=job.name, registers=registers)


def _href(register: Path, out: Path | None) -> str:
    """Give the address of a register as the TEI file will name it."""
    return files.relative(register, out.parent if out else Path())


def _deliver(job: Job, encoded: Encoded) -> None:
    if job.out is None:
        sys.stdout.buffer.write(encoded.tei)
    else:
        files.write(job.out, encoded.tei)
