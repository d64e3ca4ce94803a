"""The named places of a book: every id of the text, for links from inside and outside.

The typesetter gives names to headings alone. It reports where all other ids have come
to stand, and they are added here. Links that it wrote as addresses of the kind
`octavo:ID WORDS` get their places, too; the words say what the link is.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_SCHEME: Final = "octavo:"
# How far above a place a reader begins to read, in points: baselines have names, too.
_ABOVE: Final = 12
# Names in one leaf of the tree.
_LEAF: Final = 64


def named(book: "Pdf", places: Mapping[str, tuple[int, float]]) -> None:
    """Give names to places, each a page and the distance from its top in points."""
    from pikepdf import Dictionary, String

    pages = [page.obj for page in book.pages]
    names = {
        bytes(String(name)): _place(pages[number - 1], down)
        for name, (number, down) in places.items()
    }
    if "/Names" not in book.Root:
        book.Root.Names = Dictionary()
    names |= dict(_present(book))
    book.Root.Names.Dests = _tree(book, names)
    for page in pages:
        for link in page.get("/Annots", ()):
            _lead(link, page, names)


def _place(page: "Object", down: float) -> "Object":
    from pikepdf import Array, Name

    top = float(page.MediaBox[3])
    return Array([page, Name.XYZ, None, round(min(top, top - down + _ABOVE), 2), None])


def _present(book: "Pdf") -> Iterator[tuple[bytes, "Object"]]:
    """List the names that the typesetter gave."""
    if "/Dests" in book.Root.Names:
        names = book.Root.Names.Dests.Names
        for number in range(0, len(names), 2):
            yield bytes(names[number]), names[number + 1]


def _tree(book: "Pdf", names: Mapping[bytes, "Object"]) -> "Object":
    """Make a tree in which readers find a name fast."""
    from pikepdf import Array, Dictionary, String

    ordered = sorted(names)
    leaves = []
    for start in range(0, len(ordered), _LEAF):
        keys = ordered[start : start + _LEAF]
        leaf = Dictionary(
            Limits=Array([String(keys[0]), String(keys[-1])]),
            Names=Array([part for key in keys for part in (String(key), names[key])]),
        )
        leaves.append(book.make_indirect(leaf))
    return book.make_indirect(Dictionary(Kids=Array(leaves)))


def _lead(link: "Object", page: "Object", names: Mapping[bytes, "Object"]) -> None:
    """Lead a link to its place; one without a place stays on its page."""
    from pikepdf import Array, Name, String

    address = str(link.A.URI) if "/A" in link and "/URI" in link.A else ""
    if not address.startswith(_SCHEME):
        return
    name, _, words = address.removeprefix(_SCHEME).partition(" ")
    key = String(name)
    del link.A
    link.Dest = key if bytes(key) in names else Array([page, Name.Fit])
    link.Contents = String(words)
