"""What a book needs besides its text: images, house style, attachments, a translation.

Attached are the registers of the edition, its grammar and its rules, so that the book
can be made again from what it carries.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from octavo import resources
from octavo.edition import Edition
from octavo.errors import UsageError
from octavo.ledger import fingerprint
from octavo.render.images import Images
from octavo.render.typeset import Attachment
from octavo.source import Source

_GRAMMAR: Final = "octavo"
# Files that a grammar is made of, in the compact and in the XML syntax.
_INCLUDED: Final = re.compile(
    r"""(?:include|external)\s+"([^"]+)\""""
    r"""|<(?:\w+:)?(?:include|externalRef)\s[^>]*?href=["']([^"']+)"""
)


@dataclass(frozen=True, slots=True)
class Supplies:
    """What an edition has ready for a book, besides its text.

    `images` maps the addresses in `graphic/@url` to the bytes of the images,
    `template` is a house style in Typst, `house` one in XSLT, laid over the standard
    one, `facing` the text that stands on the pages opposite, joined by links or order.
    """

    images: Mapping[str, bytes] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()
    template: bytes = b""
    house: Path | None = None
    facing: Source | None = None
    by: str = "links"

    def fingerprint(self) -> str:
        """Tell these supplies from others, but for images and house styles."""
        facing = b"" if self.facing is None else self.facing.data
        parts = [facing, *(part for a in self.attachments for part in a.parts())]
        return fingerprint(b"\0".join(parts))


def gather(
    edition: Edition, source: Source, documents: Sequence[Source], images: Images
) -> Supplies:
    """Read what the book of a document needs. Raises UsageError for a missing text."""
    chosen = edition.manifest.print
    pair = [p for p in chosen.facing if _named(edition, p.texts[:1]) == [source.path]]
    other = [
        d for p in pair for d in documents if d.path in _named(edition, p.texts[1:2])
    ]
    if len(pair) != len(other):
        names = " and ".join(pair[0].texts)
        raise UsageError(
            f"print.facing: {names} are no two documents of the edition",
            hint="name two, as they are named in 'documents'",
        )
    return Supplies(
        images.by_address(),
        tuple(_attachments(edition)),
        edition.inside(chosen.template).read_bytes() if chosen.template else b"",
        edition.inside(chosen.stylesheet) if chosen.stylesheet else None,
        other[0] if other else None,
        pair[0].by if pair else "links",
    )


def _named(edition: Edition, names: Sequence[str]) -> list[Path]:
    return [(edition.root / name.partition("#")[0]).resolve() for name in names]


def _attachments(edition: Edition) -> Iterator[Attachment]:
    """Read registers, grammar and rules, each once, under their paths.

    A grammar that is only kept for the user, under a name, is no file of the edition.
    """
    chosen = edition.manifest.schema
    found = {
        path.relative_to(edition.root).as_posix(): path.read_bytes()
        for path in edition.registers
    }
    if chosen == _GRAMMAR:
        found |= _grammar(resources.schema("octavo.rnc"), resources.schema(""))
        found["octavo.sch"] = resources.schema("octavo.sch").read_bytes()
    elif Path(chosen).suffix in (".rnc", ".rng"):
        found |= _grammar(edition.inside(chosen), edition.root)
    for name in edition.manifest.rules:
        found[name] = edition.inside(name).read_bytes()
    for name, data in found.items():
        yield Attachment(name, data, "supplement")


def _grammar(path: Path, root: Path) -> dict[str, bytes]:
    """Read a grammar and the files below a folder that it is made of."""
    waiting, found = [path], dict[str, bytes]()
    while waiting:
        file = waiting.pop(0).resolve()
        name = file.relative_to(root.resolve()).as_posix()
        if name not in found:
            found[name] = file.read_bytes()
            waiting.extend(_included(file, found[name], root.resolve()))
    return found


def _included(file: Path, data: bytes, root: Path) -> Iterator[Path]:
    for names in _INCLUDED.findall(data.decode("utf-8", "replace")):
        other = (file.parent / "".join(names)).resolve()
        if other.is_relative_to(root) and other.is_file():
            yield other
