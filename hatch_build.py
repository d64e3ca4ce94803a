"""Compiles the accelerator of the grammar engine where there is a C compiler.

Without one the wheel holds Python only, and does the same more slowly.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from setuptools import Distribution, Extension
from setuptools.command.build_ext import build_ext

PACKAGE = Path("octavo", "relaxng")
NAME = "_accelerator"
SOURCE = "accelerator.c"


class AcceleratorHook(BuildHookInterface):
    """Adds the compiled accelerator to a wheel, or to the sources it is edited in."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the wheel is put together."""
        self._folder = tempfile.mkdtemp()
        package = Path(self.root, "src", PACKAGE)
        made = compiled(package / SOURCE, Path(self._folder))
        if version == "editable":
            put_beside(package, made)
        elif made:
            build_data["force_include"][str(made)] = str(PACKAGE / made.name)
            build_data["pure_python"] = False
            build_data["infer_tag"] = True

    def finalize(self, _version: str, _data: dict[str, Any], _artifact: str) -> None:
        """Clear up after the wheel is made."""
        shutil.rmtree(self._folder)


def compiled(source: Path, folder: Path) -> Path | None:
    """Compile into a folder; give the file, None if that was not possible."""
    extension = Extension(".".join([*PACKAGE.parts, NAME]), [str(source)])
    extension.optional = True  # a failure is a warning
    command = build_ext(Distribution({"name": "octavo", "ext_modules": [extension]}))
    command.build_lib = str(folder / "lib")
    command.build_temp = str(folder / "temp")
    command.ensure_finalized()
    command.run()
    made = folder / "lib" / command.get_ext_filename(extension.name)
    return made if made.is_file() else None


def put_beside(package: Path, made: Path | None) -> None:
    """Put the accelerator beside its source, in place of older ones."""
    for old in package.glob(f"{NAME}.*"):
        if old.suffix in {".so", ".pyd"}:
            old.unlink()
    if made:
        shutil.copy(made, package)
