"""The TEI header: what the text says of itself, and what Octavo did."""

import re
from typing import Final

from octavo import __version__
from octavo.encode.imprint import Imprint
from octavo.encode.markup import escape, quoted
from octavo.encode.profile import Profile
from octavo.encode.text import FORBIDDEN

_DATE: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_LANGUAGES: Final = {
    "en": "English",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "la": "Latin",
    "nl": "Dutch",
    "und": "undetermined",
}


def header(imprint: Imprint, profile: Profile, language: str, name: str) -> str:
    """Write the header."""
    title = FORBIDDEN.sub("", profile.title or imprint.title or name) or "Untitled"
    authors = [FORBIDDEN.sub("", profile.author)] if profile.author else imprint.authors
    return (
        "<teiHeader>\n<fileDesc>\n"
        f"<titleStmt>\n{_titles(title, profile, imprint)}{_authors(authors, imprint)}"
        '<respStmt xml:id="octavo"><resp>encoded by machine</resp>'
        "<name>Octavo</name></respStmt>\n</titleStmt>\n"
        f"{_published(profile)}"
        f"<sourceDesc>\n{_source(title, authors, imprint)}</sourceDesc>\n</fileDesc>\n"
        f"{_encoding()}"
        f"<profileDesc><langUsage><language ident={quoted(language)}>"
        f"{escape(_LANGUAGES.get(language, language))}</language></langUsage>"
        "</profileDesc>\n"
        '<revisionDesc><change who="#octavo">Made from raw text.</change>'
        "</revisionDesc>\n</teiHeader>\n"
    )


def _published(profile: Profile) -> str:
    """Say who publishes the TEI text, when, and on what terms."""
    clean = {
        k: FORBIDDEN.sub("", getattr(profile, k)) for k in ("publisher", "licence")
    }
    licence = (
        f"<availability><licence target={quoted(clean['licence'])}>"
        f"{escape(clean['licence'])}</licence></availability>\n"
        if clean["licence"]
        else ""
    )
    if not clean["publisher"]:
        terms = f"<p>Licence: {escape(clean['licence'])}</p>" if licence else ""
        words = "<p>Not yet published in this form.</p>"
        return f"<publicationStmt>{words}{terms}</publicationStmt>\n"
    day = profile.date if _DATE.fullmatch(profile.date) else ""
    date = f'<date when="{day}">{day}</date>\n' if day else ""
    return (
        f"<publicationStmt>\n<publisher>{escape(clean['publisher'])}</publisher>\n"
        f"{date}{licence}</publicationStmt>\n"
    )


def _titles(title: str, profile: Profile, imprint: Imprint) -> str:
    full = title
    if imprint.subtitle and not profile.title:
        full = f"{title}: {imprint.subtitle}"
    return f"<title>{escape(full)}</title>\n"


def _authors(authors: list[str], imprint: Imprint) -> str:
    if not authors and imprint.signature:
        return f'<author cert="low">{escape(imprint.signature)}</author>\n'
    return "".join(f"<author>{escape(author)}</author>\n" for author in authors)


def _source(title: str, authors: list[str], imprint: Imprint) -> str:
    sub = f'<title type="sub">{escape(imprint.subtitle)}</title>\n'
    edition = (
        f"<editionStmt><edition>{escape(imprint.edition)}</edition></editionStmt>\n"
    )
    notes = "".join(f"<note>{escape(text)}</note>" for text in imprint.history)
    return (
        "<biblFull>\n<titleStmt>\n"
        f'<title type="main">{escape(title)}</title>\n'
        f"{sub if imprint.subtitle else ''}{_authors(authors, imprint)}</titleStmt>\n"
        f"{edition if imprint.edition else ''}{_publication(imprint)}"
        f"{f'<notesStmt>{notes}</notesStmt>' if notes else ''}</biblFull>\n"
    )


def _publication(imprint: Imprint) -> str:
    years = "".join(f'<date when="{y}">{y}</date>\n' for y in _unique(imprint.years))
    if imprint.signed and not imprint.years:
        signed = imprint.signed
        years = f'<date when="{signed}" cert="low">{signed}</date>\n'
    numbers = "".join(
        f'<idno type="ISBN"{kind}>{escape(number)}</idno>\n'
        for kind, number in imprint.isbns
    )
    rights = "".join(f"<p>{escape(text)}</p>" for text in imprint.rights)
    rights = f"<availability>{rights}</availability>\n" if rights else ""
    places = "".join(
        f"<pubPlace>{escape(p)}</pubPlace>\n" for p in _unique(imprint.places)
    )
    publishers = "".join(
        f"<publisher>{escape(p)}</publisher>\n" for p in _unique(imprint.publishers)
    )
    if imprint.distributor:
        publishers += f"<distributor>{escape(imprint.distributor)}</distributor>\n"
    rest = places + years + numbers + rights
    if not publishers and not rest:
        return "<publicationStmt><p>The text does not say.</p></publicationStmt>\n"
    publishers = publishers or "<publisher/>\n"
    return f"<publicationStmt>\n{publishers}{rest}</publicationStmt>\n"


def _encoding() -> str:
    return (
        "<encodingDesc>\n"
        f'<appInfo><application ident="octavo" version="{__version__}">'
        "<label>Octavo</label></application></appInfo>\n"
        "<editorialDecl>\n"
        "<hyphenation><p>Words cut at the end of a line are joined; the hyphens are "
        "listed in standOff.</p></hyphenation>\n"
        "<normalization><p>Indents and runs of white space are reduced to one space or "
        "one line break. All else that the text leaves out is listed in standOff, with "
        "line, or line and column, of the source.</p></normalization>\n"
        "<quotation><p>Quotation marks stand in the text.</p></quotation>\n"
        "<interpretation><p>Made by machine. Headings with cert medium or low, names "
        "with cert low are in doubt; what has no cert was not checked by a reader "
        "either. The possessive ending stays outside of names.</p></interpretation>\n"
        "</editorialDecl>\n</encodingDesc>\n"
    )


def _unique(values: list[str]) -> list[str]:
    return list(dict.fromkeys(values))
