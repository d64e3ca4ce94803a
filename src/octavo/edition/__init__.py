"""An edition: a folder with texts, registers, images and its manifest."""

from octavo.edition.edition import Edition, load, load_manifest
from octavo.edition.manifest import (
    OUTPUTS,
    Ebook,
    Encoding,
    Manifest,
    Output,
    Print,
    Web,
)

__all__ = [
    "OUTPUTS",
    "Ebook",
    "Edition",
    "Encoding",
    "Manifest",
    "Output",
    "Print",
    "Web",
    "load",
    "load_manifest",
]
