"""The namespaces in scope at a place of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from octavo import names


class Namespaces(Mapping[str, str]):
    """Prefixes and their namespaces; unparsed entities are kept as ``&name``."""

    def __init__(self) -> None:
        self._stacks: dict[str, list[str]] = {"xml": [names.XML]}

    def declare(self, prefix: str | None, uri: str | None) -> None:
        """Enter the scope of a declaration."""
        self._stacks.setdefault(prefix or "", []).append(uri or "")

    def end(self, prefix: str | None) -> None:
        """Leave the scope of a declaration."""
        stack = self._stacks[prefix or ""]
        stack.pop()
        if not stack:
            del self._stacks[prefix or ""]

    def unparsed(self, entity: str) -> None:
        """Note an unparsed entity of the document."""
        self._stacks["&" + entity] = [""]

    def __getitem__(self, prefix: str) -> str:
        return self._stacks[prefix][-1]

    def __iter__(self) -> Iterator[str]:
        return iter(self._stacks)

    def __len__(self) -> int:
        return len(self._stacks)
