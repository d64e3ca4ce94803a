"""The full syntax of RELAX NG as a tree: what the readers make and the writers print.

Nothing is simplified here: a node is one element of the XML syntax, and the compact
syntax is read into the same elements. Annotations keep their place, so that a schema
can be converted without losing its documentation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from octavo.errors import SourceError
from octavo.hints import TYPE_CHECKING, Final
from octavo.relaxng.fields import Fields

if TYPE_CHECKING:
    from octavo.diagnostics import Diagnostic
    from octavo.relaxng.codes import Sentence

RELAXNG: Final = "http://relaxng.org/ns/structure/1.0"
"""Namespace of the XML syntax."""

ANNOTATIONS: Final = "http://relaxng.org/ns/compatibility/annotations/1.0"
"""Namespace of ``a:documentation`` and ``a:defaultValue``."""

XSD_TYPES: Final = "http://www.w3.org/2001/XMLSchema-datatypes"
"""Datatype library of XML Schema."""


class Place(Fields):
    """Where something stands in a file; lines and columns count from one."""

    file: str = ""
    line: int = 0
    column: int = 0


NOWHERE: Final = Place()


class QName:
    """A name with its namespace; the prefix is kept for printing only."""

    __slots__ = ("local", "namespace", "prefix")

    def __init__(self, namespace: str, local: str, prefix: str = "") -> None:
        self.namespace = namespace
        self.local = local
        self.prefix = prefix

    def __eq__(self, other: object) -> bool:
        """Compare without the prefix."""
        return isinstance(other, QName) and self._key() == other._key()

    def __hash__(self) -> int:
        """Give the same for names that are equal."""
        return hash(self._key())

    def __repr__(self) -> str:
        """Write all three parts."""
        return f"QName({self.namespace!r}, {self.local!r}, {self.prefix!r})"

    def _key(self) -> tuple[str, str]:
        return self.namespace, self.local


class Comment(Fields):
    """A comment of the schema's author, without its delimiters."""

    text: str


class Foreign:
    """An annotation element: an element that is not RELAX NG, with all it contains."""

    __slots__ = ("attributes", "children", "name", "namespaces")

    def __init__(
        self,
        name: QName,
        attributes: dict[QName, str] | None = None,
        children: list[Foreign | Comment | str] | None = None,
        namespaces: Mapping[str, str] | None = None,
    ) -> None:
        self.name = name
        self.attributes = {} if attributes is None else attributes
        self.children = [] if children is None else children
        self.namespaces = {} if namespaces is None else namespaces

    def text(self) -> str:
        """Return the text of this element and all elements in it."""
        return "".join(
            child if isinstance(child, str) else child.text()
            for child in self.children
            if not isinstance(child, Comment)
        )


class Annotation(Fields):
    """An annotation element or comment and the number of children before it."""

    position: int
    content: Foreign | Comment


class Node:
    """One RELAX NG element of a schema, as written.

    ``name`` is the local name in the RELAX NG namespace. ``attributes`` are those
    without a namespace, raw; ``foreign`` are all others. ``children`` are RELAX NG
    elements only. ``text`` is used by ``name``, ``value`` and ``param``.
    ``namespaces`` are the prefixes in scope (``""`` is the default namespace),
    ``base`` is the file or URI that ``href`` is relative to.
    """

    __slots__ = (
        "annotations",
        "attributes",
        "base",
        "children",
        "foreign",
        "name",
        "namespaces",
        "place",
        "text",
    )

    def __init__(
        self,
        name: str,
        place: Place = NOWHERE,
        attributes: dict[str, str] | None = None,
        text: str = "",
        namespaces: Mapping[str, str] | None = None,
        base: str = "",
    ) -> None:
        self.name = name
        self.place = place
        self.attributes: dict[str, str] = {} if attributes is None else attributes
        self.children: list[Node] = []
        self.text = text
        self.namespaces: Mapping[str, str] = {} if namespaces is None else namespaces
        self.base = base
        self.foreign: dict[QName, str] = {}
        self.annotations: list[Annotation] = []

    def documentation(self) -> str:
        """Return the paragraphs of ``a:documentation`` on this node, joined."""
        found = (
            " ".join(note.content.text().split())
            for note in self.annotations
            if isinstance(note.content, Foreign)
            and note.content.name == QName(ANNOTATIONS, "documentation")
        )
        return "\n".join(found)


class SchemaError(SourceError):
    """A schema that cannot be used; its findings say where and why."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Take the findings that make the schema unusable, at least one."""
        first = diagnostics[0]
        where = f"{first.file}:{first.line}:{first.column}: " if first.file else ""
        super().__init__(
            where + first.message, hint=first.hint, diagnostics=tuple(diagnostics)
        )

    @classmethod
    def at(cls, place: Place, code: str, message: str, hint: str = "") -> SchemaError:
        """Make the error for one finding in a schema."""
        from octavo.diagnostics import Diagnostic, Severity  # most schemas are right

        finding = Diagnostic(
            code,
            Severity.ERROR,
            message,
            file=place.file,
            line=place.line,
            column=place.column,
            hint=hint,
            source=place.file,
        )
        return cls([finding])


def schema_error(place: Place, key: str, **details: str) -> SchemaError:
    """Make the failure for something wrong with a schema; the key is that of a code."""
    from octavo.relaxng.codes import SCHEMA  # most schemas are right

    return told(place, SCHEMA[key], {"nearest": "", **details})


def told(place: Place, sentence: Sentence, details: Mapping[str, str]) -> SchemaError:
    """Make the failure that a sentence tells, with its details filled in."""
    return SchemaError.at(
        place,
        sentence.code,
        sentence.message.format_map(details),
        sentence.hint.format_map(details),
    )
