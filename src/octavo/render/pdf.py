"""The finished file of a book, changed where the typesetter cannot do it."""

import io
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Pdf


def edited(data: bytes, *edits: Callable[["Pdf"], None]) -> bytes:
    """Put a PDF through some edits; the same file and edits give the same bytes."""
    import pikepdf  # here, since it takes 0.1 s to import

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as book:
        for edit in edits:
            edit(book)
        book.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return out.getvalue()
