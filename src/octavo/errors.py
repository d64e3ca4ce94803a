"""Failures that stop a command, each with its exit code.

EditionError
├── UsageError            2  the request makes no sense
├── SourceError           3  a source file is missing or not well-formed
└── TransformError        4  a stylesheet or engine failed; our bug, not the editor's
"""

from __future__ import annotations

from collections.abc import Iterable

from octavo.hints import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from octavo.diagnostics import Diagnostic


class EditionError(Exception):
    """A failure that a command reports in one line and ends with.

    `hint` says what to do, `diagnostics` hold the places if there are any,
    `log` is the engine's own words, shown only on request.
    """

    exit_code: ClassVar[int] = 1

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        diagnostics: Iterable[Diagnostic] = (),
        log: str = "",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.diagnostics = tuple(diagnostics)
        self.log = log


class UsageError(EditionError):
    """The request makes no sense: an unknown option, key or name."""

    exit_code = 2


class SourceError(EditionError):
    """A source file is missing, unreadable or not well-formed."""

    exit_code = 3


class TransformError(EditionError):
    """A stylesheet or an engine failed."""

    exit_code = 4
