"""What lies in a pattern, down to its elements, as flags that are joined bottom up.

So the restrictions of RELAX NG section 7 cost next to nothing where they are kept: a
pattern that may break one is marked `DOUBTFUL`, and `restrictions` takes a closer look.
Plain numbers, for they are joined whenever a pattern is made.
"""

from __future__ import annotations

from octavo.hints import Final

TEXT: Final = 1
ELEMENT: Final = 2
ATTRIBUTE: Final = 4
TYPED: Final = 8
"""A datatype, value or list."""
CONTEXTUAL: Final = 16
"""What matches may depend on the namespaces that are declared."""
LIST: Final = 32
GROUPED: Final = 64
INTERLEAVED: Final = 128
REPEATED: Final = 256
EMPTY: Final = 512
GROUPED_ATTRIBUTE: Final = 1024
INFINITE: Final = 2048
"""An attribute of a name class without end that is not repeated."""
SEQUENCE: Final = 4096
"""A datatype, value or list beside other content."""
DOUBTFUL: Final = 8192
"""A restriction may be broken."""
ANY_NAME: Final = 16384
"""An attribute of a name class without end."""
FIRST_NAME: Final = 32768
"""The flag of the first attribute name of a schema; others follow."""

_CONTENT: Final = TEXT | ELEMENT | TYPED
_NOT_IN_LIST: Final = LIST | ELEMENT | ATTRIBUTE | TEXT | INTERLEAVED
_NOT_IN_ATTRIBUTE: Final = ATTRIBUTE | ELEMENT | SEQUENCE | DOUBTFUL


def group(first: int, second: int) -> int:
    """Join the traits of two patterns that follow one another."""
    traits = first | second | GROUPED
    if traits & ATTRIBUTE:
        traits |= GROUPED_ATTRIBUTE
        shared = first & second
        if shared >= ANY_NAME or (traits & ANY_NAME and shared & ATTRIBUTE):
            traits |= DOUBTFUL
    if traits & TYPED and first & _CONTENT and second & _CONTENT:
        traits |= SEQUENCE
    return traits


def interleave(first: int, second: int) -> int:
    """Join the traits of two patterns that are mixed."""
    traits = group(first, second) | INTERLEAVED
    return traits | DOUBTFUL if first & second & (TEXT | ELEMENT) else traits


def repeated(body: int) -> int:
    """Give the traits of a pattern once or several times."""
    traits = body & ~INFINITE | REPEATED
    if body & GROUPED_ATTRIBUTE:
        traits |= DOUBTFUL
    return traits | SEQUENCE if body & TYPED else traits


def words(body: int) -> int:
    """Give the traits of a list."""
    traits = TYPED | LIST | body & (CONTEXTUAL | DOUBTFUL)
    return traits | DOUBTFUL if body & _NOT_IN_LIST else traits


def data(exclusion: int, contextual: bool) -> int:
    """Give the traits of a datatype without what an exclusion matches."""
    traits = TYPED | exclusion & (CONTEXTUAL | DOUBTFUL)
    if exclusion & ~(TYPED | CONTEXTUAL):
        traits |= DOUBTFUL
    return traits | CONTEXTUAL if contextual else traits


def attribute(names: int, value: int) -> int:
    """Give the traits of an attribute from the flags of its names, and its value."""
    traits = ATTRIBUTE | names
    if names & ANY_NAME:
        traits |= INFINITE
    return traits | DOUBTFUL if value & _NOT_IN_ATTRIBUTE else traits


def doubtful_start(traits: int) -> bool:
    """Tell whether the start of a schema may break a restriction."""
    return traits & ~ELEMENT != 0


def doubtful_content(traits: int) -> bool:
    """Tell whether the content of an element may break a restriction."""
    return traits & (INFINITE | SEQUENCE | DOUBTFUL) != 0
