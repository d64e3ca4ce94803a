"""The datatype library of XML Schema, Part 2, second edition."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cache

from octavo.hints import Final
from octavo.relaxng.datatypes import facets, numbers, pattern
from octavo.relaxng.datatypes.base import Context, Datatype, DatatypeError, Params
from octavo.relaxng.datatypes.facets import Facet, Test
from octavo.relaxng.datatypes.kinds import KINDS, Kind

_LIMITED: Final = frozenset(
    ("minInclusive", "minExclusive", "maxInclusive", "maxExclusive")
)


class XmlSchemaLibrary:
    """Makes the types of XML Schema with their facets."""

    def make(self, type_name: str, params: Params, context: Context) -> Datatype:
        """Make a datatype; the parameters narrow it one after the other."""
        kind = KINDS.get(type_name)
        if kind is None:
            raise DatatypeError(unknown(type_name, KINDS))
        if not kind.needs_context:
            return _make(type_name, tuple(params))
        return build(type_name, kind, params, context)


@cache
def _make(type_name: str, params: tuple[tuple[str, str], ...]) -> Datatype:
    return build(type_name, KINDS[type_name], params, {})


def unknown(type_name: str, known: Iterable[str]) -> str:
    """Say that there is no such type, and which comes near."""
    from difflib import get_close_matches  # for mistakes only

    near = get_close_matches(type_name, list(known), 1)
    hint = f'; did you mean "{near[0]}"?' if near else ""
    return f'the datatype library has no type "{type_name}"{hint}'


def build(name: str, kind: Kind, params: Params, context: Context) -> Datatype:
    """Make a datatype of a kind and its parameters."""
    chosen: list[Facet] = []
    for facet, argument in params:
        if facet in _LIMITED and kind.less is not None:
            _check_limit(_datatype(name, kind, chosen), facet, argument, context)
        chosen.append(facets.make(kind, facet, argument, context))
    return _datatype(name, kind, chosen)


def _check_limit(so_far: Datatype, facet: str, argument: str, context: Context) -> None:
    if not so_far.allows(argument, context):
        rule = so_far.describe()
        raise DatatypeError(f'"{facet}" cannot be "{argument}": it must be {rule}')


def _datatype(name: str, kind: Kind, chosen: Sequence[Facet]) -> Datatype:
    tests = [*_own_tests(kind), *(facet.test for facet in chosen)]
    is_trivial = not kind.form and not tests
    allows = _allows_all if is_trivial else _allows(kind, tests)

    def value(text: str, context: Context) -> Hashable | None:
        if not allows(text, context):
            return None
        return kind.value(kind.normalise(text), context)

    return Datatype(
        name,
        allows,
        value,
        lambda: _words(kind, chosen),
        id_type=kind.id_type,
        is_trivial=is_trivial,
        needs_context=kind.needs_context,
    )


def _words(kind: Kind, chosen: Sequence[Facet]) -> str:
    own = [] if chosen and not kind.form and kind.check is None else [kind.words]
    return ", ".join([*own, *(facet.words() for facet in chosen)])


def _own_tests(kind: Kind) -> list[Test]:
    tests: list[Test] = [kind.check] if kind.check else []
    low, high = kind.low, kind.high
    if low is not None:
        tests.append(lambda text, context: numbers.decimal(text, context) >= low)
    if high is not None:
        tests.append(lambda text, context: numbers.decimal(text, context) <= high)
    return tests


def _allows_all(_text: str, _context: Context) -> bool:
    return True


def _allows(kind: Kind, tests: Sequence[Test]) -> Callable[[str, Context], bool]:
    """Make one test of form and tests."""
    normalise = kind.normalise
    form, is_plain, matcher = kind.form, kind.is_plain, pattern.matcher

    def by_form(text: str, _: Context) -> bool:
        text = normalise(text)
        return is_plain(text) or matcher(form)(text) is not None

    test = _joined(tests)

    def by_tests(text: str, context: Context) -> bool:
        text = normalise(text)
        fits = not form or is_plain(text) or matcher(form)(text) is not None
        return fits and bool(test(text, context))

    return by_tests if tests else by_form


def _joined(tests: Sequence[Test]) -> Test:
    if not tests:
        return _allows_all
    first, *rest = tests
    if not rest:
        return first
    other = _joined(rest)
    return lambda text, context: first(text, context) and other(text, context)
