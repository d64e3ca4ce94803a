"""Which attributes of which elements are ids or refer to ids."""

from __future__ import annotations

Key = tuple[str, str]
"""The names of an element and of an attribute of it."""


class IdTypes:
    """The attributes of type ID, IDREF and IDREFS of a schema."""

    __slots__ = ("kinds",)

    def __init__(self, kinds: dict[Key, str]) -> None:
        self.kinds = kinds

    def of(
        self, element: str, attributes: tuple[str, ...]
    ) -> tuple[tuple[int, str], ...]:
        """Give the places of values that are ids or refer to ids, with their kind."""
        kinds = self.kinds
        if not kinds:
            return ()
        return tuple(
            (2 * i + 1, kinds[element, name])
            for i, name in enumerate(attributes)
            if (element, name) in kinds
        )
