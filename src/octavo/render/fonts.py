"""Fonts for the book: installed font packages, and what they can draw.

A font package is a Python package that names itself under the entry point
`fontpkg.family` and keeps its files beside it, for example
`fontpkg-eb-garamond`. Fonts of the system are never used: they differ from one
machine to the next, and so would the book.
"""

import struct
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Final

from octavo.errors import UsageError
from octavo.render import sfnt
from octavo.settings import near

# What the typesetter brings along.
BUILT_IN: Final = ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono")
# Packages for scripts that the standard fonts lack.
_PACKAGES: Final = {
    "BENGALI": "fontpkg-hind-siliguri",
    "DEVANAGARI": "fontpkg-noto-sans-devanagari",
    "KHMER": "fontpkg-noto-sans-khmer",
    "TAMIL": "fontpkg-noto-sans-tamil",
    "TELUGU": "fontpkg-anek-telugu",
    "THAI": "fontpkg-noto-sans-thai",
}
_FILES: Final = (".ttf", ".otf")


@dataclass(frozen=True, slots=True)
class Fonts:
    """The families to set a book in, in order, and the folders they lie in."""

    families: tuple[str, ...]
    folders: tuple[Path, ...]

    def doubtful(self, text: str) -> str:
        """Give the characters of a text that none of the folders' fonts draws."""
        known = frozenset().union(*(_drawn(folder) for folder in self.folders))
        return "".join(sorted(c for c in set(text) if ord(c) not in known))

    def placed(self) -> Iterator[tuple[str, Path]]:
        """Give the families that lie in folders, each with its folder."""
        installed = _installed()
        return ((f, installed[f]) for f in self.families if f in installed)

    @property
    def bold(self) -> tuple[str, ...]:
        """Give the families for bold type: variable fonts under names of their own."""
        variable = [
            sfnt.weights_name(family)
            for family, folder in self.placed()
            if any(sfnt.is_variable(data) for data in files(folder).values())
        ]
        return (*variable, *self.families)


def set_up(fonts: Fonts) -> dict[str, bytes]:
    """Give the files the typesetter gets: fixed fonts, variable ones renamed."""
    made = {}
    for family, folder in fonts.placed():
        for name, data in files(folder).items():
            if sfnt.is_variable(data):
                made[f"weights-{name}"] = sfnt.renamed(data, sfnt.weights_name(family))
                data = sfnt.default_instance(data)
            made[name] = data
    return made


def package(character: str) -> str:
    """Name a font package that may have a character."""
    script = unicodedata.name(character, "").partition(" ")[0]
    return _PACKAGES.get(script, "fontpkg-noto-serif")


def choose(wanted: Sequence[str]) -> Fonts:
    """Find the wanted families; further installed ones stand in, in fixed order.

    Raises UsageError for a family that is not installed.
    """
    installed = _installed()
    for family in wanted:
        if family not in installed and family not in BUILT_IN:
            raise UsageError(
                f"print: font '{family}' is not installed",
                hint=f"{near(family, (*installed, *BUILT_IN))}; or install the "
                f"package {package_of(family)}",
            )
    families = tuple(dict.fromkeys([*wanted, *installed, *BUILT_IN]))
    return Fonts(families, tuple(installed[f] for f in families if f in installed))


def folder(family: str) -> Path:
    """Give the folder of a family; the package named after it needs no search.

    Raises UsageError if it is not installed.
    """
    try:
        module = import_module(package_of(family).replace("-", "_"))
    except ModuleNotFoundError:
        return choose([family]).folders[0]
    return Path(module.ROOT)


def package_of(family: str) -> str:
    """Give the usual name of the package of a family."""
    return "fontpkg-" + family.lower().replace(" ", "-")


@cache
def _installed() -> dict[str, Path]:
    """Map each family that came as a package to its folder, sorted by name."""
    from importlib.metadata import entry_points  # here, since it takes long to import

    found = {}
    for entry in entry_points(group="fontpkg.family"):
        module = entry.load()
        found[str(module.FAMILY)] = Path(module.ROOT)
    return dict(sorted(found.items()))


@cache
def files(folder: Path) -> dict[str, bytes]:
    """Read the font files of a folder, sorted by name."""
    found = sorted(p for p in folder.rglob("*") if p.suffix.lower() in _FILES)
    return {path.name: path.read_bytes() for path in found}


@cache
def _drawn(folder: Path) -> frozenset[int]:
    return frozenset(c for data in files(folder).values() for c in characters(data))


def characters(font: bytes) -> Iterator[int]:
    """List the code points that a TrueType or OpenType font maps to glyphs."""
    table = dict(sfnt.tables(font)).get(b"cmap", bytes(4))
    for i in range(struct.unpack_from(">H", table, 2)[0]):
        offset = struct.unpack_from(">L", table, 8 + 8 * i)[0]
        kind = struct.unpack_from(">H", table, offset)[0]
        # other formats repeat these for systems of old
        if kind == 4:
            yield from _segments(table, offset)
        elif kind == 12:
            yield from _groups(table, offset)


def _segments(font: bytes, offset: int) -> Iterable[int]:
    count = struct.unpack_from(">H", font, offset + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", font, offset + 14)
    starts = struct.unpack_from(f">{count}H", font, offset + 16 + 2 * count)
    for first, last in zip(starts, ends, strict=True):
        yield from range(first, min(last, 0xFFFE) + 1)


def _groups(font: bytes, offset: int) -> Iterable[int]:
    for i in range(struct.unpack_from(">L", font, offset + 12)[0]):
        first, last = struct.unpack_from(">LL", font, offset + 16 + 12 * i)
        yield from range(first, last + 1)
