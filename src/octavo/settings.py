"""Settings: TOML tables read into frozen dataclasses, every key checked.

A settings class is a dataclass whose fields are made by `setting`, so that each
carries its explanation; the manual and `edition.toml` take their words there.
"""

import difflib
import tomllib
import types
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any, Final, Literal, TypeVar, get_args, get_origin, get_type_hints

from octavo.errors import UsageError

T = TypeVar("T")
_Kind = Any  # a type, as get_type_hints gives it
_Made = Any  # a value of that type
_WORDS: Final = {
    str: "a text in quotes",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
}


def setting(default: T, explanation: str) -> T:
    """Declare a field of a settings class: its default and what it is for."""
    made: T = field(default=default, metadata={"help": explanation})
    return made


@dataclass(frozen=True, slots=True)
class Explained:
    """One setting as the manual lists it."""

    name: str
    default: object
    explanation: str


def explained(settings: type) -> tuple[Explained, ...]:
    """List the settings of a class with defaults and explanations."""
    return tuple(
        Explained(_key(f.name), f.default, f.metadata.get("help", ""))
        for f in fields(settings)
    )


def load(path: Path) -> dict[str, Any]:
    """Read a TOML file; raises UsageError with the place if it is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        words = str(error)[:1].lower() + str(error)[1:]
        raise UsageError(
            f"{path}: {words}", hint='a setting is written key = "value"'
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8", hint="save it as UTF-8") from error
    except OSError as error:
        raise UsageError(
            f"{path}: {(error.strerror or 'unreadable').lower()}"
        ) from error


def fill(settings: type[T], table: Mapping[str, Any], where: str) -> T:
    """Make a settings object of a table.

    Raises UsageError, naming the nearest known key, for an unknown key, and
    for a value of the wrong kind. `where` names file and table in messages.
    """
    known = {_key(f.name): f for f in fields(settings)}  # type: ignore[arg-type]
    for key in table:
        if key not in known:
            raise UsageError(f"{where}: unknown key '{key}'", hint=near(key, known))
    hints = get_type_hints(settings)
    values = {
        known[key].name: _value(hints[known[key].name], value, f"{where}: {key}")
        for key, value in table.items()
    }
    missing = [
        key for key, f in known.items() if key not in table and f.default is MISSING
    ]
    if missing:
        raise UsageError(f"{where}: '{missing[0]}' is missing", hint="add it")
    return settings(**values)


def near(word: str, known: Sequence[str] | Mapping[str, object]) -> str:
    """Say which known word is nearest, else list them all."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    if found:
        return f"did you mean '{found[0]}'?"
    return "known here: " + ", ".join(sorted(known))


def _key(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def _value(kind: _Kind, value: object, where: str) -> _Made:
    origin: object = get_origin(kind)
    if origin is Literal:
        return _choice(get_args(kind), value, where)
    if origin is tuple:
        return _list(get_args(kind)[0], value, where)
    if origin is dict:
        return _table(get_args(kind)[1], value, where)
    if origin is types.UnionType:
        return _value(get_args(kind)[0], value, where)
    if is_dataclass(kind) and isinstance(kind, type):
        return fill(kind, _expect(dict, value, where), where)
    if kind is float and type(value) is int:
        return float(value)
    return _expect(kind, value, where)


def _expect(kind: _Kind, value: object, where: str) -> _Made:
    if type(value) is not kind:
        words = _WORDS.get(kind, "a table")
        raise UsageError(f"{where}: {value!r} is not {words}", hint=f"write {words}")
    return value


def _choice(choices: tuple[Any, ...], value: object, where: str) -> _Made:
    if value not in choices:
        words = [str(choice) for choice in choices if choice != ""]
        raise UsageError(
            f"{where}: unknown value {value!r}", hint=near(str(value), words)
        )
    return value


def _list(kind: _Kind, value: object, where: str) -> tuple[_Made, ...]:
    if not isinstance(value, list):
        raise UsageError(f"{where}: {value!r} is not a list", hint="write [..., ...]")
    return tuple(_value(kind, item, where) for item in value)


def _table(kind: _Kind, value: object, where: str) -> dict[str, _Made]:
    table = _expect(dict, value, where)
    return {key: _value(kind, table[key], f"{where}.{key}") for key in sorted(table)}
