"""Web pages of the whole edition: home, registers, illustrations; and the assets."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from lxml import etree

from octavo import resources, saxon
from octavo.render.context import EDITION, Context
from octavo.render.fonts import choose
from octavo.render.html import Pages
from octavo.render.rendered import Rendered

FONT: Final = "EB Garamond"


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
    made = saxon.transform(
        saxon.Document(_gathered(pages)),
        resources.stylesheet("html.xsl"),
        context.params,
        house=house,
    )
    return Rendered({**made.documents, **assets(style)}, made.messages)


def assets(style: bytes = b"") -> Mapping[str, bytes]:
    """Give the style sheets and fonts of the site, with the licence of the fonts."""
    folder = resources.stylesheet("assets")
    files = {
        f"assets/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    for root in choose([FONT]).folders[:1]:
        files["assets/fonts/LICENSE.txt"] = (root / "LICENSE").read_bytes()
        for path in sorted((root / "files").iterdir()):
            shape = "italic" if "Italic" in path.name else "regular"
            files[f"assets/fonts/{shape}{path.suffix}"] = path.read_bytes()
    if style:
        files["assets/house.css"] = style
    return files


def _gathered(pages: Sequence[Pages]) -> bytes:
    """Join the extracts of the documents into one document."""
    root = etree.Element(f"{{{EDITION}}}extracts")
    root.extend([etree.fromstring(page.extract) for page in pages])
    return etree.tostring(root, encoding="utf-8")
