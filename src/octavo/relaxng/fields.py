"""Classes that are no more than their fields.

They stand for frozen dataclasses where a run should start at once: making a dataclass
takes longer than reading a small document.
"""

from __future__ import annotations

from octavo.hints import Any, ClassVar, Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class Fields:
    """Fields by position or name; equal if the class and all fields are."""

    _names: ClassVar[tuple[str, ...]]
    _defaults: ClassVar[dict[str, Any]]

    def __init_subclass__(cls) -> None:
        """Take the fields and their defaults from the body of the class."""
        own = cls.__dict__
        cls._names = tuple(cls.__annotations__)
        cls._defaults = {name: own[name] for name in cls._names if name in own}
        type.__setattr__(cls, "__match_args__", cls._names)

    def __init__(self, *values: Any, **named: Any) -> None:
        """Set the fields; those left out have the default of the class."""
        fields = self.__dict__
        fields.update(self._defaults)
        fields.update(zip(self._names, values, strict=False), **named)

    def but(self, **changes: Any) -> Self:
        """Give the same with some fields changed."""
        return type(self)(**{**self.__dict__, **changes})

    def _values(self) -> tuple[Any, ...]:
        fields = self.__dict__
        return tuple([fields[name] for name in self._names])

    def __eq__(self, other: object) -> bool:
        """Compare class and fields."""
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        """Give the same for what is equal."""
        return hash(self._values())

    def __repr__(self) -> str:
        """Write the class and its fields."""
        return f"{type(self).__name__}{self._values()!r}"
