"""A cover for a book that has none: its title, set by the typesetter of the books."""

import json
from dataclasses import asdict, dataclass
from functools import cache
from typing import Final

import typst

from octavo import resources
from octavo.render.fonts import choose

# 120 by 180 mm make 1417 by 2126 dots: what shops ask for at the least.
_DOTS: Final = 300.0


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on a cover."""

    title: str
    subtitle: str = ""
    author: str = ""
    publisher: str = ""


def draw(words: Words, font: str) -> bytes:
    """Draw a cover as PNG; raises UsageError for a font that is not installed."""
    return _draw(words, font)


@cache
def _draw(words: Words, font: str) -> bytes:
    fonts = choose([font] if font else [])
    facts = {name: str(value) for name, value in asdict(words).items()}
    drawn = typst.compile(
        resources.stylesheet("epub/cover.typ").read_bytes(),
        output=None,
        format="png",
        ppi=_DOTS,
        font_paths=typst.Fonts(
            font_paths=[str(folder) for folder in fonts.folders],
            include_system_fonts=False,
        ),
        sys_inputs={**facts, "fonts": json.dumps(fonts.families)},
    )
    return bytes(drawn)
