"""A text under way from lines to TEI: what was measured, found and removed."""

from dataclasses import dataclass, field

from octavo.diagnostics import Diagnostic
from octavo.encode.blocks import Block
from octavo.encode.deciding import Place
from octavo.encode.layers import Layers, Mentions
from octavo.encode.measure import Measured
from octavo.encode.notebodies import Note
from octavo.encode.profile import Profile
from octavo.encode.removals import Taken
from octavo.encode.spans import Element
from octavo.encode.text import Text


@dataclass
class Draft:
    """A text under way: what was measured, found and removed, and the tree."""

    source: Text
    profile: Profile
    measured: Measured
    blocks: list[Block]
    notes: list[Note]
    removals: Taken
    text: Element
    persons: list[tuple[str, str]] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    mentions: Mentions = field(default_factory=Mentions)
    orphans: list[int] = field(default_factory=list)
    layers: Layers = field(default_factory=Layers)
