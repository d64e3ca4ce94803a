"""Write files so that no reader ever meets half of one."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from octavo.errors import UsageError


def write(path: Path, data: bytes) -> None:
    """Write a file under a temporary name in its folder, then move it in place.

    A link is replaced, not followed: an edition from elsewhere could lead it anywhere.
    What is no file, such as a pipe, is written to as it is. Raises UsageError if the
    place cannot be written.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            _pour(path, data)
        else:
            _replace(path, data)
    except OSError as error:
        raise UsageError(
            f"{path}: cannot be written: {(error.strerror or str(error)).lower()}",
            hint="choose another place with --out or -o",
        ) from error


def _pour(path: Path, data: bytes) -> None:
    """Write to a device or a pipe, of which nothing else may take the place."""
    if path.is_symlink():
        raise UsageError(
            f"{path}: leads to something that is not a file",
            hint="write to the standard output with > or |",
        )
    path.write_bytes(data)


def _replace(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".octavo-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder; a file that already has these bytes stays as it is."""
    for name in sorted(files):
        path = folder / name
        if not path.is_file() or path.read_bytes() != files[name]:
            write(path, files[name])


def remove(folder: Path, names: list[str]) -> None:
    """Remove files of a folder, and the folders that become empty.

    A name that leads out of the folder is passed over.
    """
    for name in names:
        path = folder / name
        if not path.resolve().is_relative_to(folder.resolve()):
            continue
        path.unlink(missing_ok=True)
        for parent in path.parents:
            if parent == folder or not parent.is_dir() or any(parent.iterdir()):
                break
            parent.rmdir()


def relative(path: Path, folder: Path) -> str:
    """Give the address of a file as seen from a folder, with forward slashes."""
    return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()


@dataclass(frozen=True)
class Folder(Mapping[str, bytes]):
    """Some files below a folder by their names, read when they are asked for."""

    root: Path
    names: frozenset[str]

    def __getitem__(self, name: str) -> bytes:
        """Read a file."""
        if name not in self.names:
            raise KeyError(name)
        return (self.root / name).read_bytes()

    def __iter__(self) -> Iterator[str]:
        """List the names in order."""
        return iter(sorted(self.names))

    def __len__(self) -> int:
        """Count the files."""
        return len(self.names)
