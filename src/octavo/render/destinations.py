"""The named places of a book: every id of the text, for links from inside and outside.

The typesetter gives names to headings alone. It reports where all other ids have come
to stand, and they are added here. Links that it wrote as addresses of the kind
`octavo:ID WORDS` get their places, too; the words say what the link is.
"""

from collections.abc import Collection, Iterator, Mapping
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
    from pikepdf import Dictionary

    if "/Names" not in book.Root:
        book.Root.Names = Dictionary()
    names = {**_places(book, places), **_present(book)}
    book.Root.Names.Dests = _tree(book, names)
    _lead(book, frozenset(names))


def _places(
    book: "Pdf", places: Mapping[str, tuple[int, float]]
) -> dict[bytes, "Object"]:
    from pikepdf import Array, Name, String

    kind = Name.XYZ
    pages = [(page.obj, float(page.mediabox[3])) for page in book.pages]
    made: dict[bytes, Object] = {}
    for name, (number, down) in places.items():
        page, top = pages[number - 1]
        height = round(min(top, top - down + _ABOVE), 2)
        made[bytes(String(name))] = Array([page, kind, None, height, None])
    return made


def _present(book: "Pdf") -> dict[bytes, "Object"]:
    """Map the names that the typesetter gave."""
    from pikepdf import NameTree, String

    if "/Dests" not in book.Root.Names:
        return {}
    found = NameTree(book.Root.Names.Dests)
    return {bytes(String(name)): place for name, place in found.items()}


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


def _lead(book: "Pdf", names: Collection[bytes]) -> None:
    """Lead links to their places; one without a place stays on its page."""
    from pikepdf import Array, Name, String

    for page, link, address in _links(book):
        if address.startswith(_SCHEME):
            name, _, words = address.removeprefix(_SCHEME).partition(" ")
            key = String(name)
            del link.A
            link.Dest = key if bytes(key) in names else Array([page, Name.Fit])
            link.Contents = String(words)


def _links(book: "Pdf") -> Iterator[tuple["Object", "Object", str]]:
    """List the links that lead to addresses, each with its page."""
    for page in book.pages:
        for link in page.obj.get("/Annots", ()):
            if "/A" in link and "/URI" in link.A:
                yield page.obj, link, str(link.A.URI)
