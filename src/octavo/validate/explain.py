"""What a code means and what to do about it, from wherever its words stand."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from lxml import etree

from octavo import resources
from octavo.errors import UsageError
from octavo.relaxng.codes import DOCUMENT, SCHEMA
from octavo.relaxng.compact.messages import COMPACT

_TABLE: Final = Path(__file__).resolve().parent.parent / "codes.toml"
_SCH: Final = "{http://purl.oclc.org/dsdl/schematron}"
_GAP: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Explanation:
    """One code in words."""

    code: str
    severity: str
    meanings: tuple[str, ...]
    remedy: str = ""


def explain(code: str) -> Explanation:
    """Explain a code; raises UsageError, with the nearest ones, if it is unknown."""
    known = explanations()
    wanted = code.upper()
    if wanted not in known:
        close = get_close_matches(wanted, known, 3, 0.5)
        hint = (
            f"did you mean {' or '.join(close)}?" if close else "codes look like APP001"
        )
        raise UsageError(f"there is no code '{code}'", hint=hint)
    return known[wanted]


@cache
def explanations() -> Mapping[str, Explanation]:
    """Explain all codes, sorted."""
    found = {e.code: e for e in (*_grammar(), *_rules(), *_others())}
    return MappingProxyType(dict(sorted(found.items())))


def _others() -> Iterator[Explanation]:
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    for code, words in table.items():
        meaning = (words["meaning"],)
        yield Explanation(code, words["severity"], meaning, words["remedy"])


def _rules() -> Iterator[Explanation]:
    tree = etree.parse(resources.schema("octavo.sch"))
    hints = {e.get("id", ""): _words(e) for e in tree.iter(f"{_SCH}diagnostic")}
    for check in tree.iter(f"{_SCH}assert", f"{_SCH}report"):
        remedy = "; ".join(hints[name] for name in check.get("diagnostics", "").split())
        severity = check.get("role", "error")
        yield Explanation(check.get("id", ""), severity, (_words(check),), remedy)


def _grammar() -> Iterator[Explanation]:
    sentences: dict[str, list[tuple[str, str]]] = {}
    for table in (SCHEMA, COMPACT, DOCUMENT):
        for code, message, hint in table.values():
            sentences.setdefault(code, []).append((message, hint))
    for code, known in sentences.items():
        meanings = tuple(dict.fromkeys(_GAP.sub("…", words) for words, _ in known))
        hints = dict.fromkeys(_GAP.sub("…", hint) for _, hint in known if hint)
        yield Explanation(code, "error", meanings, "; ".join(hints))


def _words(element: "etree._Element") -> str:
    """Give the words of a rule, with dots where a document's own would stand."""
    words = element.text or ""
    for child in element:
        words += "…" + (child.tail or "")
    return " ".join(words.split())
