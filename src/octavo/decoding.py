"""The text of an XML document, from its bytes and what it says of its encoding."""

import re
from typing import Final

_XML_DECLARATION: Final = re.compile(rb"\s*<\?xml\s[^>]*?\?>")
_ENCODING: Final = re.compile(rb"""encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")


def decoded(data: bytes) -> str:
    """Decode a document and blank its XML declaration, keeping the lines."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    declaration = _XML_DECLARATION.match(data)
    if declaration:
        named = _ENCODING.search(declaration.group())
        encoding = named.group(1).decode("ascii") if named else encoding
        data = b"\n" * declaration.group().count(b"\n") + data[declaration.end() :]
    return data.decode("utf-8-sig" if encoding.lower() == "utf-8" else encoding)
