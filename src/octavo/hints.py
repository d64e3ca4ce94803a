"""Names for annotations, where a program should start at once.

They are those of `typing`, but nothing is imported when the program runs: annotations
are never evaluated, and to import `typing` takes as long as to validate a document.
"""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import (
        Any,
        BinaryIO,
        ClassVar,
        Final,
        NoReturn,
        Self,
        dataclass_transform,
    )
else:
    Any = BinaryIO = ClassVar = Final = NoReturn = Self = object

    def dataclass_transform(**_options: object) -> object:
        """Leave a class as it is."""
        return lambda made: made


__all__ = [
    "TYPE_CHECKING",
    "Any",
    "BinaryIO",
    "ClassVar",
    "Final",
    "NoReturn",
    "Self",
    "dataclass_transform",
]
