"""The codes and sentences of everything that can be wrong with compact syntax."""

from __future__ import annotations

from typing import Final

from octavo.relaxng.codes import Sentence
from octavo.relaxng.syntax import Place, SchemaError, told

COMPACT: Final[dict[str, Sentence]] = {
    "encoding": Sentence(
        "RNG051",
        "the schema is not text in {encoding}: {reason}",
        "save it as UTF-8",
    ),
    "character": Sentence(
        "RNG052",
        "the character {character} is not allowed here",
        "remove it, or put it in quotation marks",
    ),
    "escape": Sentence(
        "RNG053",
        '"{escape}" is no character of XML',
        "write \\x{{...}} with the hexadecimal number of a character, as \\x{{E9}}",
    ),
    "open_literal": Sentence(
        "RNG054",
        "the text that begins here is not closed in its line",
        'close it with the quotation mark it began with, or use """ for several lines',
    ),
    "unexpected": Sentence("RNG055", "expected {expected}, found {found}", "{remedy}"),
    "mixed_operators": Sentence(
        "RNG056",
        '"{first}" and "{second}" are mixed without parentheses',
        "put parentheses around what belongs together, as (a, b) | c",
    ),
    "bare_except": Sentence(
        "RNG057",
        "a datatype with an exception needs parentheses here",
        'write (string - "x") with parentheses around it',
    ),
    "undeclared_prefix": Sentence(
        "RNG058",
        'the prefix "{prefix}" is not declared',
        'declare it at the top of the file: namespace {prefix} = "..."',
    ),
    "undeclared_library": Sentence(
        "RNG059",
        'the datatype library "{prefix}" is not declared',
        'declare it at the top of the file: datatypes {prefix} = "..."',
    ),
    "bad_declaration": Sentence("RNG060", "{reason}", "{remedy}"),
    "bad_annotation": Sentence("RNG061", "{reason}", "{remedy}"),
    "misplaced_annotation": Sentence(
        "RNG062",
        "there is nothing around this pattern that its annotation could stand in",
        "make it part of a grammar: start = ...",
    ),
    "too_deep": Sentence(
        "RNG063",
        "patterns are nested more than {limit} deep",
        "give the inner patterns names and refer to them",
    ),
}


def compact_error(place: Place, key: str, **details: str) -> SchemaError:
    """Make the failure for something wrong with a schema in compact syntax."""
    return told(place, COMPACT[key], {"remedy": "", **details})
