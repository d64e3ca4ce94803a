"""Rules in the annotations of a grammar in the compact syntax, given as XML.

The grammar is written in the XML syntax, and every rule told the line it stands on in
the compact one.
"""

import re
from collections import defaultdict, deque
from pathlib import Path
from typing import Final

from lxml import etree

from octavo.relaxng import convert, includes
from octavo.schematron.names import LINE, SCHEMATRON

_TOKEN: Final = re.compile(
    r'"""(?:.|\n)*?"""'
    r"|'''(?:.|\n)*?'''"
    r"""|"[^"\n]*"|'[^'\n]*'|\#[^\n]*"""
    r"|[\w.-]+:(?P<local>[\w.-]+)\s*\["
)


def translated(path: Path, data: bytes) -> bytes:
    """Write a grammar in the XML syntax, with its annotations and their lines."""
    grammar = includes.parse(data, str(path), annotations=True)
    root = etree.fromstring(convert.to_xml(grammar).encode())
    lines = _lines(data.decode("utf-8", "replace"))
    for element in root.iter(f"{{{SCHEMATRON}}}*"):
        known = lines[etree.QName(element).localname]
        if known:
            element.set(LINE, str(known.popleft()))
    return etree.tostring(root)


def _lines(text: str) -> defaultdict[str, deque[int]]:
    """Give the lines on which annotation elements begin, by their local names."""
    found: defaultdict[str, deque[int]] = defaultdict(deque)
    for match in _TOKEN.finditer(text):
        if match["local"]:
            found[match["local"]].append(text.count("\n", 0, match.start()) + 1)
    return found
