"""What every output of an edition depends on, and files that its manifest names."""

from octavo import __version__, ledger, resources
from octavo.edition import Edition
from octavo.ledger import fingerprint
from octavo.render.context import Context


def content(edition: Edition, name: str) -> bytes:
    """Read a file that the manifest names; none is empty."""
    return edition.inside(name).read_bytes() if name else b""


def common(edition: Edition, known: Context) -> dict[str, str]:
    """Fingerprint what every target of an edition depends on."""
    styles = resources.stylesheet("")
    files = (p for p in styles.rglob("*") if p.is_file() and p.name[0] != ".")
    registers = (path.read_bytes() for path in edition.registers)
    manifest = edition.manifest
    house = (
        content(edition, name)
        for name in (
            manifest.web.stylesheet,
            manifest.print.stylesheet,
            manifest.print.template,
            manifest.ebook.stylesheet,
            manifest.ebook.style,
            manifest.ebook.cover,
        )
    )
    return {
        "Octavo": fingerprint(__version__.encode()),
        "stylesheets": ledger.fingerprint_files(files, styles),
        "settings": fingerprint(repr(edition.manifest).encode()),
        "titles": fingerprint(known.edition + repr(known).encode()),
        "registers": fingerprint(b"\0".join(registers)),
        "house styles": fingerprint(b"\0".join(house)),
    }
