"""What a datatype and a datatype library are, whoever defines them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence

from octavo.relaxng.fields import Fields

Context = Mapping[str, str]
"""The namespace of each prefix in scope, `""` for the default namespace.

An unparsed entity of the document stands in it as `&` and its name.
"""

Params = Sequence[tuple[str, str]]


class DatatypeError(ValueError):
    """A type or parameter that the library does not know or cannot use."""


class Datatype(Fields):
    """A set of texts, and which of them mean the same.

    `allows` and `value` take a text as it stands in the document and the context;
    `value` gives something that is equal for texts of equal value, None for a text
    that is not allowed. `id_type` is empty, `ID`, `IDREF` or `IDREFS`.
    """

    name: str
    allows: Callable[[str, Context], bool]
    value: Callable[[str, Context], Hashable | None]
    words: Callable[[], str]
    id_type: str = ""
    is_trivial: bool = False
    needs_context: bool = False

    def describe(self) -> str:
        """Say the rule in words an editor can use."""
        return self.words()
