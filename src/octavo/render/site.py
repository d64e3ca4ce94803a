"""Web pages of the whole edition: home, registers, illustrations; and the assets."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from lxml import etree

from octavo import resources, saxon
from octavo.names import EDITION
from octavo.render import cmif, labelling, letters, mentions, search
from octavo.render.context import Context
from octavo.render.fonts import folder
from octavo.render.html import Pages
from octavo.render.lists import lists
from octavo.render.parallel import parallels
from octavo.render.rendered import Rendered

FONT: Final = "EB Garamond"
SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


def site(
    pages: Sequence[Pages],
    context: Context,
    style: bytes = b"",
    house: Path | None = None,
) -> Rendered:
    """Render the pages of the edition from what its documents' pages left for them.

    `style` is the house style in CSS, loaded after the standard one; `house` the
    one in XSLT.
    """
    extracts = [etree.fromstring(page.extract) for page in pages]
    searched = [found for extract in extracts for found in search.take_out(extract)]
    named = _named(extracts)
    mentioned = mentions.take_out(extracts)
    made = _made(context, _gathered(context, extracts, named, mentioned), house)
    texts = [f"{e.get('id')}.html" for e in extracts if e.get("pages") != "1"]
    addresses = [*made.documents, *texts, *(name for name, *_ in searched)]
    files = {
        **{n: mentions.filled(page, mentioned) for n, page in made.documents.items()},
        **assets(style),
        search.NAME: search.index(searched, context.headings),
        **search.titles(searched, labelling.reader(context.params)),
        **_sitemap(context, addresses),
        **_data(context, named),
    }
    return Rendered(files, made.messages)


def _made(context: Context, gathered: bytes, house: Path | None) -> saxon.Transformed:
    """Let the stylesheet make the pages that are the edition's own."""
    return saxon.transform(
        saxon.Document(gathered),
        resources.stylesheet(context.stylesheet),
        context.params,
        house=house,
        without=context.without,
    )


def _named(extracts: Sequence[etree._Element]) -> list[str]:
    """Give the id of an entry for each place where it is named."""
    return [
        key
        for extract in extracts
        for name in extract.iter(f"{{{EDITION}}}name")
        for key in name.get("keys", "").split()
    ]


def _data(context: Context, named: Sequence[str]) -> Mapping[str, bytes]:
    """Give registers and letters as data."""
    manifest = context.manifest
    title = manifest.title or next((t.title for t in context.texts), "")
    registers = lists(context.entries, named, manifest.web.url, title)
    return registers | cmif.data(context.letters, context.entries, manifest)


def _sitemap(context: Context, names: Sequence[str]) -> Mapping[str, bytes]:
    """List the pages for search engines, if the site has an address."""
    web, url = context.manifest.web, context.manifest.web.url
    if not url:
        return {}
    folders = [
        "",
        *(f"{t}/" for t in labelling.others(web.languages, context.language)),
    ]
    pages = {name for name in names if not name.startswith("to/")}
    root = etree.Element(f"{{{SITEMAP}}}urlset")
    for name in sorted(start + page for start in folders for page in pages):
        place = etree.SubElement(root, f"{{{SITEMAP}}}url")
        etree.SubElement(place, f"{{{SITEMAP}}}loc").text = f"{url.rstrip('/')}/{name}"
    data = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return {"sitemap.xml": data}


def assets(style: bytes = b"") -> Mapping[str, bytes]:
    """Give the style sheets and fonts of the site, with the licence of the fonts."""
    own = resources.stylesheet("assets")
    files = {
        f"assets/{path.relative_to(own).as_posix()}": path.read_bytes()
        for path in sorted(own.rglob("*"))
        if path.is_file()
    }
    root = folder(FONT)
    files["assets/fonts/LICENSE.txt"] = (root / "LICENSE").read_bytes()
    for path in sorted((root / "files").iterdir()):
        shape = "italic" if "Italic" in path.name else "regular"
        files[f"assets/fonts/{shape}{path.suffix}"] = path.read_bytes()
    if style:
        files["assets/house.css"] = style
    return files


def _gathered(
    context: Context,
    extracts: Sequence[etree._Element],
    named: Sequence[str],
    mentioned: Mapping[str, Sequence[str]],
) -> bytes:
    """Join what the pages of the edition show into one document."""
    root = etree.Element(f"{{{EDITION}}}extracts")
    known = etree.fromstring(context.edition)
    # Parallel texts and dates are taken out of the extracts, which come last.
    root.extend(parallels(extracts, known))
    if context.is_drawn:
        from octavo.render.drawings import drawings  # here, since few editions need it

        root.extend(drawings(context, extracts, named))
    root.append(letters.described(context.letters))
    root.extend(mentions.counts(mentioned))
    root.extend(extracts)
    return etree.tostring(root, encoding="utf-8")
