"""Everything wrong with an edition: its grammar, its rules, its links."""

from octavo.validate.checking import Watch, validate
from octavo.validate.examine import CHECKS, Check
from octavo.validate.reports import FORMATS, write
from octavo.validate.selection import Selection

__all__ = ["CHECKS", "FORMATS", "Check", "Selection", "Watch", "validate", "write"]
