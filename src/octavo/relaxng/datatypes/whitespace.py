"""White space facets: what a text is before it is looked at."""

from __future__ import annotations

from octavo.hints import Final

WHITE: Final = " \t\n\r"
_REPLACED: Final = str.maketrans("\t\n\r", "   ")


def preserve(text: str) -> str:
    """Leave a text as it is."""
    return text


def replace(text: str) -> str:
    """Make every white space character a space."""
    return text.translate(_REPLACED)


def collapse(text: str) -> str:
    """Strip the ends and make every run of white space one space."""
    # Tabs and line ends are not printable, so this settles most texts at once.
    if " " not in text and text.isprintable():
        return text
    return " ".join(filter(None, text.translate(_REPLACED).split(" ")))
