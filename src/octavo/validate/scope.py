"""What is asked for: documents, the edition they belong to, its schemas."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from octavo import edition as editions
from octavo.edition import Edition, Manifest
from octavo.errors import SourceError, UsageError
from octavo.validate.choice import Wishes
from octavo.validate.finder import Finder

_RULES: Final = (".sch", ".isosch", ".schematron", ".odd")


@dataclass(frozen=True, slots=True)
class Scope:
    """Documents to check, and the edition in which their pointers must lead.

    `context` holds every file whose names count: those of the edition, or all that
    were asked for if they belong to none, which then have no `root` either.
    """

    files: tuple[Path, ...]
    context: tuple[Path, ...]
    root: Path | None
    manifest: Manifest

    @property
    def others(self) -> list[Path]:
        """The files of the context that are not to be checked themselves."""
        files = set(self.files)
        return [path for path in self.context if path not in files]


def scopes(paths: Sequence[Path]) -> list[Scope]:
    """Sort the paths asked for by the edition they belong to.

    A folder is an edition or, without a manifest, all XML files below it. Files
    that belong to no edition are taken together as one.
    """
    chosen: dict[Path, tuple[Edition, list[Path]]] = {}
    loose: list[Path] = []
    for path in paths:
        home = editions.home(path)
        if home is None:
            loose += _documents(path)
            continue
        edition, files = chosen.setdefault(home, (editions.load(home), []))
        files += (
            edition.files if path.is_dir() or path.name == editions.MANIFEST else [path]
        )
    found = [_scope(edition, files) for edition, files in chosen.values()]
    if loose:
        documents = _once(loose)
        found.append(Scope(documents, documents, None, Manifest()))
    return found


def wishes(schemas: Sequence[str], scope: Scope) -> Wishes:
    """Say which schemas command line and edition want.

    A grammar named twice is meant for its rules, too. Raises UsageError if a schema
    cannot be found.
    """
    root = scope.root or Path()
    rules = [root / name for name in scope.manifest.rules]
    for path in rules:
        if not path.is_file():
            raise _unknown(str(path))
    grammars: list[Path] = []
    for name in schemas or (scope.manifest.schema,):
        found = _find(name, scope)
        is_known = found in grammars or found.suffix in _RULES
        (rules if is_known else grammars).append(found)
    return Wishes(tuple(grammars), tuple(rules), bool(schemas), scope.root)


def _find(name: str, scope: Scope) -> Path:
    beside = (scope.root or Path()) / name
    if name == scope.manifest.schema and beside.is_file():
        return beside
    found = Finder(scope.root).named(name)
    if found is None:
        raise _unknown(name)
    return found


def _unknown(name: str) -> UsageError:
    return UsageError(
        f"there is no schema '{name}'",
        hint="give the path of a .rng, .rnc, .sch or .odd file, the name of a schema "
        "that 'octavo schema list' shows, or 'octavo'",
    )


def _scope(edition: Edition, files: list[Path]) -> Scope:
    shown = {path.resolve(): path for path in files}
    context = tuple(shown.get(path.resolve(), path) for path in edition.files)
    return Scope(_once(files), context, edition.root, edition.manifest)


def _documents(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = [file for file in sorted(path.rglob("*.xml")) if _is_source(file, path)]
    if not found:
        raise SourceError(
            f"{path}: there is no XML file in this folder",
            hint="name a TEI file, or the folder of an edition",
        )
    return found


def _is_source(file: Path, folder: Path) -> bool:
    """Tell whether a file is somebody's work, not hidden and not made by a build."""
    parts = file.relative_to(folder).parts
    return not any(part.startswith(".") or part == "dist" for part in parts)


def _once(files: Sequence[Path]) -> tuple[Path, ...]:
    return tuple({path.resolve(): path for path in files}.values())
