"""The way from text to TEI, step by step; each step has its own module."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from octavo.diagnostics import Diagnostic
from octavo.encode.decode import decode
from octavo.encode.document import document
from octavo.encode.doubts import Doubts, findings
from octavo.encode.measures import measures
from octavo.encode.mojibake import broken, repair
from octavo.encode.profile import Profile
from octavo.encode.proof import prove
from octavo.encode.register import read_registers
from octavo.encode.removals import Removals
from octavo.encode.review import ReviewItem
from octavo.encode.spans import Removal
from octavo.encode.structure import structure
from octavo.encode.text import Text

_DEFAULT = Profile()


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text as TEI, with what there is to know about how it came about.

    `measured` has the keys of a profile, with the values that were used.
    """

    tei: bytes
    diagnostics: tuple[Diagnostic, ...]
    measured: Mapping[str, str | int | bool]
    _removed: Removals
    _doubts: Doubts

    def __bytes__(self) -> bytes:
        """Give the TEI document."""
        return self.tei

    @property
    def removals(self) -> tuple[Removal, ...]:
        """Give what the text does not show, in order."""
        return tuple(self._removed)

    @property
    def review(self) -> tuple[ReviewItem, ...]:
        """Give what is in doubt, the one most worth a look first."""
        return self._doubts.review()


def encode(
    text: str | bytes,
    profile: Profile = _DEFAULT,
    *,
    name: str = "",
    registers: Mapping[str, bytes] = MappingProxyType({}),
) -> Encoded:
    """Encode a raw text as TEI P5.

    `name` is the name of the file, for messages; `registers` are TEI documents with
    `listPerson`, `listPlace` or `listOrg`, to which names in the text are linked,
    by the address that `@ref` is to use for them: `@ref` is "ADDRESS#ID", for
    example `../registers/persons.xml#anna-berg` ("#ID" for an empty address).
    """
    source, diagnostics = _source(text, profile, name)
    del text  # which may take as much memory as all the rest
    draft = structure(source, profile, read_registers(registers))
    found = [*draft.diagnostics, *findings(draft)]
    diagnostics += [replace(finding, file=name) for finding in found]
    removals = Removals(draft.removals)
    tei = document(draft, removals, name)
    prove(tei, source, removals)
    return Encoded(tei, tuple(diagnostics), measures(draft), removals, Doubts(draft))


def _source(
    text: str | bytes, profile: Profile, name: str
) -> tuple[Text, list[Diagnostic]]:
    """Read the bytes, and repair characters if that is asked for."""
    found: list[Diagnostic] = []
    if isinstance(text, bytes):
        text, found = decode(text, name, profile.encoding)
    if profile.repair_mojibake:
        return Text(*repair(text)), found
    return Text(text), found + broken(text, name)
