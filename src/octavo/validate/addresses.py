"""How an address is read: its scheme, its file, its name, private ones written out."""

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import unquote

_SCHEMES: Final = """
about ark data doi ftp ftps geo hdl http https info isbn mailto tei tel urn
"""
PUBLIC: Final = frozenset(_SCHEMES.split())
"""Schemes that lead out of the edition."""
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")
_GROUP: Final = re.compile(r"\$(\d)")
_LONG: Final = 1000


def scheme(address: str) -> str:
    """Give what stands before the colon of an address; empty if relative."""
    found = _SCHEME.match(address)
    return found.group() if found else ""


def split(address: str) -> tuple[str, str]:
    """Give the file and the name in it that a relative address means."""
    file, _, name = address.partition("#")
    return unquote(file), unquote(name)


def expand(address: str, rules: Iterable[tuple[str, str]]) -> list[str]:
    """Write out a private address by the rules of its prefix that match it."""
    rest = address.partition(":")[2][:_LONG]
    found = []
    for pattern, replacement in rules:
        try:
            match = re.fullmatch(pattern, rest)
        except re.error:
            continue
        if match:
            groups = ("", *match.groups(""))
            found.append(
                _GROUP.sub(
                    lambda m, groups=groups: (
                        groups[int(m[1])]  # type: ignore[misc]
                        if int(m[1]) < len(groups)
                        else ""
                    ),
                    replacement,
                )
            )
    return found
