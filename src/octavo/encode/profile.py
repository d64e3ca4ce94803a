"""What the editor says about a text beforehand; all else is measured.

A profile is a small TOML file; `Settings` lists its keys. It may name two other
files beside it: the table of figures, and the editor's decisions.
"""

import re
from dataclasses import asdict, dataclass, fields, replace
from os.path import normpath
from pathlib import Path, PurePosixPath
from typing import Literal

from octavo import settings
from octavo.encode.decisions import Decision, read_decisions
from octavo.errors import UsageError
from octavo.settings import setting


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
class _Said:
    """What settings and profile have in common; an empty value means: find out."""

    title: str = setting("", "title of the text")
    author: str = setting("", "its author")
    publisher: str = setting("", "who publishes this edition, for its header")
    date: str = setting("", "date of this edition, YYYY-MM-DD")
    licence: str = setting("", "address of the licence of this edition")
    language: str = setting("", "language of the text, BCP 47")
    encoding: str = setting("", "encoding of the raw text, such as cp1252")
    repair_mojibake: bool = setting(
        False, "repair characters that were read in a wrong encoding (needs ftfy)"
    )
    layout: Literal["", "wrapped", "lines"] = setting(
        "", "wrapped, or lines: one line a paragraph"
    )
    names: bool = setting(True, "mark persons, places and organisations")
    blank_lines: bool | None = setting(None, "blank lines part the paragraphs")
    indent: int | None = setting(None, "spaces before the first line of a paragraph")
    pages: bool | None = setting(
        None, "false: form feeds and numbers on lines of their own are no pages"
    )
    notes: Literal["", "none", "brackets", "numbers"] = setting(
        "", "how notes are called: by [1] or *, by bare numbers, or there are none"
    )
    dates: bool = setting(True, "mark dates, with their value where it is certain")
    phrases: bool = setting(
        True, "mark foreign words and titles of works among emphasised words"
    )
    quotations: bool = setting(False, "mark quotations in the line, between marks")
    quotation_marks: Literal["", "“”", "„“", "„”", "»«", "«»", '""', "‘’"] = setting(
        "", "the marks that open and close a quotation"
    )
    spacy: str = setting(
        "", "a spaCy pipeline, package or folder, that votes on names (needs spaCy)"
    )
    emphasis: bool | None = setting(None, "_words_ between low lines are emphasised")
    plates: bool | None = setting(None, "make figures of the list of illustrations")
    remove: tuple[str, ...] = setting((), "lines to remove, as regular expressions")


@dataclass(frozen=True, slots=True)
class Settings(_Said):
    """The keys of a profile file."""

    figures: str = setting("", "a TOML file with the pictures, beside the profile")
    decisions: str = setting("", "a TOML file with your decisions, beside the profile")


@dataclass(frozen=True, slots=True)
class Profile(_Said):
    """The editor's word on a text, with the files that the settings name read."""

    figures: tuple[Image, ...] = ()
    decisions: tuple[Decision, ...] = ()

    def over(self, **values: str | bool) -> "Profile":
        """Give a profile with the values that are not empty put in."""
        return replace(self, **{k: v for k, v in values.items() if v})  # type: ignore[arg-type]

    def decided(self, decisions: tuple[Decision, ...]) -> "Profile":
        """Give a profile with further decisions."""
        return replace(self, decisions=self.decisions + decisions)

    def under(self, **values: str | bool) -> "Profile":
        """Give a profile with values for what it leaves empty."""
        return self.over(**{k: v for k, v in values.items() if not getattr(self, k)})


def load_profile(path: Path) -> Profile:
    """Read a profile and the files it names; raises UsageError."""
    read = settings.fill(Settings, settings.load(path), str(path))
    for pattern in read.remove:
        _check_pattern(path, pattern)
    values = {f.name: getattr(read, f.name) for f in fields(Settings)}
    values["figures"] = _figures(path, read.figures) if read.figures else ()
    name = read.decisions
    values["decisions"] = load_decisions(path.parent / name) if name else ()
    return Profile(**values)


@dataclass(frozen=True, slots=True)
class _Figure:
    number: int = setting(0, "number in the list of illustrations")
    file: str = setting("", "the image, beside this file")
    head: str = setting("", "the caption, as the list of illustrations has it")
    credit: str = setting("", "whose picture it is")
    figDesc: str = setting("", "what it shows, for who cannot see it")  # noqa: N815
    chapter: int = setting(0, "the number of the chapter it belongs to")
    after: str = setting("", "the first words of the paragraph that it follows")


@dataclass(frozen=True, slots=True)
class _Figures:
    figure: tuple[_Figure, ...] = setting((), "the pictures")


def _figures(profile: Path, name: str) -> tuple[Image, ...]:
    file = Path(normpath(profile.parent / name))
    folder = PurePosixPath(name).parent
    tables = settings.fill(_Figures, settings.load(file), str(file)).figure
    return tuple(_image(table, folder) for table in tables)


def _image(table: _Figure, folder: PurePosixPath) -> Image:
    values = asdict(table)
    values["number"] = str(table.number or "")
    values["chapter"] = str(table.chapter or "")
    values["description"] = values.pop("figDesc")
    values["url"] = str(folder / table.file) if table.file else ""
    return Image(**values)


def load_decisions(path: Path) -> tuple[Decision, ...]:
    """Read a file of decisions; raises UsageError."""
    file = Path(normpath(path))
    return read_decisions(settings.load(file), str(file))


def _check_pattern(path: Path, pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise UsageError(
            f"{path}: remove: {pattern!r} is no regular expression: {error}",
            hint="put a backslash before characters such as ( [ . * +",
        ) from error
