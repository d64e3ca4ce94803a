"""Which findings count: by code, and by what the edition has decided to let be."""

from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from octavo.diagnostics import Diagnostic
from octavo.edition import Manifest
from octavo.errors import UsageError


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes, or beginnings of codes, to keep and to leave out."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def keeps(self, finding: Diagnostic) -> bool:
        """Tell whether a finding counts."""
        if self.select and not finding.code.startswith(self.select):
            return False
        return not (self.ignore and finding.code.startswith(self.ignore))


@dataclass(frozen=True, slots=True)
class Decisions:
    """What an edition lets be, each with its reason."""

    root: Path
    manifest: Manifest

    def __post_init__(self) -> None:
        for decision in self.manifest.ignore:
            if not decision.reason.strip() or not decision.code:
                raise UsageError(
                    f"{self.root / 'edition.toml'}: ignore: a code and a reason are "
                    "needed",
                    hint='write code = "TXT004" and reason = "numbered by hand"',
                )

    def keeps(self, finding: Diagnostic) -> bool:
        """Tell whether the edition wants to hear of a finding."""
        try:
            file = Path(finding.file).resolve().relative_to(self.root.resolve())
        except ValueError:
            return True
        return not any(
            finding.code.startswith(decision.code)
            and fnmatch(file.as_posix(), decision.files)
            for decision in self.manifest.ignore
        )
