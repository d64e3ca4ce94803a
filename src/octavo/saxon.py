"""The border to SaxonC-HE: bytes in, bytes out; nothing else imports saxonche.

One processor and one compiled form of each stylesheet serve the whole process;
the first call must come from the main thread, since the engine dies when two
threads start it at once. Documents are parsed without external entities and
external DTDs; their size and depth are limited before they get here, so the
limits of the engine's own parser are lifted. Results are written by the engine
into a temporary folder and read back, because captured result documents come
without their serialization.
"""

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape
from pathlib import Path
from typing import Any, Final

import saxonche

from octavo.decoding import decoded
from octavo.diagnostics import Diagnostic
from octavo.errors import TransformError
from octavo.reported import reported
from octavo.stderr import diverted

_FEATURE: Final = "http://saxon.sf.net/feature/"
_LIMIT: Final = (
    f"{_FEATURE}parserProperty?uri=http://www.oracle.com/xml/jaxp/properties/"
)
_LIMITS: Final = (
    "elementAttributeLimit",
    "entityExpansionLimit",
    "entityReplacementLimit",
    "maxElementDepth",
    "maxGeneralEntitySizeLimit",
    "maxParameterEntitySizeLimit",
    "maxXMLNameLimit",
    "totalEntitySizeLimit",
)
_PARSER: Final = f"{_FEATURE}parserFeature?uri="
_CLOSED: Final = (
    "http://apache.org/xml/features/nonvalidating/load-external-dtd",
    "http://xml.org/sax/features/external-general-entities",
    "http://xml.org/sax/features/external-parameter-entities",
)
_WRAPPER: Final = (
    '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
    "%s</xsl:stylesheet>"
)
# Begins an instruction that names the page after it.
_DOCTYPE: Final = "<!DOCTYPE html>"
_PAGE: Final = "<?octavo-page "


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """An XML document to hand over: its bytes and where it comes from.

    One that is given again as a parameter, itself or in the same tuple, is not
    parsed again; that it is the same object decides, not its bytes.
    """

    data: bytes
    base_uri: str = ""


_Foreign = Any  # saxonche ships no types
Value = str | bool | int | Document | Sequence[str] | Sequence[Document]
_Turned = tuple[_Foreign, list[_Foreign]]  # a value, and the items it is made of


@dataclass(frozen=True, slots=True)
class Transformed:
    """What a stylesheet made: its result, its result documents, its messages.

    `documents` maps the path of each result document, relative to the output
    folder and with forward slashes, to its bytes.
    """

    principal: str
    documents: Mapping[str, bytes]
    messages: tuple[Diagnostic, ...]


def transform(
    document: Document,
    stylesheet: Path,
    params: Mapping[str, Value] | None = None,
    *,
    house: Path | None = None,
    without: tuple[str, ...] = (),
) -> Transformed:
    """Transform a document.

    A house style is imported over the stylesheet; its rules and parameters come first.
    `without` names groups of rules to compile without, unless there is a house style,
    which may use any. Raises TransformError if one does not compile or stops.
    """
    style = _Style(stylesheet.absolute(), house, () if house else without)
    with _run(style, params or {}) as run, _output_folder() as folder:
        run.executable.set_base_output_uri(folder.as_uri() + "/")
        node = run.hand_over(document)
        made = run.executable.transform_to_string(xdm_node=node)
        principal, pages = _divided(made or "")
        return Transformed(principal, pages | _collect(folder), run.messages())


def apply_mode(
    document: Document,
    stylesheet: Path,
    mode: str,
    params: Mapping[str, Value] | None = None,
) -> Transformed:
    """Apply the templates of one mode, named `{namespace}local`, to a document."""
    with _run(_Style(stylesheet.absolute()), params or {}) as run:
        node = run.hand_over(document)
        run.executable.set_initial_mode(mode)
        run.executable.set_global_context_item(xdm_item=node)
        principal = run.executable.apply_templates_returning_string(xdm_value=node)
        return Transformed(principal or "", {}, run.messages())


def call_function(stylesheet: Path, name: str, *arguments: Value) -> list[str]:
    """Call a public function, named `{namespace}local`; give the items as strings."""
    with _run(_Style(stylesheet.absolute()), {}) as run:
        run.executable.set_result_as_raw_value(True)
        result = run.executable.call_function_returning_value(
            name, [run.hand_over(argument) for argument in arguments]
        )
        items = [result.item_at(i) for i in range(result.size)] if result else []
        return [i.string_value if i.is_atomic else i.to_string() for i in items]


def forget() -> None:
    """Drop the compiled stylesheets, for a preview whose stylesheets change."""
    _compiled.cache_clear()
    _known.cache_clear()


