"""The objects of a PDF: change some, add some, and write the table of them anew.

For what the typesetter cannot do itself. It reads the files that our typesetter
writes (one classic table of objects, none packed into streams), not any PDF.
"""

from collections.abc import Callable, Sequence
from typing import Final

_ROW: Final = 20


def first_free(pdf: bytes) -> int:
    """Give the number that the next object to be added will have."""
    table = _table(pdf)
    return int(pdf[table : pdf.index(b"\n", table + 5)].split()[2])


def rewritten(
    pdf: bytes, change: Callable[[bytes], bytes], added: Sequence[bytes] = ()
) -> bytes:
    """Put each object of a file through a change, and add objects at the end."""
    table, count = _table(pdf), first_free(pdf)
    starts = _starts(pdf)
    order = sorted(starts)
    parts = {
        start: change(pdf[start:end])
        for start, end in zip(order, [*order[1:], table], strict=True)
    }
    parts |= {
        table + number: b"%d 0 obj\n%b\nendobj\n" % (number, body)
        for number, body in enumerate(added, start=count)
    }
    places, place = {}, order[0]
    for start, part in parts.items():
        places[start] = place
        place += len(part)
    rows = [places[s] for s in (*starts, *(s for s in parts if s >= table))]
    end = _end(pdf, rows, place)
    return b"".join([pdf[: order[0]], *parts.values(), end])


def _starts(pdf: bytes) -> list[int]:
    """List where the objects begin, in the order of their numbers."""
    rows = pdf.index(b"\n", _table(pdf) + 5) + 1
    begins = range(rows + _ROW, rows + first_free(pdf) * _ROW, _ROW)
    return [int(pdf[at : at + 10]) for at in begins]


def _end(pdf: bytes, places: Sequence[int], table: int) -> bytes:
    """Write the table of objects that begin at some places, and what follows it."""
    count, size = first_free(pdf), len(places) + 1
    rows = pdf.index(b"\n", _table(pdf) + 5) + 1
    trailer = pdf[rows + count * _ROW : pdf.rindex(b"startxref")]
    listed = b"".join(b"%010d 00000 n\r\n" % place for place in places)
    return b"".join(
        [
            b"xref\n0 %d\n" % size,
            pdf[rows : rows + _ROW],
            listed,
            trailer.replace(b"/Size %d" % count, b"/Size %d" % size, 1),
            b"startxref\n%d\n%%%%EOF" % table,
        ]
    )


def _table(pdf: bytes) -> int:
    return int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0])
