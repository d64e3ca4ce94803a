"""An edition: a folder with texts, registers, images and its manifest."""

from octavo.edition.edition import MANIFEST, Edition, home, load, load_manifest
from octavo.edition.manifest import (
    OUTPUTS,
    Ebook,
    Encoding,
    Manifest,
    Output,
    Print,
    Redirect,
    Web,
)

__all__ = [
    "MANIFEST",
    "OUTPUTS",
    "Ebook",
    "Edition",
    "Encoding",
    "Manifest",
    "Output",
    "Print",
    "Redirect",
    "Web",
    "home",
    "load",
    "load_manifest",
]
