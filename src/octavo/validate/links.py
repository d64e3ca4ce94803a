"""Pointers and their targets, in the file itself and over the edition."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from octavo.diagnostics import Diagnostic, Severity
from octavo.names import XML_ID
from octavo.source import Source
from octavo.validate.places import finding
from octavo.validate.pointers import Document, Pointer, expand, split

_SCHEMES: Final = """
about data doi ftp ftps geo hdl http https info isbn mailto tel urn
"""
_PUBLIC: Final = frozenset(_SCHEMES.split())


class Links:
    """The names of an edition, and the check of one document against them."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self.documents = {s.path.resolve(): Document(s) for s in sources}
        self.homes: dict[str, list[Path]] = {}
        for path, document in self.documents.items():
            for name in document.ids:
                self.homes.setdefault(name, []).append(path)

    def check(self, source: Source) -> Iterator[Diagnostic]:
        """Give the findings of one document of the edition."""
        document = self.documents[source.path.resolve()]
        yield from self._repeated(document)
        for pointer in document.pointers():
            problem = self._follow(pointer, document)
            if any(problem):
                yield finding(*problem, source, pointer.element, pointer.attribute)

    def _repeated(self, document: Document) -> Iterator[Diagnostic]:
        here = document.path.resolve()
        for name, element in document.ids.items():
            first = self.homes[name][0]
            if first != here:
                yield finding(
                    "LNK004",
                    f"the name '{name}' is also used in {first.name}",
                    "names should be unique in the edition; rename one of them",
                    document.source,
                    element,
                    XML_ID,
                    severity=Severity.WARNING,
                )

    def _follow(self, pointer: Pointer, document: Document) -> tuple[str, str, str]:
        """Give code, message and hint if a pointer leads nowhere, else nothing."""
        value, scheme = pointer.value, pointer.scheme
        if scheme in document.prefixes:
            return self._private(pointer, document)
        if not scheme:
            return self._relative(pointer, value, document)
        if scheme.lower() in _PUBLIC:
            return _FINE
        return (
            "LNK003",
            f"the prefix of '{value}' is not declared",
            f'declare it in the header: prefixDef ident="{scheme}"',
        )

    def _private(self, pointer: Pointer, document: Document) -> tuple[str, str, str]:
        scheme = pointer.scheme
        expanded = expand(pointer.value, document.prefixes[scheme])
        problems = [
            _FINE if "://" in item else self._relative(pointer, item, document)
            for item in expanded
        ]
        if problems:
            return problems[0] if all(map(any, problems)) else _FINE
        return (
            "LNK003",
            f"'{pointer.value}' matches no rule for the prefix '{scheme}'",
            f'see prefixDef ident="{scheme}" in the header of this document',
        )

    def _relative(
        self, pointer: Pointer, value: str, document: Document
    ) -> tuple[str, str, str]:
        file, name = split(value)
        if not file:
            known = name in document.ids or name in self.homes or not name
            return _FINE if known else _no_name(pointer, name, self.homes)
        path = (document.path.parent / file).resolve()
        if not path.exists():
            return self._no_file(pointer, file)
        target = self.documents.get(path)
        if target is None or not name or name in target.ids:
            return _FINE
        message = f"there is no '{name}' in {file}"
        return "LNK001", message, _nearest(name, target.ids)

    def _no_file(self, pointer: Pointer, file: str) -> tuple[str, str, str]:
        if pointer.is_image:
            hint = "put the image there, or correct the path"
            return "IMG001", f"there is no image '{file}'", hint
        hint = "paths are relative to this document"
        if file in self.homes:
            hint = f'write {pointer.attribute}="#{file}"'
        message = f"@{pointer.attribute} points to a file '{file}' that is not there"
        return "LNK002", message, hint


_FINE: Final = ("", "", "")


def _no_name(pointer: Pointer, name: str, names: Iterable[str]) -> tuple[str, str, str]:
    message = f"@{pointer.attribute} points to '#{name}', but nothing has this name"
    return "LNK001", message, _nearest(name, names)


def _nearest(name: str, names: Iterable[str]) -> str:
    close = get_close_matches(name, names, 1, 0.7)
    if close:
        return f"did you mean '#{close[0]}'?"
    return f'give the target xml:id="{name}", or take the pointer out'
