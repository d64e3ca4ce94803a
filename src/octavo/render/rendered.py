"""What a renderer gives: files by path, and what there is to tell the editor."""

from collections.abc import Mapping
from dataclasses import dataclass

from octavo.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Rendered:
    """The files of an output, by relative path with forward slashes, and findings."""

    files: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...] = ()
