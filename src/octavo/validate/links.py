"""Pointers and their targets, in the file itself and over the edition."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Final

from octavo.diagnostics import Severity
from octavo.validate.addresses import PUBLIC, expand, scheme, split
from octavo.validate.outline import Item, Outline
from octavo.validate.places import Problem

_PERSONS: Final = frozenset({"person", "personGrp", "persona", "org", "role", "actor"})
_PLACES: Final = frozenset({"place", "org", "bloc", "country", "region", "settlement"})
_KINDS: Final = {
    ("persName", "ref"): (_PERSONS, "a person"),
    ("placeName", "ref"): (_PLACES, "a place"),
    ("settlement", "ref"): (_PLACES, "a place"),
    ("geogName", "ref"): (_PLACES, "a place"),
    ("orgName", "ref"): (frozenset({"org", "person", "personGrp"}), "an organization"),
    ("sp", "who"): (_PERSONS | {"castItem", "castGroup"}, "a person"),
    ("said", "who"): (_PERSONS | {"castItem", "castGroup"}, "a person"),
    ("noteref", "target"): (frozenset({"note"}), "a note"),
    ("handShift", "new"): (frozenset({"handNote"}), "a hand"),
}
_CALENDARS: Final = frozenset({"calendar", "datingMethod"})
_WITNESSES: Final = """
witness listWit msDesc msPart msFrag bibl biblStruct biblFull object
"""
_ENTRIES: Final = {
    "person": "person",
    "personGrp": "group",
    "place": "place",
    "org": "organization",
    "bibl": "work",
    "biblStruct": "work",
    "biblFull": "work",
    "event": "event",
    "object": "object",
}
_LISTS: Final = frozenset(
    {"listPerson", "listPlace", "listOrg", "listBibl", "listEvent", "listObject"}
)
Prefixes = dict[str, list[tuple[str, str]]]
_MANY: Final = 5_000
"""Beyond so many names, looking for a near one takes too long."""


class Links:
    """The names of an edition, and the check of each document against them."""

    def __init__(self, outlines: Mapping[Path, Outline]) -> None:
        self._outlines = {path.resolve(): found for path, found in outlines.items()}
        self._homes: dict[str, list[Path]] = {}
        self._prefixes = _prefixes(self._outlines.values())
        for path, found in self._outlines.items():
            for name in found.names:
                self._homes.setdefault(name, []).append(path)

    def check(self, path: Path) -> Iterator[Problem]:
        """Give what is wrong with the names and pointers of one document."""
        here = path.resolve()
        document = self._outlines[here]
        yield from self._repeated(here, document)
        yield from self._unused(here, document)
        for pointer in document.pointers:
            yield from self._follow(pointer, here, document)

    def _repeated(self, here: Path, document: Outline) -> Iterator[Problem]:
        for name, item in document.names.items():
            first = self._homes[name][0]
            if first != here:
                message = f"the name '{name}' is also used in {first.name}"
                hint = "names should be unique in the edition; rename one of them"
                yield Problem("LNK004", item, message, hint, Severity.WARNING)
        for item in document.repeated:
            message = f"the name '{item.value}' is already taken in this document"
            hint = "give one of the two another, and correct what points to it"
            yield Problem("LNK008", item, message, hint)

    def _unused(self, here: Path, document: Outline) -> Iterator[Problem]:
        """Find entries of registers that no text refers to."""
        if not any(found.has_text for found in self._outlines.values()):
            return
        for name, item in document.names.items():
            if (here, name) in self._used:
                continue
            if _is_entry(item, document):
                message = f"nothing refers to the {_ENTRIES[item.element]} '{name}'"
                hint = f'point to it with ref="#{name}", or leave it for later'
                yield Problem("LNK005", item, message, hint, Severity.INFO)
            elif item.element == "note" and item.context == "notes":
                message = f"no reference leads to the note '{name}'"
                hint = f'put ref type="noteref" target="#{name}" into the text'
                yield Problem("LNK007", item, message, hint, Severity.WARNING)

    @cached_property
    def _used(self) -> set[tuple[Path, str]]:
        """The names that pointers of the edition lead to, each with its file."""
        used = set()
        for path, document in self._outlines.items():
            for pointer in document.pointers:
                for target in self._targets(pointer, path, document):
                    used.add(target)
        return used

    def _targets(
        self, pointer: Item, here: Path, document: Outline
    ) -> Iterator[tuple[Path, str]]:
        """Give the files and names that a pointer means."""
        for address in self._written_out(pointer.value, document):
            if scheme(address):
                continue
            file, name = split(address)
            if file:
                yield (here.parent / file).resolve(), name
            elif name in document.names:
                yield here, name
            else:
                for home in self._homes.get(name, ()):
                    yield home, name

    def _follow(
        self, pointer: Item, here: Path, document: Outline
    ) -> Iterator[Problem]:
        written = scheme(pointer.value)
        addresses = self._written_out(pointer.value, document)
        if written and not addresses:
            yield self._no_prefix(pointer, written)
            return
        local = [address for address in addresses if not scheme(address)]
        problems = [self._missing(pointer, a, here, document) for a in local]
        if problems and len(local) == len(addresses) and all(problems):
            yield from problems[0]
        else:
            yield from self._wrong_kind(pointer, here, document)

    def _missing(
        self, pointer: Item, address: str, here: Path, document: Outline
    ) -> list[Problem]:
        """Say so if an address, relative to the document, leads nowhere."""
        file, name = split(address)
        if not file:
            known = name in document.names or name in self._homes
            is_open = not name or "(" in name or self._is_custom(pointer)
            return [] if known or is_open else [self._no_name(pointer, name)]
        path = (here.parent / file).resolve()
        target = self._outlines.get(path)
        if target is None and not path.exists():
            return [] if _is_image(pointer) else [self._no_file(pointer, file)]
        if target is None or not name or name in target.names:
            return []
        message = f"there is no '{name}' in {file}"
        return [Problem("LNK001", pointer, message, _nearest(name, target.names))]

    def _is_custom(self, pointer: Item) -> bool:
        """Tell whether a calendar is only named, as where none is described."""
        return pointer.attribute in _CALENDARS and not self._has_calendars

    @cached_property
    def _has_calendars(self) -> bool:
        names = (item for o in self._outlines.values() for item in o.names.values())
        return any(item.element == "calendar" for item in names)

    def _wrong_kind(
        self, pointer: Item, here: Path, document: Outline
    ) -> Iterator[Problem]:
        wanted = _wanted(pointer)
        if wanted is None:
            return
        for path, name in self._targets(pointer, here, document):
            target = (
                self._outlines[path].names.get(name) if path in self._outlines else None
            )
            if target is not None and target.element not in wanted[0]:
                message = f"'{name}' is not {wanted[1]} but a <{target.element}>"
                hint = "correct the pointer, or use another element here"
                yield Problem("LNK006", pointer, message, hint, Severity.WARNING)
                return

    def _written_out(self, value: str, document: Outline) -> list[str]:
        """Give the addresses that a pointer stands for.

        A prefix that the document does not declare may be declared by another one.
        """
        prefix = scheme(value)
        if not prefix:
            return [value]
        rules = _prefixes([document]).get(prefix) or self._prefixes.get(prefix)
        if rules:
            return expand(value, rules)
        return [value] if prefix.lower() in PUBLIC else []

    def _no_prefix(self, pointer: Item, prefix: str) -> Problem:
        value = pointer.value
        if prefix == "file":
            message = f"'{value}' leads to the disk of one computer"
            hint = "write a path relative to this document"
        elif prefix in self._prefixes:
            message = f"'{value}' matches no rule for the prefix '{prefix}'"
            hint = f'see prefixDef ident="{prefix}" in the header'
        else:
            message = f"the prefix of '{value}' is not declared"
            hint = f'declare it in the header: prefixDef ident="{prefix}"'
        return Problem("LNK003", pointer, message, hint)

    def _no_name(self, pointer: Item, name: str) -> Problem:
        message = f"@{pointer.attribute} points to '#{name}', but nothing has this name"
        return Problem("LNK001", pointer, message, _nearest(name, self._homes))

    def _no_file(self, pointer: Item, file: str) -> Problem:
        hint = "paths are relative to this document"
        if file in self._homes:
            hint = f'write {pointer.attribute}="#{file}"'
        message = f"@{pointer.attribute} points to a file '{file}' that is not there"
        return Problem("LNK002", pointer, message, hint)


def _is_entry(item: Item, document: Outline) -> bool:
    """Tell whether an item is of a register; a text may have a bibliography."""
    is_work = item.context == "listBibl"
    listed = item.element in _ENTRIES and item.context in _LISTS
    return listed and not (is_work and document.has_text)


def _wanted(pointer: Item) -> tuple[frozenset[str], str] | None:
    """Give the elements that a pointer may lead to, and what they are."""
    if pointer.attribute == "wit":
        return frozenset(_WITNESSES.split()), "a witness"
    kind = pointer.context if pointer.context == "noteref" else pointer.element
    return _KINDS.get((kind, pointer.attribute))


def _is_image(pointer: Item) -> bool:
    return pointer.attribute in ("url", "facs")


def _prefixes(outlines: Iterable[Outline]) -> Prefixes:
    """Gather the rules of private addresses, by prefix."""
    found: Prefixes = {}
    for outline in outlines:
        for ident, pattern, replacement in outline.prefixes:
            found.setdefault(ident, []).append((pattern, replacement))
    return found


def _nearest(name: str, names: Iterable[str]) -> str:
    known = list(names)
    close = get_close_matches(name, known, 1, 0.7) if len(known) < _MANY else []
    if close:
        return f"did you mean '#{close[0]}'?"
    return f'give the target xml:id="{name}", or take the pointer out'
