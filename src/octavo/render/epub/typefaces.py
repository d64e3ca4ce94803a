"""Fonts for an e-book: only the characters it uses, only what places and joins them.

Only fonts that came as packages are embedded, since these are under a free licence;
its words stay inside of the font.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import uharfbuzz

from octavo.render.fonts import Fonts, choose

STYLE: Final = "fonts.css"
_FEATURES: Final = ("ccmp", "init", "medi", "fina", "kern", "liga", "mark", "rlig")
_FLAGS: Final = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
_SHAPES: Final = {"regular": "normal", "italic": "italic"}
# Of fonts: rights (0), family (1), shape (2), licence (13), its address (14).
_NAMES: Final = (0, 1, 2, 13, 14)
_NORMAL: Final = ("", "regular", "[wght]")


def files(family: str) -> dict[str, Path]:
    """Find the fonts to embed by their address in the book; none if not a package.

    Raises UsageError for a family that is not installed.
    """
    if not family:
        return {}
    fonts = choose([family])
    folder = _folder(fonts, family)
    found = {_shape(path): path for path in _upright_weights(folder)} if folder else {}
    return {
        f"fonts/{shape}{found[shape].suffix.lower()}": found[shape]
        for shape in _SHAPES
        if shape in found
    }


def style(fonts: Iterable[str]) -> bytes:
    """Write the rules that name the embedded fonts."""
    rules = [
        '@font-face { font-family: "Edition"; font-weight: normal; '
        f'font-style: {_SHAPES[Path(name).stem]}; src: url("{name}"); }}\n'
        for name in fonts
    ]
    return "".join(rules).encode()


def cut(fonts: Mapping[str, Path], pages: Iterable[bytes]) -> dict[str, bytes]:
    """Make the fonts as small as the characters of some pages allow."""
    used = frozenset[str]().union(*(page.decode("utf-8") for page in pages))
    return {name: _cut(path, used) for name, path in fonts.items()}


def _cut(path: Path, characters: frozenset[str]) -> bytes:
    """Keep some characters of a font, in its normal weight."""
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
    wanted = uharfbuzz.SubsetInput()
    wanted.flags = _FLAGS
    wanted.pin_all_axes_to_default(face)
    wanted.unicode_set.update(map(ord, characters))
    wanted.layout_feature_tag_set.clear()
    wanted.layout_feature_tag_set.update(
        int.from_bytes(tag.encode()) for tag in _FEATURES
    )
    wanted.name_id_set.clear()
    wanted.name_id_set.update(_NAMES)
    return bytes(uharfbuzz.subset(face, wanted).blob.data)


def _folder(fonts: Fonts, family: str) -> Path | None:
    """Give the folder of a family; the typesetter's own families have none here."""
    plain = family.replace(" ", "").lower()
    for folder in fonts.folders:
        if any(plain == _family(path) for path in _upright_weights(folder)):
            return folder
    return None


def _upright_weights(folder: Path) -> list[Path]:
    """List the fonts of normal weight in a folder."""
    found = [p for p in folder.rglob("*") if p.suffix.lower() in (".ttf", ".otf")]
    return sorted(p for p in found if _weight(p) in _NORMAL)


def _family(path: Path) -> str:
    return path.stem.partition("[")[0].partition("-")[0].lower()


def _weight(path: Path) -> str:
    """Give what the name of a font says besides family and slope."""
    name = path.stem.lower().removeprefix(_family(path)).removeprefix("-")
    return name.replace("italic", "", 1)


def _shape(path: Path) -> str:
    return "italic" if "italic" in path.stem.lower() else "regular"
