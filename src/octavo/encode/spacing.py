"""White space as it is written: runs of it are reduced to one character.

A run with a line break becomes one line break, any other run one space; a single
no-break space stays.
"""

import re
from typing import Final

_BREAKS: Final = "\r\f\v\x85\u2028\u2029"
# A single line break stays as it is.
_RUN: Final = re.compile(f"\\s{{2,}}|[\t{_BREAKS}]")
_BREAK: Final = re.compile(f"[\n{_BREAKS}]")
_SPACES: Final = re.compile(" {2,}")
# No other white space than space, tab and breaks of lines.
_WIDE: Final = "\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))


class Spacing:
    """Reduces the white space of pieces of a text, by what white space it has."""

    def __init__(self, data: str) -> None:
        self._is_wide = any(space in data for space in _WIDE)
        self._others = {
            space: " " if space == "\t" else "\n"
            for space in f"\t{_BREAKS}"
            if space in data
        }

    def squeeze(self, text: str) -> str:
        """Reduce each run of white space to one character."""
        if self._is_wide:
            return _RUN.sub(lambda m: "\n" if _BREAK.search(m[0]) else " ", text)
        for space, plain in self._others.items():
            text = text.replace(space, plain)
        if "\n" in text and ("\n " in text or " \n" in text or "\n\n" in text):
            first, *middle, last = text.split("\n")
            kept = [line for line in map(str.strip, middle) if line]
            text = "\n".join([first.rstrip(), *kept, last.lstrip()])
        return _SPACES.sub(" ", text) if "  " in text else text
