"""What the pages of a map and of a line of time show: drawings, and what is in them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree

from octavo.names import EDITION
from octavo.render import cmif, maps, timeline
from octavo.render.context import Context
from octavo.render.timeline import Moment, ends

Element = etree._Element


def drawings(
    context: Context, extracts: Sequence[Element], named: Iterable[str]
) -> list[Element]:
    """Draw the map and the line of time of an edition, if there is anything on them."""
    counts = Counter(named)
    return [*_map(context, counts), *_timeline(context, extracts, counts)]


def _map(context: Context, counts: Mapping[str, int]) -> Iterator[Element]:
    places = [
        maps.Place(entry.id, entry.heading, *entry.place, counts.get(entry.id, 0))
        for entry in context.entries
        if entry.place and entry.kind == "place"
    ]
    drawn = maps.maps(places)
    if drawn:
        page = etree.Element(f"{{{EDITION}}}map")
        page.extend(drawn)
        for place in places:
            facts = {"id": place.id, "heading": place.heading}
            facts |= {"latitude": f"{place.latitude:g}", "count": str(place.count)}
            facts |= {"longitude": f"{place.longitude:g}"}
            etree.SubElement(page, f"{{{EDITION}}}place", facts)
        yield page


def _timeline(
    context: Context, extracts: Sequence[Element], counts: Mapping[str, int]
) -> Iterator[Element]:
    moments = timeline.ordered(
        [*_lives(context, counts), *_dates(extracts), *_letters(context)]
    )
    if context.has_timeline:
        page = etree.Element(f"{{{EDITION}}}timeline")
        page.append(timeline.draw(moments))
        for moment in moments:
            facts = {"kind": moment.kind, "words": moment.words, "href": moment.href}
            facts |= {"first": moment.first, "last": moment.last}
            etree.SubElement(page, f"{{{EDITION}}}moment", facts)
        yield page


def _lives(context: Context, counts: Mapping[str, int]) -> Iterator[Moment]:
    kinds = {"person": ("life", "persons"), "event": ("event", "events")}
    for entry in context.entries:
        if entry.kind in kinds and any(entry.dates):
            kind, page = kinds[entry.kind]
            href = f"{page}.html#{entry.id}"
            count = counts.get(entry.id, 0)
            yield Moment(kind, *entry.dates, entry.heading, href, count)


def _dates(extracts: Sequence[Element]) -> Iterator[Moment]:
    """Give the dates in texts, which the extracts list, and take them out."""
    for extract in extracts:
        for date in extract.findall(f"{{{EDITION}}}date"):
            words, href = date.get("words", ""), date.get("href", "")
            yield Moment("text", *ends(date), words, href)
            extract.remove(date)


def _letters(context: Context) -> Iterator[Moment]:
    for letter in context.letters:
        parties = (letter.senders, letter.addressees)
        names = [", ".join(name.words for name in group) for group in parties]
        words = " → ".join(name for name in names if name) or letter.title
        dates = ends(dict(letter.limits))
        yield Moment("letter", *dates, words, cmif.address(letter))
