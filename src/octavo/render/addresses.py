"""Addresses that readers cite: listed, led on where they change, missed when they go.

A site is made of the edition alone, never of what an earlier build has left, so
that a clean build gives the same bytes. So what was published is not remembered
in the output folder: each site lists its addresses in `data/addresses.txt`, and
the editor keeps a copy of that list in the edition, under version control, when
the site goes public. Addresses that change stand in a table of the manifest.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Final

from lxml import etree

from octavo import resources
from octavo.diagnostics import Diagnostic, Severity
from octavo.edition import MANIFEST, Redirect
from octavo.render import labelling
from octavo.render.context import Context
from octavo.render.rendered import Rendered

NAME: Final = "data/addresses.txt"
# Names and calls of notes are counted, and nobody cites them, nor the form of the
# search; breaks of pages are cited.
_UNCITED: Final = frozenset((b"a", b"input", b"select", b"main"))
_BREAK: Final = b'a class="pb'
_NAME: Final = re.compile(rb"[a-z][a-z0-9]*")
_PAGE: Final = re.compile(r"[\w-][\w.-]*\.html")
_ELSEWHERE: Final = re.compile(r"[a-z]+:")
# Elements whose text may begin with an empty anchor.
_HOLDERS: Final = "p|div|section|article|aside|h[1-6]|li|dt|dd|td|th|blockquote|span"
_SHOWN: Final = 3


def listed(files: Mapping[str, bytes]) -> bytes:
    """List the addresses of some pages, one a line."""
    lines: list[bytes] = []
    for name in sorted(name for name in files if name.endswith(".html")):
        page = name.encode()
        places = dict.fromkeys(_places(files[name]))
        lines += [page, *(page + b"#" + place for place in places)]
    return b"".join(line + b"\n" for line in lines)


def _places(page: bytes) -> Iterator[bytes]:
    """Find the places of a page that are cited: the ids in its tags."""
    before, *pieces = page.split(b' id="')
    for piece in pieces:
        tag = before[before.rfind(b"<") + 1 :]
        place = piece[: piece.find(b'"')]
        if place and b">" not in tag and _is_cited(tag):
            yield place
        before = piece


def _is_cited(tag: bytes) -> bool:
    """Tell whether the id of an element is an address; `tag` is what is before it."""
    name = tag.partition(b" ")[0]
    if name in _UNCITED:
        return tag.startswith(_BREAK)
    return _NAME.fullmatch(name) is not None


def led(files: Mapping[str, bytes], redirects: Sequence[Redirect]) -> dict[str, bytes]:
    """Put places that are no more into the pages that still are."""
    made = dict(files)
    for redirect in redirects:
        name, _, ident = redirect.old.partition("#")
        if ident and name in made and f' id="{ident}"'.encode() not in made[name]:
            made[name] = _anchored(made[name], name, ident, redirect.new)
    return made


def _anchored(page: bytes, name: str, ident: str, new: str) -> bytes:
    """Put an anchor at the new place; where it is elsewhere, a link at the end."""
    start, _, place = new.partition("#")
    if start == name:
        tag = rf'<(?:{_HOLDERS})(?: [^<>]*?)? id="{re.escape(escape(place))}"[^<>]*>'
        found = re.search(tag.encode(), page)
        if found:
            anchor = f'<span id="{escape(ident)}"></span>'.encode()
            return page[: found.end()] + anchor + page[found.end() :]
    link = f'<p class="gen moved" id="{escape(ident)}">{_link(new)}</p></main>'
    return page.replace(b"</main>", link.encode(), 1)


def _link(new: str) -> str:
    return f'<a href="{escape(new)}">{escape(new)}</a>'


def kept(lists: Sequence[bytes], published: bytes, context: Context) -> Rendered:
    """Make the list of all addresses, and pages that lead on from those that are gone.

    Findings are addresses of the published list that are gone, and redirects that
    lead nowhere.
    """
    lines = b"".join(lists)
    known = frozenset(lines.decode().splitlines())
    web = context.manifest.web
    gone: dict[str, list[Redirect]] = {}
    for redirect in web.redirects:
        page = redirect.old.partition("#")[0]
        if _PAGE.fullmatch(page) and page not in known:
            gone.setdefault(page, []).append(redirect)
    tags = labelling.others(web.languages, context.language)
    pages = {
        f"{tag}/{name}".lstrip("/"): _moved(gone[name], context, tag)
        for tag in ("", *tags)
        for name in sorted(gone)
    }
    found = (
        *_missing(published.decode(errors="replace"), known, context),
        *(_astray(r) for r in web.redirects if _leads_nowhere(r, known)),
    )
    return Rendered({NAME: lines, **pages}, found)


def _missing(
    published: str, known: frozenset[str], context: Context
) -> Iterator[Diagnostic]:
    """Say which addresses are gone, once for each page."""
    web = context.manifest.web
    led_on = {redirect.old for redirect in web.redirects}
    gone: dict[str, list[tuple[int, str]]] = {}
    for line, address in enumerate(map(str.strip, published.splitlines()), 1):
        page, _, ident = address.partition("#")
        if address and address not in known and not {address, page} & led_on:
            gone.setdefault(page, []).append((line, ident))
    for page, places in gone.items():
        shown = [f"'{f'{page}#{ident}' if ident else page}'" for _, ident in places]
        more = f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else ""
        yield Diagnostic(
            "HTM004",
            Severity.WARNING,
            f"published but gone: {', '.join(shown[:_SHOWN])}{more}",
            file=web.published,
            line=places[0][0],
            hint=f"name the new place in [[web.redirects]] of {MANIFEST}",
        )


def _leads_nowhere(redirect: Redirect, known: frozenset[str]) -> bool:
    """Say whether an end of a redirect is wrong: the old page may still be there."""
    there = redirect.new in known or bool(_ELSEWHERE.match(redirect.new))
    page, _, place = redirect.old.partition("#")
    return not there or not _PAGE.fullmatch(page) or (not place and page in known)


def _astray(redirect: Redirect) -> Diagnostic:
    return Diagnostic(
        "HTM005",
        Severity.WARNING,
        f"redirect from '{redirect.old}' to '{redirect.new}' leads nowhere",
        file=MANIFEST,
        hint=f"old: a page that is gone, or a place; new: an address in {NAME}",
    )


def _moved(redirects: Sequence[Redirect], context: Context, reader: str) -> bytes:
    """Make the page that stands for one that is gone, also for a reader's language.

    A page that leads on by itself would lose the place that was asked for, so
    one with places of its own waits for the reader.
    """
    language, title = _label(reader or context.language)
    whole = next((r.new for r in redirects if "#" not in r.old), "")
    items = "".join(
        f"<li{_named(r.old.partition('#')[2])}>{_link(r.new)}</li>" for r in redirects
    )
    head = ""
    if whole:
        base = context.manifest.web.url.rstrip("/")
        folder = "/".join(filter(None, (base, reader)))
        full = whole if _ELSEWHERE.match(whole) or not base else f"{folder}/{whole}"
        head = f'<link rel="canonical" href="{escape(full)}"/>'
    if whole and len(redirects) == 1:
        head += f'<meta http-equiv="refresh" content="0; url={escape(whole)}"/>'
    return (
        '<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"'
        f' lang="{language}"><head><meta charset="UTF-8"/>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
        f"<title>{escape(title)}</title>{head}"
        f'<link rel="stylesheet" href="{_root(reader)}assets/edition.css"/></head>'
        '<body class="moved"><main id="main"><article class="text">'
        f"<h1>{escape(title)}</h1><ul>{items}</ul></article></main></body></html>"
    ).encode()


def _root(reader: str) -> str:
    return "../" if reader else ""


def _named(ident: str) -> str:
    return f' id="{escape(ident)}"' if ident else ""


def _label(language: str) -> tuple[str, str]:
    """Give the language of the labels, and what a page that is gone is headed."""
    short = re.split("[-_]", language.lower())[0]
    path = resources.stylesheet("labels") / f"{short}.xml"
    if not short.isalpha() or not path.is_file():
        short, path = "en", path.with_name("en.xml")
    label = etree.parse(path).findtext("label[@key='moved']")
    return short, label or "moved"
