"""The library that is always there, and the one of RELAX NG DTD Compatibility."""

from __future__ import annotations

from octavo.hints import Final
from octavo.relaxng.datatypes.base import Context, Datatype, DatatypeError, Params
from octavo.relaxng.datatypes.kinds import KINDS
from octavo.relaxng.datatypes.xsd import build, unknown

BUILT_IN: Final = ("string", "token")
COMPATIBILITY: Final = ("ID", "IDREF", "IDREFS")


class PlainLibrary:
    """Makes a few types, none of which takes parameters."""

    def __init__(self, types: tuple[str, ...]) -> None:
        """Take the names of the types; they are those of XML Schema."""
        self._types = types

    def make(self, type_name: str, params: Params, context: Context) -> Datatype:
        """Make a datatype."""
        if type_name not in self._types:
            raise DatatypeError(unknown(type_name, self._types))
        if params:
            raise DatatypeError(
                f'the type "{type_name}" of this library takes no parameter'
                f' "{params[0][0]}"; the library of XML Schema has one that does'
            )
        return build(type_name, KINDS[type_name], (), context)
