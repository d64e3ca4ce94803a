"""Pack the files of an e-book: the same files, the same bytes."""

import io
import zipfile
from collections.abc import Mapping
from typing import Final

FOLDER: Final = "EPUB"
_CONTAINER: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    f'<rootfiles><rootfile full-path="{FOLDER}/package.opf"'
    ' media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
# The first moment a zip archive can tell; the archive has no dates of its own.
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_PACKED_ALREADY: Final = (".png", ".jpg", ".jpeg", ".gif", ".webp")


def pack(files: Mapping[str, bytes]) -> bytes:
    """Make an EPUB archive of a package document and what it lists."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        # Readers know an e-book by its first bytes, so this one is not compressed.
        _add(archive, "mimetype", b"application/epub+zip", zipfile.ZIP_STORED)
        _add(archive, "META-INF/container.xml", _CONTAINER.encode())
        for name in sorted(files):
            _add(archive, f"{FOLDER}/{name}", files[name], _method(name))
    return stream.getvalue()


def _method(name: str) -> int:
    packed = name.lower().endswith(_PACKED_ALREADY)
    return zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED


def _add(
    archive: zipfile.ZipFile,
    name: str,
    data: bytes,
    method: int = zipfile.ZIP_DEFLATED,
) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = method
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, data)
