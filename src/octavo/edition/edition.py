"""Find an edition on disk and check that what its manifest names is there."""

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from octavo import settings
from octavo.edition.manifest import Manifest
from octavo.errors import SourceError, UsageError

MANIFEST: Final = "edition.toml"
_DATE: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition: its folder, its settings, its files as absolute paths."""

    root: Path
    manifest: Manifest
    documents: tuple[Path, ...]
    registers: tuple[Path, ...]

    @property
    def images(self) -> Path:
        """Give the folder of the images."""
        return self.root / self.manifest.images

    @property
    def files(self) -> tuple[Path, ...]:
        """Give every TEI file: documents first, then registers."""
        return self.documents + self.registers

    def inside(self, name: str) -> Path:
        """Give a file that the manifest names; raises if it is missing or outside."""
        return _inside(self.root, name)

    @property
    def name(self) -> str:
        """Give a short name for files made of the whole edition."""
        return self.root.name or "edition"


def load(path: Path) -> Edition:
    """Load an edition from its folder, its manifest, or a single TEI file.

    Raises UsageError for a manifest that makes no sense and SourceError for
    files that are missing.
    """
    if path.is_file() and path.name != MANIFEST:
        return _single(path.resolve())
    root = (path if path.is_dir() else path.parent).resolve()
    manifest = _manifest(root, path)
    documents = _files(root, manifest.documents, "texts")
    if not documents:
        raise SourceError(
            f"{path}: no document to publish",
            hint=f"put TEI files into {path / 'texts'} or list them as 'documents'",
        )
    return Edition(
        root, manifest, documents, _files(root, manifest.registers, "registers")
    )


def load_manifest(folder: Path) -> Manifest:
    """Read the manifest of an edition whose texts may not be there yet."""
    return _manifest(folder.resolve(), folder)


def home(path: Path) -> Path | None:
    """Find the edition that a path is, or that lists it as one of its files."""
    if path.name == MANIFEST:
        return path.parent
    if path.is_dir():
        is_edition = (path / MANIFEST).is_file() or (path / "texts").is_dir()
        return path if is_edition else None
    file = path.resolve()
    for folder in list(file.parents)[:3]:
        if (folder / MANIFEST).is_file() and file in load(folder).files:
            return folder
    return None


def _single(path: Path) -> Edition:
    """Give an edition of one document, with the settings of its own if it has one."""
    folder = home(path)
    if folder is None:
        return Edition(path.parent, Manifest(), (path,), ())
    return replace(load(folder), documents=(path,))


def _manifest(root: Path, asked: Path) -> Manifest:
    file = root / MANIFEST
    if not file.is_file():
        if (root / "texts").is_dir():
            return Manifest()
        raise SourceError(
            f"{asked}: no edition here",
            hint=f"an edition has a file {MANIFEST}; 'octavo new {asked}' makes one",
        )
    manifest = settings.fill(Manifest, settings.load(file), str(asked / MANIFEST))
    if manifest.date and not _DATE.fullmatch(manifest.date):
        raise UsageError(
            f"{asked / MANIFEST}: date: '{manifest.date}' is not a date",
            hint="write YYYY-MM-DD, for example 2026-11-17",
        )
    return manifest


def _files(root: Path, named: tuple[str, ...], folder: str) -> tuple[Path, ...]:
    if not named:
        return tuple(sorted((root / folder).glob("*.xml")))
    return tuple(_inside(root, name) for name in named)


def _inside(root: Path, name: str) -> Path:
    """Give a file of the edition; raises if it lies outside or is missing."""
    path = (root / name).resolve()
    if not path.is_relative_to(root):
        raise UsageError(
            f"{root / MANIFEST}: '{name}' lies outside the edition",
            hint="copy the file into the edition's folder",
        )
    if not path.is_file():
        raise SourceError(
            f"{root / name}: no such file",
            hint=f"it is named in {MANIFEST}; 'octavo encode' makes texts of raw ones",
        )
    return path
