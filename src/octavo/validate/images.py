"""Images: whether they are there, in the edition, and can be read."""

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import quote, unquote

from octavo import source
from octavo.validate.addresses import scheme
from octavo.validate.outline import Item, Outline
from octavo.validate.places import Problem


def check(outline: Outline, path: Path, root: Path | None) -> Iterator[Problem]:
    """Give what is wrong with the images of a document.

    `root` is the folder of the edition, None for a document without one.
    """
    for item in outline.pointers:
        if item.attribute in ("url", "facs") and _is_file(item.value):
            yield from _problem(item, path, root)


def _is_file(address: str) -> bool:
    return not address.startswith("#") and not scheme(address)


def _problem(item: Item, path: Path, root: Path | None) -> Iterator[Problem]:
    url = unquote(item.value.partition("#")[0])
    file = (path.parent / url).resolve()
    if root is not None and not file.is_relative_to(root.resolve()):
        message = f"the image '{url}' lies outside the edition"
        hint = "copy it into the folder of images and name it there"
        yield Problem("IMG002", item, message, hint, check="images")
    elif not file.is_file():
        near = _near(path.parent, url, root)
        hint = "put it there, or correct the path"
        hint = f'write {item.attribute}="{quote(near)}"' if near else hint
        yield Problem(
            "IMG001", item, f"there is no image '{url}'", hint, check="images"
        )
    elif not _is_readable(file):
        message = f"'{url}' cannot be read as an image"
        hint = "use SVG, PNG, JPEG, GIF or WebP with the ending that fits"
        yield Problem("IMG003", item, message, hint, check="images")


def _near(folder: Path, url: str, root: Path | None) -> str:
    """Give the only path that differs in capitals or slashes and has a file."""
    found = [folder]
    names = PurePosixPath(url.replace("\\", "/")).parts
    for name in names:
        if root is not None and not found[0].resolve().is_relative_to(root.resolve()):
            return ""
        same = [found[0] / file for file in _listing(found[0]).get(name.casefold(), ())]
        exact = [found[0] / name] if name == ".." else []
        found = [file for file in same if file.name == name] or same or exact
        if len(found) != 1:
            return ""
    is_file = bool(names) and found[0].is_file()
    return Path(os.path.relpath(found[0], folder)).as_posix() if is_file else ""


@lru_cache(maxsize=16)
def _listing(folder: Path) -> dict[str, list[str]]:
    """Give the names in a folder by what they are without capitals."""
    names: dict[str, list[str]] = {}
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        names.setdefault(file.name.casefold(), []).append(file.name)
    return names


def _is_readable(file: Path) -> bool:
    """Tell whether a file is what its ending promises; not all need be images."""
    try:
        data = file.read_bytes()
    except OSError:
        return False
    if file.suffix.lower() in _OTHERS:
        return bool(data)
    return source.is_picture(file.name, data)


_OTHERS: Final = (".xml", ".mp3", ".mp4", ".ogg", ".webm")
