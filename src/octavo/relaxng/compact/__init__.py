"""The compact syntax of RELAX NG, read into the tree of the full syntax."""

from __future__ import annotations

from octavo.relaxng.compact.characters import Characters
from octavo.relaxng.compact.grammars import GrammarParser
from octavo.relaxng.compact.scope import Scope
from octavo.relaxng.compact.tokens import tokens
from octavo.relaxng.syntax import Node

__all__ = ["parse"]


def parse(data: bytes, file: str) -> Node:
    """Read a schema; raise `SchemaError` at the first thing that is wrong."""
    found = list(tokens(Characters(data, file)))
    return GrammarParser(found, Scope()).file()
