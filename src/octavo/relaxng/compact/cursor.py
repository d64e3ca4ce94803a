"""A place in the tokens of a schema, and what can be asked and taken there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from octavo.relaxng.compact.messages import compact_error
from octavo.relaxng.compact.scope import Scope
from octavo.relaxng.compact.tokens import END, Token
from octavo.relaxng.syntax import Comment, Foreign, Place, SchemaError

DEEPEST: Final = 250

_REMEDIES: Final = {
    "documentation": "documentation (##) stands before a pattern or definition;"
    " write # for a comment",
    "keyword": 'a name that is a keyword is written with a backslash, as "\\{text}"',
}


class Cursor:
    """Walks through the tokens of one file."""

    def __init__(self, tokens: Sequence[Token], scope: Scope) -> None:
        """Start at the first token."""
        self.scope = scope
        self._tokens = tokens
        self._position = 0
        self._depth = 0
        self._comments: list[Foreign | Comment] = []

    @property
    def token(self) -> Token:
        """The token that comes next."""
        return self._tokens[self._position]

    @property
    def following(self) -> Token:
        """The token after the next."""
        return self._tokens[min(self._position + 1, len(self._tokens) - 1)]

    @property
    def place(self) -> Place:
        """Where the next token stands."""
        return self.token.place

    def after_annotations(self) -> tuple[Token, Token]:
        """Look at the two tokens after documentation and [ ... ]."""
        position, depth = self._position, 0
        while (kind := self._tokens[position].kind) != END:
            depth += {"[": 1, "]": -1}.get(kind, 0)
            if not depth and kind not in ("]", "documentation"):
                break
            position += 1
        last = len(self._tokens) - 1
        return self._tokens[position], self._tokens[min(position + 1, last)]

    def at(self, *words: str) -> bool:
        """Tell whether one of these signs or keywords comes next."""
        token = self.token
        return (token.text if token.kind == "keyword" else token.kind) in words

    def advance(self) -> Token:
        """Take the next token; its comments wait for a node to belong to."""
        token = self.token
        self._comments += token.comments
        token.comments = []
        self._position += 1
        return token

    def take(self, *words: str) -> bool:
        """Take the next token if it is one of these signs or keywords."""
        found = self.at(*words)
        if found:
            self.advance()
        return found

    def expect(self, word: str, after: str = "") -> Token:
        """Take a sign or keyword that must come next."""
        if not self.at(word):
            raise self.unexpected(f'"{word}"' + (f" after {after}" if after else ""))
        return self.advance()

    def passed(self) -> list[Foreign | Comment]:
        """Take the comments among the tokens already taken."""
        found, self._comments = self._comments, []
        return found

    def comments(self) -> list[Foreign | Comment]:
        """Take the comments up to the next token."""
        found, self.token.comments = self.passed() + self.token.comments, []
        return found

    def word(self, what: str) -> Token:
        """Take a name that may be a keyword."""
        if self.token.kind not in ("name", "quoted", "keyword"):
            raise self.unexpected(what)
        return self.advance()

    def identifier(self, what: str) -> Token:
        """Take a name that is no keyword."""
        if self.token.kind not in ("name", "quoted"):
            raise self.unexpected(what)
        return self.advance()

    def literal(self, what: str = "a text in quotation marks") -> str:
        """Take a text, joined by ~ if it is in several parts."""
        parts: list[str] = []
        while not parts or self.take("~"):
            if self.token.kind != "literal":
                raise self.unexpected(what)
            parts.append(self.advance().text)
        return "".join(parts)

    def enter(self) -> None:
        """Go one level deeper into the patterns."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise compact_error(self.place, "too_deep", limit=str(DEEPEST))

    def leave(self) -> None:
        """Come back from a level."""
        self._depth -= 1

    def unexpected(self, expected: str, remedy: str = "") -> SchemaError:
        """Make the error that something else was expected here."""
        token = self.token
        if not remedy:
            remedy = _REMEDIES.get(token.kind, "").replace("{text}", token.text)
        return compact_error(
            token.place,
            "unexpected",
            expected=expected,
            found=token.shown(),
            remedy=remedy,
        )
