"""Regular expressions of XML Schema (Part 2, appendix F) as a tree.

A pattern always describes a whole value: there are no anchors, no groups to refer to,
no lazy quantifiers. What is not in the standard's grammar is an error.
"""

from __future__ import annotations

from octavo.hints import Final
from octavo.relaxng.datatypes import charset
from octavo.relaxng.datatypes.charset import LAST, Ranges
from octavo.relaxng.fields import Fields

MOST: Final = 1_000_000
DEEPEST: Final = 100
_SINGLE: Final = dict(zip("nrt\\|.-^?*+{}()[]", "\n\r\t\\|.-^?*+{}()[]", strict=True))
_MULTIPLE: Final = "sSiIcCdDwW"
_SPACE: Final = ((9, 10), (13, 13), (32, 32))


class PatternError(ValueError):
    """A pattern that is not a regular expression of XML Schema."""


class Named(Fields):
    """A set of characters with a name: `d`, `Lu`, `IsGreek`."""

    name: str
    negated: bool = False

    def ranges(self, last: int = LAST) -> Ranges:
        """Give the characters of the set up to the last one."""
        found = charset.clip(_named(self.name, last), last)
        return charset.complement(found, last) if self.negated else found


class Chars(Fields):
    """One character out of a set; `minus` is what is taken out again."""

    parts: tuple[Named | tuple[int, int], ...]
    negated: bool = False
    minus: Chars | None = None

    def ranges(self, last: int = LAST) -> Ranges:
        """Give the characters of the set up to the last one."""
        parts = (p.ranges(last) if isinstance(p, Named) else (p,) for p in self.parts)
        found = charset.clip(charset.union(*parts), last)
        if self.negated:
            found = charset.complement(found, last)
        if self.minus:
            found = charset.subtract(found, self.minus.ranges(last), last)
        return found


class Sequence(Fields):
    """One thing after the other."""

    items: tuple[Regex, ...]


class Choice(Fields):
    """One of several things."""

    items: tuple[Regex, ...]


class Repeat(Fields):
    """The same thing several times; no `high` means without end."""

    item: Regex
    low: int
    high: int | None


Regex = Chars | Sequence | Choice | Repeat


def _named(name: str, last: int) -> Ranges:
    if name.startswith("Is"):
        return charset.blocks()[name]
    match name:
        case "s":
            return _SPACE
        case "d":
            return charset.category("Nd", last)
        case "i":
            return charset.name_start(last)
        case "c":
            return charset.name_char(last)
        case "w":
            marks = (charset.category(group, last) for group in "PZC")
            return charset.complement(charset.union(*marks), last)
    return charset.category(name, last)


def parse(pattern: str) -> Regex:
    """Read a pattern; raise `PatternError` with the place if it is not one."""
    parser = _Parser(pattern)
    tree = parser.choice()
    if parser.rest:
        raise parser.error(
            f'"{parser.peek}" must be escaped here, as "\\{parser.peek}"'
        )
    return tree


