"""Dates: whether they are real, and whether they come in their order."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from octavo.diagnostics import Severity
from octavo.validate import calendar
from octavo.validate.outline import Item, Outline
from octavo.validate.places import Problem

_FIRST: Final = ("when", "notBefore", "from")
_LAST: Final = ("when", "notAfter", "to")
_ORDERS: Final = (
    ("from", "to", "DAT002", "the time ends ({}) before it begins ({})"),
    (
        "notBefore",
        "notAfter",
        "DAT003",
        "the latest date ({}) lies before the earliest ({})",
    ),
)
_STORIES: Final = (
    ("birth", "death", "DAT004", "this person died ({}) before being born ({})"),
    (
        "sent",
        "received",
        "DAT005",
        "this letter was received ({}) before it was sent ({})",
    ),
)


def check(outline: Outline) -> Iterator[Problem]:
    """Give the dates of a document that cannot be right."""
    for item in outline.dates:
        is_iso = item.attribute.endswith("-iso")
        if not calendar.is_real(item.value.strip(), is_iso=is_iso):
            better = calendar.corrected(item.value)
            hint = f"write '{better}'" if better else "write it as 1912-03-05"
            message = f"'{item.value}' is not a real date"
            yield Problem("DAT006", item, message, hint, check="dates")
    yield from _orders(outline)
    yield from _stories(outline)


def _orders(outline: Outline) -> Iterator[Problem]:
    """Compare the two ends of a time that one element gives."""
    known = {(item.number, item.attribute): item for item in outline.dates}
    for (number, attribute), begin in known.items():
        name, _, kind = attribute.partition("-")
        for first, last, code, words in _ORDERS:
            end = known.get((number, f"{last}-{kind}" if kind else last))
            if name == first and end:
                hint = f"check @{begin.attribute} and @{end.attribute}"
                yield from _compared(begin, end, code, words, hint)


def _stories(outline: Outline) -> Iterator[Problem]:
    """Compare the dates of a life, or of the way of a letter."""
    told: dict[str, dict[str, list[Item]]] = defaultdict(lambda: defaultdict(list))
    for item in outline.dates:
        event, _, owner = item.context.partition(" ")
        if event:
            told[owner][event].append(item)
    for events in told.values():
        for before, after, code, words in _STORIES:
            first = _named(events[before], _FIRST)
            last = _named(events[after], _LAST)
            if first and last:
                begin = min(first, key=lambda item: calendar.read(item.value) or ())
                end = max(last, key=lambda item: calendar.read(item.value) or ())
                hint = "check both dates"
                yield from _compared(begin, end, code, words, hint)


def _named(items: list[Item], names: tuple[str, ...]) -> list[Item]:
    """Choose the dates of these attributes that can be compared."""
    named = (i for i in items if i.attribute.partition("-")[0] in names)
    return [item for item in named if calendar.read(item.value)]


def _compared(
    begin: Item, end: Item, code: str, words: str, hint: str
) -> Iterator[Problem]:
    first, last = calendar.read(begin.value), calendar.read(end.value)
    if first and last and calendar.is_after(first, last):
        message = words.format(end.value, begin.value)
        yield Problem(code, end, message, hint, Severity.ERROR, "dates")
