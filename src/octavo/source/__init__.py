"""A document read from disk once: its bytes, its tree, its exact places."""

from octavo.source.pictures import is_picture
from octavo.source.reading import (
    MAX_SIZE,
    STANDARD_INPUT,
    Source,
    content,
    parse,
    read,
)
from octavo.source.wellformed import MAX_DEPTH, explain

__all__ = [
    "MAX_DEPTH",
    "MAX_SIZE",
    "STANDARD_INPUT",
    "Source",
    "content",
    "explain",
    "is_picture",
    "parse",
    "read",
]
