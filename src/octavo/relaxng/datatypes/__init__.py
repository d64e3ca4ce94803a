"""Datatypes: what a text may be, and which texts mean the same.

`library` gives the library of a URI; its `make` gives a datatype, which tests values,
compares them and says its rule in words.
"""

from __future__ import annotations

from octavo.hints import Final
from octavo.relaxng.datatypes.base import (
    Context,
    Datatype,
    DatatypeError,
    Params,
)
from octavo.relaxng.datatypes.builtin import BUILT_IN, COMPATIBILITY, PlainLibrary
from octavo.relaxng.datatypes.xsd import XmlSchemaLibrary

Library = PlainLibrary | XmlSchemaLibrary
"""Makes datatypes; raises `DatatypeError` where it cannot."""

__all__ = ["Context", "Datatype", "DatatypeError", "Library", "Params", "library"]

_LIBRARIES: Final[dict[str, Library]] = {
    "": PlainLibrary(BUILT_IN),
    "http://www.w3.org/2001/XMLSchema-datatypes": XmlSchemaLibrary(),
    "http://relaxng.org/ns/compatibility/datatypes/1.0": PlainLibrary(COMPATIBILITY),
}


def library(uri: str) -> Library | None:
    """Give the datatype library of a URI, None if there is none."""
    return _LIBRARIES.get(uri)
