"""The proof that nothing was lost: text of the TEI + recorded removals = source.

White space is compared as such: words that stand apart in the source stand apart in
the TEI, and the other way round. Text that the encoder adds (descriptions of images,
copies of captions) is left out of the count; it is marked in the TEI.
"""

from collections.abc import Iterator
from itertools import accumulate, zip_longest

from lxml import etree

from octavo.encode.removals import Removals
from octavo.encode.spans import BLOCKS
from octavo.encode.text import Text
from octavo.errors import TransformError
from octavo.names import TEI, tei

_ADDED = frozenset({tei("figDesc"), tei("corr")})
_PIECE = 65_536  # characters
_SOFT = "\x00"  # a boundary of a block; XML cannot hold this character


def prove(tei_bytes: bytes, source: Text, removals: Removals) -> None:
    """Compare the text of the TEI with the source, or fail."""
    root = etree.fromstring(
        tei_bytes, etree.XMLParser(huge_tree=True, resolve_entities=False)
    )
    shown = "".join(_text(root))
    kept = "".join(
        p for _, p in removals.kept(source.original, 0, len(source.original))
    )
    pairs = zip_longest(_each(shown.replace(_SOFT, " ")), _each(kept))
    if all(a == b for a, b in pairs):
        return
    _compare(shown, kept, source)


def _each(text: str) -> Iterator[str]:
    """Give the words of a text, piece by piece, since all at once take much memory."""
    at = 0
    while at < len(text):
        end = at + _PIECE
        while end < len(text) and not text[end].isspace():
            end += 1
        yield from text[at:end].split()
        at = end


def _text(root: etree._Element) -> Iterator[str]:
    body = root.find(tei("text"))
    if body is None:
        return
    skip: etree._Element | None = None
    for event, element in etree.iterwalk(body, events=("start", "end")):
        block = element.tag[len(TEI) + 2 :] in BLOCKS
        if event == "start":
            if skip is None and _is_added(element):
                skip = element
            if skip is None:
                yield (_SOFT if block else "") + _words(element.text, block=block)
        else:
            if skip is element:
                skip = None
            if skip is None:
                tail = _words(element.tail, block=block) if element is not body else ""
                yield (_SOFT if block else "") + tail


def _words(text: str | None, *, block: bool) -> str:
    """Give a text; white space alone beside a block only lays out the file."""
    return "" if text is None or (block and text.isspace()) else text


def _is_added(element: etree._Element) -> bool:
    copied = element.tag == tei("figure") and element.get("corresp") is not None
    return element.tag in _ADDED or copied


def _compare(shown: str, kept: str, source: Text) -> None:
    if (ink := _ink(shown)) != (expected := _ink(kept)):
        at = next(
            (i for i, (a, b) in enumerate(zip(ink, expected, strict=False)) if a != b),
            min(len(ink), len(expected)),
        )
        _fail(f"the words differ at {expected[at : at + 40]!r}", source, expected, at)
    hard, soft = _gaps(shown.replace(_SOFT, "")), _gaps(shown.replace(_SOFT, " "))
    wanted = _gaps(kept)
    for at in sorted((wanted - soft) | (hard - wanted)):
        _fail(f"the space before {ink[at : at + 40]!r} differs", source, ink, at)


def _ink(text: str) -> str:
    return "".join(text.replace(_SOFT, " ").split())


def _gaps(text: str) -> set[int]:
    return set(accumulate(len(word) for word in text.split())) - {0}


def _fail(what: str, source: Text, ink: str, at: int) -> None:
    words = ink[max(0, at - 30) : at + 30]
    line = next((x.number for x in source.lines if x.content[:20] in words), 0)
    raise TransformError(
        f"the encoded text is not the source: {what}",
        hint=f"near line {line} of the source" if line else "",
        log=words,
    )
