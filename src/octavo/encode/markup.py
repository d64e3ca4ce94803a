"""Characters of text and of attributes as XML writes them.

The module of the standard library for this loads all that is for the network.
"""

import re
from typing import Final

_PLAIN: Final = re.compile('[^&<>"\n\r\t]*+')
_SPACES: Final = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def escape(text: str) -> str:
    """Write what has a meaning in XML as a reference."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(value: str) -> str:
    """Write the value of an attribute, quotation marks and all."""
    if value.isalnum() or _PLAIN.fullmatch(value):
        return f'"{value}"'
    value = escape(value)
    for space, reference in _SPACES.items():
        value = value.replace(space, reference)
    if '"' not in value:
        return f'"{value}"'
    return '"' + value.replace('"', "&quot;") + '"' if "'" in value else f"'{value}'"
