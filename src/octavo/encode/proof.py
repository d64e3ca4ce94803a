"""The proof that nothing was lost: text of the TEI + recorded removals = source.

White space is compared as such: words that stand apart in the source stand apart in
the TEI, and the other way round; where a block begins or ends they may. Text that the
encoder adds (descriptions of images, copies of captions) is left out of the count; it
is marked in the TEI. Both sides are read piece by piece, so that the proof takes
little memory however long the text is.
"""

from collections.abc import Iterable, Iterator
from itertools import accumulate
from xml.parsers import expat

from octavo.encode.removals import Removals
from octavo.encode.spans import BLOCKS
from octavo.encode.text import Text
from octavo.errors import TransformError

_ADDED = frozenset({"figDesc", "corr"})
_MAY_BE_ADDED = _ADDED | {"figure"}
_PIECE = 16_384
_SOFT = "\x00"  # a boundary of a block; XML cannot hold this character


def prove(tei_bytes: bytes, source: Text, removals: Removals) -> None:
    """Compare the text of the TEI with the source, or fail."""
    kept = _Kept(_pieces(source, removals))
    for window in _windows(_Shown().read(tei_bytes)):
        _compare(window, kept, source)
    if rest := kept.words(1):
        _fail(f"the words differ at {rest[0][:40]!r}", source, rest[0], 0)


class _Shown:
    """The text of a TEI document as a parser tells it, boundaries of blocks marked."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._pending: list[str] = []
        self._path: list[bool] = []  # of the open elements: is it a block
        self._skipped = 0  # the depth at which an added element begins
        self._reads = False
        self._beside = False  # the last tag was that of a block

    def read(self, tei_bytes: bytes) -> Iterator[str]:
        """Give the text piece by piece."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._pending.append
        for at in range(0, len(tei_bytes), _PIECE):
            parser.Parse(tei_bytes[at : at + _PIECE])
            yield "".join(self._out)
            self._out.clear()
        parser.Parse(b"", True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._pending:
            self._flush()
        is_block = self._beside = name in BLOCKS
        self._path.append(is_block)
        if not self._reads:
            self._reads = name == "text" and len(self._path) == 2
        if name in _MAY_BE_ADDED and not self._skipped and _is_added(name, attributes):
            self._skipped = len(self._path)
        if is_block and self._reads and not self._skipped:
            self._out.append(_SOFT)

    def _end(self, _name: str) -> None:
        if self._pending:
            self._flush()
        if self._skipped == len(self._path):
            self._skipped = 0
        is_block = self._beside = self._path.pop()
        if is_block and self._reads and not self._skipped:
            self._out.append(_SOFT)
        self._reads = self._reads and len(self._path) > 1

    def _flush(self) -> None:
        """Take in the characters since the last tag.

        White space alone behind the tag of a block only lays out the file.
        """
        pending = self._pending
        text = pending[0] if len(pending) == 1 else "".join(pending)
        pending.clear()
        if self._reads and not self._skipped and not (self._beside and text.isspace()):
            self._out.append(text)


def _is_added(name: str, attributes: dict[str, str]) -> bool:
    return name in _ADDED or (name == "figure" and "corresp" in attributes)


def _windows(pieces: Iterable[str]) -> Iterator[str]:
    """Cut a text in pieces anew, each time behind the end of a word."""
    rest = ""
    for piece in pieces:
        rest += piece
        spaced = rest.replace(_SOFT, " ")
        whole = spaced.rstrip()
        if len(whole) == len(spaced):
            parts = whole.rsplit(None, 1)
            whole = parts[0] if len(parts) > 1 else ""
        if whole:
            yield rest[: len(whole)]
            rest = rest[len(whole) :]
    yield rest


class _Kept:
    """The words of the source that were kept, in the order of the text.

    `glued`: the next word goes on with the one before it.
    """

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self._words: list[str] = []
        self._at = 0
        self._rest = ""
        self.glued = False

    def words(self, count: int) -> list[str]:
        """Give so many words that come next, less if there are less; take none."""
        while len(self._words) - self._at < count and self._read():
            pass
        return self._words[self._at : self._at + count]

    def _read(self) -> bool:
        piece = next(self._pieces, None)
        text = self._rest + (piece or "")
        found = text.split()
        self._rest = ""
        if piece is not None and found and not text[-1].isspace():
            self._rest = found.pop()
        self._words = self._words[self._at :] + found
        self._at = 0
        return piece is not None

    def drop(self, count: int) -> None:
        """Take so many words."""
        self._at += count
        self.glued = False

    def take(self, length: int) -> list[str]:
        """Take words of so many characters; the last one may be cut."""
        found: list[str] = []
        while length > 0 and (coming := self.words(1)):
            word = coming[0]
            found.append(word[:length])
            self.drop(1)
            if len(word) > length:
                self._at -= 1
                self._words[self._at] = word[length:]
                self.glued = True
            length -= len(word)
        return found


def _pieces(source: Text, removals: Removals) -> Iterator[str]:
    text = source.original
    for at in range(0, len(text), _PIECE):
        end = min(at + _PIECE, len(text))
        yield removals.text(text, at, end)


def _compare(window: str, kept: _Kept, source: Text) -> None:
    """Compare a part of the text with as much of the source."""
    spaced = window.replace(_SOFT, " ")
    shown = spaced.split()
    if not kept.glued and kept.words(len(shown)) == shown:
        kept.drop(len(shown))
        return
    apart, ink = not kept.glued, "".join(shown)
    wanted = kept.take(len(ink))
    if (expected := "".join(wanted)) != ink:
        pairs = enumerate(zip(ink, expected, strict=False))
        at = next((i for i, (a, b) in pairs if a != b), min(len(ink), len(expected)))
        _fail(f"the words differ at {expected[at : at + 40]!r}", source, expected, at)
    lead = window[: len(spaced) - len(spaced.lstrip())]
    gaps = _gaps(wanted, first=apart)
    hard = _gaps(window.replace(_SOFT, "").split(), first=bool(lead.strip(_SOFT)))
    for at in sorted((gaps - _gaps(shown, first=bool(lead))) | (hard - gaps)):
        _fail(f"the space before {ink[at : at + 40]!r} differs", source, ink, at)


def _gaps(words: list[str], *, first: bool) -> set[int]:
    """Give the places of the gaps between words, and before them if there is one."""
    gaps = {0, *accumulate(map(len, words))}
    return gaps - {sum(map(len, words))} - (set() if first else {0})


def _fail(what: str, source: Text, ink: str, at: int) -> None:
    words = ink[max(0, at - 30) : at + 30]
    line = next((x.number for x in source.lines if x.content[:20] in words), 0)
    raise TransformError(
        f"the encoded text is not the source: {what}",
        hint=f"near line {line} of the source" if line else "",
        log=words,
    )
