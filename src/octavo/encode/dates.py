"""Dates in the text: what a reader of the language would write in numbers.

`@when`, `@from` and `@to` are given where they are certain: the calendar has the day,
and the form cannot be read in two ways.
"""

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Final, NamedTuple

from octavo.encode.blocks import Block


class _Words(NamedTuple):
    """How a language writes dates: months, ends of day numbers, words before years.

    `day` is what follows the number of a day, `of` what may stand before month or
    year, `in_` are words before a year, `to` words between two years.
    """

    months: str
    day: str
    of: str
    in_: str
    to: str


_LANGUAGES: Final = {
    "en": _Words(
        "January|Jan February|Feb March|Mar April|Apr May June|Jun July|Jul August|Aug "
        "September|Sept|Sep October|Oct November|Nov December|Dec",
        r"(?:st|nd|rd|th|d)?",
        r"(?:of\s+|,\s*)?",
        "in since until till before after by from during between early late year "
        "spring summer autumn winter",
        "to",
    ),
    "de": _Words(
        "Januar|Jänner|Jan Februar|Feber|Febr März|Mrz April|Apr Mai|May "
        "Juni|Junius|Jun Juli|Julius|Jul August|Aug September|Sept "
        "Oktober|October|Okt|Oct "
        "November|Nov Dezember|December|Dez|Dec",
        r"(?:\.|(?:s?te[nr]?)\b\.?)",
        r"(?:des\s+Jahres\s+|,\s*)?",
        "in im Jahr Jahre Jahres seit vor um anno Anno Sommer Winter Herbst "
        "Frühling Frühjahr zwischen",
        "bis",
    ),
    "fr": _Words(
        "janvier février mars avril mai juin juillet août septembre octobre novembre "
        "décembre",
        r"(?:er|ᵉʳ)?",
        r"(?:de\s+l[’']an(?:née)?\s+)?",
        "en depuis avant après vers dès année an de jusqu’en entre",
        "à",
    ),
    "es": _Words(
        "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre "
        "octubre noviembre diciembre",
        r"(?:º|°)?",
        r"(?:del?\s+(?:año\s+)?)?",
        "en desde hasta año entre",
        "a",
    ),
    "it": _Words(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre "
        "novembre dicembre",
        r"(?:º|°)?",
        r"(?:del?\s+)?",
        "nel dal anno fino entro tra",
        "al",
    ),
}
_YEAR: Final = r"(?:1\d|20)\d\d(?!\d|[.,]\d|[ \xa0]?[%$£€])"
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
# As above, where neither a word nor a sign stands before; the quickest to look for.
_FIRST_DAY: Final = (
    r"[0-9](?<![\w.,:-].)(?:(?<=0)[1-9]|(?<=[12])\d|(?<=3)[01]|(?<=[1-9]))"
)
_UNITS: Final = "[bcdfghjklmnpqrstvwxz]+|feet|tons|tun|men|guns|Mann|M|Mk|Fr|[Pp]fund"
_DIGIT: Final = re.compile("[0-9]")
_FOUR: Final = re.compile(r"\d{4}")
_WITH_DASH: Final = re.compile(r"\d{4}-\d\d-\d\d")
_WITH_DOT: Final = re.compile(r"\d\.\s?\d\d?\.\s?\d\d\d\d")
_BEHIND_WORD: Final = re.compile(r"\s\d\d\d\d(?<=\w\s.{4})|\s\s\d\d\d\d")
_BEHIND_BRACKET: Final = re.compile(r"[(\[]\d\d\d\d")
_DASH: Final = r"\s?[-–—]\s?"
_ISO: Final = re.compile(r"(?<![\w-])(\d{4})-(\d\d)-(\d\d)(?![\w-])")
_DOTTED: Final = re.compile(
    rf"(?<![\w.])(?P<day>{_DAY})\.\s?(?P<month>0?[1-9]|1[0-2])\.\s?(?P<year>{_YEAR})"
)
_BRACKETED: Final = re.compile(
    rf"(?<=[(\[])(?P<from>{_YEAR})(?:{_DASH}(?P<to>{_YEAR}|\d\d(?!\d)))?(?=[)\],;])"
)


class _Forms(NamedTuple):
    """Forms of dates: what is quickly seen wherever they stand, and their patterns.

    `lead` is how far that begins before four digits; -1 if it may have less of them.
    """

    need: re.Pattern[str]
    lead: int
    patterns: tuple[re.Pattern[str], ...]


class Date(NamedTuple):
    """A date: its stretch, and what is certain of it as attributes."""

    start: int
    end: int
    attributes: dict[str, str]


def find_dates(blocks: Iterable[Block], data: str, language: str) -> Iterator[Date]:
    """Find the dates in the blocks, written as the language writes them."""
    forms = _forms(language)
    for block in blocks:
        for start, end in block.stretches():
            if digit := _DIGIT.search(data, start, end):
                year = _FOUR.search(data, digit.start(), end)
                stretch = (start, year.start() if year else -1, end)
                yield from _in(data, stretch, forms)


