"""Everything wrong with an edition: its grammar, its rules, its links."""

from octavo.validate.checking import validate
from octavo.validate.examine import CHECKS, Check
from octavo.validate.reports import FORMATS, write

__all__ = ["CHECKS", "FORMATS", "Check", "validate", "write"]
