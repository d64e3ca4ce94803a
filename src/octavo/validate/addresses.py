"""How an address is read: its scheme, its file, its name, private ones written out."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

_SCHEMES: Final = """
about ark data doi ftp ftps geo hdl http https info isbn mailto tei tel urn
"""
PUBLIC: Final = frozenset(_SCHEMES.split())
"""Schemes that lead out of the edition."""
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")
_GROUP: Final = re.compile(r"\$(\d)")
_LAZY: Final = re.compile(r"([*+?}])\?")
_STEPS: Final = 1_000_000
_HARMFUL: Final = 99
"""A degree that nothing but the shortest of texts can bear."""


def scheme(address: str) -> str:
    """Give what stands before the colon of an address; empty if relative."""
    found = _SCHEME.match(address)
    return found.group() if found else ""


def split(address: str) -> tuple[str, str]:
    """Give the file and the name in it that a relative address means."""
    file, _, name = address.partition("#")
    return unquote(file), unquote(name)


def expand(address: str, rules: Iterable[tuple[str, str]]) -> list[str]:
    """Write out a private address by the rules of its prefix that match it.

    Where that could take too long, the address is given as it is.
    """
    rest = address.partition(":")[2]
    found = []
    for pattern, replacement in rules:
        if len(rest) ** min(_degree(pattern), _HARMFUL) > _STEPS:
            return [address]
        try:
            match = re.fullmatch(pattern, rest)
        except re.error:
            continue
        if match:
            found.append(_filled(replacement, match.groups("")))
    return found


def _filled(replacement: str, groups: tuple[str, ...]) -> str:
    """Put what the groups of a pattern matched in the place of $1, $2, ..."""
    known = dict(enumerate(groups, 1))
    return _GROUP.sub(lambda found: known.get(int(found[1]), ""), replacement)


@lru_cache(maxsize=256)
def _degree(pattern: str) -> float:
    """Give the power of the length of a text that matching can take, at most."""
    from octavo.relaxng.datatypes import linear, regex  # few editions have prefixes

    plain = _LAZY.sub(r"\1", pattern.replace("(?:", "("))
    try:
        return linear.degree(regex.parse(plain.removeprefix("^").removesuffix("$")))
    except regex.PatternError:
        return _HARMFUL
