"""An edition: a folder with texts, registers, images and its manifest."""

from octavo.edition.edition import Edition, load, load_manifest
from octavo.edition.manifest import OUTPUTS, Encoding, Manifest, Print, Web

__all__ = [
    "OUTPUTS",
    "Edition",
    "Encoding",
    "Manifest",
    "Print",
    "Web",
    "load",
    "load_manifest",
]
