"""What kinds of nodes the contexts of a schema can match.

A light reading, for speed only: where it is not sure, all kinds are visited.
"""

import re
from collections.abc import Iterable
from typing import Final

_ALL: Final = "/, //node(), //@*"
_PATHS: Final = (
    "/",
    "//*",
    "//text()",
    "//@*",
    "//comment(), //processing-instruction()",
)
_STRING: Final = re.compile(r""""[^"]*"|'[^']*'""")
_COMMENT: Final = re.compile(r"\(:[^:]*(?::(?!\))[^:]*)*:\)")
_PREDICATE: Final = re.compile(r"\[[^\[\]]*\]")
_ELEMENT: Final = re.compile(r"(child::|element\()?(Q\{[^}]*\})?[\w.*:-]+\)?")
_TEXT: Final = re.compile(r"(child::)?text\(\)")
_ATTRIBUTE: Final = re.compile(r"(@|attribute::)(Q\{[^}]*\})?[\w.*:-]+")
_NOTE: Final = re.compile(r"(child::)?(comment|processing-instruction)\([^()]*\)")


def selection(contexts: Iterable[str]) -> str:
    """Give an XPath that selects all nodes the contexts may match."""
    kinds = {kind for context in contexts for kind in _kinds(context)}
    if "any" in kinds:
        return _ALL
    return ", ".join(path for path in _PATHS if path in kinds) or "()"


def _kinds(context: str) -> set[str]:
    """Give the kinds of nodes that one context may match, by its last steps."""
    bare = _COMMENT.sub("", _STRING.sub("''", context))
    before = None
    while before != bare:
        before, bare = bare, _PREDICATE.sub("", bare)
    alternatives = re.split(r"\||\bunion\b", bare)
    return {_kind(alternative.strip()) for alternative in alternatives}


def _kind(path: str) -> str:
    if path == "/":
        return "/"
    above, _, last = path.rpartition("/")
    step = re.sub(r"\s+", "", last)
    patterns = zip(_PATHS[1:], (_ELEMENT, _TEXT, _ATTRIBUTE, _NOTE), strict=True)
    found = (kind for kind, pattern in patterns if pattern.fullmatch(step))
    return "any" if "(" in above else next(found, "any")
