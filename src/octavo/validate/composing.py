"""Documents with what they include in its place, and findings where they belong."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit
from xml.sax.saxutils import escape

from octavo import source
from octavo.diagnostics import Diagnostic, Severity
from octavo.errors import SourceError
from octavo.source import Source
from octavo.validate import inclusions
from octavo.validate.inclusions import Inclusion
from octavo.validate.segments import Assembly

_MAX_DEPTH: Final = 10
_MAX_FILES: Final = 1000
_DECLARATION: Final = re.compile(rb"^\s*<\?xml\s[^>]*\?>")
_ENCODING: Final = re.compile(rb"""encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")


@dataclass(frozen=True)
class Composed:
    """A document to be checked, and how to tell where its parts come from."""

    source: Source
    findings: tuple[Diagnostic, ...] = ()
    included: tuple[Path, ...] = ()
    assembly: Assembly | None = None

    @property
    def is_alone(self) -> bool:
        """Tell whether no other file had a part in it, nor should have had."""
        return not self.included and not self.findings

    def place(self, findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Give findings their true file, line and column."""
        for finding in findings:
            is_here = finding.file == str(self.source.path)
            if self.assembly is None or not finding.line or not is_here:
                yield finding
                continue
            file, line, column = self.assembly.locate(finding.line, finding.column)
            yield replace(finding, file=str(file), line=line, column=column)


@lru_cache(maxsize=1)
def load(path: Path, root: Path | None) -> Composed:
    """Read a document and all it includes from its edition's folder.

    The last one is kept, since one document goes through several checks in a row.
    Raises SourceError if the document itself cannot be read.
    """
    document = source.read(path)
    if inclusions.MARK not in document.data:
        return Composed(document)
    composer = _Composer((root or path.parent).resolve())
    composer.include_whole(document)
    data = composer.assembly.data()
    composed = source.parse(data, path)
    return Composed(
        composed,
        tuple(composer.findings),
        tuple(dict.fromkeys(composer.included)),
        composer.assembly,
    )


def forget() -> None:
    """Read the next document anew, even if it is the last one."""
    load.cache_clear()


@dataclass(slots=True)
class _Composer:
    root: Path
    assembly: Assembly = field(default_factory=Assembly)
    findings: list[Diagnostic] = field(default_factory=list)
    included: list[Path] = field(default_factory=list)

    def include_whole(self, document: Source) -> None:
        """Add a document with its inclusions resolved."""
        data = _utf8(document.data)
        self.assembly.sources[document.path] = data
        self._stretch(document.path, data, (0, len(data)), (document.path.resolve(),))

    def _stretch(
        self, path: Path, data: bytes, span: tuple[int, int], above: tuple[Path, ...]
    ) -> None:
        """Add a stretch of a document, and in it what is included."""
        at, end = span
        for inclusion in inclusions.read(data).inclusions:
            if at <= inclusion.start and inclusion.end <= end:
                self.assembly.add(data[at : inclusion.start], path, at)
                self._include(inclusion, path, data, above)
                at = inclusion.end
        self.assembly.add(data[at:end], path, at)

    def _include(
        self, inclusion: Inclusion, path: Path, data: bytes, above: tuple[Path, ...]
    ) -> None:
        target, problem = self._target(inclusion, path, above)
        if not problem:
            problem = self._add(inclusion, target, path, above)
        if problem and inclusion.fallback:
            start, end = inclusion.fallback
            self.assembly.add(data[start:end], path, start)
        elif problem:
            self.findings.append(_finding(problem, path, data, inclusion.start))

    def _target(
        self, inclusion: Inclusion, path: Path, above: tuple[Path, ...]
    ) -> tuple[Path, str]:
        """Give the file to include, or what forbids it."""
        href = inclusion.attributes.get("href", "")
        parts = urlsplit(href)
        target = (path.parent / unquote(parts.path)) if href else path
        if parts.scheme or not target.resolve().is_relative_to(self.root):
            return target, f"'{href}' lies outside the edition"
        if not target.is_file():
            return target, f"there is no file '{href}' to include"
        if target.resolve() in above[1:] or (href and target.resolve() in above):
            return target, f"'{href}' includes itself"
        if len(above) > _MAX_DEPTH or len(self.included) > _MAX_FILES:
            return target, f"too many inclusions before '{href}'"
        return target, ""

    def _add(
        self, inclusion: Inclusion, target: Path, path: Path, above: tuple[Path, ...]
    ) -> str:
        """Add what is included; give what is wrong with it."""
        if inclusion.attributes.get("parse") == "text":
            text = target.read_bytes().decode("utf-8", "replace")
            self.assembly.sources.setdefault(target, text.encode())
            self.assembly.add(escape(text).encode(), target, 0)
            return ""
        try:
            data = _utf8(source.read(target).data)
        except SourceError as error:
            self.findings.extend(error.diagnostics)
            return f"'{target.name}' cannot be included"
        reading = inclusions.read(data)
        name = inclusion.attributes.get("xpointer", "")
        if name and name not in reading.named:
            return f"there is no '{name}' in {target.name}"
        self.assembly.sources.setdefault(target, data)
        if target != path:
            self.included.append(target)
        span = reading.named[name] if name else reading.root
        self._stretch(target, data, span, (*above, target.resolve()))
        return ""


def _finding(problem: str, path: Path, data: bytes, offset: int) -> Diagnostic:
    start = data.rfind(b"\n", 0, offset) + 1
    return Diagnostic(
        "XIN001",
        Severity.ERROR,
        problem,
        str(path),
        data.count(b"\n", 0, start) + 1,
        len(data[start:offset].decode("utf-8", "replace")) + 1,
        hint="correct @href or @xpointer of the inclusion; paths are relative to it",
        source="XInclude",
    )


def _utf8(data: bytes) -> bytes:
    """Give a document in UTF-8, without its declaration of another encoding."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16").encode()
        return _DECLARATION.sub(lambda m: b" " * len(m.group()), data)
    declaration = _DECLARATION.match(data)
    named = _ENCODING.search(declaration.group()) if declaration else None
    if named and named.group(1).lower() not in (b"utf-8", b"us-ascii", b"ascii"):
        text = data.decode(named.group(1).decode("ascii"), "replace")
        data = text.replace(named.group().decode("ascii"), "", 1).encode()
    return data.removeprefix(b"\xef\xbb\xbf")
