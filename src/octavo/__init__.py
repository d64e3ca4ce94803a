"""Octavo: from raw text to a published TEI edition."""

from typing import Final

__version__: Final = "0.1.0"
