"""UTF-8 that was once read in the wrong encoding: found, and on request repaired.

The record of the repair stands in `standOff`; with it undone the text is the source.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from octavo.diagnostics import Diagnostic, Severity
from octavo.encode.text import FORBIDDEN, Change
from octavo.errors import TransformError, UsageError

# The bytes of UTF-8 as windows-1252 shows them: what leads, then what follows.
_FOLLOWS: Final = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_SIGN: Final = re.compile(
    rf"Ã[{_FOLLOWS}]|Â[\xa0-\xbf]|â(?:€[{_FOLLOWS}]|[\x80-\x85][\x80-\xbf])"
    rf"|[ÄÅ][\x80-\x9f\xa1-\xbf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’˜™š›œžŸ](?=[a-zÄÅÃ])"
    rf"|(?:[ÐÑ][{_FOLLOWS}]){{3,}}"
)
_LEAD: Final = re.compile(rf"[ÃÂâÄÅÐÑ][{_FOLLOWS}]")  # quick to look for
_RUN: Final = re.compile("[^\x00-\x7f]+(?:(?<=Ã) )?")
_LEAST: Final = 2  # a single one may be meant


def broken(text: str, name: str) -> list[Diagnostic]:
    """Report characters that look like UTF-8 read in the wrong encoding."""
    found = list(_SIGN.finditer(text)) if _LEAD.search(text) else []
    if len(found) < _LEAST:
        return []
    line = text.count("\n", 0, found[0].start()) + 1
    return [
        Diagnostic(
            "ENC006",
            Severity.WARNING,
            f"{len(found)} characters look like UTF-8 read in another encoding, "
            f"such as '{FORBIDDEN.sub('', found[0][0])}'",
            name,
            line,
            hint="encode again with --repair-mojibake to have them repaired",
        )
    ]


def repair(text: str) -> tuple[str, list[Change]]:
    """Repair a text; also give what was changed, by its place in the source."""
    changes = list(_changes(text))
    pieces, at = [], 0
    for change in changes:
        pieces += [text[at : change.start], change.new]
        at = change.start + len(change.old)
    repaired = "".join([*pieces, text[at:]])
    if _undone(repaired, changes) != text:
        raise TransformError("the repair of the characters cannot be undone")
    return repaired, changes


def _changes(text: str) -> Iterator[Change]:
    try:
        import ftfy  # here, as it is an extra that few need
    except ImportError as error:
        raise UsageError(
            "repairing characters needs the package ftfy",
            hint="pip install 'octavo[repair]'",
        ) from error
    line, begin = 1, 0
    for match in _RUN.finditer(text):
        start, old = match.start(), match[0]
        new = ftfy.fix_encoding(old)
        if new != old:
            line += text.count("\n", begin, start)
            begin = text.rfind("\n", 0, start) + 1
            yield Change(start, old, new, line, start - begin + 1)


def _undone(repaired: str, changes: Iterable[Change]) -> str:
    pieces, at, shift = [], 0, 0
    for change in changes:
        start = change.start + shift
        pieces += [repaired[at:start], change.old]
        at = start + len(change.new)
        shift += len(change.new) - len(change.old)
    return "".join([*pieces, repaired[at:]])
