"""The built-in types of XML Schema: form, value, order and words of each."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from octavo.hints import Final
from octavo.relaxng.datatypes import dates, durations, numbers, whitespace
from octavo.relaxng.datatypes.base import Context
from octavo.relaxng.datatypes.uri import is_reference
from octavo.relaxng.fields import Fields

XML_NAMESPACE: Final = "http://www.w3.org/XML/1998/namespace"

Value = Callable[[str, Context], Hashable]
Less = Callable[[object, object], bool]


def itself(text: str, _: Context) -> str:
    """Take a text as its own value."""
    return text


def _no_text(_: str) -> bool:
    return False


def _is_plain_name(text: str) -> bool:
    return text.isascii() and text.isidentifier()


def _is_plain_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


class Kind(Fields):
    """What is the same for all datatypes derived from one built-in type.

    `form` is a pattern in the syntax of XML Schema, empty when any text will do;
    `is_plain` tells of most texts at once that they have it. `check` is what a pattern
    cannot say. `measure` gives the length in `units`.
    """

    words: str
    form: str = ""
    is_plain: Callable[[str], bool] = _no_text
    check: Callable[[str, Context], bool] | None = None
    value: Value = itself
    normalise: Callable[[str], str] = whitespace.collapse
    measure: Callable[[str], int] | None = None
    units: str = "characters"
    less: Less | None = None
    low: int | None = None
    high: int | None = None
    id_type: str = ""
    needs_context: bool = False


def _prefix_is_bound(text: str, context: Context) -> bool:
    prefix, colon, _ = text.partition(":")
    return not colon or prefix == "xml" or prefix in context


def _expanded_name(text: str, context: Context) -> tuple[str, str]:
    prefix, _, local = text.rpartition(":")
    namespace = XML_NAMESPACE if prefix == "xml" else context.get(prefix, "")
    return namespace, local


def _is_entity(text: str, context: Context) -> bool:
    return all("&" + name in context for name in text.split(" "))


def _items(text: str, _: Context) -> tuple[str, ...]:
    return tuple(text.split(" "))


def _boolean(text: str, _: Context) -> bool:
    return text in ("true", "1")


def _hex(text: str, _: Context) -> bytes:
    return bytes.fromhex(text)


def _base64(text: str, _: Context) -> bytes:
    import base64  # few schemas have such values

    return base64.b64decode(text.replace(" ", ""))


def _count_items(text: str) -> int:
    return text.count(" ") + 1


def _count_pairs(text: str) -> int:
    return len(text) // 2


def _count_bytes(text: str) -> int:
    digits = len(text.replace(" ", "").rstrip("="))
    return digits * 3 // 4


NCNAME: Final = r"[\i-[:]][\c-[:]]*"
_B64: Final = "[A-Za-z0-9+/] ?"
_BASE64: Final = (
    f"(({_B64}){{4}})*(({_B64}){{2}}[AEIMQUYcgkosw048] ?=|{_B64}[AQgw] ?= ?=)?"
)

_STRING: Final = Kind("any text", normalise=whitespace.preserve, measure=len)
_TOKEN: Final = Kind("any text", measure=len)
_NAME: Final = Kind(
    "a name: a letter or _, then letters, digits, and the signs . - _, no spaces",
    NCNAME,
    _is_plain_name,
    measure=len,
)
_NAMES: Final = _NAME.but(
    words="names with a space between them, such as one two",
    form=f"{NCNAME}( {NCNAME})*",
    value=_items,
    measure=_count_items,
    units="items",
)
_QNAME: Final = Kind(
    "a name, with or without a prefix whose namespace is declared, such as tei:p",
    f"({NCNAME}:)?{NCNAME}",
    check=_prefix_is_bound,
    value=_expanded_name,
    needs_context=True,
)
_NUMBER: Final = Kind(
    "a number such as 12 or -3.5",
    numbers.DECIMAL,
    _is_plain_number,
    value=numbers.decimal,
    less=numbers.less,
)
_INTEGER: Final = _NUMBER.but(words="a whole number such as 12", form=numbers.INTEGER)
_FLOAT: Final = Kind(
    "a number such as 12, -3.5 or 1.5E3, or INF, -INF, NaN",
    numbers.FLOAT,
    _is_plain_number,
    value=numbers.double,
    less=numbers.less,
)


def _whole(low: int | None, high: int | None = None) -> Kind:
    match low, high:
        case _, None:
            words = f"a whole number, {low} or more"
        case None, _:
            words = f"a whole number, {high} or less"
        case _:
            words = f"a whole number from {low} to {high}"
    return _INTEGER.but(words=words, low=low, high=high)


def _time(words: str, form: str, *, has_days: bool = False) -> Kind:
    check = dates.has_day if has_days else None
    form += dates.ZONE
    return Kind(words, form, check=check, value=dates.moment, less=dates.less)


KINDS: Final = {
    "string": _STRING,
    "untypedAtomic": _STRING,
    "anyAtomicType": _STRING,
    "normalizedString": _STRING.but(normalise=whitespace.replace),
    "token": _TOKEN,
    "language": Kind(
        "a language code such as en, de-AT or grc-Latn",
        "[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*",
        measure=len,
    ),
    "Name": _NAME.but(form=r"\i\c*"),
    "NCName": _NAME,
    "NMTOKEN": _NAME.but(
        words="letters, digits, and the signs . - _ :, no spaces",
        form=r"\c+",
    ),
    "NMTOKENS": _NAMES.but(
        words="words of letters, digits, and the signs . - _ :, a space between them",
        form=r"\c+( \c+)*",
    ),
    "ID": _NAME.but(
        words="an identifier: a letter or _, then letters, digits, and the signs"
        " . - _, no spaces; each only once in the document",
        id_type="ID",
    ),
    "IDREF": _NAME.but(
        words="the identifier of an element in this document",
        id_type="IDREF",
    ),
    "IDREFS": _NAMES.but(
        words="identifiers of elements in this document, a space between them",
        id_type="IDREFS",
    ),
    "ENTITY": _NAME.but(
        words="the name of an unparsed entity declared in the document type",
        check=_is_entity,
        needs_context=True,
    ),
    "ENTITIES": _NAMES.but(
        words="names of unparsed entities declared in the document type",
        check=_is_entity,
        needs_context=True,
    ),
    "anyURI": Kind(
        "a web address, a file name or a pointer, such as #p12 or"
        " https://example.org/a",
        check=is_reference,
        measure=len,
    ),
    "QName": _QNAME,
    "NOTATION": _QNAME,
    "boolean": Kind("true or false (or 1 or 0)", "true|false|1|0", value=_boolean),
    "decimal": _NUMBER,
    "float": _FLOAT.but(value=numbers.single),
    "double": _FLOAT,
    "integer": _INTEGER,
    "nonPositiveInteger": _whole(None, 0),
    "negativeInteger": _whole(None, -1),
    "nonNegativeInteger": _whole(0),
    "positiveInteger": _whole(1),
    "long": _whole(-(2**63), 2**63 - 1),
    "int": _whole(-(2**31), 2**31 - 1),
    "short": _whole(-(2**15), 2**15 - 1),
    "byte": _whole(-(2**7), 2**7 - 1),
    "unsignedLong": _whole(0, 2**64 - 1),
    "unsignedInt": _whole(0, 2**32 - 1),
    "unsignedShort": _whole(0, 2**16 - 1),
    "unsignedByte": _whole(0, 2**8 - 1),
    "duration": Kind(
        "a length of time such as P1Y6M, P3D or PT1H30M",
        durations.DURATION,
        value=durations.duration,
        less=durations.less,
    ),
    "dateTime": _time(
        "a date and time such as 1947-11-17T09:30:00",
        f"{dates.YEAR}-{dates.MONTH_DAY}T{dates.TIME}",
        has_days=True,
    ),
    "date": _time(
        "a date such as 1947-11-17",
        f"{dates.YEAR}-{dates.MONTH_DAY}",
        has_days=True,
    ),
    "time": _time("a time such as 09:30:00", dates.TIME),
    "gYearMonth": _time(
        "a year and month such as 1947-11", f"{dates.YEAR}-{dates.MONTH}"
    ),
    "gYear": _time("a year of four digits such as 1947 or -0043", dates.YEAR),
    "gMonthDay": _time("a month and day such as --11-17", f"--{dates.MONTH_DAY}"),
    "gMonth": _time("a month such as --11", f"--{dates.MONTH}"),
    "gDay": _time("a day of the month such as ---17", f"---{dates.DAY}"),
    "hexBinary": Kind(
        "pairs of hexadecimal digits such as 0FB7",
        "([0-9a-fA-F]{2})*",
        value=_hex,
        measure=_count_pairs,
        units="bytes",
    ),
    "base64Binary": Kind(
        "data in base 64 such as T2N0YXZv",
        _BASE64,
        value=_base64,
        measure=_count_bytes,
        units="bytes",
    ),
}
