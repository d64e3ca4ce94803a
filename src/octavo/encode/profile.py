"""What the editor says about a text beforehand; all else is measured.

A profile is a small TOML file:

    title = "..."            author = "..."           language = "en"
    layout = "wrapped"       # or "lines": one line a paragraph
    names = true             # mark persons, places, organisations
    emphasis = true          # _words_ between low lines are emphasised
    remove = ["^Scroll Up$"] # lines to remove, as regular expressions
    plates = true            # make figures of the list of illustrations
    figures = "../images/figures.toml"  # [[figure]] tables: number, file, head, ...
    decisions = "decisions.toml"
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from octavo.encode.decisions import Decision, read_decisions
from octavo.errors import SourceError, UsageError


@dataclass(frozen=True, slots=True)
class Image:
    """A picture the editor has.

    It is found in the list of illustrations by `head`, the words of its caption, or
    by `number`. `after` are the first words of the paragraph that it follows,
    `description` tells a reader who cannot see it what it shows.
    """

    number: str = ""
    file: str = ""
    head: str = ""
    credit: str = ""
    description: str = ""
    chapter: str = ""
    after: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """The editor's word on a text; an empty value means: find out."""

    title: str = ""
    author: str = ""
    language: str = ""
    layout: str = ""
    names: bool = True
    emphasis: bool | None = None
    plates: bool | None = None
    remove: tuple[str, ...] = ()
    figures: tuple[Image, ...] = ()
    decisions: tuple[Decision, ...] = ()

    def over(self, **values: str) -> "Profile":
        """Give a profile with the values that are not empty put in."""
        return replace(self, **{k: v for k, v in values.items() if v})  # type: ignore[arg-type]


def load_profile(path: Path) -> Profile:
    """Read a profile and the files it names, which lie beside it."""
    table = _toml(path)
    values: dict[str, object] = {}
    for key, value in table.items():
        values[key] = _value(path, key, value)
    return Profile(**values)  # type: ignore[arg-type]


def _value(path: Path, key: str, value: object) -> object:
    known = [field.name for field in fields(Profile)]
    if key not in known:
        raise UsageError(f"{path}: unknown key {key!r}", hint=_nearest(key, known))
    if key == "figures":
        return _figures(path, value)
    if key == "decisions":
        return _decisions(path, value)
    if key == "remove":
        return _patterns(path, value)
    wanted = bool if key in ("names", "emphasis", "plates") else str
    if not isinstance(value, wanted):
        kind = "true or false" if wanted is bool else "a text in quotes"
        raise UsageError(f"{path}: {key} must be {kind}")
    if key == "layout" and value not in ("wrapped", "lines"):
        raise UsageError(f"{path}: layout must be wrapped or lines")
    return value


def _figures(path: Path, value: object) -> tuple[Image, ...]:
    if not isinstance(value, str):
        raise UsageError(f"{path}: figures must name a file")
    file = path.parent / value
    tables = _toml(file).get("figure", [])
    if not isinstance(tables, list):
        raise UsageError(f"{file}: figure must be a list of tables")
    folder = PurePosixPath(value).parent
    return tuple(_image(file, table, folder) for table in tables)


def _image(path: Path, table: object, folder: PurePosixPath) -> Image:
    known = ["number", "file", "head", "credit", "figDesc", "chapter", "after"]
    if not isinstance(table, Mapping):
        raise UsageError(f"{path}: each figure must be a table")
    for key in table:
        if key not in known:
            raise UsageError(
                f"{path}: unknown key {key!r} in a figure", hint=_nearest(key, known)
            )
    values = {key: str(value) for key, value in table.items()}
    values["description"] = values.pop("figDesc", "")
    if file := values.get("file"):
        values["url"] = str(folder / file)
    return Image(**values)


def _decisions(path: Path, value: object) -> tuple[Decision, ...]:
    if not isinstance(value, str):
        raise UsageError(f"{path}: decisions must name a file")
    file = path.parent / value
    return read_decisions(_toml(file), str(file))


def _patterns(path: Path, value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise UsageError(f"{path}: remove must be a list of regular expressions")
    for pattern in value:
        try:
            re.compile(str(pattern))
        except re.error as error:
            raise UsageError(f"{path}: remove: {pattern!r}: {error}") from error
    return tuple(str(pattern) for pattern in value)


def _toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: not a TOML file: {error}") from error


def _nearest(key: str, known: list[str]) -> str:
    near = get_close_matches(key, known, 1, 0)
    return f"the nearest known key is {near[0]!r}" if near else ""