def _in(
    data: str, stretch: tuple[int, int, int], forms: "tuple[_Forms, ...]"
) -> Iterator[Date]:
    """Give the dates of a stretch; of two that overlap the one found first.

    A stretch is its start, the place of its first four digits, if any, and its end.
    """
    start, year, end = stretch
    taken: list[tuple[int, int]] = []
    for need, lead, patterns in forms:
        if lead >= 0 > year:
            continue
        if not need.search(data, start if lead < 0 else max(start, year - lead), end):
            continue
        for match in chain.from_iterable(
            p.finditer(data, start, end) for p in patterns
        ):
            if date := _read(match):
                at = bisect_left(taken, (date.end,))
                if not at or taken[at - 1][1] <= date.start:
                    taken.insert(at, (date.start, date.end))
                    yield date


@cache
def _forms(language: str) -> "tuple[_Forms, ...]":
    """Give the patterns of a language, the most exact first."""
    words = _LANGUAGES.get(language.split("-")[0])
    if words is None:
        return (_Forms(_WITH_DASH, 0, (_ISO,)),)
    made = [_Forms(_WITH_DASH, 0, (_ISO,)), _with_months(words)]
    if words.day.startswith(r"(?:\."):
        made.append(_Forms(_WITH_DOT, -1, (_DOTTED,)))
    years = _Forms(_BEHIND_WORD, 2, (_after_words(words),))
    return (*made, years, _Forms(_BEHIND_BRACKET, 1, (_BRACKETED,)))


def _with_months(words: _Words) -> _Forms:
    months = "|".join(
        sorted(words.months.replace("|", " ").split(), key=len, reverse=True)
    )
    month = rf"(?P<month>{months})\b(?:\.(?=,?\s+\d))?"
    first_month = month.replace(months, _alone(months))
    of_month = words.of.replace(r",\s*", "").replace("|)", ")")
    day = rf"(?P<day>{_FIRST_DAY}){words.day}"
    more = rf"(?:{_DASH}(?P<last>{_DAY}){words.day})?"
    year = rf"(?P<year>{_YEAR})"
    made = [rf"{day}{more}\s+{of_month}{month}(?:,?\s+{words.of}{year})?"]
    if words.months.startswith("January"):
        end = rf"(?P<day>{_DAY})(?:(?:st|nd|rd|th|d)\b|(?=,?\s+{_YEAR}|[.;)]))"
        made.append(rf"{first_month}\s+(?:the\s+)?{end}(?:,?\s+{year})?")
    made.append(rf"{first_month}\s*,?\s+{words.of}{year}")
    return _Forms(re.compile(months), -1, tuple(map(re.compile, made)))


def _alone(words: str) -> str:
    """Make alternatives match at the beginning of words only.

    Each begins with a letter, so that the pattern is quickly looked for.
    """
    return "|".join(rf"{word[0]}(?<!\w.){word[1:]}" for word in words.split("|"))


def _after_words(words: _Words) -> re.Pattern[str]:
    """Make the pattern of years, alone or two, after a word that asks for one."""
    before = "|".join(f"{w}|{w.capitalize()}" for w in words.in_.split())
    to = "|".join(words.to.split())
    return re.compile(
        rf"(?:{_alone(before)})\s+(?P<from>{_YEAR})"
        rf"(?:(?:{_DASH}|\s+(?:{to})\s+)(?P<to>{_YEAR}|(?<=[-–—])\d\d(?!\d)))?"
        rf"(?!\s+(?:{_UNITS})\b)"
        r"(?=[.,;:)!?]|\s+(?:[^\W\d_]*[A-ZÄÖÜÉ]|[a-zà-ÿ]{1,4}\b)|\s*\Z)"
    )


def _read(match: re.Match[str]) -> Date | None:
    """Make a date of a match; None if the calendar does not have it."""
    found = match.groupdict()
    if not found:
        value = _day(int(match[1]), int(match[2]), int(match[3]))
        return Date(*match.span(), {"when": value}) if value else None
    if "from" in found:
        return _years(match)
    month = _month(found["month"])
    year = int(found.get("year") or 0)
    days = [int(found[key]) for key in ("day", "last") if found.get(key)]
    values = [_day(year, month, day) for day in days] or [f"{year}-{month:02}"]
    if not all(values):
        return None
    keys = ("from", "to") if len(values) > 1 else ("when",)
    return Date(*match.span(), dict(zip(keys, values, strict=True)))


def _years(match: re.Match[str]) -> Date | None:
    first, last = match["from"], match["to"]
    if not last:
        return Date(*match.span("from"), {"when": first})
    full = last if len(last) > 2 else first[:2] + last
    if int(full) <= int(first):
        return None
    return Date(match.start("from"), match.end("to"), {"from": first, "to": full})


def _day(year: int, month: int, day: int) -> str:
    """Write a day in numbers, without the year if there is none; empty if no day."""
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year or 2000, month)[1]:
        return ""
    return f"{year:04}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"


@cache
def _month(name: str) -> int:
    """Give the number of a month, written in any of the languages."""
    if name.isdecimal():
        return int(name)
    lists = (words.months.split() for words in _LANGUAGES.values())
    return next(
        number
        for months in lists
        for number, names in enumerate(months, 1)
        if name in names.split("|")
    )