@cache
def _processor() -> _Foreign:
    processor = saxonche.PySaxonProcessor(license=False)
    for limit in _LIMITS:
        processor.set_configuration_property(_LIMIT + limit, "0")
    for feature in _CLOSED:
        processor.set_configuration_property(_PARSER + feature, "false")
    # Stylesheets and rules may read files, but never the network.
    processor.set_configuration_property(f"{_FEATURE}allowedProtocols", "file")
    return processor


@dataclass(frozen=True, slots=True)
class _Style:
    """A stylesheet, the house style laid over it, the rules it does without."""

    path: Path
    house: Path | None = None
    without: tuple[str, ...] = ()


@cache
def _compiled(style: _Style) -> _Foreign:
    compiler = _processor().new_xslt30_processor()
    if style.house is None:
        given, _kept = _foreign(style.without)
        if style.without:
            compiler.set_parameter("without", given)
        return compiler.compile_stylesheet(stylesheet_file=str(style.path))
    both = "".join(
        f'<xsl:import href="{escape(p.as_uri())}"/>' for p in (style.path, style.house)
    )
    return compiler.compile_stylesheet(stylesheet_text=_WRAPPER % both)


class _Run:
    """One use of a stylesheet: a fresh copy of it, and what it is given.

    A copy, because parameters and messages of an executable outlive its run.
    What is handed over is kept until the end: the engine holds bare pointers
    and the process dies when Python frees an item of a sequence before.
    """

    def __init__(self, style: _Style, params: Mapping[str, Value]) -> None:
        self.executable: _Foreign = _compiled(style).clone()
        self._kept: list[_Foreign] = []
        for name in sorted(params):
            self.executable.set_parameter(name, self._parameter(params[name]))
        self.executable.set_save_xsl_message(True)

    def _parameter(self, value: Value) -> _Foreign:
        is_shared = isinstance(value, Document | tuple)
        return self._keep(_known(value) if is_shared else _foreign(value))

    def hand_over(self, value: Value) -> _Foreign:
        """Turn a value into the engine's own kind."""
        return self._keep(_foreign(value))

    def _keep(self, turned: _Turned) -> _Foreign:
        self._kept += (turned[0], *turned[1])
        return turned[0]

    def messages(self) -> tuple[Diagnostic, ...]:
        """Give what the stylesheet said, in order."""
        found = self.executable.get_xsl_messages()
        size = 0 if found is None else found.size
        return tuple(reported(found.item_at(i).to_string()) for i in range(size))


@contextmanager
def _run(style: _Style, params: Mapping[str, Value]) -> Iterator[_Run]:
    with _failing(style.house or style.path):
        yield _Run(style, params)


@contextmanager
def _output_folder() -> Iterator[Path]:
    """Give the folder for result documents, empty before and after."""
    folder = Path(_folder().name)
    try:
        yield folder
    finally:
        for path in folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()


@cache
def _folder() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="octavo-")


def _single(value: str | int) -> _Foreign:
    match value:
        case bool():
            return _processor().make_boolean_value(value)
        case int():
            return _processor().make_integer_value(value)
        case str():
            return _processor().make_string_value(value)


@lru_cache(maxsize=16)
def _known(value: Value) -> _Turned:
    """Turn what many transformations are given, once."""
    return _foreign(value)


def _foreign(value: Value) -> _Turned:
    """Turn a value into the engine's own kind."""
    if isinstance(value, Document):
        return _parse(value), []
    if isinstance(value, str | int):
        return _single(value), []
    parts = [_foreign(item)[0] for item in value]
    made = _processor().empty_sequence()
    for part in parts:
        made.add_xdm_item(part)
    return made, parts


def _parse(document: Document) -> _Foreign:
    builder = _processor().new_document_builder()
    if document.base_uri:
        builder.set_base_uri(document.base_uri)
    return builder.parse_xml(xml_text=decoded(document.data))


def _divided(text: str) -> tuple[str, dict[str, bytes]]:
    """Split a result into its beginning and its pages, which are not worth a file."""
    principal, *pieces = text.split(_PAGE)
    named = [piece.partition("?>")[::2] for piece in pieces]
    pages = {n.strip(): _DOCTYPE + p.removeprefix(_DOCTYPE) for n, p in named}
    return principal, {name: page.encode() for name, page in pages.items()}


def _collect(folder: Path) -> dict[str, bytes]:
    if not any(folder.iterdir()):
        return {}
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@contextmanager
def _failing(stylesheet: Path) -> Iterator[None]:
    """Turn what the engine raises into a failure that keeps the engine's log."""
    with diverted() as log:
        try:
            yield
        except saxonche.PySaxonApiError as error:
            message = " ".join(str(error).split())
            raise TransformError(
                f"{stylesheet.name}: {message}",
                hint="run again with --debug for the engine's own words",
                log=log.text(),
            ) from error
