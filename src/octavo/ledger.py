"""The record of what was made from what, so that only what changed is made again.

Contents decide, not dates. The ledger receives each recipe as a function; it
knows neither TEI nor HTML.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from octavo import files
from octavo.diagnostics import Diagnostic, Severity

LEDGER: Final = ".octavo-ledger.json"


@dataclass(frozen=True, slots=True)
class Made:
    """What a recipe made: bytes by path relative to the output folder, findings."""

    files: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """Something to make: its name, the fingerprints of its inputs, its recipe."""

    name: str
    inputs: Mapping[str, str]
    make: Callable[[], Made]


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a target: why it was made, if it was, and what it found."""

    name: str
    reasons: tuple[str, ...]
    outputs: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def fingerprint(data: bytes) -> str:
    """Give the fingerprint of some bytes."""
    return hashlib.sha256(data).hexdigest()


def fingerprint_files(paths: Iterable[Path], root: Path) -> str:
    """Give one fingerprint for the names and contents of files below a folder."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def build(
    targets: Iterable[Target], folder: Path, *, force: bool = False
) -> tuple[Done, ...]:
    """Make the targets that are not up to date; remove what is no longer made.

    Every target is made before anything is written, so a failure leaves the
    folder as it was.
    """
    recorded = _read(folder)
    done: list[Done] = []
    made: dict[str, bytes] = {}
    entries: dict[str, Any] = {}
    for target in targets:
        entry = recorded.get(target.name, {})
        reasons = ["asked for"] if force else why_stale(target, entry, folder)
        if reasons:
            result = target.make()
            made.update(result.files)
            entry = _entry(target, result)
        entries[target.name] = entry
        done.append(_done(target.name, reasons, entry))
    files.write_all(folder, made)
    kept = {**_others(recorded, entries), **entries}
    files.remove(folder, sorted(_outputs(recorded) - _outputs(kept)))
    _write(folder, kept)
    return tuple(done)


def why_stale(target: Target, entry: Mapping[str, Any], folder: Path) -> list[str]:
    """List the reasons to make a target again; an empty list means up to date."""
    if not entry:
        return ["never made"]
    before: dict[str, str] = entry["inputs"]
    changed = [f"{k} changed" for k, v in target.inputs.items() if before.get(k) != v]
    gone = [f"{k} is no longer used" for k in before if k not in target.inputs]
    return changed + gone + _damaged(entry["outputs"], folder)


def _damaged(outputs: Mapping[str, str], folder: Path) -> list[str]:
    for name, print_ in outputs.items():
        path = folder / name
        if not path.is_file():
            return [f"{name} is missing"]
        if fingerprint(path.read_bytes()) != print_:
            return [f"{name} was changed by another hand"]
    return []


def _entry(target: Target, result: Made) -> dict[str, Any]:
    return {
        "inputs": dict(target.inputs),
        "outputs": {name: fingerprint(result.files[name]) for name in result.files},
        "findings": [d.record() for d in result.diagnostics],
    }


def _done(name: str, reasons: list[str], entry: Mapping[str, Any]) -> Done:
    found = tuple(
        Diagnostic(**{**record, "severity": Severity(record["severity"])})
        for record in entry["findings"]
    )
    return Done(name, tuple(reasons), tuple(sorted(entry["outputs"])), found)


def _others(recorded: Mapping[str, Any], entries: Mapping[str, Any]) -> dict[str, Any]:
    """Keep what other outputs made: the part of a name before the colon."""
    kinds = {name.partition(":")[0] for name in entries}
    return {
        name: entry
        for name, entry in recorded.items()
        if name.partition(":")[0] not in kinds
    }


def _outputs(entries: Mapping[str, Any]) -> set[str]:
    return {name for entry in entries.values() for name in entry["outputs"]}


def _read(folder: Path) -> dict[str, Any]:
    try:
        read: dict[str, Any] = json.loads((folder / LEDGER).read_bytes())
    except (OSError, ValueError):
        return {}
    return read


def _write(folder: Path, entries: Mapping[str, Any]) -> None:
    lines = (
        f"{_json(name)}: {_json(entry)}" for name, entry in sorted(entries.items())
    )
    text = "{\n" + ",\n".join(lines) + "\n}\n"
    files.write_all(folder, {LEDGER: text.encode()})


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
