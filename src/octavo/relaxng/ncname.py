"""What a name without colon may look like in a schema."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from octavo.relaxng import datatypes
from octavo.relaxng.syntax import XSD_TYPES

_ASCII: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")


@lru_cache(maxsize=4096)
def is_ncname(text: str) -> bool:
    """Tell whether a text is a name without colon."""
    if text.isascii():
        return _ASCII.fullmatch(text) is not None
    library = datatypes.library(XSD_TYPES)
    assert library is not None
    ncname = library.make("NCName", (), {})
    return text == text.strip() and ncname.allows(text, {})
