"""References that the type anyURI allows: RFC 2396, and what may be escaped in it.

Characters that a URI cannot have count as escaped already (Part 2, 3.2.17), so most
texts pass. What fails are stray percent signs and brackets, a second number sign, and
a colon after something that is no scheme.
"""

from __future__ import annotations

import re
from functools import cache

from octavo.hints import Final
from octavo.relaxng.datatypes.base import Context

_ESCAPE: Final = "%[0-9A-Fa-f]{2}"
_ANY: Final = f"(?:[^%#]|{_ESCAPE})*+"
_PATH: Final = rf"(?:[^%#?\[\]]|{_ESCAPE})*+"
_PLAIN: Final = rf"(?:[^%#?\[\]/]|{_ESCAPE})"
_HOST: Final = rf"(?:(?:{_PLAIN}*@)?\[(?P<address>[^\[\]]*)\](?::[0-9]*)?|{_PLAIN}++)"
_SLASHED: Final = rf"(?://(?:{_HOST}(?:/{_PATH})?|/{_PATH}|(?=[?#]))|/(?!/){_PATH})"
_FIRST: Final = rf"(?!/)(?:[^%#?\[\]/:]|{_ESCAPE})*+(?:/{_PATH})?"

_REFERENCE: Final = (
    rf"(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]*:)?"
    rf"(?:{_SLASHED}(?:\?{_ANY})?|(?(scheme)(?![/#])(?=.){_ANY}|{_FIRST}(?:\?{_ANY})?))"
    rf"(?:#{_ANY})?"
)
_WEB: Final = frozenset({"http", "https"})
_SIMPLE: Final = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./"
)


def is_reference(text: str, _: Context) -> bool:
    """Tell whether a text without white space at its ends is a URI reference."""
    if _SIMPLE.issuperset(text.removeprefix("#")) and not text.startswith("//"):
        return True
    scheme, _slashes, rest = text.partition("://")
    if scheme in _WEB and _SIMPLE.issuperset(rest) and rest[:1] not in ("", "/"):
        return True
    found = _reference().fullmatch(text)
    return found is not None and _has_address(found["address"])


@cache
def _reference() -> re.Pattern[str]:
    return re.compile(_REFERENCE, re.DOTALL)


def _has_address(address: str | None) -> bool:
    if address is None:
        return True
    from ipaddress import AddressValueError, IPv6Address  # few addresses have one

    try:
        IPv6Address(address)
    except AddressValueError:
        return False
    return True
