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
    rows = pdf.index(b"\n", table + 5) + 1
    begins = range(rows + _ROW, rows + count * _ROW, _ROW)
    starts = [int(pdf[at : at + 10]) for at in begins]
    order = sorted(starts)
    parts = [pdf[: order[0]]]
    places, place = {}, order[0]
    for start, end in zip(order, [*order[1:], table], strict=True):
        places[start] = place
        parts.append(change(pdf[start:end]))
        place += len(parts[-1])
    moved = [places[start] for start in starts]
    for number, body in enumerate(added, start=count):
        moved.append(place)
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        place += len(parts[-1])
    trailer = pdf[rows + count * _ROW : pdf.rindex(b"startxref")]
    return b"".join(
        [
            *parts,
            b"xref\n0 %d\n" % (len(moved) + 1),
            pdf[rows : rows + _ROW],
            *(b"%010d 00000 n\r\n" % at for at in moved),
            trailer.replace(b"/Size %d" % count, b"/Size %d" % (len(moved) + 1), 1),
            b"startxref\n%d\n%%%%EOF" % place,
        ]
    )


def _table(pdf: bytes) -> int:
    return int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0])
