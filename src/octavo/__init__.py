"""Octavo: from raw text to a published TEI edition."""

__version__ = "0.1.0"
