"""What a name without colon may look like in a schema."""

from __future__ import annotations

from functools import lru_cache

from octavo.relaxng import datatypes
from octavo.relaxng.syntax import XSD_TYPES


@lru_cache(maxsize=4096)
def is_ncname(text: str) -> bool:
    """Tell whether a text is a name without colon."""
    if text.isascii():
        letters = text.replace(".", "_").replace("-", "_")
        return letters.isidentifier() and text[0] not in ".-"
    library = datatypes.library(XSD_TYPES)
    assert library is not None
    ncname = library.make("NCName", (), {})
    return text == text.strip() and ncname.allows(text, {})
