"""Outputs: TEI documents turned into web pages, books and plain text."""