class _Parser:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.position = 0
        self.depth = 0

    @property
    def peek(self) -> str:
        return self.pattern[self.position : self.position + 1]

    @property
    def rest(self) -> str:
        return self.pattern[self.position :]

    def error(self, message: str) -> PatternError:
        return PatternError(f"{message} (at character {self.position + 1})")

    def take(self, text: str) -> bool:
        if not self.pattern.startswith(text, self.position):
            return False
        self.position += len(text)
        return True

    def expect(self, text: str) -> None:
        if not self.take(text):
            raise self.error(f'"{text}" is missing')

    def choice(self) -> Regex:
        branches = [self.branch()]
        while self.take("|"):
            branches.append(self.branch())
        return branches[0] if len(branches) == 1 else Choice(tuple(branches))

    def branch(self) -> Regex:
        pieces = []
        while self.peek not in ("", "|", ")"):
            pieces.append(self.piece())
        return pieces[0] if len(pieces) == 1 else Sequence(tuple(pieces))

    def piece(self) -> Regex:
        atom = self.atom()
        for sign, low, high in (("?", 0, 1), ("*", 0, None), ("+", 1, None)):
            if self.take(sign):
                return Repeat(atom, low, high)
        return self.quantity(atom) if self.take("{") else atom

    def quantity(self, atom: Regex) -> Regex:
        low = self.number()
        high: int | None = low
        if self.take(","):
            high = None if self.peek == "}" else self.number()
        self.expect("}")
        if high is not None and high < low:
            raise self.error("the second number is less than the first")
        return Repeat(atom, low, high)

    def number(self) -> int:
        digits = ""
        while self.peek in set("0123456789"):
            digits += self.peek
            self.position += 1
        if not digits:
            raise self.error("a number is missing")
        if len(digits) > len(str(MOST)) or int(digits) > MOST:
            raise self.error(f"no more than {MOST} repetitions can be counted")
        return int(digits)

    def atom(self) -> Regex:
        if self.take("("):
            return self.group()
        if self.take("["):
            return self.char_class()
        if self.take("\\"):
            return Chars((self.escape(),))
        if self.take("."):
            return Chars(((10, 10), (13, 13)), negated=True)
        if self.peek in "?*+{}]":
            raise self.error(f'"{self.peek}" must be escaped here, as "\\{self.peek}"')
        return Chars((self.single(),))

    def group(self) -> Regex:
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.error(f"groups are nested more than {DEEPEST} deep")
        tree = self.choice()
        self.expect(")")
        self.depth -= 1
        return tree

    def single(self) -> tuple[int, int]:
        char = self.peek
        self.position += 1
        return (ord(char), ord(char))

    def escape(self) -> Named | tuple[int, int]:
        char = self.peek
        self.position += 1
        if char in _SINGLE:
            return (ord(_SINGLE[char]), ord(_SINGLE[char]))
        if char and char in _MULTIPLE:
            return Named(char.lower(), char.isupper())
        if char in ("p", "P"):
            return Named(self.property_name(), char == "P")
        self.position -= 1
        raise self.error(
            f'"\\{char}" means nothing; only special characters are escaped'
        )

    def property_name(self) -> str:
        self.expect("{")
        name, brace, _ = self.rest.partition("}")
        if not brace:
            raise self.error('"}" is missing')
        if name not in charset.CATEGORIES and name not in charset.blocks():
            from difflib import get_close_matches  # for mistakes only

            known = sorted(charset.CATEGORIES | charset.blocks().keys())
            near = get_close_matches(name, known, 1)
            hint = f'; nearest is "{near[0]}"' if near else ""
            raise self.error(f'no category or block is called "{name}"{hint}')
        self.position += len(name) + 1
        return name

    def char_class(self) -> Chars:
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.error(f"classes are nested more than {DEEPEST} deep")
        negated = self.take("^")
        parts: list[Named | tuple[int, int]] = []
        minus = None
        while not parts or self.peek != "]":
            if parts and self.take("-["):
                minus = self.char_class()
                break
            parts.append(self.class_part(first=not parts))
        self.expect("]")
        self.depth -= 1
        return Chars(tuple(parts), negated, minus)

    def class_part(self, *, first: bool) -> Named | tuple[int, int]:
        low = self.class_char(first=first)
        if not self.rest.startswith("-") or self.rest.startswith(("-]", "-[")):
            return low
        self.position += 1
        high = self.class_char(first=False)
        if isinstance(low, Named) or isinstance(high, Named):
            raise self.error("both ends of a range must be single characters")
        if high[0] < low[0]:
            raise self.error("the range runs backwards")
        return (low[0], high[0])

    def class_char(self, *, first: bool) -> Named | tuple[int, int]:
        if self.take("\\"):
            return self.escape()
        # A hyphen stands for itself at the beginning and the end only (appendix F).
        if self.peek == "-" and not (first or self.rest.startswith("-]")):
            raise self.error('"-" must be escaped here, as "\\-"')
        if self.peek == "":
            raise self.error('"]" is missing')
        if self.peek in "[]":
            raise self.error(f'"{self.peek}" must be escaped here, as "\\{self.peek}"')
        return self.single()
