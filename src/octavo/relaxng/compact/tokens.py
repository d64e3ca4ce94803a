"""The words and signs of the compact syntax, with their places and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from octavo.relaxng.compact.characters import Characters, restore
from octavo.relaxng.compact.messages import compact_error
from octavo.relaxng.datatypes.charset import ASCII, LAST
from octavo.relaxng.datatypes.kinds import NCNAME
from octavo.relaxng.datatypes.pattern import to_python
from octavo.relaxng.datatypes.regex import parse
from octavo.relaxng.syntax import Comment, Place

KEYWORDS: Final = frozenset(
    {
        *("attribute", "default", "datatypes", "div", "element", "empty", "external"),
        *("grammar", "include", "inherit", "list", "mixed", "namespace", "notAllowed"),
        *("parent", "start", "string", "text", "token"),
    }
)
END: Final = "end"

_LINE_END: Final = r"\n[ \t]*"
_LONG: Final = r'"""(?s:.*?)"""' + "|'''(?s:.*?)'''"
_SHORT: Final = r'"(?!"")[^"\n]*"' + r"|'(?!'')[^'\n]*'"
_TOKEN: Final = rf"""
    (?P<space>[ \t\n]+)
  | (?P<documentation>\#\#[^\n]*(?:{_LINE_END}\#\#[^\n]*)*)
  | (?P<comment>\#[^\n]*(?:{_LINE_END}\#(?!\#)[^\n]*)*)
  | (?P<literal>{_LONG}|{_SHORT})
  | (?P<cname>NCNAME:NCNAME)
  | (?P<nsname>NCNAME:\*)
  | (?P<word>NCNAME)
  | \\(?P<quoted>NCNAME)
  | (?P<sign>>>|\|=|&=|[=,|&?*+\-(){{}}\[\]~])
"""


@cache
def _token_pattern(last: int) -> re.Pattern[str]:
    name = to_python(parse(NCNAME), last)
    return re.compile(_TOKEN.replace("NCNAME", name), re.VERBOSE)


@dataclass(slots=True)
class Token:
    """One word or sign; `kind` is the sign itself, or what sort of word it is.

    Kinds are `keyword`, `name`, `quoted`, `cname`, `nsname`, `literal`,
    `documentation` and `end`. `comments` stand before the token.
    """

    kind: str
    text: str
    place: Place
    comments: list[Comment] = field(default_factory=list)

    def shown(self) -> str:
        """Say the token as a message does."""
        if self.kind == END:
            return "the end of the file"
        if self.kind in ("literal", "documentation"):
            return f'the {self.kind} "{self.text.partition(chr(10))[0]}"'
        return f'"{self.text}"'


def tokens(characters: Characters) -> Iterator[Token]:
    """Read all tokens; the last is of kind `end`."""
    comments: list[Comment] = []
    text, position = characters.text, 0
    match = _token_pattern(ASCII if text.isascii() else LAST).match
    while position < len(text):
        found = match(text, position)
        if found is None:
            raise _unreadable(characters, position)
        position = found.end()
        if found.lastgroup == "comment":
            comments.append(Comment(_lines(found[0])))
        elif found.lastgroup != "space":
            yield _token(found, characters.place(found.start()), comments)
            comments = []
    yield Token(END, "", characters.place(len(text)), comments)


def _token(found: re.Match[str], place: Place, comments: list[Comment]) -> Token:
    kind, text = found.lastgroup or "", found[found.lastgroup or 0]
    if kind == "sign":
        kind = text
    elif kind == "word":
        kind = "keyword" if text in KEYWORDS else "name"
    elif kind == "documentation":
        text = _lines(text)
    elif kind == "literal":
        marks = 3 if text[:3] in ('"""', "'''") and len(text) > 5 else 1
        text = restore(text[marks:-marks])
    return Token(kind, text, place, comments)


def _lines(text: str) -> str:
    marked = (line.lstrip(" \t").lstrip("#") for line in restore(text).split("\n"))
    return "\n".join(line.removeprefix(" ") for line in marked)


def _unreadable(characters: Characters, position: int) -> Exception:
    place = characters.place(position)
    char = restore(characters.text[position])
    if char in "\"'":
        return compact_error(place, "open_literal")
    shown = f'"{char}"' if char.isprintable() else f"U+{ord(char):04X}"
    return compact_error(place, "character", character=shown)
